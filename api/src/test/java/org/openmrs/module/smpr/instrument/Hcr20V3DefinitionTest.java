/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;

/** HCR-20 V3 as its publications have it: item names from the table in the JAAPL, levels from its authors' descriptions. */
public class Hcr20V3DefinitionTest {

    /** Labels of version 2, whose codes mean other things (Gravier, slides). */
    private static final List<String> VERSION_2 = List.of(
            "Violence antérieure",
            "Premier acte de violence commis dans la jeunesse",
            "Instabilité des relations intimes",
            "Problèmes d’emploi",
            "Problèmes de toxicomanie",
            "Maladie mentale grave",
            "Psychopathie",
            "Inadaptation durant la jeunesse",
            "Trouble de la personnalité",
            "Échec antérieur de la surveillance",
            "Introspection difficile",
            "Attitudes négatives",
            "Symptômes actifs de la maladie mentale grave",
            "Impulsivité",
            "Résistance au traitement",
            "Plans irréalisables",
            "Exposition à des facteurs déstabilisants",
            "Manque de soutien personnel",
            "Inobservation des mesures curatives",
            "Stress");

    private final Instrument hcr20 = TestInstruments.HCR20V3;

    @Test
    public void shouldFindOnceWhatAScaleSumsInEachContext() {
        Scale management = hcr20.scale("R").get();
        assertEquals(
                List.of("R1.OUT.presence", "R2.OUT.presence", "R3.OUT.presence", "R4.OUT.presence", "R5.OUT.presence"),
                codes(hcr20.summedBy(management, "OUT")));
        assertEquals("R1.IN.presence", codes(hcr20.summedBy(management, "IN")).get(0));
        assertSame(hcr20.summedBy(management, "OUT"), hcr20.summedBy(management, "OUT"));
        assertEquals(
                List.of("C1.presence", "C2.presence", "C3.presence", "C4.presence", "C5.presence"),
                codes(hcr20.summedBy(hcr20.scale("C").get(), null)));
    }

    @Test
    public void shouldSumItsOwnQuestionsWhereASiteHasOtherLabels() {
        hcr20.summedBy(hcr20.scale("C").get(), null);
        Label own = new Label(Map.of("en", "Our own", "fr", "La nôtre"));
        Instrument used = hcr20.asUsedWith(Map.of("HCR20V3.presence.Y", own), Set.of(), Map.of());
        assertTrue(used.getQuestions().containsAll(used.summedBy(used.scale("C").get(), null)));
        assertTrue(used.summedBy(used.scale("C").get(), null).get(0).getChoices().stream()
                .anyMatch(choice -> choice.getLabel().equals(own)));
    }

    private static List<String> codes(List<Question> questions) {
        return questions.stream().map(Question::getCode).collect(Collectors.toList());
    }

    @Test
    public void shouldNameTwentyItemsAndTheirSubItems() {
        assertEquals("""
                H1 | Violence | Violence
                H1a | as a child (12 or younger) | enfance (12 ans ou moins)
                H1b | as an adolescent (13 to 17) | adolescence (13 à 17 ans)
                H1c | as an adult (18 or older) | âge adulte (18 ans ou plus)
                H2 | Other antisocial behaviour | Autres comportements antisociaux
                H2a | as a child (12 or younger) | enfance (12 ans ou moins)
                H2b | as an adolescent (13 to 17) | adolescence (13 à 17 ans)
                H2c | as an adult (18 or older) | âge adulte (18 ans ou plus)
                H3 | Relationships | Relations
                H3a | intimate | intimes
                H3b | non-intimate | non intimes
                H4 | Employment | Emploi
                H5 | Substance use | Consommation de substances
                H6 | Major mental disorder | Trouble mental majeur
                H6a | psychotic disorder | trouble psychotique
                H6b | major mood disorder | trouble majeur de l’humeur
                H6c | other major mental disorder | autre trouble mental majeur
                H7 | Personality disorder | Trouble de la personnalité
                H7a | antisocial, psychopathic, dissocial | antisocial ou psychopathique
                H7b | other | autre
                H8 | Traumatic experiences | Expériences traumatiques
                H8a | victimization, trauma | victimation
                H8b | adverse childrearing | carences éducatives
                H9 | Violent attitudes | Attitudes violentes
                H10 | Treatment or supervision response | Réponse au traitement ou au suivi
                C1 | Insight | Insight
                C1a | mental disorder | trouble mental
                C1b | violence risk | risque de violence
                C1c | need for treatment | besoin de soins
                C2 | Violent ideation or intent | Idées ou intentions violentes
                C3 | Symptoms of major mental disorder | Symptômes de trouble mental majeur
                C3a | psychotic | psychotiques
                C3b | major mood | de l’humeur, majeurs
                C3c | other major mental disorder | d’un autre trouble mental majeur
                C4 | Instability | Instabilité
                C4a | affective | affective
                C4b | behavioural | comportementale
                C4c | cognitive | cognitive
                C5 | Treatment or supervision response | Réponse au traitement ou au suivi
                C5a | compliance | adhésion
                C5b | responsiveness | réponse
                R1 | Professional services and plans | Services professionnels et projets
                R2 | Living situation | Situation de vie
                R3 | Personal support | Soutien personnel
                R4 | Treatment or supervision response | Réponse au traitement ou au suivi
                R4a | compliance | adhésion
                R4b | responsiveness | réponse
                R5 | Stress or coping | Stress ou adaptation""", TestInstruments.items(hcr20));
    }

