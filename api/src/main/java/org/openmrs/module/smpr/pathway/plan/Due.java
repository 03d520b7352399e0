/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.pathway.Episode;

/** One thing that is to be done in an episode and is not, and from when until when. */
@Value
@Builder
class Due {

    Episode episode;

    DueKind kind;

    /** The code of the wave; null where it belongs to none. */
    String wave;

    /** The code of the instrument; null where it is no rating. */
    String instrument;

    Term term;
}
