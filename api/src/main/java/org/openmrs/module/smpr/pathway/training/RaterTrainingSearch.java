/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.training;

import lombok.Builder;
import lombok.Value;

/** Which trainings are asked for; what is null does not restrict. */
@Value
@Builder
public class RaterTrainingSearch {

    /** The uuid of a provider. */
    String provider;

    /** The code of an instrument. */
    String instrument;

    boolean includeVoided;

    /** How many to leave out from the start; 0 for none. */
    int startIndex;

    /** How many to give at the most; null for all. */
    Integer limit;
}
