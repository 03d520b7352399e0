/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.site.AboutPerson;

/** A new placement, or the next step of one; what is null stays as it is, or is what {@link PlacementStep} supposes. */
@Value
@Builder
public class PlacementInput implements AboutPerson {

    /** The placement to change; null for a new one. */
    String uuid;

    /** The uuid of the patient. */
    String patient;

    /** The uuid of the unit. */
    String unit;

    PlacementStatus status;

    LocalDate requestedOn;

    Priority priority;

    String priorityReason;

    LocalDate offeredOn;

    LocalDate reservedOn;

    LocalDate from;

    LocalDate plannedEnd;

    LocalDate enteredOn;

    LocalDate leftOn;

    LeavingReason leftBecause;

    LocalDate endedOn;

    String reason;

    /** The version that was read, so that nobody's change is lost; null for any. */
    String version;

    /** What whoever read the input found wrong with its form: reported together with the rest. */
    @Builder.Default
    List<Fault> faults = Collections.emptyList();
}