    @Test
    public void shouldTakeTheHistoricalItemsAsStaticAndRateTheRItemsOncePerContext() {
        assertEquals(codes("H", 10), items(Item::isFixed));
        assertEquals(codes("R", 5), items(Item::isPerContext));
        assertEquals(List.of(), items(Item::isNotApplicable));
    }

    @Test
    public void shouldNeverNameAnItemAsVersion2Did() {
        List<String> allowed = List.of("Trouble de la personnalité");
        List<String> used = Stream.concat(
                        hcr20.getItems().stream().map(Item::getLabel),
                        hcr20.getItems().stream()
                                .flatMap(i -> i.getSubItems().stream().map(SubItem::getLabel)))
                .map(label -> label.in(Locale.FRENCH))
                .filter(VERSION_2::contains)
                .collect(Collectors.toList());
        // Of version 2's labels one names the same disorder in both versions, and there under another code: H9.
        assertEquals(allowed, used);
        assertEquals(
                "Trouble de la personnalité", hcr20.item("H7").get().getLabel().in(Locale.FRENCH));
    }

    @Test
    public void shouldRatePresenceAsAbsentPossibleOrPresentAndRelevanceWithoutNumbers() {
        for (Question question : ratings()) {
            assertEquals(
                    question.getCode(),
                    question.getDimension().equals("presence") ? """
                    N=0 | absent | absent
                    P=1 | possibly or partially present | possible ou partiel
                    Y=2 | present | présent
                    OMIT=- | omitted | non coté""" : """
                    LOW=- | low | faible
                    MODERATE=- | moderate | modérée
                    HIGH=- | high | élevée
                    OMIT=- | omitted | non cotée""",
                    TestInstruments.answers(hcr20, question.getCode()));
            assertEquals(Choice.Kind.OMITTED, question.choice("OMIT").get().getKind());
        }
        assertEquals("présence", hcr20.dimension("presence").get().getLabel().in(Locale.FRENCH));
        assertEquals("pertinence", hcr20.dimension("relevance").get().getLabel().in(Locale.FRENCH));
    }

    @Test
    public void shouldAskPresenceAndRelevanceOfEveryItemAndOfTheRItemsInEachContext() {
        List<String> expected = new ArrayList<>();
        Stream.concat(codes("H", 10).stream(), codes("C", 5).stream()).forEach(expected::add);
        codes("R", 5).forEach(code -> expected.addAll(List.of(code + ".IN", code + ".OUT")));
        for (String dimension : List.of("presence", "relevance")) {
            assertEquals(
                    expected.stream().map(code -> code + "." + dimension).collect(Collectors.toList()),
                    ratings().stream()
                            .filter(q ->
                                    q.getSubItem() == null && q.getDimension().equals(dimension))
                            .map(Question::getCode)
                            .collect(Collectors.toList()));
        }
        assertTrue(ratings().stream().filter(q -> q.getSubItem() == null).allMatch(Question::isRequired));
        assertEquals("OUT", hcr20.question("R2.OUT.relevance").get().getContext());
    }

