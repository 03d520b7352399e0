/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.site.ReadOfPeople;

/** What is due and overdue in the whole service. */
public interface WorklistService extends OpenmrsService {

    /**
     * Compares what is kept of what is due with the record first, and computes anew what has changed. It works in
     * transactions of its own, and is not for a caller that has one.
     *
     * @return the page asked for, in a number of statements that does not depend on how many people are followed, where
     *     little has changed since the last time
     */
    @ReadOfPeople(ReadOfPeople.WORKLIST)
    @Authorized(SmprPrivileges.GET_WORKLIST)
    Worklist getWorklist(WorklistSearch search);
}
