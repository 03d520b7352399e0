/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import lombok.Value;

/** What the record says of an assessment's encounter. */
@Value
class EncounterRow {

    Integer id;

    String uuid;

    Date date;

    boolean voided;

    Date dateCreated;

    String creator;

    String type;

    String patient;

    String locationUuid;

    String locationName;
}
