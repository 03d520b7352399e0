/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.Date;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.Patient;
import org.openmrs.User;

/** A placement, as its table has it. */
@Getter
@Setter
public class PlacementRecord {

    private Integer id;

    private String uuid;

    private Patient patient;

    /** The id of the patient while the placement is open, else null; unique, so that nobody has two that are open. */
    private Integer openPatientId;

    private UnitRecord unit;

    /** The name of a {@link PlacementStatus}. */
    private String status;

    private LocalDate requestedOn;

    /** The name of a {@link Priority}. */
    private String priority;

    private String priorityReason;

    private LocalDate offeredOn;

    private LocalDate reservedOn;

    private LocalDate stayFrom;

    private LocalDate plannedEnd;

    private LocalDate enteredOn;

    private LocalDate leftOn;

    /** The name of a {@link LeavingReason}. */
    private String leftBecause;

    private LocalDate endedOn;

    private String reason;

    private int version;

    private User creator;

    private Date dateCreated;

    private User changedBy;

    private Date dateChanged;

    private boolean voided;

    private User voidedBy;

    private Date dateVoided;

    private String voidReason;

    PlacementStatus status() {
        return PlacementStatus.valueOf(status);
    }

    /** Sets the status, and whether the placement is the open one of its person. */
    void become(PlacementStatus next) {
        status = next.name();
        openPatientId = next.isOpen() && !voided ? patient.getPatientId() : null;
    }
}
