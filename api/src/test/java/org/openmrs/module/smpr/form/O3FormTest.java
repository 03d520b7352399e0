/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.StableUuid;

public class O3FormTest {

    private static final String COMMUNITY = concept("ASSESSMENT.context.OUT");

    private static final String BEFORE_RATER_ROLE = "mode === 'enter' && isEmpty(ASSESSMENT_raterRole)";

    @Test
    public void shouldMakeAFormForEachInstrumentAndEachRecordOfThePathway() {
        assertEquals(
                Arrays.asList(
                        "HCR20V3",
                        "SAPROF",
                        "CAPP",
                        "ENTRY",
                        "RELEASE",
                        "EXTENSION",
                        "END",
                        "IN-CHARGE",
                        "CONTACT",
                        "ACTION",
                        "RELAY"),
                GeneratedForms.plans().stream()
                        .map(plan -> plan.getQuestionnaire().getCode())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldAskEachQuestionOnceWithItsConceptAndItsAnswers() {
        for (FormPlan plan : GeneratedForms.plans()) {
            List<Map<String, Object>> asked = GeneratedForms.fields(GeneratedForms.o3(plan)).stream()
                    .filter(field -> field.get("type").equals("obs"))
                    .collect(Collectors.toList());
            List<Question> questions = plan.getQuestionnaire().getQuestions().stream()
                    .filter(plan.getQuestionnaire()::offers)
                    .filter(q -> !q.getConceptCode().equals("ASSESSMENT.amendment"))
                    .collect(Collectors.toList());
            assertEquals(
                    plan.getQuestionnaire().getCode(),
                    questions.stream()
                            .map(q -> concept(q.getConceptCode()))
                            .sorted()
                            .collect(Collectors.toList()),
                    asked.stream()
                            .map(field -> option(field, "concept"))
                            .sorted()
                            .collect(Collectors.toList()));
            for (Question question : questions) {
                Map<String, Object> field = asked.stream()
                        .filter(f -> option(f, "concept").equals(concept(question.getConceptCode())))
                        .findFirst()
                        .get();
                assertEquals(
                        question.getCode(),
                        question.getKind() != Question.Kind.CODED
                                ? null
                                : question.getChoices().stream()
                                        .filter(plan.getQuestionnaire()::offers)
                                        .map(Choice::getConceptCode)
                                        .map(O3FormTest::concept)
                                        .collect(Collectors.toList()),
                        answers(field));
                assertEquals(question.getCode(), rendering(question), rendering(field));
            }
        }
    }

    private static String rendering(Question question) {
        switch (question.getKind()) {
            case CODED:
                return question.isMultiple() ? "checkbox" : "radio";
            case NUMBER:
                return "number";
            case DATE:
                return "date";
            default:
                return "textarea";
        }
    }

    private static String rendering(Map<String, Object> field) {
        return String.valueOf(GeneratedForms.map(field.get("questionOptions")).get("rendering"))
                .replace("checkbox-searchable", "checkbox");
    }

    @Test
    public void shouldNameEachFieldSoThatAnExpressionCanUseIt() {
        for (FormPlan plan : GeneratedForms.plans()) {
            List<String> ids = GeneratedForms.fields(GeneratedForms.o3(plan)).stream()
                    .map(field -> (String) field.get("id"))
                    .collect(Collectors.toList());
            ids.forEach(id -> assertTrue(id, id.matches("[A-Za-z_][A-Za-z0-9_]*")));
            assertEquals(ids.size(), new HashSet<>(ids).size());
        }
    }

    @Test
    public void shouldFillInNothing() {
        for (FormPlan plan : GeneratedForms.plans()) {
            String schema = O3Form.json(GeneratedForms.o3(plan).getSchema());
            assertFalse(schema.contains("defaultValue"));
            assertFalse(schema.contains("calculate"));
            assertFalse(schema.contains("enablePreviousValue"));
        }
    }

    @Test
    public void shouldHaveASectionForEachContextThatIsHiddenUntilTheContextIsRated() {
        O3Form form = GeneratedForms.o3("HCR20V3");
        List<Map<String, Object>> ofCommunity = GeneratedForms.sections(form).stream()
                .filter(section -> GeneratedForms.list(section.get("questions")).stream()
                        .allMatch(question -> String.valueOf(question.get("id")).contains("_OUT")))
                .collect(Collectors.toList());
        assertEquals("R items, and final opinions", 2, ofCommunity.size());
        for (Map<String, Object> section : ofCommunity) {
            for (Map<String, Object> question : GeneratedForms.list(section.get("questions"))) {
                String hidden = hide(question);
                assertTrue(hidden, hidden.contains("!includes(SMPR_contexts, '" + COMMUNITY + "')"));
                assertTrue("What is answered is never hidden", hidden.contains("isEmpty(HCR20V3_R1_OUT_presence)"));
            }
        }
        assertEquals(
                List.of(concept("ASSESSMENT.context.IN"), COMMUNITY),
                answers(GeneratedForms.field(form, "SMPR_contexts")));
    }

    /** What hides a section the engine judges anew by a form without answers, once it is touched; what hides a question it does not. */
    @Test
    public void shouldAskNothingElseBeforeTheRaterRole_QuestionByQuestion() {
        for (FormPlan plan : GeneratedForms.plans()) {
            List<Map<String, Object>> sections = GeneratedForms.sections(GeneratedForms.o3(plan));
            for (Map<String, Object> section : sections) {
                assertNull(section.get("hide"));
            }
            for (Map<String, Object> section : sections.subList(1, sections.size())) {
                for (Map<String, Object> question : GeneratedForms.list(section.get("questions"))) {
                    assertTrue(hide(question), hide(question).startsWith(BEFORE_RATER_ROLE));
                }
            }
        }
    }

    @Test
    public void shouldFoldSubItemsUnderTheirItem() {
        O3Form form = GeneratedForms.o3("HCR20V3");
        List<String> ids = GeneratedForms.fields(form).stream()
                .map(field -> (String) field.get("id"))
                .filter(id -> id.startsWith("HCR20V3_H1_"))
                .collect(Collectors.toList());
        assertEquals(
                List.of(
                        "HCR20V3_H1_presence",
                        "HCR20V3_H1_relevance",
                        "HCR20V3_H1_a_presence_subItems",
                        "HCR20V3_H1_a_presence",
                        "HCR20V3_H1_b_presence",
                        "HCR20V3_H1_c_presence"),
                ids);
        assertEquals(
                BEFORE_RATER_ROLE
                        + " || !HCR20V3_H1_a_presence_subItems && isEmpty(HCR20V3_H1_a_presence) && isEmpty(HCR20V3_H1_b_presence)"
                        + " && isEmpty(HCR20V3_H1_c_presence)",
                hide(GeneratedForms.field(form, "HCR20V3_H1_b_presence")));
    }

    @Test
    public void shouldAskForRelevanceWhereTheDefinitionDoes() {
        String hidden = hide(GeneratedForms.field(GeneratedForms.o3("HCR20V3"), "HCR20V3_H1_relevance"));
        assertTrue(hidden, hidden.contains("HCR20V3_H1_presence === '" + concept("HCR20V3.presence.N") + "'"));
        assertFalse(hidden, hidden.contains(concept("HCR20V3.presence.P")));
        Instrument asked = TestInstruments.HCR20V3.asUsedWith(
                Map.of(), Set.of(), Map.of("relevance", Map.of("presence", Set.of("OMIT"))));
        String hiddenThere = hide(GeneratedForms.field(GeneratedForms.o3(FormPlan.of(asked)), "HCR20V3_H1_relevance"));
        assertFalse(hiddenThere, hiddenThere.contains(concept("HCR20V3.presence.N")));
    }

    @Test
    public void shouldShowThePreviousConsensusRating_ButNotToAnIndependentSecondRater() {
        for (Instrument instrument : List.of(TestInstruments.HCR20V3, TestInstruments.SAPROF, TestInstruments.CAPP)) {
            O3Form form = GeneratedForms.o3(FormPlan.of(instrument));
            for (Question question : instrument.getQuestions()) {
                if (!instrument.offers(question) || question.getCode().equals(CommonQuestions.AMENDMENT)) {
                    continue;
                }
                String previous = (String)
                        GeneratedForms.field(form, O3Expressions.id(question)).get("historicalExpression");
                boolean shown =
                        question.getPart() == Question.Part.RATING || question.getPart() == Question.Part.JUDGEMENT;
                assertEquals(question.getCode(), shown, previous != null);
                if (shown) {
                    assertTrue(
                            previous,
                            previous.startsWith("!(ASSESSMENT_raterRole === '"
                                    + concept("ASSESSMENT.raterRole.INDEPENDENT") + "')"));
                    assertTrue(previous, previous.contains("'" + concept("ASSESSMENT.raterRole.CONSENSUS") + "'"));
                    assertTrue(previous, previous.contains("'" + concept("ASSESSMENT.status.COMPLETE") + "'"));
                }
            }
        }
    }

    @Test
    public void shouldAskForWhatACompleteAssessmentNeeds_AndOfADraftOnlyThatItIsOne() {
        O3Form form = GeneratedForms.o3("SAPROF");
        assertEquals(true, GeneratedForms.field(form, "ASSESSMENT_status").get("required"));
        Map<String, Object> required =
                GeneratedForms.map(GeneratedForms.field(form, "SAPROF_05").get("required"));
        assertEquals("conditionalRequired", required.get("type"));
        assertEquals("ASSESSMENT_status", required.get("referenceQuestionId"));
        assertEquals(List.of(concept("ASSESSMENT.status.COMPLETE")), required.get("referenceQuestionAnswers"));
    }

    @Test
    public void shouldTranslateEverythingThatItShows() {
        for (FormPlan plan : GeneratedForms.plans()) {
            O3Form form = GeneratedForms.o3(plan);
            List<String> shown = new ArrayList<>();
            collect(form.getSchema().get("pages"), shown);
            assertTrue(shown.size() > 5);
            for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                Map<String, String> translations = form.translations(locale);
                shown.forEach(text -> assertTrue(text, translations.containsKey(text)));
            }
        }
        O3Form saprof = GeneratedForms.o3("SAPROF");
        String key = (String) GeneratedForms.field(saprof, "SAPROF_05").get("label");
        assertEquals("05 Self-control", saprof.translations(Locale.ENGLISH).get(key));
        assertEquals("05 Maîtrise de soi", saprof.translations(Locale.FRENCH).get(key));
        assertEquals("SMPR SAPROF", saprof.translationsDocument("fr").get("form"));
        assertEquals("SMPR\u00a0: SAPROF", saprof.translationsDocument("fr").get("form_name_translation"));
    }

    /** Everything under a key that holds a text for people. */
    private static void collect(Object node, List<String> texts) {
        if (node instanceof Map) {
            ((Map<?, ?>) node).forEach((key, value) -> {
                if (Set.of("label", "questionInfo", "message", "labelTrue", "labelFalse")
                        .contains(key)) {
                    texts.add((String) value);
                } else if (key.equals("value")) {
                    texts.addAll(((Collection<?>) value)
                            .stream().map(String.class::cast).collect(Collectors.toList()));
                } else {
                    collect(value, texts);
                }
            });
        } else if (node instanceof Collection) {
            ((Collection<?>) node).forEach(one -> collect(one, texts));
        }
    }

    @Test
    public void shouldUseTheLabelsAndOptionsOfTheSite_ButKeepItsName() {
        Instrument used = TestInstruments.SAPROF.asUsedWith(
                Map.of("SAPROF", Label.inEveryLanguage("Ours"), "SAPROF.05", Label.inEveryLanguage("As in our manual")),
                Set.of("refinement"),
                Map.of());
        O3Form form = GeneratedForms.o3(FormPlan.of(used));
        assertEquals(
                "05 As in our manual", GeneratedForms.field(form, "SAPROF_05").get("label"));
        assertTrue(answers(GeneratedForms.field(form, "SAPROF_05")).contains(concept("SAPROF.rating.1-plus")));
        assertEquals(
                GeneratedForms.o3("SAPROF").getSchema().get("uuid"),
                form.getSchema().get("uuid"));
        assertEquals("SMPR SAPROF", form.getSchema().get("name"));
    }

    @Test
    public void shouldHaveAUuidOfItsOwnInEachVersion() {
        FormPlan plan = GeneratedForms.plan("SAPROF");
        assertEquals(
                "2da5a7e2-4f2d-3d0a-8d4b-000000000000".length(),
                FormGenerator.uuid(plan, 1).length());
        assertNotEquals(FormGenerator.uuid(plan, 1), FormGenerator.uuid(plan, 2));
        assertNotEquals(FormGenerator.uuid(plan, 1), FormGenerator.uuid(GeneratedForms.plan("CAPP"), 1));
    }

    private static String concept(String code) {
        return StableUuid.ofConcept(code);
    }

    private static String option(Map<String, Object> field, String name) {
        return (String) GeneratedForms.map(field.get("questionOptions")).get(name);
    }

    private static String hide(Map<String, Object> field) {
        return (String) GeneratedForms.map(field.get("hide")).get("hideWhenExpression");
    }

    private static List<Object> answers(Map<String, Object> field) {
        Object answers = GeneratedForms.map(field.get("questionOptions")).get("answers");
        return answers == null
                ? null
                : Stream.of(answers)
                        .flatMap(a -> GeneratedForms.list(a).stream())
                        .map(answer -> answer.get("concept"))
                        .collect(Collectors.toList());
    }
}
