/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.Test;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.quicktheories.core.Gen;

/** What holds of any assessment and of any sequence of changes, tried on generated ones. A failure is shrunk, and repeated by the seed. */
public class AnyAssessmentTest extends SmprContextTest {

    private static final long SEED = 20261125;

    private static final String[] TEXTS = {
        "a", "é – « œ »", "line\nline", "  spaced  ", "{\"json\": 1}", "<b>&amp;", "'; --"
    };

    private TestRecord record;

    private int day;

    @Test
    public void shouldGiveBackWhateverWasAnswered() {
        for (Instrument instrument : Definitions.shipped()) {
            Patient patient = TestPeople.patient();
            qt().withFixedSeed(SEED)
                    .withExamples(25)
                    .withShrinkCycles(20)
                    .forAll(integers().all())
                    .checkAssert(seed -> givesBack(instrument, patient, new Random(seed)));
        }
    }

    @Test
    public void shouldProjectWhatTheObsSayAfterAnySequenceOfChanges() {
        record = new TestRecord(applicationContext.getBean("sessionFactory", SessionFactory.class));
        qt().withFixedSeed(SEED)
                .withExamples(40)
                .withShrinkCycles(30)
                .forAll(lists().of(steps()).ofSizeBetween(1, 10))
                .checkAssert(this::agreesThroughout);
    }

    private static Gen<Step> steps() {
        return integers()
                .between(0, Kind.values().length - 1)
                .zip(integers().between(0, 1000), (kind, at) -> new Step(Kind.values()[kind], at));
    }

    private static void givesBack(Instrument instrument, Patient patient, Random random) {
        Map<String, List<Object>> answers = anyAnswers(instrument, random);
        Map<String, Object> input = new LinkedHashMap<>();
        answers.forEach((code, values) -> {
            Question question = instrument.question(code).get();
            List<Object> sent = values.stream()
                    .map(value -> value instanceof LocalDate ? value.toString() : value)
                    .collect(Collectors.toList());
            input.put(Fields.of(question), question.isMultiple() ? sent : sent.get(0));
        });
        Assessment saved = TestRecord.service()
                .saveAssessment(AssessmentInput.builder()
                        .patient(patient.getUuid())
                        .instrument(instrument.getCode())
                        .date("2026-03-01")
                        .answers(input)
                        .build());
        TestRecord.settle();
        assertEquals(
                bags(answers),
                bags(TestRecord.service().getAssessment(saved.getUuid()).get().getAnswers()));
    }

