/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;

/** What the invented sample promises whoever reads it, charts it or reviews it. Which cases it shows is in {@link DemoCasesTest}. */
public class DemoCohortTest {

    /** The longest that a man is followed, in years. */
    private static final int YEARS = 6;

    private DemoCohort cohort;

    @Before
    public void setUp() throws IOException {
        cohort = DemoCohort.read(LocalDate.now());
    }

    @Test
    public void shouldHoldNinetyTwoMenWhoseNamesAndIdentifiersAreInvented() {
        assertEquals(92, cohort.people().size());
        Set<String> names = new HashSet<>();
        int number = 100;
        for (DemoPerson person : cohort.people()) {
            assertEquals("INV-" + ++number, person.text("identifier"));
            for (String name : List.of(person.text("givenName"), person.text("familyName"))) {
                assertTrue(name, name.matches("\\p{Lu}\\p{Ll}+"));
                assertTrue("twice: " + name, names.add(name));
            }
        }
    }

    @Test
    public void shouldSayOfEachManWhatHeIsThereToShow() {
        cohort.people()
                .forEach(person -> assertTrue(
                        person.text("identifier"), person.text("story").matches(".{20,}[.]")));
    }

    @Test
    public void shouldGiveEachManThreeToTwentyFourAssessments_ButTheTwoWhoAreThereToHaveNoneAndOne() {
        Map<String, Integer> few = Map.of("INV-164", 0, "INV-165", 1);
        cohort.people().forEach(person -> {
            String identifier = person.text("identifier");
            int count = person.assessments().size();
            assertTrue(
                    identifier + " has " + count,
                    few.containsKey(identifier) ? count == few.get(identifier) : 3 <= count && count <= 24);
        });
    }

    @Test
    public void shouldKnowEveryCodeFromTheDefinitions() {
        forEach(assessment -> {
            assertKnown(assessment, assessment.answers());
            assessment.amendments().forEach(amendment -> assertKnown(assessment, amendment));
        });
    }

    @Test
    public void shouldLeaveNothingOpenInWhatIsCompleteAndChartedThroughTheModule() {
        forEach(assessment -> {
            if (!assessment.text("status").equals("DRAFT") && !assessment.is("native")) {
                Map<String, String> words = assessment.words();
                Set<String> items = expectedItems(assessment.instrument(), words.keySet());
                assertEquals(assessment.text(assessment.instrument()), items, words.keySet());
                words.values().forEach(word -> assertFalse(word, word.equals("-") || word.contains("+")));
                assertEquals(
                        expectedJudgements(assessment.instrument(), words.keySet()),
                        withoutOptional(group(assessment.answers(), "judgements").keySet()));
            }
        });
    }

    /** On every day on which the demonstration may be started, the last of February among them. */
    @Test
    public void shouldAssessAdultsOnly_WithinTheYears_NeverInTheFuture_AndByAnEarlierHcr20() throws IOException {
        LocalDate first = LocalDate.of(2027, 6, 1);
        for (LocalDate today = first; today.isBefore(first.plusYears(1)); today = today.plusDays(1)) {
            for (DemoPerson person : DemoCohort.read(today).people()) {
                LocalDate adult = LocalDate.parse(person.text("birthdate")).plusYears(18);
                for (DemoAssessment assessment : person.assessments()) {
                    String which = person.text("identifier") + " on " + assessment.day();
                    assertTrue(which, assessment.day().isBefore(today));
                    assertTrue(which, assessment.day().isAfter(today.minusYears(YEARS)));
                    assertFalse(which, assessment.day().isBefore(adult));
                    Object basis = group(assessment.answers(), "fields").get("basis");
                    assertFalse(
                            which,
                            basis != null && LocalDate.parse((String) basis).isAfter(assessment.day()));
                }
            }
        }
    }

