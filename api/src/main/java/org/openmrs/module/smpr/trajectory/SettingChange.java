/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.time.LocalDate;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;

/** A change of setting or phase between two assessments. */
@Value
public class SettingChange {

    /** The last assessment before it. */
    Assessment last;

    Setting from;

    /** The first after it. */
    Assessment first;

    Setting to;

    /** The day of the change, where the pathway has it; null where it is only known to lie between the two. */
    LocalDate day;
}
