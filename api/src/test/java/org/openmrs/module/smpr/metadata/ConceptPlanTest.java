/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;

public class ConceptPlanTest {

    private final Map<String, PlannedConcept> shipped = plan(Definitions.shipped());

    private final Map<String, PlannedConcept> withDemo =
            plan(Definition.shippedAnd(Definition.read(Definition.demo())));

    @Test
    public void shouldNotPartTheColonOfAFrenchNameFromItsWord() {
        plan(withEveryOption()).values().stream()
                .map(concept -> concept.getName().in(Locale.FRENCH))
                .forEach(name -> assertFalse(name, name.matches("(?s).*( [:;?!»]|« ).*")));
    }

    @Test
    public void shouldAskForOneConceptAQuestionAnAnswerAndAnInstrument() {
        assertEquals(Set.copyOf(ShippedConcepts.CODES), shipped.keySet());
    }

    @Test
    public void shouldSayWhatSortEachIs() {
        assertEquals(PlannedConcept.Sort.CODED, shipped.get("SAPROF.05").getSort());
        assertEquals(PlannedConcept.Sort.CODED, shipped.get("SAPROF.key").getSort());
        assertEquals(PlannedConcept.Sort.ANSWER, shipped.get("SAPROF.rating.2").getSort());
        assertEquals(
                PlannedConcept.Sort.ANSWER, shipped.get("SAPROF.edition.2012").getSort());
        assertEquals(
                PlannedConcept.Sort.DATE, shipped.get("ASSESSMENT.windowStart").getSort());
        assertEquals(
                PlannedConcept.Sort.NUMERIC, shipped.get("ASSESSMENT.horizon").getSort());
        assertEquals(PlannedConcept.Sort.SET, shipped.get("SAPROF").getSort());
        assertEquals(PlannedConcept.Sort.TEXT, withDemo.get("DEMO.formulation").getSort());
    }

    @Test
    public void shouldKeepTheLimitsOfANumber() {
        assertEquals(Double.valueOf(1), shipped.get("ASSESSMENT.horizon").getMin());
        assertEquals(Double.valueOf(60), shipped.get("ASSESSMENT.horizon").getMax());
    }

    @Test
    public void shouldNameQuestionsByInstrumentCodeAndLabel() {
        assertNamed("SAPROF.05", "SAPROF 05: Self-control", "SAPROF 05\u00a0: Maîtrise de soi");
        assertNamed("DEMO.H1.presence", "Demo H1 presence: First", "Démo H1 présence\u00a0: Premier");
        assertNamed("DEMO.H1.a.presence", "Demo H1a presence: First, one", "Démo H1a présence\u00a0: Premier, un");
        assertNamed(
                "DEMO.R1.OUT.relevance",
                "Demo R1 relevance, in the community: Third",
                "Démo R1 pertinence, en milieu libre\u00a0: Troisième");
        assertNamed("ASSESSMENT.edition", "SMPR assessment: edition", "Évaluation SMPR\u00a0: édition");
    }

    @Test
    public void shouldNameWhatTheThreeInstrumentsAskApart() {
        String response = "Treatment or supervision response";
        String reponse = "Réponse au traitement ou au suivi";
        assertNamed(
                "HCR20V3.H10.presence",
                "HCR-20 V3 H10 presence: " + response,
                "HCR-20 V3 H10 présence\u00a0: " + reponse);
        assertNamed(
                "HCR20V3.C5.presence", "HCR-20 V3 C5 presence: " + response, "HCR-20 V3 C5 présence\u00a0: " + reponse);
        assertNamed(
                "HCR20V3.R4.IN.relevance",
                "HCR-20 V3 R4 relevance, in an institution: " + response,
                "HCR-20 V3 R4 pertinence, en établissement\u00a0: " + reponse);
        assertNamed(
                "HCR20V3.R4.a.OUT.presence",
                "HCR-20 V3 R4a presence, in the community: " + response + ", compliance",
                "HCR-20 V3 R4a présence, en milieu libre\u00a0: " + reponse + ", adhésion");
        assertNamed(
                "HCR20V3.SPH.OUT",
                "HCR-20 V3 SPH, in the community: serious physical harm",
                "HCR-20 V3 SPH, en milieu libre\u00a0: atteinte physique grave");
        assertNamed(
                "HCR20V3.scenario2.nature",
                "HCR-20 V3 scenario2.nature: scenario 2, nature",
                "HCR-20 V3 scenario2.nature\u00a0: scénario 2, nature");
        assertNamed("HCR20V3.presence.OMIT", "HCR-20 V3, presence: omitted", "HCR-20 V3, présence\u00a0: non coté");
        assertNamed(
                "HCR20V3.priority.HIGH",
                "HCR-20 V3, case priority: high or urgent",
                "HCR-20 V3, priorité du suivi\u00a0: élevée ou urgente");
        assertNamed("CAPP.C1", "CAPP C1: Suspicious", "CAPP C1\u00a0: Méfiant");
    }

    @Test
    public void shouldNameAnswersByInstrumentListAndLabel() {
        assertNamed("SAPROF.rating.2", "SAPROF, rating: 2: present", "SAPROF, cotation\u00a0: 2\u00a0: présent");
        assertNamed(
                "SAPROF.edition.2012",
                "SAPROF, edition: second edition (2012)",
                "SAPROF, édition\u00a0: deuxième édition (2012)");
        assertNamed(
                "ASSESSMENT.context.OUT",
                "SMPR assessment, context: in the community",
                "Évaluation SMPR, contexte\u00a0: en milieu libre");
    }

