/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import lombok.Builder;
import lombok.Value;

/** The stretches of time that an instrument looks at, as its publications give them: shown, not enforced. */
@Value
@Builder
public class RatingWindow {

    /** How many months back the ratings look; null where the instrument names no such period. */
    Integer pastMonths;

    /** Whether a rating that looks back over a shorter time needs a warning. */
    boolean warnWhenShorter;

    /** How many months ahead they look, from and to; null where it names none. */
    Integer horizonFromMonths;

    Integer horizonToMonths;
}
