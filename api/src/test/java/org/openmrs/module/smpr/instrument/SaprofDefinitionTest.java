/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;

/** SAPROF as its publications have it: structure and item names at saprof.com, sums as published for research. */
public class SaprofDefinitionTest {

    private final Instrument saprof = TestInstruments.SAPROF;

    @Test
    public void shouldHaveSeventeenItemsNumberedAsTheInstrumentPrintsThem() {
        assertEquals(
                IntStream.rangeClosed(1, 17)
                        .mapToObj(i -> String.format("%02d", i))
                        .collect(Collectors.toList()),
                saprof.getItems().stream().map(Item::getCode).collect(Collectors.toList()));
    }

    @Test
    public void shouldNameTheItems() {
        assertEquals(
                List.of(
                        "Intelligence",
                        "Secure attachment in childhood",
                        "Empathy",
                        "Coping",
                        "Self-control",
                        "Work",
                        "Leisure activities",
                        "Financial management",
                        "Motivation for treatment",
                        "Attitudes towards authority",
                        "Life goals",
                        "Medication",
                        "Social network",
                        "Intimate relationship",
                        "Professional care",
                        "Living circumstances",
                        "External control"),
                labels(Locale.ENGLISH));
        assertEquals(
                List.of(
                        "Intelligence",
                        "Attachement sécurisant dans l’enfance",
                        "Empathie",
                        "Stratégies d’adaptation (coping)",
                        "Maîtrise de soi",
                        "Travail",
                        "Activités de loisirs",
                        "Gestion financière",
                        "Motivation pour le traitement",
                        "Attitudes envers l’autorité",
                        "Objectifs de vie",
                        "Traitement médicamenteux",
                        "Réseau social",
                        "Relation de couple",
                        "Prise en charge professionnelle",
                        "Conditions de vie",
                        "Contrôle externe"),
                labels(Locale.FRENCH));
    }

