/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.util.Date;
import lombok.Builder;
import lombok.Value;

/** What the record says of one enrolment in the program, without loading it. */
@Value
@Builder
class ProgramRow {

    Integer id;

    String uuid;

    String patient;

    /** Null where the platform does not say. */
    Date enrolled;

    /** Null while it lasts. */
    Date completed;

    Date dateChanged;

    boolean voided;

    String creator;

    Date dateCreated;

    String voidedBy;

    Date dateVoided;

    String voidReason;

    /** Whether the platform has the patient as deceased. */
    boolean dead;

    /** Null where it does not say. */
    Date deathDate;
}