    /** On every day on which the demonstration may be started. */
    @Test
    public void shouldBringEachManThroughCareInAnOrderThatCanBe() throws IOException {
        LocalDate first = LocalDate.of(2027, 6, 1);
        for (LocalDate today = first; today.isBefore(first.plusYears(1)); today = today.plusDays(1)) {
            for (DemoPerson person : DemoCohort.read(today).people()) {
                String who = person.text("identifier") + " on " + today;
                List<LocalDate> changes = new ArrayList<>();
                person.episodes().forEach(episode -> changes.addAll(episode.changes()));
                assertEquals(who, changes.stream().sorted().collect(Collectors.toList()), changes);
                assertTrue(who, changes.stream().noneMatch(today::isBefore));
                for (String list : List.of("actions", "relays")) {
                    person.facts(list).forEach(line -> assertInOrder(who, line, "date", "answered", "to"));
                    person.facts(list).forEach(line -> assertInOrder(who, line, "date", "firstVisit"));
                }
                person.facts("events").forEach(line -> assertInOrder(who, line, "date", "informed", "convicted"));
                person.facts("events").forEach(line -> assertInOrder(who, line, "from", "to"));
                person.facts("checks").forEach(line -> assertInOrder(who, line, "coversUntil", "day"));
                for (List<Map<String, Object>> steps : person.placements()) {
                    Map<String, Object> placement = new HashMap<>();
                    steps.forEach(placement::putAll);
                    assertInOrder(who, placement, "requestedOn", "offeredOn", "reservedOn", "enteredOn", "leftOn");
                    assertInOrder(who, placement, "offeredOn", "endedOn");
                }
                List<PhaseSpan> phases = person.phases();
                assertTrue(who, person.nights().stream().allMatch(night -> isInFlatShare(phases, night)));
            }
        }
    }

    private static boolean isInFlatShare(List<PhaseSpan> phases, LocalDate night) {
        return phases.stream()
                .anyMatch(span -> span.getPhase().equals(CommonQuestions.UCTI) && span.contains(night));
    }

    /** @param days the names of those that follow one another; one that is not a day, or is not there, says nothing */
    private static void assertInOrder(String who, Map<String, Object> line, String... days) {
        List<LocalDate> given = Stream.of(days)
                .map(line::get)
                .filter(day -> String.valueOf(day).matches("\\d{4}-\\d\\d-\\d\\d"))
                .map(day -> LocalDate.parse((String) day))
                .collect(Collectors.toList());
        assertEquals(who + ": " + line, given.stream().sorted().collect(Collectors.toList()), given);
    }

    @Test
    public void shouldNeverHaveMoreInTheFlatShareThanThereArePlaces() throws IOException {
        int places = (int) cohort.unit().get("capacity");
        LocalDate first = LocalDate.of(2027, 6, 1);
        for (LocalDate today = first; today.isBefore(first.plusYears(1)); today = today.plusDays(5)) {
            Map<LocalDate, Long> living = DemoCohort.read(today).people().stream()
                    .flatMap(person -> person.nights().stream())
                    .collect(Collectors.groupingBy(night -> night, Collectors.counting()));
            living.forEach((night, men) -> assertTrue(men + " on " + night, men <= places));
        }
    }

    @Test
    public void shouldChartThePhaseThatTheEpisodeHas_ButForTheOneWhoIsThereToShowADisagreement() throws IOException {
        LocalDate first = LocalDate.of(2027, 6, 1);
        for (LocalDate today = first; today.isBefore(first.plusYears(1)); today = today.plusDays(5)) {
            Set<String> otherwise = new HashSet<>();
            for (DemoPerson person : DemoCohort.read(today).people()) {
                List<PhaseSpan> phases = person.phases();
                for (DemoAssessment assessment : person.assessments()) {
                    Object charted = assessment.answers().get(CommonQuestions.PHASE);
                    phases.stream()
                            .filter(span -> span.contains(assessment.day()))
                            .filter(span -> charted != null && !span.getPhase().equals(charted))
                            .forEach(span -> otherwise.add(person.text("identifier") + " " + charted + " "
                                    + span.getPhase()));
                    assertTrue(
                            person.text("identifier") + " on " + assessment.day(),
                            person.episodes().isEmpty()
                                    || phases.stream().anyMatch(span -> span.contains(assessment.day())));
                }
            }
            assertEquals(Set.of("INV-135 APC AFTER-CARE"), otherwise);
        }
    }

    @Test
    public void shouldKeepTheProgramForSomeMenAndNotForOthers() {
        Map<Boolean, Long> kept = cohort.people().stream()
                .collect(Collectors.partitioningBy(
                        person -> person.episodes().isEmpty(), Collectors.counting()));
        assertEquals(Map.of(false, 63L, true, 29L), kept);
    }

    @Test
    public void shouldRestEachIntegrativeJudgementOnAnHcr20() {
        forEach(assessment -> assertEquals(
                assessment.text(assessment.instrument()),
                group(assessment.answers(), "judgements").containsKey("IFRJ"),
                group(assessment.answers(), "fields").containsKey("basis")));
    }

    @Test
    public void shouldChartAPhaseOfCareThatFitsWhereTheManIs() {
        Map<String, Set<String>> fitting = Map.of(
                "IN", Set.of("CUSTODY", "PRE-RELEASE"),
                "OUT", Set.of("APC", CommonQuestions.UCTI, "AFTER-CARE"));
        forEach(assessment -> {
            Object phase = assessment.answers().get(CommonQuestions.PHASE);
            assertEquals(assessment.get("native").toString(), assessment.is("native"), phase == null);
            if (phase != null) {
                assertTrue(phase.toString(), fitting.get(assessment.text("context")).contains(phase));
                assertEquals(
                        phase.toString(),
                        assessment.text("place").equals("UCTI"),
                        phase.equals(CommonQuestions.UCTI));
            }
        });
    }

