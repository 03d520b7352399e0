/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.instrument.DefinitionException;

/** The plan of analysis. Accepting one freezes it: there is no way to change or delete it, and a newer one takes its place. */
public interface StudyPlanService extends OpenmrsService {

    /** @return the newest; empty before any was accepted, or where this version of the module cannot read it */
    @Authorized(SmprPrivileges.GET_STUDY)
    Optional<FrozenPlan> getPlanInForce();

    /** @return all versions, the newest first; one that this version of the module cannot read has its text and no {@code plan} */
    @Authorized(SmprPrivileges.GET_STUDY)
    List<FrozenPlan> getPlans();

    /**
     * Reads a plan, and accepts nothing.
     *
     * @param document in JSON
     * @throws DefinitionException where it is faulty, naming every fault
     */
    @Authorized(
            value = {SmprPrivileges.GET_STUDY, SmprPrivileges.MANAGE_STUDY},
            requireAll = true)
    StudyPlan check(String document);

    /**
     * Freezes a plan, which is in force from now on. What is in force character by character is left as it is.
     *
     * @param seen the version that was in force when its writer looked; null where there was none
     * @param document in JSON
     * @return the plan in force
     * @throws DefinitionException where it is faulty, naming every fault
     * @throws StudyPlanChangedException where another was accepted meanwhile
     */
    @Authorized(
            value = {SmprPrivileges.GET_STUDY, SmprPrivileges.MANAGE_STUDY},
            requireAll = true)
    FrozenPlan accept(Integer seen, String document);
}
