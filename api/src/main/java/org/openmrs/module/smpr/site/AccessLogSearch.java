/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Date;
import lombok.Builder;
import lombok.Value;

/** Which entries of the access log are asked for; what is null does not restrict. */
@Value
@Builder
public class AccessLogSearch {

    /** The uuid of a user. */
    String user;

    /** The uuid of a patient. */
    String patient;

    /** A constant of {@link ReadOfPeople}. */
    String what;

    /** The name of an {@link AccessLogEntry.Outcome}. */
    String outcome;

    /** First and last moment, inclusive. */
    Date from;

    Date to;

    int startIndex;

    Integer limit;
}
