/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.Patient;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.instrument.Item;

/** Builds what a rater would send. */
public final class TestAssessments {

    private final Map<String, Object> answers = new LinkedHashMap<>();

    private final AssessmentInput.AssessmentInputBuilder input = AssessmentInput.builder();

    private TestAssessments() {}

    /** A complete SAPROF in custody with every item rated 1. */
    public static TestAssessments saprof(Patient patient, String day) {
        TestAssessments built = new TestAssessments();
        built.input.patient(patient.getUuid()).instrument("SAPROF").date(day);
        built.with("edition", "2012")
                .with("informant", List.of("FILE", "INTERVIEW"))
                .with("context", "IN")
                .with("horizon", 12)
                .with("raterRole", "CONSENSUS")
                .with("status", "COMPLETE")
                .with("judgements.FPJ", "MODERATE");
        for (Item item : TestInstruments.SAPROF.getItems()) {
            built.with("ratings." + item.getCode(), "1");
        }
        return built;
    }

    /** An amendment that changes nothing yet. */
    public static TestAssessments amendmentOf(Assessment assessment) {
        TestAssessments built = new TestAssessments();
        built.input.uuid(assessment.getUuid());
        return built;
    }

    public TestAssessments with(String field, Object answer) {
        answers.put(field, answer);
        return this;
    }

    public TestAssessments without(String field) {
        answers.remove(field);
        return this;
    }

    public TestAssessments version(String version) {
        input.version(version);
        return this;
    }

    public TestAssessments date(String day) {
        input.date(day);
        return this;
    }

    public TestAssessments location(String uuid) {
        input.location(uuid);
        return this;
    }

    public TestAssessments raters(String... uuids) {
        input.raters(List.of(uuids));
        return this;
    }

    public AssessmentInput input() {
        return input.answers(new LinkedHashMap<>(answers)).build();
    }
}
