/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study;

import java.util.List;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.StudyReader;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the participants and puts the questions to them. */
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class StudyServiceImpl extends BaseOpenmrsService implements StudyService {

    private final StudyReader reader;

    private final StudyFindings findings;

    public StudyServiceImpl(StudyReader reader, StudyFindings findings) {
        this.reader = reader;
        this.findings = findings;
    }

    @Override
    public List<String> getAnalyses() {
        return findings.codes();
    }

    @Override
    public StudyReport getFindings(String analysis) {
        // What is asked is known to be something before everybody is read.
        findings.analysis(analysis);
        return findings.usual(data(), analysis);
    }

    @Override
    public StudyReport getFindings(PlannedAnalysis asked) {
        return findings.asked(data(), asked);
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
