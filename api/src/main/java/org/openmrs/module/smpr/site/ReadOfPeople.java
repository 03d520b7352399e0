/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a service method that gives what is known of people: {@link AccessLogInterceptor} writes down who called it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReadOfPeople {

    String ASSESSMENT = "ASSESSMENT";

    String TRAJECTORY = "TRAJECTORY";

    /** A report of a person: what is printed, and what a clinician has validated of it in words. */
    String REPORT = "REPORT";

    /** An episode of care, what is charted of it, and the care delivered. */
    String PATHWAY = "PATHWAY";
    /** Who waits for a place in a unit, is to come, lives there or has. */
    String PLACEMENT = "PLACEMENT";
    /** What became of a person after release, as the outcome register has it. */
    String OUTCOME = "OUTCOME";

    /** Who takes part in the study, and under which code. */
    String STUDY = "STUDY";

    /** Who is due when in the whole service: written down once, not once a person. */
    String WORKLIST = "WORKLIST";

    /** Many people at once, for research: written down once, not once a person. */
    String COHORT = "COHORT";

    /** A table of many people that leaves the service: written down when it is asked for, and a part at a time when it is fetched. */
    String EXPORT = "EXPORT";

    /** What many people's record has, as far as it shows when a table is compared with it and read into it. */
    String IMPORT = "IMPORT";

    /** @return what is read: one of the constants */
    String value();
}
