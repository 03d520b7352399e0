/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;

/** CAPP as its publications have it: 33 symptoms in six domains (Cooke, Hart, Logan & Michie 2004), seven points, six months. */
public class CappDefinitionTest {

    private final Instrument capp = TestInstruments.CAPP;

    @Test
    public void shouldNameThirtyThreeSymptoms() {
        assertEquals("""
                A1 | Detached | Détaché
                A2 | Uncommitted | Non engagé
                A3 | Unempathic | Non empathique
                A4 | Uncaring | Indifférent aux autres
                B1 | Lacks perseverance | Manque de persévérance
                B2 | Unreliable | Non fiable
                B3 | Reckless | Téméraire
                B4 | Restless | Instable, ne tient pas en place
                B5 | Disruptive | Perturbateur
                B6 | Aggressive | Agressif
                C1 | Suspicious | Méfiant
                C2 | Lacks concentration | Manque de concentration
                C3 | Intolerant | Intolérant
                C4 | Inflexible | Inflexible
                C5 | Lacks planfulness | Manque de planification
                D1 | Antagonistic | Oppositionnel
                D2 | Domineering | Dominateur
                D3 | Deceitful | Trompeur
                D4 | Manipulative | Manipulateur
                D5 | Insincere | Non sincère
                D6 | Garrulous | Volubile
                E1 | Lacks anxiety | Absence d’anxiété
                E2 | Lacks pleasure | Absence de plaisir
                E3 | Lacks emotional depth | Manque de profondeur émotionnelle
                E4 | Lacks emotional stability | Manque de stabilité émotionnelle
                E5 | Lacks remorse | Absence de remords
                S1 | Self-centered | Égocentrique
                S2 | Self-aggrandizing | Autovalorisation excessive
                S3 | Sense of uniqueness | Sentiment d’être unique
                S4 | Sense of entitlement | Sentiment que tout lui est dû
                S5 | Sense of invulnerability | Sentiment d’invulnérabilité
                S6 | Self-justifying | Autojustification
                S7 | Unstable self-concept | Concept de soi instable""", TestInstruments.items(capp));
        assertEquals(33, capp.getItems().size());
    }

    @Test
    public void shouldTakeEverySymptomAsDynamicAndRateItOnce() {
        for (Item item : capp.getItems()) {
            assertFalse(item.isFixed());
            assertFalse(item.isPerContext());
            assertFalse(item.isNotApplicable());
            assertEquals(List.of(), item.getSubItems());
            Question question = capp.question(item.getCode()).get();
            assertTrue(question.isRequired());
            assertEquals(Map.of(), question.getNotAskedWhere());
            assertEquals("CAPP." + item.getCode(), question.getConceptCode());
        }
    }

    @Test
    public void shouldRateSevenPointsOrOmitAndPutWordsOnlyToTheEnds() {
        for (Item item : capp.getItems()) {
            assertEquals("""
                    0=0 | 0: absent | 0 : absent
                    1=1 | 1 | 1
                    2=2 | 2 | 2
                    3=3 | 3 | 3
                    4=4 | 4 | 4
                    5=5 | 5 | 5
                    6=6 | 6: very severe | 6 : très sévère
                    OMIT=- | omitted | non coté""", TestInstruments.answers(capp, item.getCode()));
            assertEquals(
                    Choice.Kind.OMITTED,
                    capp.question(item.getCode()).get().choice("OMIT").get().getKind());
        }
    }

