/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.ReadOfPeople;
import org.openmrs.module.smpr.trajectory.FiledSummary;

/**
 * Summaries that clinicians have validated. A summary is an encounter; whoever lacks the privilege that its type asks
 * for, or may not see an assessment that it rests on, does not find it. Filing and voiding take the platform's own
 * privileges on encounters and obs too.
 */
public interface FiledSummaryService extends OpenmrsService {

    /** @return the summary of that encounter, voided or not; empty where there is none, or none that the user may see */
    @ReadOfPeople(ReadOfPeople.REPORT)
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    Optional<FiledSummary> getFiledSummary(String uuid);

    /** @return the person's summaries, the newest first; none where no person is named */
    @ReadOfPeople(ReadOfPeople.REPORT)
    @Authorized(SmprPrivileges.GET_ASSESSMENTS)
    List<FiledSummary> getFiledSummaries(FiledSummarySearch search);

    /**
     * Files a summary, validated at this moment by the signed-in user. It is not amended later: another is filed.
     *
     * @throws FaultsException naming every fault, also where the user is no clinician: nothing was written
     * @throws ChangedMeanwhileException where the counted assessments, or what the site has set for their instruments, are no longer those of the version that the
     *     input names
     */
    @ReadOfPeople(ReadOfPeople.REPORT)
    @Authorized(
            value = {SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.MANAGE_ASSESSMENTS},
            requireAll = true)
    FiledSummary fileSummary(FiledSummaryInput input);

    /**
     * Voids the summary, if it is not yet. The platform takes methods called "void…" for those of its own data, hence the name.
     *
     * @param reason why; not empty
     * @throws FaultsException where the reason is missing, or the summary is not found
     */
    @Authorized(
            value = {SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.MANAGE_ASSESSMENTS},
            requireAll = true)
    void deleteFiledSummary(FiledSummary summary, String reason);
}
