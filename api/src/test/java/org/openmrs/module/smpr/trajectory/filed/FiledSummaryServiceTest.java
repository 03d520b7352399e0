/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.trajectory.BasisChange;
import org.openmrs.module.smpr.trajectory.FiledSummary;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.openmrs.module.smpr.trajectory.words.Language;
import org.openmrs.module.smpr.trajectory.words.Summary;
import org.openmrs.module.smpr.trajectory.words.SummaryWriter;

public class FiledSummaryServiceTest extends SmprContextTest {

    private static final List<String> OWN_WORDS =
            List.of("He is calmer.", "What protects him: his job, “his” sister – é.");

    private FiledSummaryService service;

    private Patient patient;

    private Assessment saprof;

    private Provider clinician;

    @Before
    public void chart() {
        service = Context.getService(FiledSummaryService.class);
        patient = TestPeople.patient();
        saprof = chart(TestAssessments.saprof(patient, "2026-03-01"));
        clinician = TestPeople.signInAsClinician("SMPR: Rater");
    }

    @Test
    public void shouldFileWhatAClinicianValidatesInHisNameAtThisMoment() {
        Date before = new Date(System.currentTimeMillis() - 1000);
        FiledSummary filed = file(OWN_WORDS);
        settle();

        FiledSummary read = service.getFiledSummary(filed.getUuid()).get();
        assertEquals(filed, read);
        assertEquals(patient.getUuid(), read.getPatient());
        assertEquals(clinician.getUuid(), read.getValidator().getUuid());
        assertEquals("Invented Rater", read.getValidator().getName());
        assertTrue(read.getDate().after(before) && !read.getDate().after(new Date()));
        assertEquals("en", read.getLanguage());
        assertEquals(OWN_WORDS, read.getSentences());
        assertTrue(read.isEdited());
        assertTrue(read.isIntact());
        assertTrue(read.isUpToDate());
        assertEquals(
                List.of("SAPROF " + saprof.getUuid() + " " + saprof.getVersion()),
                read.getBasis().getEntries().stream()
                        .map(entry -> entry.getInstrument() + " " + entry.getAssessment() + " " + entry.getVersion())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldBeAnEncounterWithOneFlatObsAnAnswer() {
        Encounter encounter = encounter(file(OWN_WORDS));

        assertEquals("SMPR summary", encounter.getEncounterType().getName());
        assertEquals(
                Set.of(clinician),
                encounter.getActiveEncounterProviders().stream()
                        .map(provider -> provider.getProvider())
                        .collect(Collectors.toSet()));
        Map<String, String> answers = new TreeMap<>();
        for (Obs obs : encounter.getObs()) {
            assertNull(obs.getObsGroup());
            answers.put(
                    codeOf(obs.getConcept()),
                    obs.getValueCoded() == null ? obs.getValueText() : codeOf(obs.getValueCoded()));
        }
        String seal = answers.remove("SUMMARY.seal");
        assertTrue(seal, seal.matches("[0-9a-f]{16}"));
        String basis = answers.remove("SUMMARY.basis");
        assertTrue(
                basis,
                basis.matches("SAPROF 2026-03-01 " + saprof.getUuid() + " " + saprof.getVersion()
                        + "\nSAPROF settings [0-9a-f]{16}"));
        assertEquals(
                Map.of(
                        "SUMMARY.text",
                        String.join("\n", OWN_WORDS),
                        "SUMMARY.language",
                        "SUMMARY.language.en",
                        "SUMMARY.wording",
                        "SUMMARY.wording.EDITED"),
                answers);
    }

    @Test
    public void shouldKnowTheAutomaticWordingFromTheCliniciansInEitherLanguage() {
        for (String language : List.of("en", "fr")) {
            List<String> automatic = automatic(language);
            assertEquals(5, automatic.size());
            FiledSummary asItWas = service.fileSummary(
                    input().language(language).text(automatic).build());
            assertFalse(asItWas.isEdited());
            assertEquals(automatic, asItWas.getSentences());
            assertEquals(language, asItWas.getLanguage());
            assertTrue(file(automatic.subList(0, 4)).isEdited());
        }
    }

    @Test
    public void shouldTakeALineForASentence() {
        assertEquals(
                List.of("One.", "Two.", "Three."),
                file(List.of(" One.\r\nTwo.", "Three.\n")).getSentences());
    }

    @Test
    public void shouldListTheNewestFirst() {
        FiledSummary first = file(List.of("First."));
        FiledSummary second = file(List.of("Second."));

        assertEquals(List.of(second.getUuid(), first.getUuid()), uuids(false));
        assertEquals(
                List.of(),
                service.getFiledSummaries(FiledSummarySearch.builder().build()));
    }

    @Test
    public void shouldRefuseEveryFaultAtOnce() {
        assertEquals(
                Map.of(
                        "patient", List.of("missing"),
                        "language", List.of("missing"),
                        "text", List.of("missing"),
                        "version", List.of("missing")),
                faults(FiledSummaryInput.builder().build()));
        assertEquals(
                Map.of("patient", List.of("unknownPatient"), "language", List.of("notOneOf")),
                faults(input().patient("nobody").language("de").build()));
        assertEquals(List.of(), uuids(true));
    }

    @Test
    public void shouldRefuseATextThatSaysNothingIsTooLongOrCannotBeKept() {
        assertEquals(List.of("missing"), faults(List.of()).get("text"));
        assertEquals(List.of("missing"), faults(List.of("One.", " ")).get("text"));
        assertEquals(List.of("missing"), faults(List.of("\n")).get("text"));
        assertEquals(
                List.of("tooLong"),
                faults(List.of("x".repeat(10_000), "x".repeat(10_000))).get("text"));
        assertEquals(
                List.of("unwritable"),
                faults(List.of("He smiles \uD83D\uDE00.")).get("text"));
        assertEquals(List.of("unwritable"), faults(List.of("\u0007 .")).get("text"));
        assertEquals(
                20_000, file(List.of("é".repeat(20_000))).getSentences().get(0).length());
    }

    @Test
    public void shouldRefuseOneWhoIsNoClinicianHere() {
        authenticate();
        TestPeople.signInWith(List.of("SMPR: Rater"), List.of());

        assertEquals(Map.of("validator", List.of("notAClinician")), faults(OWN_WORDS));
    }

    @Test
    public void shouldFileInTheNameOfTheFirstAccountThatIsNotRetired() {
        String user = Context.getAuthenticatedUser().getUsername();
        authenticate();
        Provider retired = Context.getProviderService().getProviderByUuid(clinician.getUuid());
        List<Provider> others =
                List.of(TestPeople.clinician(retired.getPerson()), TestPeople.clinician(retired.getPerson()));
        retired.setRetired(true);
        retired.setRetireReason("left");
        Context.getProviderService().saveProvider(retired);
        settle();
        Context.logout();
        Context.authenticate(user, "Invented123");

        assertEquals(others.get(0).getUuid(), file(OWN_WORDS).getValidator().getUuid());
    }

    @Test
    public void shouldRefuseToRestOnNothing() {
        authenticate();
        Patient other = TestPeople.patient();
        chart(TestAssessments.saprof(other, "2026-03-01").with("status", "DRAFT"));
        TestPeople.signInAsClinician("SMPR: Rater");

        assertEquals(
                Map.of("patient", List.of("neverAssessed")),
                faults(input().patient(other.getUuid()).build()));
    }

    @Test
    public void shouldNotFileWhatRestsOnOtherThanWasShown() {
        FiledSummaryInput shown = input().build();
        chart(TestAssessments.amendmentOf(saprof).with("ratings.05", "2"));
        assertThrows(ChangedMeanwhileException.class, () -> service.fileSummary(shown));

        FiledSummaryInput amended = input().build();
        chart(TestAssessments.capp(patient, "2026-04-01"));
        assertThrows(ChangedMeanwhileException.class, () -> service.fileSummary(amended));
        assertThrows(
                ChangedMeanwhileException.class,
                () -> service.fileSummary(input().version("made up").build()));
        assertEquals(List.of(), uuids(true));
    }

    @Test
    public void shouldFileAfterADraftWhichCountsNowhere() {
        FiledSummaryInput shown = input().build();
        chart(TestAssessments.saprof(patient, "2026-04-01").with("status", "DRAFT"));

        assertTrue(service.fileSummary(shown).isUpToDate());
    }

    @Test
    public void shouldTellWhatHasChangedSince() {
        FiledSummary filed = file(OWN_WORDS);
        Assessment later = chart(TestAssessments.capp(patient, "2026-04-01"));
        assertEquals(List.of("NEW " + later.getUuid()), changes(filed));

        chart(TestAssessments.amendmentOf(saprof).with("ratings.05", "2"));
        assertEquals(List.of("CHANGED " + saprof.getUuid(), "NEW " + later.getUuid()), changes(filed));

        Context.getService(AssessmentService.class).deleteAssessment(saprof, "of another man");
        Context.getService(AssessmentService.class).deleteAssessment(later, "of another man");
        assertEquals(List.of("GONE " + saprof.getUuid()), changes(filed));
        assertEquals(
                List.of("GONE " + saprof.getUuid()),
                told(service.getFiledSummaries(FiledSummarySearch.builder()
                                .patient(patient.getUuid())
                                .build())
                        .get(0)));

        Context.getService(AssessmentService.class).undeleteAssessment(saprof);
        // With another answer than it rests on.
        assertEquals(List.of("CHANGED " + saprof.getUuid()), changes(filed));
    }

    @Test
    public void shouldTellThatTheSiteHasSetSomethingElseSince() {
        FiledSummary filed = file(OWN_WORDS);
        String ours = "\"reliability\": {\"external\": {\"sd\": 2.1, \"reliability\": 0.8, \"source\": \"ours\"}}";
        set("\"CAPP\": {\"omissionLimits\": {\"total\": 3}}");
        assertTrue(trajectory().getFiled().isUpToDate());

        set("\"SAPROF\": {" + ours + "}");
        for (FiledSummary read : List.of(
                service.getFiledSummary(filed.getUuid()).get(),
                trajectory().getFiled(),
                service.getFiledSummaries(FiledSummarySearch.builder()
                                .patient(patient.getUuid())
                                .build())
                        .get(0))) {
            assertTrue(read.isIntact());
            assertFalse(read.isUpToDate());
            assertEquals(1, read.getChangedSince().size());
            BasisChange change = read.getChangedSince().get(0);
            assertEquals(BasisChange.Kind.SETTINGS, change.getKind());
            assertEquals("SAPROF", change.getInstrument().getCode());
        }

        // As they were, though accepted later.
        set("");
        assertTrue(service.getFiledSummary(filed.getUuid()).get().isUpToDate());
    }

    @Test
    public void shouldNotFileWhatFollowsFromOtherSettingsThanWereShown() {
        String user = Context.getAuthenticatedUser().getUsername();
        FiledSummaryInput shown = input().build();
        set("\"SAPROF\": {\"omissionLimits\": {\"total\": 2}}");
        Context.logout();
        Context.authenticate(user, "Invented123");

        assertThrows(ChangedMeanwhileException.class, () -> service.fileSummary(shown));
        assertTrue(service.fileSummary(input().build()).isUpToDate());
    }

    @Test
    public void shouldReadOneThatWasFiledBeforeSettingsWereKeptAndSayNothingOfThem() {
        FiledSummary filed = file(OWN_WORDS);
        set("\"SAPROF\": {\"omissionLimits\": {\"total\": 2}}");
        sealAnew(filed, "SAPROF 2026-03-01 " + saprof.getUuid() + " " + saprof.getVersion());

        FiledSummary read = service.getFiledSummary(filed.getUuid()).get();
        assertTrue(read.isIntact());
        assertTrue(read.isUpToDate());
        assertEquals(OWN_WORDS, read.getSentences());
    }

    @Test
    public void shouldVoidWithAReason() {
        FiledSummary filed = file(OWN_WORDS);
        for (String none : new String[] {null, " "}) {
            assertEquals(
                    List.of(Fault.of("reason", "missing")),
                    assertThrows(FaultsException.class, () -> service.deleteFiledSummary(filed, none))
                            .getFaults());
        }

        service.deleteFiledSummary(filed, "of another man");
        settle();

        assertEquals(List.of(), uuids(false));
        assertEquals(List.of(filed.getUuid()), uuids(true));
        FiledSummary voided = service.getFiledSummary(filed.getUuid()).get();
        assertTrue(voided.isVoided());
        assertEquals("of another man", voided.getVoidReason());
        assertEquals(Context.getAuthenticatedUser().getUsername(), voided.getVoidedBy());
        assertEquals(OWN_WORDS, voided.getSentences());
        assertTrue(voided.isIntact());
        assertNull(trajectory().getFiled());
        service.deleteFiledSummary(filed, "again");
        assertEquals(
                "of another man", service.getFiledSummary(filed.getUuid()).get().getVoidReason());
    }

    @Test
    public void shouldVoidNoOtherEncounterThanASummarys() {
        FiledSummary disguised =
                file(OWN_WORDS).toBuilder().uuid(saprof.getUuid()).build();

        assertEquals(
                List.of(Fault.of("uuid", "unknownSummary")),
                assertThrows(FaultsException.class, () -> service.deleteFiledSummary(disguised, "test"))
                        .getFaults());
        assertEquals(Optional.empty(), service.getFiledSummary(saprof.getUuid()));
        assertEquals(Optional.empty(), service.getFiledSummary(null));
        assertFalse(Context.getService(AssessmentService.class)
                .getAssessment(saprof.getUuid())
                .get()
                .isVoided());
    }

    @Test
    public void shouldBePartOfTheTrajectoryWhereItIsTheNewest() {
        assertNull(trajectory().getFiled());
        file(List.of("First."));
        FiledSummary second = file(List.of("Second."));
        assertEquals(second, trajectory().getFiled());

        service.deleteFiledSummary(second, "of another man");
        settle();
        assertEquals(List.of("First."), trajectory().getFiled().getSentences());

        chart(TestAssessments.amendmentOf(saprof).with("ratings.05", "2"));
        assertEquals(List.of("CHANGED " + saprof.getUuid()), told(trajectory().getFiled()));
    }

    @Test
    public void shouldBeNoPartOfAPartOfTheTrajectory() {
        file(OWN_WORDS);
        Trajectory part = Context.getService(TrajectoryService.class)
                .getTrajectory(TrajectorySearch.builder()
                        .patient(patient.getUuid())
                        .instrument("SAPROF")
                        .build())
                .get();

        assertNull(part.getFiled());
        assertNull(part.getBasis());
    }

    @Test
    public void shouldNotPassForValidatedWhereAnotherRouteHasPutWordsIntoHisMouth() {
        FiledSummary filed = file(OWN_WORDS);
        authenticate();
        Obs text = obs(filed, "text");
        text.setValueText("He is dangerous.");
        Context.getObsService().saveObs(text, "test");
        settle();

        FiledSummary read = service.getFiledSummary(filed.getUuid()).get();
        assertEquals(List.of(), read.getSentences());
        assertFalse(read.isIntact());
        assertNull(trajectory().getFiled());
    }

    @Test
    public void shouldShowAnOlderValidOneInTheTrajectoryAndThatTheNewestIsNotIntact() {
        FiledSummary older = file(List.of("Older."));
        FiledSummary newest = file(List.of("Newest."));
        assertNull(trajectory().getFiledNotIntact());
        String user = Context.getAuthenticatedUser().getUsername();
        authenticate();
        Context.getObsService().voidObs(obs(newest, "wording"), "test");
        settle();

        assertEquals(older, trajectory().getFiled());
        assertEquals(newest.getUuid(), trajectory().getFiledNotIntact().getUuid());

        Context.logout();
        Context.authenticate(user, "Invented123");
        FiledSummary filedAgain = file(List.of("Again."));
        assertEquals(filedAgain, trajectory().getFiled());
        assertNull(trajectory().getFiledNotIntact());
    }

    @Test
    public void shouldNotPassForValidatedNorForUpToDateWhereWhatItRestsOnCannotBeReadThoughItIsSealed() {
        FiledSummary filed = file(OWN_WORDS);
        authenticate();
        sealAnew(filed, "not to be read");

        FiledSummary read = service.getFiledSummary(filed.getUuid()).get();
        assertFalse(read.isIntact());
        assertFalse(read.isUpToDate());
        assertEquals(List.of(), read.getSentences());
        assertNull(trajectory().getFiled());
    }

    @Test
    public void shouldNotPassForValidatedWhereItsMomentOrItsBasisWasChangedOrAnAnswerIsGoneOrThereTwice() {
        List<Runnable> changes = new ArrayList<>();
        FiledSummary[] filed = new FiledSummary[1];
        changes.add(() -> {
            Encounter encounter = encounter(filed[0]);
            encounter.setEncounterDatetime(TestPeople.day("2026-03-02"));
            Context.getEncounterService().saveEncounter(encounter);
        });
        changes.add(() -> {
            Obs basis = obs(filed[0], "basis");
            basis.setValueText("not to be read");
            Context.getObsService().saveObs(basis, "test");
        });
        changes.add(() -> Context.getObsService().voidObs(obs(filed[0], "wording"), "test"));
        changes.add(() -> {
            Obs more = new Obs();
            more.setConcept(concept("SUMMARY.text"));
            more.setValueText("And more.");
            Encounter encounter = encounter(filed[0]);
            more.setPerson(encounter.getPatient());
            encounter.addObs(more);
            Context.getEncounterService().saveEncounter(encounter);
        });
        for (Runnable change : changes) {
            authenticate();
            TestPeople.signInAsClinician("SMPR: Rater");
            filed[0] = file(OWN_WORDS);
            settle();
            authenticate();
            change.run();
            settle();
            assertFalse(service.getFiledSummary(filed[0].getUuid()).get().isIntact());
        }
    }

    @Test
    public void shouldNotPassForValidatedWhereAnotherRouteHasChartedItInAnybodysName() {
        authenticate();
        Encounter encounter = new Encounter();
        encounter.setPatient(Context.getPatientService().getPatientByUuid(patient.getUuid()));
        encounter.setEncounterType(
                Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType("SUMMARY")));
        encounter.setEncounterDatetime(TestPeople.day("2026-03-02"));
        encounter.addProvider(
                Context.getEncounterService().getEncounterRoleByUuid(EncounterRole.UNKNOWN_ENCOUNTER_ROLE_UUID),
                Context.getProviderService().getProviderByUuid(clinician.getUuid()));
        Obs text = new Obs();
        text.setPerson(encounter.getPatient());
        text.setConcept(concept("SUMMARY.text"));
        text.setValueText("He is dangerous.");
        encounter.addObs(text);
        Context.getEncounterService().saveEncounter(encounter);
        settle();

        FiledSummary read = service.getFiledSummary(encounter.getUuid()).get();
        assertEquals(List.of(), read.getSentences());
        assertNull(read.getLanguage());
        assertFalse(read.isIntact());
        assertNull(trajectory().getFiled());
    }

    @Test
    public void shouldFollowPatientsThatAreMergedAndTellWhatItDoesNotRestOn() throws Exception {
        FiledSummary filed = file(OWN_WORDS);
        authenticate();
        Patient other = TestPeople.patient();
        Assessment his = chart(TestAssessments.saprof(other, "2026-05-01"));
        settle();
        Context.getPatientService()
                .mergePatients(
                        Context.getPatientService().getPatientByUuid(other.getUuid()),
                        Context.getPatientService().getPatientByUuid(patient.getUuid()));
        settle();

        List<FiledSummary> merged = service.getFiledSummaries(
                FiledSummarySearch.builder().patient(other.getUuid()).build());
        assertEquals(1, merged.size());
        assertEquals(OWN_WORDS, merged.get(0).getSentences());
        assertEquals(clinician.getUuid(), merged.get(0).getValidator().getUuid());
        assertEquals(filed.getDate().getTime(), merged.get(0).getDate().getTime());
        assertTrue(merged.get(0).isIntact());
        assertTrue(told(merged.get(0)).contains("NEW " + his.getUuid()));
    }

    @Test
    public void shouldTakeAsManyStatementsForTenSummariesAsForOneAndTwoInTheTrajectory() {
        trajectory();
        service.getFiledSummary("none");
        long none = statements(this::trajectory);
        file(OWN_WORDS);
        long inTrajectory = statements(this::trajectory);
        long list = statements(() -> uuids(false));
        for (int i = 0; i < 9; i++) {
            file(OWN_WORDS);
        }

        // Where there is none the second is not needed.
        assertEquals(none + 1, inTrajectory);
        assertEquals(inTrajectory, statements(this::trajectory));
        assertEquals(list, statements(() -> uuids(false)));
        assertEquals(10, uuids(false).size());
    }

    @Test
    public void shouldRefuseWhoeverLacksThePrivilege() {
        FiledSummary filed = file(OWN_WORDS);
        authenticate();
        TestPeople.signInAsClinician("SMPR: Reader");
        assertEquals(OWN_WORDS, service.getFiledSummary(filed.getUuid()).get().getSentences());
        assertThrows(APIAuthenticationException.class, () -> file(OWN_WORDS));
        assertThrows(APIAuthenticationException.class, () -> service.deleteFiledSummary(filed, "test"));
        authenticate();
        TestPeople.signInWith(List.of("SMPR: Auditor"), List.of());
        assertThrows(APIAuthenticationException.class, () -> service.getFiledSummary(filed.getUuid()));
        assertThrows(APIAuthenticationException.class, () -> uuids(false));
    }

    @Test
    public void shouldHideItFromOneWhoMayNotViewItsType() {
        FiledSummary filed = file(OWN_WORDS);
        hide("SUMMARY");
        TestPeople.signInAsClinician("SMPR: Rater");

        assertEquals(Optional.empty(), service.getFiledSummary(filed.getUuid()));
        assertEquals(List.of(), uuids(true));
        assertNull(trajectory().getFiled());
    }

    @Test
    public void shouldHideItFromOneWhoMayNotSeeAllThatItRestsOn() {
        chart(TestAssessments.capp(patient, "2026-04-01"));
        FiledSummary filed = file(OWN_WORDS);
        hide("CAPP");
        TestPeople.signInAsClinician("SMPR: Rater");

        assertEquals(Optional.empty(), service.getFiledSummary(filed.getUuid()));
        assertEquals(List.of(), uuids(true));
        assertNull(trajectory().getFiled());
        FiledSummary ofWhatHeSees = file(OWN_WORDS);
        assertEquals(List.of(ofWhatHeSees.getUuid()), uuids(false));
    }

    /** Has the summary, which is in its clinician's own English words, rest on another basis. */
    private void sealAnew(FiledSummary filed, String text) {
        Obs basis = obs(filed, "basis");
        basis.setValueText(text);
        Context.getObsService().saveObs(basis, "test");
        Obs seal = obs(filed, "seal");
        seal.setValueText(Seal.of(
                clinician.getUuid(),
                filed.getDate(),
                ZoneId.systemDefault(),
                Map.of("text", String.join("\n", OWN_WORDS), "language", "en", "wording", "EDITED", "basis", text)));
        Context.getObsService().saveObs(seal, "test");
        settle();
    }

    private void set(String settings) {
        authenticate();
        Context.getService(SiteService.class)
                .acceptSettings("a test", "{\"format\": 1, \"instruments\": {" + settings + "}}");
        settle();
    }

    private void hide(String code) {
        authenticate();
        EncounterType type = Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType(code));
        type.setViewPrivilege(Context.getUserService().getPrivilege(SmprPrivileges.PURGE_ASSESSMENTS));
        Context.getEncounterService().saveEncounterType(type);
        settle();
    }