    @Test
    public void shouldSumSixDomainsAndAllSymptomsAndGiveTheirMeans() {
        // Four, six, five, six, five and seven symptoms of 0 to 6.
        assertEquals(
                Map.of(
                        "A", List.of(4, 0, 24),
                        "B", List.of(6, 0, 36),
                        "C", List.of(5, 0, 30),
                        "D", List.of(6, 0, 36),
                        "E", List.of(5, 0, 30),
                        "S", List.of(7, 0, 42),
                        "total", List.of(33, 0, 198)),
                capp.getScales().stream()
                        .collect(Collectors.toMap(
                                Scale::getCode, s -> List.of(s.getItems().size(), s.getMin(), s.getMax()))));
        for (Scale scale : capp.getScales()) {
            assertEquals(
                    capp.getItems().stream()
                            .map(Item::getCode)
                            .filter(code -> scale.getCode().equals("total") || code.startsWith(scale.getCode()))
                            .collect(Collectors.toList()),
                    scale.getItems());
            assertTrue(scale.getCode(), scale.isWithMean());
            assertFalse(scale.getCode(), scale.isPerContext());
            assertFalse(scale.getCode(), scale.isWithFixedItems());
        }
    }

    @Test
    public void shouldNameTheDomains() {
        Map<String, String> domains = Map.of(
                "A", "attachment domain",
                "B", "behavioural domain",
                "C", "cognitive domain",
                "D", "dominance domain",
                "E", "emotional domain",
                "S", "self domain");
        domains.forEach((code, label) ->
                assertEquals(label, capp.scale(code).get().getLabel().in(Locale.ENGLISH)));
    }

    @Test
    public void shouldBeRatedInOneOfTwoEditions() {
        assertEquals(
                List.of("IRS", "SRS"),
                capp.question("edition").get().getChoices().stream()
                        .map(Choice::getCode)
                        .collect(Collectors.toList()));
        assertEquals(
                List.of("CAPP.edition.IRS", "CAPP.edition.SRS"),
                capp.question("edition").get().getChoices().stream()
                        .map(Choice::getConceptCode)
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldLookSixMonthsBackAndWarnOfAShorterTime() {
        assertEquals(6, (int) capp.getWindow().getPastMonths());
        assertTrue(capp.getWindow().isWarnWhenShorter());
        assertNull(capp.getWindow().getHorizonFromMonths());
        assertNull(capp.getWindow().getHorizonToMonths());
    }

    @Test
    public void shouldStateEditionInformantContextAndWindow() {
        for (String asked :
                List.of("edition", "informant", "context", "windowStart", "windowEnd", "raterRole", "status")) {
            assertTrue(asked, capp.question(asked).get().isRequired());
        }
        assertFalse(capp.question("amendment").get().isRequired());
        assertFalse(capp.question("horizon").isPresent());
    }

    @Test
    public void shouldAskForNoOpinionMarkOrDiagnosis() {
        assertEquals(List.of(), capp.getJudgements());
        assertEquals(List.of(), capp.getMarks());
        assertEquals(List.of(), capp.getFields());
        assertEquals(List.of(), capp.getIndices());
        assertEquals(Map.of(), capp.getOptions());
    }

    @Test
    public void shouldHoldLabelsAndNoTextOfTheManual() {
        for (Label label : TestInstruments.ownLabels(capp)) {
            for (String text : label.texts().values()) {
                assertTrue(text, text.length() <= 50);
            }
        }
    }

    @Test
    public void shouldShareNoConceptWithTheHcr20WhoseItemsHaveTheSameCodes() {
        assertEquals("CAPP.C1", capp.question("C1").get().getConceptCode());
        List<String> shared = Stream.of(TestInstruments.HCR20V3, TestInstruments.SAPROF)
                .flatMap(i -> i.getQuestions().stream())
                .filter(q -> q.getPart() != Question.Part.COMMON)
                .map(Question::getConceptCode)
                .filter(code -> capp.getQuestions().stream()
                        .anyMatch(q -> q.getConceptCode().equals(code)))
                .collect(Collectors.toList());
        assertEquals(List.of(), shared);
    }

    @Test
    public void shouldSayInBothLanguagesThatManualTrainingAndTheRightEditionAreRequired() {
        assertTrue(capp.getNotice().in(Locale.ENGLISH).matches(".*manual .*training.*personality disorder.*"));
        assertTrue(capp.getNotice().in(Locale.FRENCH).matches(".*manuel .*formation.*personnalité.*"));
    }
}
