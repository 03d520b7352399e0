/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.openmrs.Patient;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.outcome.FollowUp.NoIndex;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Answer;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Conviction;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Qualification;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Severity;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Victim;
import org.openmrs.module.smpr.site.SiteService;

public class OutcomeServiceTest extends SmprContextTest {

    private static final String LEGAL_BASIS =
            "\"legalBasis\": {\"text\": \"invented\", \"date\": \"2020-01-01\", \"who\": \"nobody\"}";

    private static final String DECIDED = LEGAL_BASIS + ", \"indexRelease\": \"FIRST\", \"clock\": \"LEFT_BUILDING\","
            + " \"violentDefinition\": {\"name\": \"ours\", \"text\": {\"en\": \"x\", \"fr\": \"x\"}}";

    private OutcomeService service;

    private TestReleases releases;

    private Patient patient;

    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

    @Before
    public void open() {
        service = Context.getService(OutcomeService.class);
        releases = applicationContext.getBean("smpr.releases", TestReleases.class);
        releases.none();
        patient = TestPeople.patient();
        accept(DECIDED);
    }

    @Test
    public void shouldNeitherReadNorWriteAnythingBeforeTheSiteRecordsItsLegalBasis() {
        OutcomeEvent event = service.saveEvent(offence("date", "2024-05-01"));
        FollowUpCheck check = service.saveCheck(check("day", "2024-06-01", "coversUntil", "2024-06-01"));
        for (String register : List.of("", "\"indexRelease\": \"FIRST\"", LEGAL_BASIS.replace("2020", "2190"))) {
            accept(register);
            List<ThrowingRunnable> calls = List.of(
                    () -> service.getEvent(event.getUuid()),
                    () -> service.getEvents(ofPatient()),
                    () -> service.saveEvent(offence("date", "2024-05-01")),
                    () -> service.deleteEvent(event, "a reason"),
                    () -> service.getCheck(check.getUuid()),
                    () -> service.getChecks(ofPatient()),
                    () -> service.saveCheck(check("day", "2024-06-01", "coversUntil", "2024-06-01")),
                    () -> service.deleteCheck(check, "a reason"),
                    () -> service.getFollowUp(ofPatient()),
                    () -> service.getFollowUps(List.of(patient.getUuid())),
                    () -> service.getFollowUpsDue(0, 10),
                    () -> service.countFollowUpsDue());
            calls.forEach(call -> assertThrows(OutcomeRegisterOffException.class, call));
        }
        accept(DECIDED);
        assertEquals(List.of(event), service.getEvents(ofPatient()));
        assertEquals(List.of(check), service.getChecks(ofPatient()));
    }

    @Test
    public void shouldKeepEverythingThatIsSaidOfAnOffence() {
        OutcomeEvent saved = service.saveEvent(offence(
                "date", "2024-05",
                "informed", "2024-09-01",
                "conviction", "FINAL",
                "convicted", "2025-01-15",
                "violent", "YES",
                "severity", "DELIT",
                "victim", "FAMILY",
                "qualification", "REITERATION"));
        reload();
        OutcomeEvent read = service.getEvent(saved.getUuid()).get();

        assertEquals(saved, read);
        assertEquals(patient.getUuid(), read.getPatient());
        assertEquals("2024-05", read.getDate().getText());
        assertEquals(LocalDate.parse("2025-01-15"), read.getConvicted());
        assertEquals("ours", read.getViolentBy());
        assertEquals(Qualification.REITERATION, read.getQualification());
        assertEquals("admin", read.getAudit().getCreator());
        assertNotNull(read.getAudit().getDateCreated());
        assertNull(read.getAudit().getChangedBy());
    }

    @Test
    public void shouldTakeWhatIsNotSaidOfAnOffenceForNotKnown() {
        OutcomeEvent event = service.saveEvent(offence());

        assertNull(event.getDate());
        assertEquals(Conviction.NOT_KNOWN, event.getConviction());
        assertEquals(Answer.NOT_KNOWN, event.getViolent());
        assertNull(event.getViolentBy());
        assertEquals(Severity.NOT_KNOWN, event.getSeverity());
        assertEquals(Victim.NOT_KNOWN, event.getVictim());
        assertEquals(Qualification.NOT_YET_KNOWN, event.getQualification());
    }

