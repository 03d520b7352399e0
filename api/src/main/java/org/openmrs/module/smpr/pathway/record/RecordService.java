/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.ReadOfPeople;

/**
 * Facts of the pathway and the care delivered. A record is an encounter; whoever lacks the privilege that its type asks
 * for does not find it. Charting takes the platform's own privileges on encounters and obs too.
 */
public interface RecordService extends OpenmrsService {

    /** @return the record of that encounter, voided or not; empty where there is none, or none that the user may see */
    @ReadOfPeople(ReadOfPeople.PATHWAY)
    @Authorized(SmprPrivileges.GET_PATHWAY)
    Optional<PathwayRecord> getRecord(String uuid);

    /** @return the records in order of their dates, then of their charting */
    @ReadOfPeople(ReadOfPeople.PATHWAY)
    @Authorized(SmprPrivileges.GET_PATHWAY)
    List<PathwayRecord> getRecords(RecordSearch search);

    /** @return how many there are, whatever the page */
    @Authorized(SmprPrivileges.GET_PATHWAY)
    long countRecords(RecordSearch search);

    /**
     * Charts a record, or changes one.
     *
     * @throws FaultsException naming every fault: nothing was written
     * @throws ChangedMeanwhileException where the record is no longer of the version that the input names
     */
    @ReadOfPeople(ReadOfPeople.PATHWAY)
    @Authorized(
            value = {SmprPrivileges.GET_PATHWAY, SmprPrivileges.MANAGE_PATHWAY},
            requireAll = true)
    PathwayRecord saveRecord(RecordInput input);

    /**
     * Voids the record, if it is not yet. The platform takes methods called "void…" for those of its own data, hence the name.
     *
     * @param reason why; not empty
     * @throws FaultsException where the reason is missing, or the record is not found
     */
    @Authorized(
            value = {SmprPrivileges.GET_PATHWAY, SmprPrivileges.MANAGE_PATHWAY},
            requireAll = true)
    void deleteRecord(PathwayRecord record, String reason);
}
