/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.util.Date;
import lombok.Value;

/** What the study needs to know of a patient. */
@Value
class PersonRow {

    static final String SELECT = "select p.personId, p.uuid, p.birthdate, p.voided from Patient p where ";

    Integer id;

    String uuid;

    /** Null where it is not known. */
    Date birthdate;

    boolean voided;

    PersonRow(Object[] row) {
        id = (Integer) row[0];
        uuid = (String) row[1];
        birthdate = (Date) row[2];
        voided = (Boolean) row[3];
    }
}