    @Test
    public void shouldTakeItems1And2AsStaticAndTheOther15AsDynamic() {
        assertEquals(
                List.of("01", "02"),
                saprof.getItems().stream()
                        .filter(Item::isFixed)
                        .map(Item::getCode)
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldSumFiveInternalSevenMotivationalFiveExternalItemsAndAllOfThem() {
        Map<String, List<Integer>> ranges = saprof.getScales().stream()
                .collect(Collectors.toMap(
                        Scale::getCode, s -> List.of(s.getItems().size(), s.getMin(), s.getMax())));
        assertEquals(
                Map.of(
                        "internal", List.of(5, 0, 10),
                        "motivational", List.of(7, 0, 14),
                        "external", List.of(5, 0, 10),
                        "total", List.of(17, 0, 34)),
                ranges);
        assertEquals(
                List.of("01", "02", "03", "04", "05"),
                saprof.scale("internal").get().getItems());
        assertEquals(
                List.of("13", "14", "15", "16", "17"),
                saprof.scale("external").get().getItems());
    }

    @Test
    public void shouldMarkTheScalesThatContainStaticItems() {
        assertTrue(saprof.scale("internal").get().isWithFixedItems());
        assertTrue(saprof.scale("total").get().isWithFixedItems());
        assertFalse(saprof.scale("motivational").get().isWithFixedItems());
        assertFalse(saprof.scale("external").get().isWithFixedItems());
    }

    @Test
    public void shouldRateEveryItem0To2OrOmitted() {
        for (Item item : saprof.getItems()) {
            Question question = saprof.question(item.getCode()).get();
            assertEquals("SAPROF." + item.getCode(), question.getConceptCode());
            assertEquals(0, (int) question.choice("0").get().getValue());
            assertEquals(1, (int) question.choice("1").get().getValue());
            assertEquals(2, (int) question.choice("2").get().getValue());
            assertEquals(Choice.Kind.OMITTED, question.choice("OMIT").get().getKind());
        }
    }

    @Test
    public void shouldLetMedicationBeNotApplicable() {
        assertTrue(saprof.offers(saprof.question("12").get().choice("NA").get()));
    }

    @Test
    public void shouldLetMotivationBeNotApplicableOnlyWhereASiteSaysSo() {
        Choice notApplicable = saprof.question("09").get().choice("NA").get();
        assertFalse(saprof.offers(notApplicable));
        assertTrue(saprof.asUsedWith(Map.of(), java.util.Set.of("motivation-not-applicable"), Map.of())
                .offers(notApplicable));
    }

    @Test
    public void shouldLetNoOtherItemBeNotApplicable() {
        assertEquals(
                List.of("09", "12"),
                saprof.getQuestions().stream()
                        .filter(q -> q.choice("NA").isPresent())
                        .map(Question::getCode)
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldGiveNoNumberToRatingsRefinedByPlusAndMinus() {
        Question question = saprof.question("05").get();
        for (String refined : List.of("0-plus", "1-minus", "1-plus", "2-minus")) {
            assertEquals(null, question.choice(refined).get().getValue());
            assertFalse(saprof.offers(question.choice(refined).get()));
        }
    }

    @Test
    public void shouldLetEveryItemBeKeyAndOnlyDynamicOnesBeGoals() {
        assertEquals(17, saprof.question("key").get().getChoices().size());
        List<String> goals = saprof.question("goal").get().getChoices().stream()
                .map(Choice::getCode)
                .collect(Collectors.toList());
        assertEquals(15, goals.size());
        assertFalse(goals.contains("01"));
        assertFalse(goals.contains("02"));
    }

    @Test
    public void shouldAskForTheFinalProtectionJudgementAndAllowTheIntegrativeOne() {
        assertTrue(saprof.question("FPJ").get().isRequired());
        assertFalse(saprof.question("IFRJ").get().isRequired());
        assertEquals(
                List.of("LOW", "MODERATE", "HIGH"),
                saprof.question("FPJ").get().getChoices().stream()
                        .filter(saprof::offers)
                        .map(Choice::getCode)
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldNameTheHcr20ThatAnIntegrativeJudgementRestsOnByItsDay() {
        Question basis = saprof.question("basis").get();
        assertEquals(Question.Kind.DATE, basis.getKind());
        assertEquals("HCR20V3", basis.getAssessmentOf());
        assertEquals("IFRJ", basis.getRequiredWith());
        assertFalse(basis.isRequired());
    }

    @Test
    public void shouldBeSubtractedFromTheHcr20InAnIndexThatIsLabelledAsAnExtension() {
        assertEquals(1, saprof.getIndices().size());
        Index index = saprof.getIndices().get(0);
        assertEquals("HCR20V3", index.getOfInstrument());
        assertEquals("total", index.getOfScale());
        assertEquals("total", index.getMinus());
        assertTrue(TestInstruments.HCR20V3.scale(index.getOfScale()).isPresent());
        assertTrue(index.getNotice().in(Locale.ENGLISH).matches(".*extension.*version 2.*"));
        assertTrue(index.getNotice().in(Locale.FRENCH).matches(".*extension.*version 2.*"));
    }

    @Test
    public void shouldGiveNoNumberToAJudgement() {
        for (String judgement : List.of("FPJ", "IFRJ")) {
            assertTrue(saprof.question(judgement).get().getChoices().stream().allMatch(c -> c.getValue() == null));
        }
    }

    @Test
    public void shouldLookSixToTwelveMonthsAhead() {
        assertEquals(6, (int) saprof.getWindow().getHorizonFromMonths());
        assertEquals(12, (int) saprof.getWindow().getHorizonToMonths());
    }

    @Test
    public void shouldSayInBothLanguagesThatManualAndTrainingAreRequired() {
        assertTrue(saprof.getNotice().in(Locale.ENGLISH).contains("manual and training"));
        assertTrue(saprof.getNotice().in(Locale.FRENCH).contains("manuel"));
    }

    private List<String> labels(Locale locale) {
        return saprof.getItems().stream().map(i -> i.getLabel().in(locale)).collect(Collectors.toList());
    }
}
