/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.training;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.FaultsException;

/** Who of the service was trained in which instrument, when and how far. It is about staff: the access log holds nothing of it. */
public interface RaterTrainingService extends OpenmrsService {

    /** @return the training of that uuid, voided or not */
    @Authorized({SmprPrivileges.GET_PATHWAY, SmprPrivileges.GET_SETTINGS})
    Optional<RaterTraining> getTraining(String uuid);

    /** @return the trainings asked for, the latest first */
    @Authorized({SmprPrivileges.GET_PATHWAY, SmprPrivileges.GET_SETTINGS})
    List<RaterTraining> getTrainings(RaterTrainingSearch search);

    /** @return how many there are, whatever page the search asks for */
    @Authorized({SmprPrivileges.GET_PATHWAY, SmprPrivileges.GET_SETTINGS})
    long countTrainings(RaterTrainingSearch search);

    /**
     * @return the training as it is charted
     * @throws FaultsException naming every fault; nothing was written
     */
    @Authorized(SmprPrivileges.MANAGE_SETTINGS)
    RaterTraining saveTraining(RaterTrainingInput input);

    /**
     * Voids the training, if it is not yet. The platform takes methods called "void…" for those of its own data, hence the name.
     *
     * @param reason why; not empty
     * @throws FaultsException where the reason is missing, or the training is not found
     */
    @Authorized(SmprPrivileges.MANAGE_SETTINGS)
    void deleteTraining(RaterTraining training, String reason);
}
