/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.ReadOfPeople;

/** One person's assessments read as a trajectory. */
public interface TrajectoryService extends OpenmrsService {

    /**
     * @return the trajectory, read from the obs at this moment; empty where there is no such patient. Sums are in it
     *     only for those with the privilege {@value SmprPrivileges#GET_RESEARCH_VALUES}
     */
    @ReadOfPeople(ReadOfPeople.TRAJECTORY)
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    Optional<Trajectory> getTrajectory(TrajectorySearch search);

    /**
     * @return what is printed of the person; without sums, whoever asks. Whoever may not find patients is refused, because
     *     a print says whose it is
     * @throws FaultsException where a blind rating hides from the user what counts
     */
    @ReadOfPeople(ReadOfPeople.REPORT)
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    Optional<Report> getReport(TrajectorySearch search);
}
