/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.util.Date;
import lombok.Value;

/** What the record says of one state of an enrolment, without loading it. */
@Value
class StateRow {

    Integer program;

    Integer id;

    /** The uuid of the workflow's state. */
    String state;

    /** Null where the platform does not say. */
    Date start;

    /** Null while it lasts. */
    Date end;
}
