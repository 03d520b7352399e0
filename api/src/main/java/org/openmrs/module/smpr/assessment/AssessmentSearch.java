/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Collection;
import java.util.Date;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.AboutPerson;

/** Which assessments are asked for; what is null does not restrict. */
@Value
@Builder(toBuilder = true)
public class AssessmentSearch implements AboutPerson {

    /** The uuid of a patient. */
    String patient;

    /** The uuids of patients, where several are asked for. */
    Collection<String> patients;

    /** The code of an instrument. */
    String instrument;

    /** The code of a phase of care, as the assessment itself says; one that does not say is in none. */
    String phase;

    /** First and last moment of the assessment's date, inclusive. */
    Date from;

    Date to;

    boolean includeVoided;

    /** How many to leave out from the start; 0 for none. */
    int startIndex;

    /** How many to give at the most; null for all. */
    Integer limit;
}
