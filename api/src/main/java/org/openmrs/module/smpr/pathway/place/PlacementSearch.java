/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.AboutPerson;

/** Which placements are asked for; what is null or empty does not restrict. */
@Value
@Builder
public class PlacementSearch implements AboutPerson {

    /** The uuid of a patient. */
    String patient;

    /** The uuid of a unit. */
    String unit;

    /** Any of these. */
    @Builder.Default
    List<PlacementStatus> statuses = Collections.emptyList();

    boolean includeVoided;

    int startIndex;

    /** Null for all. */
    Integer limit;
}
