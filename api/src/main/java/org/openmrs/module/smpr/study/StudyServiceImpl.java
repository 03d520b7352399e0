/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.site.SiteInForce;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.StudyReader;
import org.openmrs.module.smpr.study.plan.AskedAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the participants and puts the questions to them. */
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class StudyServiceImpl extends BaseOpenmrsService implements StudyService {

    private final StudyReader reader;

    private final StudyFindings findings;

    private final SiteInForce siteInForce;

    private final TransactionTemplate transaction;

    public StudyServiceImpl(
            StudyReader reader,
            StudyFindings findings,
            SiteInForce siteInForce,
            PlatformTransactionManager transactionManager) {
        this.reader = reader;
        this.findings = findings;
        this.siteInForce = siteInForce;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Override
    public List<String> getAnalyses() {
        return findings.codes();
    }

    @Override
    public StudyReport getFindings(String analysis, Map<String, String> asked) {
        // What is asked is known to be something before everybody is read.
        findings.analysis(analysis);
        Optional<PlannedAnalysis> particular =
                AskedAnalysis.read(analysis, asked, transaction.execute(status -> siteInForce.get()));
        return particular.isPresent() ? findings.asked(data(), particular.get()) : findings.usual(data(), analysis);
    }

    @Override
    public StudyReport getReport() {
        return findings.all(data());
    }

    @Override
    public StudyReport getReportToLeave() {
        return findings.toLeave(data());
    }

    private StudyData data() {
        return reader.read(read -> {});
    }
}