    /** Any part of the questions of a draft, each with any answer that it offers. */
    private static Map<String, List<Object>> anyAnswers(Instrument instrument, Random random) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        int percent = 10 + random.nextInt(91);
        for (Question question : instrument.getQuestions()) {
            if (question.getCode().equals(CommonQuestions.STATUS)) {
                answers.put(question.getCode(), List.of(CommonQuestions.DRAFT));
            } else if (!question.getCode().equals(CommonQuestions.AMENDMENT)
                    && instrument.offers(question)
                    && random.nextInt(100) < percent) {
                answers.put(question.getCode(), anyValues(instrument, question, random));
            }
        }
        return answers;
    }

    private static List<Object> anyValues(Instrument instrument, Question question, Random random) {
        switch (question.getKind()) {
            case NUMBER:
                int low = question.getMin().intValue();
                return List.of((double) (low + random.nextInt(question.getMax().intValue() - low + 1)));
            case DATE:
                return List.of(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000)));
            case TEXT:
                return List.of(TEXTS[random.nextInt(TEXTS.length)]);
            default:
                List<String> offered = question.getChoices().stream()
                        .filter(instrument::offers)
                        .map(Choice::getCode)
                        .collect(Collectors.toList());
                Collections.shuffle(offered, random);
                return new ArrayList<>(
                        offered.subList(0, question.isMultiple() ? 1 + random.nextInt(offered.size()) : 1));
        }
    }

    private static Map<String, List<String>> bags(Map<String, List<Object>> answers) {
        Map<String, List<String>> bags = new LinkedHashMap<>();
        answers.forEach((code, values) ->
                bags.put(code, values.stream().map(Object::toString).sorted().collect(Collectors.toList())));
        return bags;
    }

    private void agreesThroughout(List<Step> steps) {
        List<Patient> people = new ArrayList<>(List.of(TestPeople.patient(), TestPeople.patient()));
        day = 0;
        for (Step step : steps) {
            change(step, people);
            TestRecord.agrees(people.toArray(new Patient[0]));
        }
    }

    /** One change to the record of those people, by one of the ways there are; nothing where there is nothing to change. */
    private void change(Step step, List<Patient> people) {
        Patient patient = people.get(step.at % people.size());
        if (step.kind == Kind.CHART || step.kind == Kind.DRAFT) {
            TestAssessments saprof = TestAssessments.saprof(patient, String.format("2026-01-%02d", 1 + day++));
            saprof.with("ratings.05", String.valueOf(step.at % 3));
            TestRecord.service()
                    .saveAssessment((step.kind == Kind.DRAFT ? saprof.with("status", "DRAFT") : saprof).input());
            return;
        }
        if (step.kind == Kind.MERGE) {
            if (people.size() > 1) {
                merge(people.get(0), people.remove(1));
            }
            return;
        }
        List<Assessment> all = TestRecord.service()
                .getAssessments(AssessmentSearch.builder()
                        .patient(patient.getUuid())
                        .includeVoided(true)
                        .build());
        List<Assessment> live = all.stream().filter(a -> !a.isVoided()).collect(Collectors.toList());
        List<Assessment> voided = all.stream().filter(Assessment::isVoided).collect(Collectors.toList());
        if (step.kind == Kind.BRING_BACK || step.kind == Kind.BRING_BACK_NATIVELY) {
            if (!voided.isEmpty()) {
                bringBack(step, voided.get(step.at % voided.size()));
            }
        } else if (!live.isEmpty()) {
            change(step, live.get(step.at % live.size()), people);
        }
    }

    private void bringBack(Step step, Assessment voided) {
        if (step.kind == Kind.BRING_BACK) {
            TestRecord.service().undeleteAssessment(voided);
        } else {
            Context.getEncounterService().unvoidEncounter(record.encounter(voided));
        }
    }

    private void change(Step step, Assessment assessment, List<Patient> people) {
        String rating = String.valueOf((step.at + 1) % 3);
        switch (step.kind) {
            case AMEND:
                TestRecord.service()
                        .saveAssessment(TestAssessments.amendmentOf(assessment)
                                .with("ratings.05", rating)
                                .with("status", "COMPLETE")
                                .reason("read again")
                                .input());
                break;
            case VOID:
                TestRecord.service().deleteAssessment(assessment, "charted twice");
                break;
            case VOID_NATIVELY:
                Context.getEncounterService().voidEncounter(record.encounter(assessment), "charted twice");
                break;
            case PURGE:
                TestRecord.service().purgeAssessment(assessment);
                break;
            case TRANSFER:
                Context.getEncounterService()
                        .transferEncounter(record.encounter(assessment), people.get((step.at / 2) % people.size()));
                break;
            case EDIT_OBS:
                Obs edited = record.obs(assessment, "SAPROF.07");
                edited.setValueCoded(TestRecord.concept("SAPROF.rating." + rating));
                Context.getObsService().saveObs(edited, "read again");
                break;
            case MOVE_IN_TIME:
                record.sql(
                        "update encounter set encounter_datetime = ?1 where encounter_id = ?2",
                        TestPeople.day("2025-12-" + String.format("%02d", 1 + step.at % 28)),
                        record.encounter(assessment).getEncounterId());
                break;
            case CHANGE_ROW:
                record.sql(
                        "update obs set value_coded = ?1 where obs_id = ?2",
                        TestRecord.concept("SAPROF.rating." + rating).getConceptId(),
                        record.obs(assessment, "SAPROF.09").getObsId());
                break;
            default:
                throw new IllegalStateException(step.toString());
        }
    }

    private static void merge(Patient preferred, Patient other) {
        TestRecord.settle();
        try {
            Context.getPatientService()
                    .mergePatients(
                            Context.getPatientService().getPatientByUuid(preferred.getUuid()),
                            Context.getPatientService().getPatientByUuid(other.getUuid()));
        } catch (org.openmrs.serialization.SerializationException e) {
            throw new AssertionError(e);
        }
    }

    private enum Kind {
        CHART,
        DRAFT,
        AMEND,
        VOID,
        BRING_BACK,
        PURGE,
        VOID_NATIVELY,
        BRING_BACK_NATIVELY,
        TRANSFER,
        MERGE,
        EDIT_OBS,
        MOVE_IN_TIME,
        CHANGE_ROW
    }

    private static final class Step {

        final Kind kind;

        /** Which assessment, person and rating. */
        final int at;

        Step(Kind kind, int at) {
            this.kind = kind;
            this.at = at;
        }

        @Override
        public String toString() {
            return kind + "(" + at + ")";
        }
    }
}
