/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.site.ReadOfPeople;

/**
 * What of the plan of waves is done, due and missed in episodes of care, and what care was given. Of an assessment it tells
 * that there is one, and its day, to whoever may see the pathway; what it says is for those who may see assessments.
 */
public interface PlanService extends OpenmrsService {

    /**
     * @return how it stands with each of the episodes today, in their order, in a number of statements that does not depend on
     *     how many they are; voided ones, and those that are there no more, are left out
     */
    @ReadOfPeople(ReadOfPeople.PATHWAY)
    @Authorized(SmprPrivileges.GET_PATHWAY)
    List<EpisodePlan> getPlans(List<Episode> episodes);
}
