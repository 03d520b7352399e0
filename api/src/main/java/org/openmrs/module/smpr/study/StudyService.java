/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study;

import java.util.List;
import java.util.Map;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.ReadOfPeople;
import org.openmrs.module.smpr.study.plan.AskedAnalysis;
import org.openmrs.module.smpr.study.report.StudyReport;

/**
 * The study's questions, answered from the record as it is: aggregated, and naming nobody. Each method reads all participants, in
 * transactions of its own, and is not for a caller that has one.
 */
public interface StudyService extends OpenmrsService {

    /** @return the codes of the analyses, in the order of the report */
    @Authorized(SmprPrivileges.GET_STUDY)
    List<String> getAnalyses();

    /**
     * @param asked by name, as {@link AskedAnalysis} reads it; empty where nobody asks for anything particular
     * @return what the analysis of that code finds
     * @throws IllegalArgumentException where there is no analysis of that code
     * @throws FaultsException where it cannot be asked this, naming every fault
     */
    @ReadOfPeople(ReadOfPeople.COHORT)
    @Authorized(SmprPrivileges.GET_STUDY)
    StudyReport getFindings(String analysis, Map<String, String> asked);

    /** @return all that the study finds, with small numbers: it stays in the service */
    @ReadOfPeople(ReadOfPeople.COHORT)
    @Authorized(SmprPrivileges.GET_STUDY)
    StudyReport getReport();

    /**
     * @return the same without small numbers, fit to leave the service
     * @throws SuppressionNotSetException where the site has not set which counts are too small
     */
    @ReadOfPeople(ReadOfPeople.COHORT)
    @Authorized(SmprPrivileges.GET_STUDY)
    StudyReport getReportToLeave();
}