    @Test
    public void shouldNameEveryFaultOfAnEventAtOnce() {
        assertEquals(
                Map.of(
                        "patient", List.of("missing"),
                        "kind", List.of("missing"),
                        "source", List.of("notOneOf", "missing"),
                        "certainty", List.of("missing"),
                        "informed", List.of("notADate"),
                        "nonsense", List.of("unknownProperty")),
                faults(() -> service.saveEvent(RegisterInput.builder()
                        .answers(answers("source", "RUMOUR", "informed", "2024-05", "nonsense", "x"))
                        .build())));
        assertEquals(
                Map.of(
                        "date", List.of("notAPartialDate"),
                        "from", List.of("notOfThisKind"),
                        "cause", List.of("notOfThisKind"),
                        "convicted", List.of("notFinal", "inTheFuture")),
                faults(() -> service.saveEvent(offence(
                        "date", "last May",
                        "from", "2024-01-01",
                        "cause", "SUICIDE",
                        "convicted", today.plusDays(1).toString()))));
    }

    @Test
    public void shouldRefuseWhatIsNotAskedOfAKindOfEvent() {
        assertEquals(
                Map.of(
                        "from",
                        List.of("missing"),
                        "date",
                        List.of("notOfThisKind"),
                        "violent",
                        List.of("notOfThisKind")),
                faults(() -> service.saveEvent(event("HOSPITALIZATION", "date", "2024-05-01", "violent", "YES"))));
        assertEquals(
                Map.of("qualification", List.of("notOfThisKind"), "to", List.of("notOfThisKind")),
                faults(() -> service.saveEvent(event("DEATH", "qualification", "NEITHER", "to", "2024-05-01"))));
    }

    @Test
    public void shouldRefuseDaysThatCannotBe() {
        assertEquals(
                Map.of("to", List.of("endsBeforeItBegins"), "informed", List.of("beforeItHappened")),
                faults(() -> service.saveEvent(
                        event("LOSS", "from", "2024-05-02", "to", "2024-05-01", "informed", "2024-05-01"))));
        assertEquals(Map.of("date", List.of("beforeBirth")), faults(() -> service.saveEvent(offence("date", "1979"))));
        assertEquals(
                Map.of("date", List.of("inTheFuture")),
                faults(() -> service.saveEvent(offence("date", String.valueOf(today.getYear() + 1)))));
        assertEquals(
                Map.of("convicted", List.of("beforeItHappened")),
                faults(() -> service.saveEvent(
                        offence("date", "2024-05", "conviction", "FINAL", "convicted", "2024-04-30"))));
        service.saveEvent(offence("date", "2024-05", "conviction", "FINAL", "convicted", "2024-05-01"));
    }

    @Test
    public void shouldTakeTheYearAndTheMonthThatItIsForADate() {
        assertEquals(
                today.getYear(),
                service.saveEvent(offence("date", String.valueOf(today.getYear())))
                        .getDate()
                        .getEarliest()
                        .getYear());
    }

    @Test
    public void shouldRefuseToSayOfAnOffenceThatItWasViolentWithoutADefinition() {
        accept(LEGAL_BASIS);
        assertEquals(
                Map.of("violent", List.of("noViolentDefinition")),
                faults(() -> service.saveEvent(offence("violent", "NO"))));
        assertEquals(
                Answer.NOT_KNOWN,
                service.saveEvent(offence("violent", "NOT_KNOWN")).getViolent());
    }

    @Test
    public void shouldKeepByWhichDefinitionItWasAnsweredUntilItIsAnsweredAgain() {
        OutcomeEvent event = service.saveEvent(offence("violent", "YES"));
        accept(DECIDED.replace("ours", "another"));
        assertEquals(
                "ours", service.saveEvent(amend(event, "severity", "CRIME")).getViolentBy());
        assertEquals(
                "another", service.saveEvent(amend(event, "violent", "YES")).getViolentBy());
    }

    @Test
    public void shouldHaveADeathBySuicideForADeathOfThatCauseAndOneDeathAlone() {
        OutcomeEvent death = service.saveEvent(event("DEATH", "date", "2024-05-01", "cause", "SUICIDE"));
        assertEquals(OutcomeEvent.Cause.SUICIDE, death.getCause());
        assertEquals(
                Map.of("kind", List.of("alreadyDead")),
                faults(() -> service.saveEvent(event("DEATH", "date", "2024-05-02"))));
        assertEquals(
                OutcomeEvent.Cause.OTHER,
                service.saveEvent(amend(death, "cause", "OTHER")).getCause());
        service.deleteEvent(death, "it was somebody else");
        assertEquals(
                OutcomeEvent.Cause.NOT_KNOWN,
                service.saveEvent(event("DEATH", "date", "2024-05-02")).getCause());
    }