    @Test
    public void shouldNameWhatOtherRecordsAskByTheRecordAndLabel() {
        assertNamed(
                "SUMMARY.basis",
                "SMPR summary: assessments that it rests on",
                "Synthèse SMPR\u00a0: évaluations sur lesquelles elle repose");
        assertNamed("SUMMARY.language.fr", "SMPR summary, language: French", "Synthèse SMPR, langue\u00a0: français");
    }

    @Test
    public void shouldGiveThePlainLabelAsShortName() {
        assertEquals("Self-control", shipped.get("SAPROF.05").getShortName().in(Locale.ENGLISH));
        assertEquals("Maîtrise de soi", shipped.get("SAPROF.05").getShortName().in(Locale.FRENCH));
        assertEquals("one", withDemo.get("DEMO.H1.a.presence").getShortName().in(Locale.ENGLISH));
    }

    @Test
    public void shouldGiveNoTwoConceptsOneName() {
        assertNamesAreUnique(withDemo.values());
    }

    @Test
    public void shouldGiveNoTwoConceptsOneNameWhateverASiteUses() {
        Collection<PlannedConcept> plan = plan(withEveryOption()).values();

        assertNamesAreUnique(plan);
        // Relevance of 28 sub-items, the two of R4 in two contexts.
        assertEquals(shipped.size() + 30, plan.size());
    }

    @Test
    public void shouldGiveNoNameThatThePlatformCannotKeep() {
        for (PlannedConcept planned : plan(withEveryOption()).values()) {
            for (Label label : List.of(planned.getName(), planned.getShortName())) {
                label.texts().values().forEach(text -> assertTrue(text, text.length() <= 255));
            }
        }
    }

    @Test
    public void shouldTellItemsOfOneLabelApart() {
        String label = "Treatment or supervision response";
        Instrument sharing = Definition.read(Definition.demo()
                .replace("\"First\"", "\"" + label + "\"")
                .replace("\"Second\"", "\"" + label + "\"")
                .replace("\"Third\"", "\"" + label + "\""));

        assertNamesAreUnique(plan(Definition.shippedAnd(sharing)).values());
    }

    @Test
    public void shouldPutEveryAnswerAndMemberBeforeWhatRefersToIt() {
        Set<String> before = new HashSet<>();
        for (PlannedConcept planned : withDemo.values()) {
            List<String> parts = new ArrayList<>(planned.getAnswers());
            parts.addAll(planned.getMembers());
            parts.removeAll(before);
            assertEquals(planned.getCode(), List.of(), parts);
            before.add(planned.getCode());
        }
    }

    @Test
    public void shouldOfferTheEditionsOfEveryInstrument() {
        assertEquals(
                List.of(
                        "HCR20V3.edition.V3",
                        "SAPROF.edition.2009",
                        "SAPROF.edition.2012",
                        "SAPROF.edition.2011-fr",
                        "CAPP.edition.IRS",
                        "CAPP.edition.SRS",
                        "DEMO.edition.1"),
                withDemo.get("ASSESSMENT.edition").getAnswers());
    }

    @Test
    public void shouldTakeTheItemsThemselvesAsAnswersOfAMark() {
        List<String> marked = shipped.get("SAPROF.goal").getAnswers();

        assertEquals(15, marked.size());
        assertEquals("SAPROF.03", marked.get(0));
    }

    @Test
    public void shouldMakeTheInstrumentTheSetOfItsOwnQuestions() {
        List<String> members = shipped.get("SAPROF").getMembers();

        assertEquals(22, members.size());
        assertEquals(List.of("SAPROF.01", "SAPROF.basis"), List.of(members.get(0), members.get(21)));
        assertTrue(members.stream().noneMatch(code -> code.startsWith("ASSESSMENT")));
    }

    @Test
    public void shouldNameWithTheLabelsOfTheSite() {
        Instrument relabelled = TestInstruments.SAPROF.asUsedWith(
                Map.of(
                        "SAPROF.05", new Label(Map.of("fr", "Autocontrôle")),
                        "ASSESSMENT.context", new Label(Map.of("fr", "cadre"))),
                Set.of(),
                Map.of());

        Map<String, PlannedConcept> plan = plan(List.of(relabelled));

        assertEquals(
                "SAPROF 05\u00a0: Autocontrôle", plan.get("SAPROF.05").getName().in(Locale.FRENCH));
        assertEquals("SAPROF 05: Self-control", plan.get("SAPROF.05").getName().in(Locale.ENGLISH));
        assertEquals(
                "Évaluation SMPR\u00a0: cadre",
                plan.get("ASSESSMENT.context").getName().in(Locale.FRENCH));
    }

    private static List<Instrument> withEveryOption() {
        return Definitions.shipped().stream()
                .map(i -> i.asUsedWith(Map.of(), i.getOptions().keySet(), Map.of()))
                .collect(Collectors.toList());
    }

    private void assertNamed(String code, String english, String french) {
        Label name = withDemo.get(code).getName();
        assertEquals(english, name.in(Locale.ENGLISH));
        assertEquals(french, name.in(Locale.FRENCH));
    }

    private static void assertNamesAreUnique(Collection<PlannedConcept> plan) {
        for (String language : Label.LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            Map<String, Long> counts = plan.stream()
                    .collect(Collectors.groupingBy(
                            planned -> planned.getName().in(locale).toLowerCase(locale), Collectors.counting()));
            counts.values().removeIf(count -> count == 1);
            assertEquals(language, Map.of(), counts);
        }
    }

    private static Map<String, PlannedConcept> plan(List<Instrument> instruments) {
        return ConceptPlan.of(instruments, Definitions.commonQuestions(), Definitions.recordTypes()).stream()
                .collect(Collectors.toMap(
                        PlannedConcept::getCode, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
