/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.site.AboutPerson;

/** One person's way through one unit: from the waiting list, by an offer and its answer, to the end of his stay. */
@Value
@ToString(of = "uuid")
@Builder
public class Placement implements AboutPerson {

    String uuid;

    /** The uuid of the patient. */
    String patient;

    /** Whether the patient was voided, as he is when his record is merged into another. */
    boolean patientVoided;

    Reference unit;

    PlacementStatus status;

    LocalDate requestedOn;

    Priority priority;

    /** Null only where the priority is the normal one. */
    String priorityReason;

    /** Null where nothing was offered. */
    LocalDate offeredOn;

    /** Null where nothing was reserved. */
    LocalDate reservedOn;

    /** The day from which the place is offered or booked; null on the waiting list. */
    LocalDate from;

    /** The day on which he is to leave, whose night is not his any more; null on the waiting list. */
    LocalDate plannedEnd;

    LocalDate enteredOn;

    LocalDate leftOn;

    /** Null before he has left. */
    LeavingReason leftBecause;

    /** The day on which he declined, was refused or withdrew. */
    LocalDate endedOn;

    /** Why that was; or more about his leaving. */
    String reason;

    /** Whether he lives there though the end that was planned has come. */
    boolean overstaying;

    boolean voided;

    /** Changes with every change. */
    String version;

    Unit.Audit audit;
}