    @Test
    public void shouldAskNoRelevanceWherePresenceIsAbsentOrOmitted() {
        Set<String> absent = Set.of("N", "OMIT");
        assertEquals(
                Map.of("H1.presence", absent),
                hcr20.question("H1.relevance").get().getNotAskedWhere());
        assertEquals(
                Map.of("R2.OUT.presence", absent),
                hcr20.question("R2.OUT.relevance").get().getNotAskedWhere());
        assertEquals(
                Map.of("R4.b.IN.presence", absent),
                hcr20.question("R4.b.IN.relevance").get().getNotAskedWhere());
        assertEquals(Map.of(), hcr20.question("H1.presence").get().getNotAskedWhere());
    }

    @Test
    public void shouldRateSubItemsByThemselvesForPresenceAndForRelevanceOnlyWhereASiteSaysSo() {
        Instrument withRelevance = hcr20.asUsedWith(Map.of(), Set.of("relevance-on-sub-items"), Map.of());
        List<Question> subItems =
                ratings().stream().filter(q -> q.getSubItem() != null).collect(Collectors.toList());
        // 28 sub-items, the two of R4 in two contexts, for presence and for relevance.
        assertEquals(2 * 30, subItems.size());
        for (Question question : subItems) {
            assertFalse(question.getCode(), question.isRequired());
            assertEquals(question.getCode(), question.getDimension().equals("presence"), hcr20.offers(question));
            assertTrue(question.getCode(), withRelevance.offers(question));
        }
    }

    @Test
    public void shouldAskThreeOpinionsForEachContextInLevelsAndNeverInNumbers() {
        assertEquals(
                List.of("CP.IN", "CP.OUT", "SPH.IN", "SPH.OUT", "IV.IN", "IV.OUT"),
                opinions().stream().map(Question::getCode).collect(Collectors.toList()));
        for (Question opinion : opinions()) {
            assertTrue(opinion.isRequired());
            assertEquals(
                    opinion.getCode().startsWith("CP") ? """
                    LOW=- | low or routine | faible ou habituelle
                    MODERATE=- | moderate or elevated | modérée ou accrue
                    HIGH=- | high or urgent | élevée ou urgente""" : """
                    LOW=- | low | faible
                    MODERATE=- | moderate | modérée
                    HIGH=- | high | élevée""", TestInstruments.answers(hcr20, opinion.getCode()));
        }
        assertNamed("CP.IN", "case prioritization (future violence)", "priorité du suivi (violence future)");
        assertNamed("SPH.IN", "serious physical harm", "atteinte physique grave");
        assertNamed("IV.IN", "imminent violence", "violence imminente");
    }

    @Test
    public void shouldSumPresenceAsPublishedForResearch() {
        assertEquals(
                Map.of(
                        "H", List.of(10, 0, 20),
                        "C", List.of(5, 0, 10),
                        "R", List.of(5, 0, 10),
                        "CR", List.of(10, 0, 20),
                        "total", List.of(20, 0, 40)),
                hcr20.getScales().stream()
                        .collect(Collectors.toMap(
                                Scale::getCode, s -> List.of(s.getItems().size(), s.getMin(), s.getMax()))));
        assertEquals(codes("H", 10), hcr20.scale("H").get().getItems());
        assertEquals(codes("R", 5), hcr20.scale("R").get().getItems());
        assertEquals(
                hcr20.getItems().stream().map(Item::getCode).collect(Collectors.toList()),
                hcr20.scale("total").get().getItems());
        for (Scale scale : hcr20.getScales()) {
            assertEquals("presence", scale.getDimension());
            assertFalse(scale.getCode(), scale.isWithMean());
        }
    }

    @Test
    public void shouldSumOncePerContextWhatContainsRAndMarkWhatContainsStaticItems() {
        assertEquals(List.of("R", "CR", "total"), scales(Scale::isPerContext));
        assertEquals(List.of("H", "total"), scales(Scale::isWithFixedItems));
        assertEquals(List.of(), hcr20.getIndices());
    }

