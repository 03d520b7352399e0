/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Concept;
import org.openmrs.ConceptDescription;
import org.openmrs.ConceptMap;
import org.openmrs.ConceptMapType;
import org.openmrs.ConceptName;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.MetadataInstaller;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;

public class AssessmentServiceTest extends SmprContextTest {

    private AssessmentService service;

    private Patient patient;

    @Before
    public void setUp() {
        service = Context.getService(AssessmentService.class);
        patient = TestPeople.patient();
    }

    @Test
    public void shouldGiveBackWhatWasCharted() {
        Location location = TestPeople.location();
        Provider rater = TestPeople.rater();
        Assessment charted = service.saveAssessment(TestAssessments.saprof(patient, "2026-03-01")
                .with("windowStart", "2025-09-01")
                .with("windowEnd", "2026-02-28")
                .with("marks.key", List.of("05", "11"))
                .with("marks.goal", List.of("06"))
                .location(location.getUuid())
                .raters(rater.getUuid())
                .input());
        Context.clearSession();

        Assessment read = service.getAssessment(charted.getUuid()).get();
        assertEquals(patient.getUuid(), read.getPatient());
        assertEquals("SAPROF", read.getInstrument().getCode());
        assertEquals(TestPeople.day("2026-03-01").getTime(), read.getDate().getTime());
        assertEquals(location.getUuid(), read.getLocation().getUuid());
        assertEquals(rater.getUuid(), read.getRaters().get(0).getUuid());
        assertEquals("Invented Rater", read.getRaters().get(0).getName());
        assertEquals(List.of("2012"), read.values("edition"));
        assertEquals(Set.of("FILE", "INTERVIEW"), Set.copyOf(read.values("informant")));
        assertEquals(List.of(12.0), read.values("horizon"));
        assertEquals(List.of(LocalDate.of(2025, 9, 1)), read.values("windowStart"));
        assertEquals(List.of(LocalDate.of(2026, 2, 28)), read.values("windowEnd"));
        assertEquals(Set.of("05", "11"), Set.copyOf(read.values("key")));
        assertEquals(List.of("06"), read.values("goal"));
        assertEquals(Optional.of("MODERATE"), read.choice("FPJ"));
        assertEquals(List.of(), read.getFaults());
        assertTrue(read.isComplete());
    }

    @Test
    public void shouldGiveBackEveryAnswerOfEveryCodedQuestion() {
        service.saveAssessment(TestAssessments.hcr20(patient, "2026-02-01").input());
        for (Question question : saprofQuestions()) {
            for (Choice choice : question.getChoices()) {
                if (Context.getService(SiteService.class)
                        .getInstrument("SAPROF")
                        .get()
                        .offers(choice)) {
                    Assessment charted = service.saveAssessment(TestAssessments.saprof(patient, "2026-03-01")
                            .with("fields.basis", "2026-02-01")
                            .with(Fields.of(question), choice.getCode())
                            .input());
                    assertEquals(
                            question.getCode(),
                            List.of(choice.getCode()),
                            service.getAssessment(charted.getUuid()).get().values(question.getCode()));
                }
            }
            Context.clearSession();
        }
    }

    @Test
    public void shouldChartOneFlatObsAnAnswer() {
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        Encounter encounter = Context.getEncounterService().getEncounterByUuid(charted.getUuid());
        // 17 ratings, 2 informants, edition, context, horizon, rater role, status, FPJ
        assertEquals(25, encounter.getAllObs(false).size());
        assertEquals(
                StableUuid.ofEncounterType("SAPROF"),
                encounter.getEncounterType().getUuid());
        for (Obs obs : encounter.getAllObs(false)) {
            assertEquals(patient.getPersonId(), obs.getPerson().getPersonId());
            assertEquals(null, obs.getObsGroup());
        }
    }

