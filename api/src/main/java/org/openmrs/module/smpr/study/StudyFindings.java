/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openmrs.module.smpr.study.data.StudyAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.disclosure.SmallNumbers;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.openmrs.module.smpr.study.result.Finding;

/** Puts the study's questions to the data, one after the other. */
public final class StudyFindings {

    private final List<StudyAnalysis> analyses;

    /** @param analyses in the order of the report */
    public StudyFindings(List<StudyAnalysis> analyses) {
        this.analyses = Collections.unmodifiableList(new ArrayList<>(analyses));
    }

    /** @return all that is asked where nobody asks for anything particular */
    public StudyReport all(StudyData data) {
        List<Finding> findings = new ArrayList<>();
        analyses.forEach(analysis -> findings.addAll(analysis.usual(data)));
        return report(data, findings);
    }

    /**
     * @return the same without small numbers
     * @throws SuppressionNotSetException where the site has not set which are too small
     */
    public StudyReport toLeave(StudyData data) {
        Integer least = data.getSite().getSettings().getStudy().getSuppressBelow();
        if (least == null) {
            throw new SuppressionNotSetException();
        }
        StudyReport report = all(data);
        return report.toBuilder()
                .suppressBelow(least)
                .findings(new SmallNumbers(least).suppress(report.getFindings()))
                .build();
    }

    StudyReport usual(StudyData data, String code) {
        return report(data, analysis(code).usual(data));
    }

    StudyReport asked(StudyData data, PlannedAnalysis asked) {
        StudyAnalysis answering = analyses.stream()
                .filter(analysis -> analysis.answers(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing answers " + asked));
        return report(data, answering.of(data, asked));
    }

    List<String> codes() {
        List<String> codes = new ArrayList<>();
        analyses.forEach(analysis -> codes.add(analysis.code()));
        return Collections.unmodifiableList(codes);
    }

    /** @throws IllegalArgumentException where there is none */
    StudyAnalysis analysis(String code) {
        return analyses.stream()
                .filter(analysis -> analysis.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no analysis " + code));
    }

    private static StudyReport report(StudyData data, List<Finding> findings) {
        return StudyReport.builder()
                .asOf(data.getAsOf())
                .softwareVersion(data.getSoftwareVersion())
                .plan(data.getPlan())
                .findings(Collections.unmodifiableList(findings))
                .build();
    }
}