    @Test
    public void shouldChangeOnlyWhatAnAmendmentNamesAndSayWhoChangedItAndWhen() {
        OutcomeEvent event = service.saveEvent(offence("date", "2024-05-01", "severity", "DELIT"));
        OutcomeEvent amended = service.saveEvent(amend(event, "date", null, "victim", "STRANGER"));

        assertNull(amended.getDate());
        assertEquals(Severity.DELIT, amended.getSeverity());
        assertEquals(Victim.STRANGER, amended.getVictim());
        assertEquals("admin", amended.getAudit().getChangedBy());
        assertNotNull(amended.getAudit().getDateChanged());
        assertFalse(amended.getVersion().equals(event.getVersion()));
    }

    @Test
    public void shouldLeaveAnEventAsItIsWhereAnAmendmentChangesNothing() {
        OutcomeEvent event = service.saveEvent(offence("date", "2024-05-01"));
        assertEquals(event, service.saveEvent(amend(event, "date", "2024-05-01")));
    }

    @Test
    public void shouldRefuseAnAmendmentOfWhatHasChangedMeanwhile() {
        OutcomeEvent event = service.saveEvent(offence("date", "2024-05-01"));
        service.saveEvent(amend(event, "severity", "DELIT"));
        assertThrows(
                ChangedMeanwhileException.class,
                () -> service.saveEvent(RegisterInput.builder()
                        .uuid(event.getUuid())
                        .version(event.getVersion())
                        .answers(answers("severity", "CRIME"))
                        .build()));
        assertEquals(Severity.DELIT, service.getEvent(event.getUuid()).get().getSeverity());
    }

    @Test
    public void shouldNotMakeAnotherKindOfAnEventNorGiveItToSomebodyElse() {
        OutcomeEvent event = service.saveEvent(offence("date", "2024-05-01"));
        assertEquals(
                Map.of("kind", List.of("fixed"), "patient", List.of("fixed")),
                faults(() -> service.saveEvent(RegisterInput.builder()
                        .uuid(event.getUuid())
                        .patient(TestPeople.patient().getUuid())
                        .answers(answers("kind", "OVERDOSE"))
                        .build())));
    }

    @Test
    public void shouldWriteNothingOfWhatIsRefused() {
        OutcomeEvent event = service.saveEvent(offence("date", "2024-05-01"));
        faults(() -> service.saveEvent(amend(event, "severity", "DELIT", "informed", "nonsense")));
        reload();
        assertEquals(event, service.getEvent(event.getUuid()).get());
    }

    @Test
    public void shouldVoidWithAReasonAndKeepTheRow() {
        OutcomeEvent event = service.saveEvent(offence("date", "2024-05-01"));
        assertEquals(Map.of("reason", List.of("missing")), faults(() -> service.deleteEvent(event, " ")));
        service.deleteEvent(event, "somebody else");
        service.deleteEvent(event, "again");
        reload();

        assertEquals(List.of(), service.getEvents(ofPatient()));
        OutcomeEvent voided = service.getEvents(OutcomeSearch.builder()
                        .patient(patient.getUuid())
                        .includeVoided(true)
                        .build())
                .get(0);
        assertTrue(voided.getAudit().isVoided());
        assertEquals("somebody else", voided.getAudit().getVoidReason());
        assertEquals("admin", voided.getAudit().getVoidedBy());
        assertEquals(
                Map.of("uuid", List.of("unknownEntry")),
                faults(() -> service.saveEvent(amend(event, "severity", "DELIT"))));
    }

    @Test
    public void shouldRefuseAPatientWhoIsNotThereOrVoided() {
        Context.getPatientService().voidPatient(patient, "a test");
        reload();
        assertEquals(Map.of("patient", List.of("unknownPatient")), faults(() -> service.saveEvent(offence())));
    }

    @Test
    public void shouldKeepEverythingThatIsSaidOfACheck() {
        FollowUpCheck saved = service.saveCheck(check(
                "day", "2024-06-01",
                "coversUntil", "2024-05-15",
                "housing", "OWN",
                "work", "LOOKING",
                "ties", "FEW",
                "substanceUse", "NOT_KNOWN",
                "careContact", "REGULAR",
                "note", "seen at the CMP"));
        reload();
        FollowUpCheck read = service.getCheck(saved.getUuid()).get();

        assertEquals(saved, read);
        assertEquals(LocalDate.parse("2024-05-15"), read.getCoversUntil());
        assertEquals(FollowUpCheck.Work.LOOKING, read.getWork());
        assertEquals("seen at the CMP", read.getNote());
        assertNull(service.saveCheck(RegisterInput.builder()
                        .uuid(saved.getUuid())
                        .answers(answers("housing", null))
                        .build())
                .getHousing());
    }