    @Test
    public void shouldVoidAndReplaceOnlyWhatAnAmendmentChanges() {
        Assessment charted = service.saveAssessment(TestAssessments.saprof(patient, "2026-03-01")
                .with("status", "DRAFT")
                .with("marks.key", List.of("05", "11"))
                .input());
        Map<String, Integer> before = obsByConcept(charted);
        Assessment amended = service.saveAssessment(TestAssessments.amendmentOf(charted)
                .with("ratings.05", "2")
                .with("judgements.FPJ", null)
                .with("judgements.IFRJ", "LOW")
                .with("raterRole", "SINGLE")
                .with("marks.key", List.of("11", "12"))
                .reason(null)
                .input());
        assertEquals(Optional.of("2"), amended.choice("05"));
        assertEquals(List.of(), amended.values("FPJ"));
        assertEquals(Optional.of("LOW"), amended.choice("IFRJ"));
        assertEquals(Set.of("11", "12"), Set.copyOf(amended.values("key")));

        Map<String, Integer> after = obsByConcept(amended);
        Set<String> changed = before.keySet().stream()
                .filter(key -> !before.get(key).equals(after.get(key)))
                .collect(Collectors.toSet());
        assertEquals(Set.of("SAPROF.05", "SAPROF.FPJ", "ASSESSMENT.raterRole", "SAPROF.key.05"), changed);
        assertNotEquals(charted.getVersion(), amended.getVersion());
    }

    @Test
    public void shouldWriteNothingWhereAnAmendmentChangesNothing() {
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        Assessment amended = service.saveAssessment(
                TestAssessments.amendmentOf(charted).with("ratings.05", "1").input());
        assertEquals(charted.getVersion(), amended.getVersion());
        assertEquals(obsByConcept(charted), obsByConcept(amended));
    }

    @Test
    public void shouldRefuseAnAmendmentOfWhatHasChangedMeanwhile() {
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        service.saveAssessment(
                TestAssessments.amendmentOf(charted).with("ratings.05", "2").input());
        assertThrows(
                ChangedMeanwhileException.class,
                () -> service.saveAssessment(TestAssessments.amendmentOf(charted)
                        .version(charted.getVersion())
                        .with("ratings.05", "0")
                        .input()));
    }

    @Test
    public void shouldSaveADraftWhateverIsOpenInIt() {
        Assessment draft = service.saveAssessment(AssessmentInput.builder()
                .patient(patient.getUuid())
                .instrument("SAPROF")
                .date("2026-03-01")
                .answers(Map.of("status", "DRAFT", "ratings.03", "2"))
                .build());
        assertFalse(draft.isComplete());
        assertEquals(List.of(), draft.getFaults());
    }

