/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import lombok.Value;

/** What the projection says of one assessment. */
@Value
class ProjectedRow {

    String uuid;

    String patient;

    /** The uuid of the encounter type. */
    String type;

    Date date;

    boolean amended;

    String answers;

    String faults;
}