    @Test
    public void shouldNameEveryFaultOfACheckAtOnce() {
        assertEquals(
                Map.of("day", List.of("missing"), "coversUntil", List.of("missing"), "work", List.of("notOneOf")),
                faults(() -> service.saveCheck(check("work", "YES"))));
        assertEquals(
                Map.of("coversUntil", List.of("afterTheCheck")),
                faults(() -> service.saveCheck(check("day", "2024-06-01", "coversUntil", "2024-06-02"))));
        assertEquals(
                Map.of("coversUntil", List.of("nothingFound")),
                faults(() -> service.saveCheck(
                        check("day", "2024-06-01", "coversUntil", "2024-06-01", "result", "NOT_FOUND"))));
        assertEquals(
                Map.of("note", List.of("unwritable")),
                faults(() -> service.saveCheck(
                        check("day", "2024-06-01", "coversUntil", "2024-06-01", "note", "\uD83D\uDE00"))));
    }

    @Test
    public void shouldGiveEntriesInTheOrderOfTheirDays() {
        service.saveEvent(offence("date", "2024-05"));
        service.saveEvent(event("HOSPITALIZATION", "from", "2024-04-01"));
        service.saveEvent(offence());
        assertEquals(
                Arrays.asList(null, "2024-04-01", "2024-05"),
                service.getEvents(ofPatient()).stream()
                        .map(e -> e.getFrom() != null
                                ? e.getFrom().toString()
                                : e.getDate() == null ? null : e.getDate().getText())
                        .collect(Collectors.toList()));
        service.saveCheck(check("day", "2024-06-01", "coversUntil", "2024-06-01"));
        service.saveCheck(check("day", "2024-05-01", "coversUntil", "2024-05-01"));
        assertEquals(
                List.of("2024-05-01", "2024-06-01"),
                service.getChecks(ofPatient()).stream()
                        .map(check -> check.getDay().toString())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldNotTakeSomebodyWhoIsNotThereForOneOfWhomNothingIsKnown() {
        OutcomeSearch nobody = OutcomeSearch.builder().patient("nobody").build();
        assertEquals(Map.of("patient", List.of("unknownPatient")), faults(() -> service.getEvents(nobody)));
        assertEquals(Map.of("patient", List.of("unknownPatient")), faults(() -> service.getChecks(nobody)));
        assertEquals(
                Map.of("patient", List.of("missing")),
                faults(() -> service.getEvents(OutcomeSearch.builder().build())));
    }

    @Test
    public void shouldTellWhatIsKnownSinceTheIndexRelease() {
        LocalDate left = today.minusMonths(18);
        release(patient, left);
        service.saveEvent(offence("date", left.plusMonths(13).toString()));
        service.saveCheck(check(
                "day", left.plusMonths(14).toString(),
                "coversUntil", left.plusMonths(12).toString()));
        FollowUp followUp = service.getFollowUp(ofPatient()).get();

        assertEquals(left, followUp.getIndexDay());
        assertEquals(
                Status.FREE_KNOWN,
                followUp.getHorizons().get(0).getStatuses().get(0).getStatus());
        assertEquals(
                Status.EVENT, followUp.getHorizons().get(1).getStatuses().get(0).getStatus());
        assertEquals(left.plusMonths(24), followUp.getNextCheck().get().getDay());
        assertEquals(1, followUp.getEvents().size());
        assertEquals(1, followUp.getChecks().size());
    }

    @Test
    public void shouldTellOfOneWhoWasNotReleasedThatHeHasNoFollowUp() {
        assertEquals(
                NoIndex.NOT_RELEASED, service.getFollowUp(ofPatient()).get().getNoIndex());
        assertFalse(
                service.getFollowUp(OutcomeSearch.builder().patient("nobody").build())
                        .isPresent());
    }

    @Test
    public void shouldReadWhatWasRecordedOfOneWhoWasMergedWithTheOneWhoWasKept() throws Exception {
        Patient kept = TestPeople.patient();
        LocalDate left = today.minusMonths(18);
        release(kept, left);
        OutcomeEvent event = service.saveEvent(offence("date", left.plusDays(30).toString()));
        merge(kept, patient);
        Patient keptOfAll = TestPeople.patient();
        release(keptOfAll, left);
        merge(keptOfAll, kept);

        OutcomeSearch search =
                OutcomeSearch.builder().patient(keptOfAll.getUuid()).build();
        assertEquals(
                List.of(event.getUuid()),
                service.getEvents(search).stream().map(OutcomeEvent::getUuid).collect(Collectors.toList()));
        assertEquals(
                keptOfAll.getUuid(), service.getEvent(event.getUuid()).get().getPatient());
        assertEquals(Status.EVENT, service.getFollowUp(search).get().getNow().getStatus());
        assertEquals(
                Severity.DELIT,
                service.saveEvent(amend(event, "severity", "DELIT")).getSeverity());
    }

    @Test
    public void shouldReadManyPeopleInAsManyStatementsAsTwo() {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            people.add(followed());
        }
        service.getFollowUps(people);
        long two = statements(people);
        for (int i = 0; i < 10; i++) {
            people.add(followed());
        }
        assertEquals(two, statements(people));
        assertEquals(12, service.getFollowUps(people).size());
    }

    @Test
    public void shouldBeKeptByTheRegistrarAndGivenToNobodyElse() {
        OutcomeEvent event = service.saveEvent(offence("date", "2024-05-01"));
        TestPeople.signInWith(
                List.of("SMPR: Rater", "SMPR: Follower", "SMPR: Reader", "SMPR: Researcher", "SMPR: Administrator"),
                List.of());
        assertThrows(APIAuthenticationException.class, () -> service.getEvents(ofPatient()));
        assertThrows(APIAuthenticationException.class, () -> service.getFollowUp(ofPatient()));
        assertThrows(APIAuthenticationException.class, () -> service.saveEvent(offence()));
        assertThrows(APIAuthenticationException.class, () -> service.deleteEvent(event, "a reason"));
        // The platform's administrator signs others in, being the only one who may.
        Context.logout();
        authenticate();
        TestPeople.signInWith(List.of("SMPR: Outcome registrar"), List.of());
        service.saveEvent(offence());
        service.deleteEvent(event, "a reason");
        assertEquals(1, service.getEvents(ofPatient()).size());
    }

    private String followed() {
        patient = TestPeople.patient();
        release(patient, today.minusMonths(18));
        service.saveEvent(offence("date", "2024-05"));
        service.saveCheck(check("day", "2024-06-01", "coversUntil", "2024-06-01"));
        return patient.getUuid();
    }

    private long statements(List<String> people) {
        reload();
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        service.getFollowUps(people);
        return statistics.getPrepareStatementCount();
    }

    private static void merge(Patient kept, Patient other) throws Exception {
        reload();
        Context.getPatientService()
                .mergePatients(
                        Context.getPatientService().getPatientByUuid(kept.getUuid()),
                        Context.getPatientService().getPatientByUuid(other.getUuid()));
        reload();
    }

    private void release(Patient whom, LocalDate left) {
        releases.released(
                whom.getUuid(),
                Release.builder().episode("an episode").leftBuilding(left).build());
    }

    private OutcomeSearch ofPatient() {
        return OutcomeSearch.builder().patient(patient.getUuid()).build();
    }

    private RegisterInput offence(String... answers) {
        return event("NEW_OFFENCE", answers);
    }

    private RegisterInput event(String kind, String... answers) {
        Map<String, String> all = new HashMap<>(Map.of("kind", kind, "source", "SPIP", "certainty", "ESTABLISHED"));
        all.putAll(answers(answers));
        return RegisterInput.builder().patient(patient.getUuid()).answers(all).build();
    }

    private RegisterInput check(String... answers) {
        Map<String, String> all =
                new HashMap<>(Map.of("kind", "YEARLY", "source", "JUDICIAL_REGISTER", "result", "NO_EVENT_KNOWN"));
        all.putAll(answers(answers));
        return RegisterInput.builder().patient(patient.getUuid()).answers(all).build();
    }

    private static RegisterInput amend(OutcomeEvent event, String... answers) {
        return RegisterInput.builder()
                .uuid(event.getUuid())
                .answers(answers(answers))
                .build();
    }

    private static Map<String, String> answers(String... answers) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            all.put(answers[i], answers[i + 1]);
        }
        return all;
    }

    private static Map<String, List<String>> faults(ThrowingRunnable call) {
        Map<String, List<String>> faults = new TreeMap<>();
        for (Fault fault : assertThrows(FaultsException.class, call).getFaults()) {
            faults.computeIfAbsent(fault.getField(), field -> new ArrayList<>()).add(fault.getCode());
        }
        return faults;
    }

    private static void accept(String register) {
        Context.getService(SiteService.class)
                .acceptSettings("a test", "{\"format\": 1, \"outcomeRegister\": {" + register + "}}");
    }

    private static void reload() {
        Context.flushSession();
        Context.clearSession();
    }
}
