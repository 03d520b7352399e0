/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import java.util.Date;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Reference;

/** What the record says of a filed summary's encounter. */
@Value
@Builder
class FiledRow {

    Integer id;

    String uuid;

    String patient;

    Date date;

    /** The first provider; null for none. */
    Reference validator;

    /** The privilege that its type asks of whoever views it; null for none. */
    String viewPrivilege;

    boolean voided;

    String creator;

    Date dateCreated;

    String voidedBy;

    Date dateVoided;

    String voidReason;
}
