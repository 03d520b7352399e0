/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.Date;
import lombok.Value;

/** What the register needs to know of a patient. */
@Value
class PatientRow {

    Integer id;

    String uuid;

    /** Null where it is not known. */
    Date birthdate;

    boolean voided;
}
