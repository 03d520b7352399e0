/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.Date;
import lombok.Builder;
import lombok.Value;

/** Who recorded, changed and voided something of the register, and when. */
@Value
@Builder
public class RegisterAudit {

    /** The name of the user; null where he is no longer there. */
    String creator;

    Date dateCreated;

    /** The name of the user who changed it last; null where nobody has. */
    String changedBy;

    /** Null where it was never changed. */
    Date dateChanged;

    boolean voided;

    String voidedBy;

    Date dateVoided;

    String voidReason;
}
