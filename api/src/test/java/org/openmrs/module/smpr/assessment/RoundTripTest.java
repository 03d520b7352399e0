/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.MetadataInstaller;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;

/** Every answer to every question of every instrument, in every context and dimension, there and back. */
public class RoundTripTest extends SmprContextTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private AssessmentService service;

    private Patient patient;

    private List<Instrument> instruments;

    /** A site that uses every option, so that nothing that can be asked is left out. */
    @Before
    public void setUp() {
        SiteService site = Context.getService(SiteService.class);
        String instrumentsWithOptions = site.getInstruments().stream()
                .map(i -> "\"" + i.getCode() + "\": {\"options\": ["
                        + i.getOptions().keySet().stream()
                                .map(option -> "\"" + option + "\"")
                                .collect(Collectors.joining(", "))
                        + "]}")
                .collect(Collectors.joining(", "));
        site.acceptSettings("a test", "{\"format\": 1, \"instruments\": {" + instrumentsWithOptions + "}}");
        Context.getRegisteredComponent("smpr.metadataInstaller", MetadataInstaller.class)
                .install();
        service = Context.getService(AssessmentService.class);
        patient = TestPeople.patient();
        instruments = site.getInstruments();
    }

    @Test
    public void shouldCarryEveryAnswerThroughTheModule() {
        for (Instrument instrument : instruments) {
            for (int round = 0; round < rounds(instrument); round++) {
                Map<String, List<Object>> answers = answers(instrument, round);
                // A draft, because not all of these answers go together.
                answers.put(CommonQuestions.STATUS, List.of("DRAFT"));
                TestAssessments sent =
                        TestAssessments.draft(instrument, patient).date(DAY.toString());
                for (Question question : asked(instrument)) {
                    sent.with(Fields.of(question), sent(question, answers.get(question.getCode())));
                }
                String uuid = service.saveAssessment(sent.input()).getUuid();
                Context.clearSession();
                assertEquals(
                        instrument.getCode(),
                        answers,
                        service.getAssessment(uuid).get().getAnswers());
            }
        }
    }

    @Test
    public void shouldCarryAnAnswerToEveryQuestionThroughThePlatform() {
        for (Instrument instrument : instruments) {
            for (int round = 0; round < 2; round++) {
                Map<String, List<Object>> answers = answers(instrument, round);
                Encounter encounter = new Encounter();
                encounter.setPatient(patient);
                encounter.setEncounterDatetime(day());
                encounter.setEncounterType(Context.getEncounterService()
                        .getEncounterTypeByUuid(StableUuid.ofEncounterType(instrument.getCode())));
                for (Question question : asked(instrument)) {
                    for (Object answer : answers.get(question.getCode())) {
                        encounter.addObs(obs(question, answer));
                    }
                }
                String uuid =
                        Context.getEncounterService().saveEncounter(encounter).getUuid();
                Context.flushSession();
                Context.clearSession();
                Assessment read = service.getAssessment(uuid).get();
                // The platform stores the obs of one save in no order of its own.
                assertEquals(instrument.getCode(), inOrder(answers), inOrder(read.getAnswers()));
                assertEquals(
                        List.of(),
                        read.getFaults().stream()
                                .filter(f -> List.of(
                                                "unknownAnswer", "unknownQuestion", "emptyAnswer", "severalAnswers")
                                        .contains(f.getCode()))
                                .collect(Collectors.toList()));
            }
        }
    }

    /** As many as it takes for each choice of each question to be given once. */
    private static int rounds(Instrument instrument) {
        return asked(instrument).stream()
                .filter(question -> !question.isMultiple())
                .mapToInt(question -> question.getChoices().size())
                .max()
                .getAsInt();
    }

    /** An answer to every question, with a number of its own where it has no choices. */
    private static Map<String, List<Object>> answers(Instrument instrument, int round) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        List<Question> asked = asked(instrument);
        for (int i = 0; i < asked.size(); i++) {
            Question question = asked.get(i);
            answers.put(question.getCode(), answer(question, round, i));
        }
        return answers;
    }

    private static List<Object> answer(Question question, int round, int own) {
        switch (question.getKind()) {
            case CODED:
                List<Object> choices =
                        question.getChoices().stream().map(Choice::getCode).collect(Collectors.toList());
                return question.isMultiple() ? choices : List.of(choices.get(round % choices.size()));
            case NUMBER:
                return List.of(round % 2 == 0 ? question.getMin() : question.getMax());
            case DATE:
                return List.of(DAY.minusDays(own));
            default:
                return List.of("Réponse n° " + own + " — « inventée »");
        }
    }

    /** What an input can answer: why it is amended is said with an amendment. */
    private static List<Question> asked(Instrument instrument) {
        return instrument.getQuestions().stream()
                .filter(question -> !question.getCode().equals(CommonQuestions.AMENDMENT))
                .collect(Collectors.toList());
    }

    private static Object sent(Question question, List<Object> answer) {
        List<Object> sent = answer.stream()
                .map(value -> value instanceof LocalDate ? value.toString() : value)
                .collect(Collectors.toList());
        return question.isMultiple() ? sent : sent.get(0);
    }

    private Obs obs(Question question, Object answer) {
        Obs obs = new Obs();
        obs.setPerson(patient);
        obs.setConcept(concept(question.getConceptCode()));
        if (question.getKind() == Question.Kind.CODED) {
            obs.setValueCoded(concept(question.choice((String) answer).get().getConceptCode()));
        } else if (question.getKind() == Question.Kind.NUMBER) {
            obs.setValueNumeric((Double) answer);
        } else if (question.getKind() == Question.Kind.DATE) {
            obs.setValueDatetime(TestPeople.day(answer.toString()));
        } else {
            obs.setValueText((String) answer);
        }
        return obs;
    }

    private static Date day() {
        return TestPeople.day(DAY.toString());
    }

    private static Concept concept(String code) {
        return Context.getConceptService().getConceptByUuid(StableUuid.ofConcept(code));
    }

    private static Map<String, List<String>> inOrder(Map<String, List<Object>> answers) {
        Map<String, List<String>> inOrder = new LinkedHashMap<>();
        answers.forEach((question, values) -> inOrder.put(
                question, values.stream().map(Object::toString).sorted().collect(Collectors.toList())));
        return inOrder;
    }
}