    @Test
    public void shouldAskForRelevanceWhereTheSiteSaysSo() {
        Assessment before = service.saveAssessment(TestAssessments.hcr20(patient, "2026-03-01")
                .with("ratings.C2.presence", "N")
                .without("ratings.C2.relevance")
                .input());
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test",
                        "{\"format\": 1, \"instruments\": {\"HCR20V3\": {\"notAskedWhere\": {\"relevance\": {\"presence\": [\"OMIT\"]}}}}}");
        assertEquals(
                Map.of("ratings.C2.relevance", "missing"),
                refused(TestAssessments.hcr20(patient, "2026-03-01")
                        .with("ratings.C2.presence", "N")
                        .without("ratings.C2.relevance")
                        .input()));
        service.saveAssessment(TestAssessments.hcr20(patient, "2026-03-01")
                .with("ratings.C2.presence", "N")
                .input());
        // What was charted by another rule is shown as it is.
        assertEquals(
                List.of(Fault.of("ratings.C2.relevance", "missing")),
                service.getAssessment(before.getUuid()).get().getFaults());
    }

    @Test
    public void shouldKeepWhatWasRatedWithAnOptionThatTheSiteNoLongerUses() {
        SiteService site = Context.getService(SiteService.class);
        site.acceptSettings(
                "a test",
                "{\"format\": 1, \"instruments\": {\"HCR20V3\": {\"options\": [\"relevance-on-sub-items\"]}}}");
        Context.getRegisteredComponent("smpr.metadataInstaller", MetadataInstaller.class)
                .install();
        Assessment charted = service.saveAssessment(TestAssessments.hcr20(patient, "2026-03-01")
                .with("ratings.H1.a.presence", "Y")
                .with("ratings.H1.a.relevance", "HIGH")
                .input());
        site.acceptSettings("a test", "{\"format\": 1}");
        Assessment amended = service.saveAssessment(TestAssessments.amendmentOf(charted)
                .with("ratings.H1.b.presence", "N")
                .input());
        assertEquals(Optional.of("HIGH"), amended.choice("H1.a.relevance"));
        assertEquals(List.of(), amended.getFaults());
        assertEquals(
                Map.of("ratings.H1.a.relevance", "notUsedHere"),
                refused(TestAssessments.amendmentOf(charted)
                        .with("ratings.H1.a.relevance", "LOW")
                        .input()));
        assertEquals(
                List.of(),
                service.saveAssessment(TestAssessments.amendmentOf(charted)
                                .with("ratings.H1.a.relevance", null)
                                .input())
                        .values("H1.a.relevance"));
    }

    @Test
    public void shouldNameEveryFaultAtOnce() {
        TestAssessments wrong = TestAssessments.saprof(patient, "2026-03-01")
                .without("ratings.17")
                .with("ratings.01", "3")
                .with("ratings.02", "1-plus")
                .with("ratings.18", "1")
                .with("ratings.03", List.of("1", "2"))
                .with("ratings.04", "NA")
                .with("horizon", 0)
                .with("context", null)
                .with("windowStart", "2026-02-01")
                .with("windowEnd", "2026-01-01")
                .with("marks.goal", List.of("01"))
                .with("judgements.FPJ", "LOW-MODERATE")
                .raters("no-such-rater")
                .location("no-such-place");
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("ratings.17", "missing"),
                        Map.entry("ratings.01", "unknownAnswer"),
                        Map.entry("ratings.02", "notUsedHere"),
                        Map.entry("ratings.18", "unknownQuestion"),
                        Map.entry("ratings.03", "severalAnswers"),
                        Map.entry("ratings.04", "unknownAnswer"),
                        Map.entry("horizon", "outOfRange"),
                        Map.entry("context", "missing"),
                        Map.entry("windowEnd", "endBeforeStart"),
                        Map.entry("marks.goal", "unknownAnswer"),
                        Map.entry("judgements.FPJ", "notUsedHere"),
                        Map.entry("raters", "unknownRater"),
                        Map.entry("location", "unknownLocation"))),
                refused(wrong.input()));
    }

    @Test
    public void shouldRefuseWhatIsNoDayNumberOrText() {
        assertEquals(
                new TreeMap<>(Map.of("windowStart", "notADate", "horizon", "notANumber", "date", "notADate")),
                refused(TestAssessments.saprof(patient, "yesterday")
                        .with("windowStart", "01/02/2026")
                        .with("horizon", "a year")
                        .input()));
    }

    @Test
    public void shouldRefuseADateToComeOrBeforeBirth() {
        assertEquals(
                Map.of("date", "inTheFuture"),
                refused(TestAssessments.saprof(
                                patient, LocalDate.now().plusDays(2).toString())
                        .input()));
        assertEquals(
                Map.of("date", "beforeBirth"),
                refused(TestAssessments.saprof(patient, "1979-12-31").input()));
    }

    @Test
    public void shouldRefuseARatingWindowThatEndsAfterTheAssessment() {
        assertEquals(
                Map.of("windowEnd", "afterAssessment"),
                refused(TestAssessments.saprof(patient, "2026-03-01")
                        .with("windowEnd", "2026-03-02")
                        .input()));
    }

    @Test
    public void shouldRefuseAnUnknownPatientAndInstrumentAndWhatIsMissing() {
        assertEquals(
                new TreeMap<>(
                        Map.of("patient", "unknownPatient", "instrument", "unknownInstrument", "date", "missing")),
                refused(AssessmentInput.builder()
                        .patient("nobody")
                        .instrument("PCL-R")
                        .build()));
        assertEquals(
                new TreeMap<>(Map.of("patient", "missing", "instrument", "missing", "date", "missing")),
                refused(AssessmentInput.builder().build()));
    }

    @Test
    public void shouldRefuseToMoveAnAssessmentToAnotherPatientOrInstrument() {
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        assertEquals(
                Map.of("patient", "cannotChange"),
                refused(AssessmentInput.builder()
                        .uuid(charted.getUuid())
                        .patient(TestPeople.patient().getUuid())
                        .build()));
    }

    @Test
    public void shouldWriteNothingOfWhatItRefuses() {
        long before = count("Encounter");
        long obs = count("Obs");
        refused(TestAssessments.saprof(patient, "2026-03-01")
                .without("ratings.17")
                .input());
        Context.flushSession();
        assertEquals(before, count("Encounter"));
        assertEquals(obs, count("Obs"));
    }

    @Test
    public void shouldReadWhatTheEncounterServiceCharted() {
        Encounter encounter = nativeEncounter();
        addObs(encounter, "SAPROF.05", "SAPROF.rating.2");
        addObs(encounter, "ASSESSMENT.status", "ASSESSMENT.status.DRAFT");
        Context.getEncounterService().saveEncounter(encounter);
        Context.flushSession();
        Assessment read = service.getAssessment(encounter.getUuid()).get();
        assertEquals(Optional.of("2"), read.choice("05"));
        assertEquals(List.of(), read.getFaults());
    }

    @Test
    public void shouldShowAFaultyRecordWithItsFaultsAndRefuseNone() {
        Encounter encounter = nativeEncounter();
        addObs(encounter, "SAPROF.05", "SAPROF.rating.2");
        addObs(encounter, "SAPROF.05", "SAPROF.rating.1");
        addObs(encounter, "SAPROF.06", "SAPROF.level.LOW");
        addObs(encounter, "SAPROF.rating.0", "SAPROF.rating.1");
        addObs(encounter, "ASSESSMENT.status", "ASSESSMENT.status.COMPLETE");
        Context.getEncounterService().saveEncounter(encounter);
        Context.flushSession();
        Assessment read = service.getAssessment(encounter.getUuid()).get();
        Map<String, String> faults = read.getFaults().stream()
                .collect(Collectors.toMap(Fault::getField, Fault::getCode, (a, b) -> a + "+" + b));
        assertEquals("severalAnswers", faults.get("ratings.05"));
        assertEquals("unknownAnswer", faults.get("ratings.06"));
        assertEquals("unknownQuestion", faults.get("SAPROF.rating.0"));
        assertEquals("missing", faults.get("ratings.01"));
        assertEquals("missing", faults.get("context"));
    }

    @Test
    public void shouldNotTakeARecordThatDoesNotSayForComplete() {
        Encounter encounter = nativeEncounter();
        addObs(encounter, "SAPROF.05", "SAPROF.rating.2");
        Context.getEncounterService().saveEncounter(encounter);
        Context.flushSession();
        Assessment read = service.getAssessment(encounter.getUuid()).get();
        assertFalse(read.isComplete());
        assertEquals(List.of(Fault.of("status", "missing")), read.getFaults());
    }

    @Test
    public void shouldVoidWithAReasonAndBringBack() {
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        assertThrows(FaultsException.class, () -> service.deleteAssessment(charted, " "));
        service.deleteAssessment(charted, "charted for the wrong man");
        Context.flushSession();
        assertTrue(service.getAssessment(charted.getUuid()).get().isVoided());
        assertEquals(List.of(), service.getAssessments(ofPatient().build()));
        assertEquals(
                1,
                service.getAssessments(ofPatient().includeVoided(true).build()).size());
        assertThrows(
                FaultsException.class,
                () -> service.saveAssessment(TestAssessments.amendmentOf(charted)
                        .with("ratings.05", "2")
                        .input()));
        Assessment back = service.undeleteAssessment(charted);
        assertFalse(back.isVoided());
        assertEquals(charted.getAnswers(), back.getAnswers());
    }

    @Test
    public void shouldShowWhatAVoidedAssessmentSaid() {
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        Assessment amended = service.saveAssessment(
                TestAssessments.amendmentOf(charted).with("ratings.05", "2").input());
        service.deleteAssessment(charted, "charted for the wrong man");
        Context.flushSession();
        Assessment voided = service.getAssessment(charted.getUuid()).get();
        assertEquals(amended.getAnswers(), voided.getAnswers());
        assertEquals(List.of(), voided.getFaults());
    }

    @Test
    public void shouldChangeTheRatersInAnAmendment() {
        Provider first = TestPeople.rater();
        Provider second = TestPeople.rater();
        Assessment charted = service.saveAssessment(TestAssessments.saprof(patient, "2026-03-01")
                .raters(first.getUuid())
                .input());
        Assessment amended = service.saveAssessment(TestAssessments.amendmentOf(charted)
                .raters(second.getUuid(), first.getUuid())
                .input());
        assertEquals(
                Set.of(first.getUuid(), second.getUuid()),
                amended.getRaters().stream().map(Reference::getUuid).collect(Collectors.toSet()));
        Assessment none = service.saveAssessment(
                TestAssessments.amendmentOf(charted).raters().input());
        assertEquals(List.of(), none.getRaters());
    }

    @Test
    public void shouldLeaveProvidersAloneThatAnAmendmentDoesNotSpeakOf() {
        Provider rater = TestPeople.rater();
        Assessment charted = service.saveAssessment(TestAssessments.saprof(patient, "2026-03-01")
                .raters(rater.getUuid())
                .input());
        Encounter encounter = Context.getEncounterService().getEncounterByUuid(charted.getUuid());
        EncounterRole role = new EncounterRole();
        role.setName("Invented role");
        role.setDescription("For tests");
        encounter.addProvider(Context.getEncounterService().saveEncounterRole(role), rater);
        Context.getEncounterService().saveEncounter(encounter);
        service.saveAssessment(
                TestAssessments.amendmentOf(charted).with("ratings.05", "2").input());
        assertEquals(2, encounter.getActiveEncounterProviders().size());
    }

    @Test
    public void shouldMoveAnAssessmentToAnotherDayAndPlace() {
        Assessment charted = service.saveAssessment(TestAssessments.saprof(patient, "2026-03-01")
                .location(TestPeople.location().getUuid())
                .input());
        Location location = TestPeople.location();
        Assessment moved = service.saveAssessment(TestAssessments.amendmentOf(charted)
                .date("2026-03-02")
                .location(location.getUuid())
                .with("ratings.05", "2")
                .input());
        assertEquals(TestPeople.day("2026-03-02").getTime(), moved.getDate().getTime());
        assertEquals(location.getUuid(), moved.getLocation().getUuid());
        assertEquals(Optional.of("2"), moved.choice("05"));
        assertEquals(Optional.of("1"), moved.choice("06"));
        assertEquals(List.of(), moved.getFaults());
    }

    @Test
    public void shouldGiveAnotherVersionToEveryChange() {
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        Assessment moved = service.saveAssessment(TestAssessments.amendmentOf(charted)
                .location(TestPeople.location().getUuid())
                .input());
        assertNotEquals(charted.getVersion(), moved.getVersion());
        Assessment rated = service.saveAssessment(TestAssessments.amendmentOf(charted)
                .raters(TestPeople.rater().getUuid())
                .input());
        assertNotEquals(moved.getVersion(), rated.getVersion());
    }

    @Test
    public void shouldAmendAnAnswerThatWasChartedOnTheSitesOwnConcept() {
        Concept own = new Concept();
        own.setFullySpecifiedName(new ConceptName("Maîtrise de soi, au site", Locale.FRENCH));
        Concept ours = Context.getConceptService().getConceptByUuid(StableUuid.ofConcept("SAPROF.05"));
        own.setDatatype(ours.getDatatype());
        own.setConceptClass(ours.getConceptClass());
        own.addDescription(new ConceptDescription("For tests", Locale.FRENCH));
        own.addConceptMapping(new ConceptMap(
                ours.getConceptMappings().iterator().next().getConceptReferenceTerm(),
                Context.getConceptService().getConceptMapTypeByUuid(ConceptMapType.SAME_AS_MAP_TYPE_UUID)));
        own = Context.getConceptService().saveConcept(own);
        Encounter encounter = nativeEncounter();
        addObs(encounter, "SAPROF.06", "SAPROF.rating.1");
        addObs(encounter, "ASSESSMENT.status", "ASSESSMENT.status.DRAFT");
        encounter.getObs().stream()
                .filter(obs -> obs.getConcept().getUuid().equals(StableUuid.ofConcept("SAPROF.06")))
                .findFirst()
                .get()
                .setConcept(own);
        Context.getEncounterService().saveEncounter(encounter);
        Context.flushSession();
        Assessment read = service.getAssessment(encounter.getUuid()).get();
        assertEquals(List.of("1"), read.values("05"));
        Assessment amended = service.saveAssessment(
                TestAssessments.amendmentOf(read).with("ratings.05", "2").input());
        assertEquals(List.of("2"), amended.values("05"));
        Assessment cleared = service.saveAssessment(
                TestAssessments.amendmentOf(read).with("ratings.05", null).input());
        assertEquals(List.of(), cleared.values("05"));
    }

    @Test
    public void shouldRefuseDatesThatNobodyLives() {
        for (String day : List.of("+999999999-12-31", "-999999999-01-01", "0000-01-01", "1899-12-31", "2200-01-01")) {
            assertEquals(
                    Map.of("date", "notADate"),
                    refused(TestAssessments.saprof(patient, day).input()));
            assertEquals(
                    Map.of("windowStart", "notADate"),
                    refused(TestAssessments.saprof(patient, "2026-03-01")
                            .with("windowStart", day)
                            .input()));
        }
    }

    @Test
    public void shouldPurgeNoEncounterOfAnotherType() {
        EncounterType other = new EncounterType("Invented type", "For tests");
        Context.getEncounterService().saveEncounterType(other);
        Encounter encounter = nativeEncounter();
        encounter.setEncounterType(other);
        Context.getEncounterService().saveEncounter(encounter);
        Assessment pretended = Assessment.builder().uuid(encounter.getUuid()).build();
        assertThrows(FaultsException.class, () -> service.purgeAssessment(pretended));
        assertThrows(FaultsException.class, () -> service.deleteAssessment(pretended, "why"));
    }

    @Test
    public void shouldPurge() {
        Assessment charted = service.saveAssessment(TestAssessments.saprof(patient, "2026-03-01")
                .with("status", "DRAFT")
                .input());
        service.saveAssessment(TestAssessments.amendmentOf(charted)
                .with("ratings.05", "2")
                .with("ratings.06", "2")
                .with("judgements.FPJ", null)
                .with("raterRole", "SINGLE")
                .input());
        service.saveAssessment(
                TestAssessments.amendmentOf(charted).with("ratings.05", "0").input());
        Context.clearSession();
        TestPeople.signInWith(List.of("SMPR: Administrator"), List.of());
        service.purgeAssessment(charted);
        Context.flushSession();
        Context.clearSession();
        assertEquals(Optional.empty(), service.getAssessment(charted.getUuid()));
    }

    @Test
    public void shouldFindByPatientAndDateInOrderAndInPages() {
        for (String day : Arrays.asList("2026-03-01", "2025-01-15", "2025-09-01")) {
            service.saveAssessment(TestAssessments.saprof(patient, day).input());
        }
        service.saveAssessment(
                TestAssessments.saprof(TestPeople.patient(), "2025-05-01").input());
        assertEquals(
                List.of("2025-01-15", "2025-09-01", "2026-03-01"),
                days(service.getAssessments(ofPatient().build())));
        assertEquals(
                List.of("2025-09-01"),
                days(service.getAssessments(ofPatient().startIndex(1).limit(1).build())));
        AssessmentSearch year = ofPatient()
                .from(TestPeople.day("2025-01-15"))
                .to(TestPeople.day("2025-12-31"))
                .build();
        assertEquals(List.of("2025-01-15", "2025-09-01"), days(service.getAssessments(year)));
        assertEquals(2, service.countAssessments(year));
        assertEquals(0, service.countAssessments(ofPatient().instrument("PCL-R").build()));
    }

    @Test
    public void shouldRefuseWhoeverLacksThePrivilege() {
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        AssessmentInput input = TestAssessments.saprof(patient, "2026-03-02").input();
        TestPeople.signInWith(List.of(), List.of("Get Patients"));
        assertThrows(APIAuthenticationException.class, () -> service.getAssessment(charted.getUuid()));
        assertThrows(
                APIAuthenticationException.class,
                () -> service.getAssessments(ofPatient().build()));
        assertThrows(
                APIAuthenticationException.class,
                () -> service.countAssessments(ofPatient().build()));
        assertThrows(APIAuthenticationException.class, () -> service.getScores(charted));
        assertThrows(APIAuthenticationException.class, () -> service.saveAssessment(input));
        assertThrows(APIAuthenticationException.class, () -> service.deleteAssessment(charted, "why"));
        assertThrows(APIAuthenticationException.class, () -> service.undeleteAssessment(charted));
        assertThrows(APIAuthenticationException.class, () -> service.purgeAssessment(charted));
    }

    @Test
    public void shouldGiveNoSumsToAReader() {
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertTrue(service.getAssessment(charted.getUuid()).isPresent());
        assertThrows(APIAuthenticationException.class, () -> service.getScores(charted));
    }

    @Test
    public void shouldLetARaterChartAmendAndVoid() {
        TestPeople.signInWith(List.of("SMPR: Rater"), List.of());
        service.saveAssessment(TestAssessments.hcr20(patient, "2026-02-01").input());
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        service.saveAssessment(TestAssessments.amendmentOf(charted)
                .with("ratings.05", "2")
                .with("marks.key", List.of("03"))
                .with("judgements.IFRJ", "LOW")
                .with("fields.basis", "2026-02-01")
                .input());
        service.saveAssessment(TestAssessments.amendmentOf(charted)
                .with("judgements.IFRJ", null)
                .input());
        service.deleteAssessment(charted, "charted twice");
        service.undeleteAssessment(charted);
        assertThrows(APIAuthenticationException.class, () -> service.purgeAssessment(charted));
    }

    @Test
    public void shouldHideWhatTheEncounterTypeHides() {
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(patient, "2026-03-01").input());
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertTrue(service.getAssessment(charted.getUuid()).isPresent());
        Context.logout();
        Context.authenticate("admin", "test");
        org.openmrs.EncounterType type =
                Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType("SAPROF"));
        type.setViewPrivilege(Context.getUserService().getPrivilege(SmprPrivileges.PURGE_ASSESSMENTS));
        Context.getEncounterService().saveEncounterType(type);
        Context.flushSession();
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertEquals(Optional.empty(), service.getAssessment(charted.getUuid()));
        assertEquals(List.of(), service.getAssessments(ofPatient().build()));
        assertEquals(0, service.countAssessments(ofPatient().build()));
    }

    private TreeMap<String, String> refused(AssessmentInput input) {
        FaultsException refused = assertThrows(FaultsException.class, () -> service.saveAssessment(input));
        return refused.getFaults().stream()
                .collect(Collectors.toMap(Fault::getField, Fault::getCode, (a, b) -> a + "+" + b, TreeMap::new));
    }

    private AssessmentSearch.AssessmentSearchBuilder ofPatient() {
        return AssessmentSearch.builder().patient(patient.getUuid());
    }

    private static List<String> days(List<Assessment> assessments) {
        return assessments.stream()
                .map(a -> Times.instant(a.getDate())
                        .atZone(java.time.ZoneId.systemDefault())
                        .toLocalDate()
                        .toString())
                .collect(Collectors.toList());
    }

    private List<Question> saprofQuestions() {
        return Context.getService(SiteService.class).getInstrument("SAPROF").get().getQuestions().stream()
                .filter(q -> q.getKind() == Question.Kind.CODED)
                .collect(Collectors.toList());
    }

    /** Ids of the live obs, by the code of their concept, and for marks of their answer too. */
    private static Map<String, Integer> obsByConcept(Assessment assessment) {
        Encounter encounter = Context.getEncounterService().getEncounterByUuid(assessment.getUuid());
        return encounter.getAllObs(false).stream().collect(Collectors.toMap(obs -> key(obs), Obs::getObsId));
    }

    private static String key(Obs obs) {
        String code = code(obs.getConcept());
        return List.of("SAPROF.key", "SAPROF.goal", "ASSESSMENT.informant").contains(code)
                ? code + "." + code(obs.getValueCoded()).replaceAll(".*\\.", "")
                : code;
    }

    private static String code(Concept concept) {
        return concept.getConceptMappings()
                .iterator()
                .next()
                .getConceptReferenceTerm()
                .getCode();
    }

    private Encounter nativeEncounter() {
        Encounter encounter = new Encounter();
        encounter.setPatient(patient);
        encounter.setEncounterDatetime(new Date(TestPeople.day("2026-03-01").getTime()));
        encounter.setEncounterType(
                Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType("SAPROF")));
        return encounter;
    }

    private void addObs(Encounter encounter, String question, String answer) {
        Obs obs = new Obs();
        obs.setPerson(patient);
        obs.setConcept(Context.getConceptService().getConceptByUuid(StableUuid.ofConcept(question)));
        obs.setValueCoded(Context.getConceptService().getConceptByUuid(StableUuid.ofConcept(answer)));
        encounter.addObs(obs);
    }

    private long count(String entity) {
        return applicationContext
                .getBean("sessionFactory", org.hibernate.SessionFactory.class)
                .getCurrentSession()
                .createQuery("select count(*) from " + entity, Long.class)
                .uniqueResult();
    }
}