    @Test
    public void shouldLookSixMonthsBackAndSixToTwelveAhead() {
        assertEquals(6, (int) hcr20.getWindow().getPastMonths());
        assertFalse(hcr20.getWindow().isWarnWhenShorter());
        assertEquals(6, (int) hcr20.getWindow().getHorizonFromMonths());
        assertEquals(12, (int) hcr20.getWindow().getHorizonToMonths());
    }

    @Test
    public void shouldStateItsVersionAndAskForWindowAndHorizon() {
        assertEquals("V3=- | version 3 (2013) | version 3 (2013)", TestInstruments.answers(hcr20, "edition"));
        for (String asked : List.of(
                "edition", "informant", "context", "windowStart", "windowEnd", "horizon", "raterRole", "status")) {
            assertTrue(asked, hcr20.question(asked).get().isRequired());
        }
        assertFalse(hcr20.question("amendment").get().isRequired());
    }

    @Test
    public void shouldLeaveRoomForTheSevenSteps() {
        List<String> fields = new ArrayList<>(List.of("OC-H", "OC-C", "OC-R", "formulation"));
        for (int scenario = 1; scenario <= 3; scenario++) {
            for (String part : List.of("nature", "severity", "imminence", "frequency", "likelihood")) {
                fields.add("scenario" + scenario + "." + part);
            }
        }
        for (String part : List.of("monitoring", "supervision", "treatment", "victimSafety")) {
            fields.add("management." + part);
        }
        fields.addAll(List.of("otherRisks", "reviewDate"));
        assertEquals(fields, hcr20.getFields().stream().map(Question::getCode).collect(Collectors.toList()));
        for (Question field : hcr20.getFields()) {
            assertEquals(
                    field.getCode(),
                    field.getCode().equals("reviewDate") ? Question.Kind.DATE : Question.Kind.TEXT,
                    field.getKind());
            assertFalse(field.getCode(), field.isRequired());
            assertNull(field.getCode(), field.getAssessmentOf());
        }
    }

    @Test
    public void shouldHoldLabelsAndNoTextOfTheManual() {
        for (Label label : TestInstruments.ownLabels(hcr20)) {
            for (String text : label.texts().values()) {
                assertTrue(text, text.length() <= 50);
            }
        }
    }

    @Test
    public void shouldKeepItsCodesInItsNamespace() {
        for (Question question : hcr20.getQuestions()) {
            String namespace = question.getPart() == Question.Part.COMMON ? "ASSESSMENT" : "HCR20V3";
            assertEquals(namespace + "." + question.getCode(), question.getConceptCode());
        }
    }

    @Test
    public void shouldSayInBothLanguagesThatManualTrainingAndAdultsAreRequired() {
        assertTrue(hcr20.getNotice().in(Locale.ENGLISH).matches(".*manual .*training.*adults.*"));
        assertTrue(hcr20.getNotice().in(Locale.FRENCH).matches(".*manuel .*formation.*adultes.*"));
    }

    private List<Question> ratings() {
        return hcr20.getQuestions().stream()
                .filter(q -> q.getPart() == Question.Part.RATING)
                .collect(Collectors.toList());
    }

    private List<Question> opinions() {
        return hcr20.getQuestions().stream()
                .filter(q -> q.getPart() == Question.Part.JUDGEMENT)
                .collect(Collectors.toList());
    }

    private void assertNamed(String question, String english, String french) {
        assertEquals(english, hcr20.question(question).get().getLabel().in(Locale.ENGLISH));
        assertEquals(french, hcr20.question(question).get().getLabel().in(Locale.FRENCH));
    }

    private List<String> items(Predicate<Item> which) {
        return hcr20.getItems().stream().filter(which).map(Item::getCode).collect(Collectors.toList());
    }

    private List<String> scales(Predicate<Scale> which) {
        return hcr20.getScales().stream().filter(which).map(Scale::getCode).collect(Collectors.toList());
    }

    private static List<String> codes(String letter, int last) {
        return Stream.iterate(1, i -> i + 1).limit(last).map(i -> letter + i).collect(Collectors.toList());
    }
}
