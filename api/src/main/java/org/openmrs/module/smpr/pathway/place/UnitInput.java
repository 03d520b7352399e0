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
import org.openmrs.module.smpr.assessment.Fault;

/** What a new unit is to be, or what of one is to change; what is null stays as it is. */
@Value
@Builder
public class UnitInput {

    /** The unit to change; null for a new one. */
    String uuid;

    /** 1 to 100 letters. */
    String name;

    /** The uuid of a location. */
    String location;

    /** 1 to 99; five where a new unit states none. */
    Integer capacity;

    /** The version that was read, so that nobody's change is lost; null for any. */
    String version;

    /** What whoever read the input found wrong with its form: reported together with the rest. */
    @Builder.Default
    List<Fault> faults = Collections.emptyList();
}
