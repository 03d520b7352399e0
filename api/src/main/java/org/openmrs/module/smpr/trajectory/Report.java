/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.Date;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.AboutPerson;

/** What a printed report is made of: a trajectory without sums, and whose it is. */
@Value
@Builder
public class Report implements AboutPerson {

    Trajectory trajectory;

    /** The person's full name. */
    String name;

    /** The preferred identifier; null for none. */
    String identifier;

    /** Null where it is not known. */
    Date birthdate;

    /** Whether the birthdate is not known to the day, and was estimated or made from an age. */
    boolean birthdateEstimated;

    /** Who has read it: the name of the person, else of the user. */
    String readBy;

    @Override
    public String getPatient() {
        return trajectory.getPatient();
    }
}