    private static Assessment chart(TestAssessments assessment) {
        Assessment charted = Context.getService(AssessmentService.class).saveAssessment(assessment.input());
        settle();
        return charted;
    }

    private FiledSummary file(List<String> text) {
        FiledSummary filed = service.fileSummary(input().text(text).build());
        settle();
        return filed;
    }

    private FiledSummaryInput.FiledSummaryInputBuilder input() {
        return FiledSummaryInput.builder()
                .patient(patient.getUuid())
                .language("en")
                .text(OWN_WORDS)
                .version(trajectory().getBasis().version());
    }

    private Map<String, List<String>> faults(List<String> text) {
        return faults(input().text(text).build());
    }

    private Map<String, List<String>> faults(FiledSummaryInput input) {
        return assertThrows(FaultsException.class, () -> service.fileSummary(input)).getFaults().stream()
                .collect(Collectors.groupingBy(
                        Fault::getField, Collectors.mapping(Fault::getCode, Collectors.toList())));
    }

    private Trajectory trajectory() {
        return Context.getService(TrajectoryService.class)
                .getTrajectory(
                        TrajectorySearch.builder().patient(patient.getUuid()).build())
                .get();
    }

    private List<String> automatic(String language) {
        Locale locale = Locale.forLanguageTag(language);
        return new SummaryWriter(new Language(
                        (key, arguments) -> Context.getMessageSourceService().getMessage(key, arguments, locale),
                        locale,
                        ZoneId.systemDefault()))
                .write(trajectory()).getSentences().stream()
                        .map(Summary.Sentence::getText)
                        .collect(Collectors.toList());
    }