    @Test
    public void shouldRatePreReleaseLastInside_AndNothingInCareAfterItsEnd() {
        cohort.people().forEach(person -> {
            String phases = person.assessments().stream()
                    .map(assessment -> String.valueOf(assessment.answers().get(CommonQuestions.PHASE)))
                    .collect(Collectors.joining(" "));
            assertFalse(phases, phases.matches(".*PRE-RELEASE.* CUSTODY.*"));
            assertFalse(phases, phases.matches(".*AFTER-CARE.* (CUSTODY|PRE-RELEASE|APC|UCTI).*"));
        });
    }

    @Test
    public void shouldAmendWhatStandsInTheLine() {
        forEach(assessment -> assessment.get("amended").forEach(amended -> amended.properties().stream()
                .filter(change -> assessment.words().containsKey(change.getKey()))
                .forEach(change -> assertTrue(
                        change.toString(),
                        change.getValue()
                                .asText()
                                .startsWith(assessment.words().get(change.getKey()) + " → ")))));
    }

    @Test
    public void shouldSayThatEverythingIsInvented_AndNotSpeakOfRecidivism() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of("src/standin/resources/demo-cohort"))) {
            files = found.collect(Collectors.toList());
        }
        assertTrue(Files.readString(files.get(0).resolveSibling("cohort.json")).contains("Invented"));
        for (Path file : files) {
            // A term of the law, for a court to use.
            assertFalse(
                    file.toString(), Files.readString(file).toLowerCase(Locale.ROOT).matches("(?s).*r[ée]cidiv.*"));
        }
    }

    private void forEach(Consumer<DemoAssessment> check) {
        cohort.people().forEach(person -> person.assessments().forEach(check));
    }

    private static Instrument instrument(String code) {
        return Definitions.shipped().stream()
                .filter(instrument -> instrument.getCode().equals(code))
                .findFirst()
                .orElseThrow(AssertionError::new);
    }

    private static void assertKnown(DemoAssessment assessment, Map<String, Object> answers) {
        Instrument instrument = instrument(assessment.instrument());
        answers.forEach((name, value) -> {
            if (value instanceof Map) {
                ((Map<?, ?>) value).forEach((code, answer) -> assertKnown(instrument, (String) code, answer));
            } else if (!name.equals("reason")) {
                assertKnown(instrument, name, value);
            }
        });
    }

    private static void assertKnown(Instrument instrument, String code, Object answer) {
        Optional<Question> question = instrument.getQuestions().stream()
                .filter(q -> q.getCode().equals(code))
                .findFirst();
        assertTrue(instrument + " " + code, question.isPresent());
        if (question.get().getKind() == Question.Kind.CODED && answer != null) {
            for (Object one : answer instanceof Collection ? (Collection<?>) answer : List.of(answer)) {
                assertTrue(
                        instrument + " " + code + " " + one,
                        question.get().choice((String) one).isPresent());
            }
        }
    }

    /** @return its items, those rated per context for each context that is begun */
    private static Set<String> expectedItems(String instrument, Set<String> begun) {
        return instrument(instrument).getQuestions().stream()
                .filter(question -> question.getPart() == Question.Part.RATING && question.getSubItem() == null)
                .filter(question -> question.getContext() == null || isBegun(question.getContext(), begun))
                .map(question ->
                        question.getItem() + (question.getContext() == null ? "" : "." + question.getContext()))
                .collect(Collectors.toSet());
    }

    private static Set<String> expectedJudgements(String instrument, Set<String> begun) {
        return instrument(instrument).getQuestions().stream()
                .filter(question -> question.getPart() == Question.Part.JUDGEMENT && question.isRequired())
                .filter(question -> question.getContext() == null || isBegun(question.getContext(), begun))
                .map(Question::getCode)
                .collect(Collectors.toSet());
    }

    private static boolean isBegun(String context, Set<String> items) {
        return items.stream().anyMatch(item -> item.endsWith("." + context));
    }

    private static Set<String> withoutOptional(Set<?> judgements) {
        List<String> required = new ArrayList<>();
        judgements.forEach(judgement -> required.add((String) judgement));
        required.remove("IFRJ");
        return new HashSet<>(required);
    }

    private static Map<?, ?> group(Map<String, Object> answers, String name) {
        return (Map<?, ?>) answers.get(name);
    }
}