    private List<String> uuids(boolean includeVoided) {
        return uuids(patient, includeVoided);
    }

    private List<String> uuids(Patient of, boolean includeVoided) {
        return service
                .getFiledSummaries(FiledSummarySearch.builder()
                        .patient(of.getUuid())
                        .includeVoided(includeVoided)
                        .build())
                .stream()
                .map(FiledSummary::getUuid)
                .collect(Collectors.toList());
    }

    private List<String> changes(FiledSummary filed) {
        settle();
        FiledSummary read = service.getFiledSummary(filed.getUuid()).get();
        assertEquals(read.getChangedSince().isEmpty(), read.isUpToDate());
        return told(read);
    }

    private static List<String> told(FiledSummary filed) {
        return filed.getChangedSince().stream()
                .map(change -> change.getKind() + " " + change.getEntry().getAssessment())
                .collect(Collectors.toList());
    }

    private static Encounter encounter(FiledSummary filed) {
        return Context.getEncounterService().getEncounterByUuid(filed.getUuid());
    }

    private static Obs obs(FiledSummary filed, String question) {
        return encounter(filed).getObs().stream()
                .filter(obs -> codeOf(obs.getConcept()).equals("SUMMARY." + question))
                .findFirst()
                .get();
    }

    private static Concept concept(String code) {
        return Context.getConceptService().getConceptByUuid(StableUuid.ofConcept(code));
    }

    private static String codeOf(Concept concept) {
        return concept.getConceptMappings()
                .iterator()
                .next()
                .getConceptReferenceTerm()
                .getCode();
    }

    private long statements(Runnable reading) {
        settle();
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        reading.run();
        return statistics.getPrepareStatementCount();
    }

    private static void settle() {
        Context.flushSession();
        Context.clearSession();
    }
}
