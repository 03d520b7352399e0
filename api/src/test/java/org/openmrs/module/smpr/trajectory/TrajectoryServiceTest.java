/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.IndexScore;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;

public class TrajectoryServiceTest extends SmprContextTest {

    private TrajectoryService service;

    private Patient patient;

    @Before
    public void setUp() {
        service = Context.getService(TrajectoryService.class);
        patient = TestPeople.patient();
    }

    @Test
    public void shouldLayEveryScaleOutInOrderOfTheDates() {
        chart(TestAssessments.saprof(patient, "2026-03-01").with("ratings.05", "2"));
        chart(TestAssessments.saprof(patient, "2025-03-01").with("ratings.05", "0"));
        // All items 1, item 5 once 0 and once 2: internal 4 then 6 of 10, total 16 then 18 of 34.
        assertEquals(List.of(4.0, 6.0), values("internal"));
        assertEquals(List.of(7.0, 7.0), values("motivational"));
        assertEquals(List.of(5.0, 5.0), values("external"));
        assertEquals(List.of(16.0, 18.0), values("total"));
    }

    @Test
    public void shouldLayTheJudgementsOutAsCharted() {
        chart(TestAssessments.saprof(patient, "2025-03-01").with("judgements.FPJ", "LOW"));
        chart(TestAssessments.hcr20(patient, "2026-02-01"));
        chart(TestAssessments.saprof(patient, "2026-03-01")
                .with("judgements.IFRJ", "HIGH")
                .with("fields.basis", "2026-02-01"));
        InstrumentTrajectory saprof = saprof();
        assertEquals(Arrays.asList("LOW", "MODERATE"), levels(saprof, "FPJ"));
        assertEquals(Arrays.asList(null, "HIGH"), levels(saprof, "IFRJ"));
    }

    @Test
    public void shouldShowDraftsAndSecondRatingsAndCountThemInNoSeries() {
        chart(TestAssessments.saprof(patient, "2025-03-01"));
        chart(TestAssessments.saprof(patient, "2025-03-02").with("raterRole", "INDEPENDENT"));
        chart(TestAssessments.saprof(patient, "2026-03-01").with("status", "DRAFT"));
        assertEquals(3, saprof().getAssessments().size());
        assertEquals(1, saprof().counted().size());
        assertEquals(List.of(17.0), values("total"));
        assertEquals(List.of("MODERATE"), levels(saprof(), "FPJ"));
    }

    @Test
    public void shouldCountNoDraftOfAnyInstrument() {
        chart(TestAssessments.hcr20(patient, "2026-03-01").with("status", "DRAFT"));
        chart(TestAssessments.capp(patient, "2026-03-01").with("status", "DRAFT"));
        chart(TestAssessments.draft(TestInstruments.HCR20V3, patient));
        for (String instrument : List.of("HCR20V3", "CAPP")) {
            InstrumentTrajectory trajectory = trajectory(instrument);
            assertEquals(List.of(), trajectory.counted());
            assertEquals(List.of(), trajectory.getScales());
            assertTrue(trajectory.getJudgements().stream()
                    .allMatch(s -> s.getPoints().isEmpty()));
        }
        assertEquals(2, trajectory("HCR20V3").getAssessments().size());
    }

    @Test
    public void shouldLayEachContextOutByItself() {
        chart(TestAssessments.hcr20(patient, "2025-03-01"));
        chart(TestAssessments.hcr20(patient, "2026-03-01")
                .ratedFor("OUT")
                .with("ratings.R1.OUT.presence", "Y")
                .with("judgements.CP.OUT", "HIGH"));
        InstrumentTrajectory hcr20 = trajectory("HCR20V3");
        assertEquals(
                List.of(
                        "H [10.0, 10.0]",
                        "C [5.0, 5.0]",
                        "R.IN [5.0, 5.0]",
                        "R.OUT [6.0]",
                        "CR.IN [10.0, 10.0]",
                        "CR.OUT [11.0]",
                        "total.IN [20.0, 20.0]",
                        "total.OUT [21.0]"),
                hcr20.getScales().stream()
                        .map(s -> s.getScale().getCode() + (s.getContext() == null ? "" : "." + s.getContext()) + " "
                                + s.getPoints().stream()
                                        .map(p -> p.getScore().getValue())
                                        .collect(Collectors.toList()))
                        .sorted(Comparator.comparing(
                                s -> List.of("H", "C", "R", "CR", "total").indexOf(s.split("[. ]")[0])))
                        .collect(Collectors.toList()));
        assertEquals(Arrays.asList("MODERATE", "MODERATE"), levels(hcr20, "CP.IN"));
        assertEquals(Arrays.asList(null, "HIGH"), levels(hcr20, "CP.OUT"));
    }

    @Test
    public void shouldShowNoOpinionOnAContextThatWasNeverRated() {
        chart(TestAssessments.hcr20(patient, "2025-03-01"));
        assertEquals(
                List.of("CP.IN", "SPH.IN", "IV.IN"),
                trajectory("HCR20V3").getJudgements().stream()
                        .map(s -> s.getJudgement().getCode())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldPairEachSaprofWithTheHcr20OfItsContext() {
        withinDays(30);
        chart(TestAssessments.hcr20(patient, "2025-03-01"));
        chart(TestAssessments.saprof(patient, "2025-03-10"));
        chart(TestAssessments.hcr20(patient, "2026-03-01").ratedFor("OUT").with("ratings.R1.OUT.presence", "Y"));
        chart(TestAssessments.saprof(patient, "2026-03-10").with("context", "OUT"));
        chart(TestAssessments.saprof(patient, "2026-06-10").with("context", "OUT"));
        // 20 − 17; (10 + 5 + 6) − 17; none within thirty days.
        assertEquals(List.of("IN [3.0]", "OUT [4.0, NO_COUNTERPART]"), indices());
    }

    @Test
    public void shouldPairWithWhatLiesOutsideTheDatesAndTheInstrumentAskedFor() {
        withinDays(30);
        Assessment hcr20 = chart(TestAssessments.hcr20(patient, "2026-02-20"));
        chart(TestAssessments.saprof(patient, "2025-02-20"));
        chart(TestAssessments.saprof(patient, "2026-03-10"));
        InstrumentTrajectory saprof = service.getTrajectory(TrajectorySearch.builder()
                        .patient(patient.getUuid())
                        .instrument("SAPROF")
                        .from(TestPeople.day("2026-03-01"))
                        .build())
                .get()
                .getInstruments()
                .get(0);
        assertEquals(1, saprof.getIndices().get(0).getPoints().size());
        IndexScore index = saprof.getIndices().get(0).getPoints().get(0);
        assertEquals(3, index.getValue(), 0);
        assertEquals(hcr20.getUuid(), index.getCounterpart().getUuid());
    }

    @Test
    public void shouldPairWithNoDraftAndNoSecondRatingAndNothingVoided() {
        withinDays(30);
        chart(TestAssessments.saprof(patient, "2026-03-10"));
        chart(TestAssessments.hcr20(patient, "2026-03-10").with("status", "DRAFT"));
        chart(TestAssessments.hcr20(patient, "2026-03-10").with("raterRole", "INDEPENDENT"));
        Assessment voided = chart(TestAssessments.hcr20(patient, "2026-03-10"));
        assertEquals(List.of("IN [3.0]"), indices());
        Context.getService(AssessmentService.class).deleteAssessment(voided, "of another man");
        Context.flushSession();
        assertEquals(List.of("IN [NO_COUNTERPART]"), indices());
    }

    @Test
    public void shouldPairWithNothingThatTheReaderMayNotSee() {
        withinDays(30);
        chart(TestAssessments.hcr20(patient, "2026-03-10"));
        chart(TestAssessments.saprof(patient, "2026-03-10"));
        hide("HCR20V3");
        TestPeople.signInWith(List.of("SMPR: Researcher"), List.of());
        assertEquals(List.of("IN [NO_COUNTERPART]"), indices());
    }

    @Test
    public void shouldPairNothingWhileTheSiteHasSetNoTime() {
        chart(TestAssessments.hcr20(patient, "2026-03-10"));
        chart(TestAssessments.saprof(patient, "2026-03-10"));
        assertEquals(List.of("IN [NO_TIME_SET]"), indices());
        assertEquals(List.of(), trajectory("HCR20V3").getIndices());
    }

    @Test
    public void shouldFollowAnAmendmentAVoidAndABringingBackAtOnce() {
        Assessment charted = chart(TestAssessments.saprof(patient, "2025-03-01"));
        chart(TestAssessments.amendmentOf(charted).with("ratings.05", "2"));
        assertEquals(List.of(18.0), values("total"));
        Context.getService(AssessmentService.class).deleteAssessment(charted, "wrong man");
        Context.flushSession();
        assertEquals(List.of(), saprof().getAssessments());
        Context.getService(AssessmentService.class).undeleteAssessment(charted);
        assertEquals(List.of(18.0), values("total"));
    }

    @Test
    public void shouldKeepWithinTheDatesAskedFor() {
        chart(TestAssessments.saprof(patient, "2025-03-01"));
        chart(TestAssessments.saprof(patient, "2026-03-01"));
        chart(TestAssessments.hcr20(patient, "2025-03-01"));
        chart(TestAssessments.hcr20(patient, "2025-06-01"));
        chart(TestAssessments.hcr20(patient, "2026-03-01"));
        Trajectory trajectory = service.getTrajectory(TrajectorySearch.builder()
                        .patient(patient.getUuid())
                        .from(TestPeople.day("2025-06-01"))
                        .build())
                .get();
        assertEquals(List.of("HCR20V3 2", "SAPROF 1", "CAPP 0"), counts(trajectory));
    }

    @Test
    public void shouldKeepWithinThePhaseAskedFor_WithSumsAndWithout() {
        chart(TestAssessments.saprof(patient, "2025-01-01").with("phase", "CUSTODY"));
        chart(TestAssessments.saprof(patient, "2025-03-01").with("phase", "APC"));
        chart(TestAssessments.saprof(patient, "2025-06-01").with("phase", "APC"));
        chart(TestAssessments.saprof(patient, "2026-03-01"));
        chart(TestAssessments.hcr20(patient, "2025-03-01").with("phase", "UCTI"));
        List<String> expected = List.of("HCR20V3 0", "SAPROF 2", "CAPP 0");
        assertEquals(expected, counts(inPhase("APC")));
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertEquals(expected, counts(inPhase("APC")));
        assertEquals(List.of("HCR20V3 0", "SAPROF 0", "CAPP 0"), counts(inPhase("AFTER-CARE")));
    }

    @Test
    public void shouldPairWithWhatLiesOutsideThePhaseAskedFor() {
        withinDays(30);
        Assessment hcr20 = chart(TestAssessments.hcr20(patient, "2026-02-20").with("phase", "CUSTODY"));
        chart(TestAssessments.saprof(patient, "2026-02-20").with("phase", "CUSTODY"));
        chart(TestAssessments.saprof(patient, "2026-03-10").with("phase", "PRE-RELEASE"));
        InstrumentTrajectory saprof = inPhase("PRE-RELEASE").getInstruments().get(1);
        assertEquals(1, saprof.getIndices().get(0).getPoints().size());
        IndexScore index = saprof.getIndices().get(0).getPoints().get(0);
        assertEquals(3, index.getValue(), 0);
        assertEquals(hcr20.getUuid(), index.getCounterpart().getUuid());
    }

    @Test
    public void shouldSayThatItIsAPartOnly() {
        assertFalse(search(TrajectorySearch.builder()).isPart());
        assertTrue(search(TrajectorySearch.builder().instrument("SAPROF")).isPart());
        assertTrue(search(TrajectorySearch.builder().from(TestPeople.day("2025-06-01")))
                .isPart());
        assertTrue(search(TrajectorySearch.builder().to(TestPeople.day("2025-06-01")))
                .isPart());
    }

    @Test
    public void shouldCompareWhatCountsAndNothingElse() {
        Assessment first = chart(TestAssessments.hcr20(patient, "2025-03-01"));
        Assessment voided = chart(TestAssessments.hcr20(patient, "2025-06-01"));
        Assessment second = chart(TestAssessments.hcr20(patient, "2025-06-01").with("raterRole", "INDEPENDENT"));
        Assessment draft = chart(TestAssessments.hcr20(patient, "2025-09-01").with("status", "DRAFT"));
        Assessment latest = chart(TestAssessments.hcr20(patient, "2026-03-01"));
        Context.getService(AssessmentService.class).deleteAssessment(voided, "of another man");
        Context.flushSession();
        List<Comparison> comparisons = trajectory("HCR20V3").getComparisons();
        assertEquals(1, comparisons.size());
        assertEquals(first.getUuid(), comparisons.get(0).getFrom().getUuid());
        assertEquals(latest.getUuid(), comparisons.get(0).getTo().getUuid());
        for (Assessment other : List.of(voided, second, draft)) {
            FaultsException refused = assertThrows(
                    FaultsException.class,
                    () -> search(TrajectorySearch.builder().compare(List.of(first.getUuid(), other.getUuid()))));
            assertEquals(
                    List.of("notInSeries", "notTwo"),
                    refused.getFaults().stream().map(Fault::getCode).collect(Collectors.toList()));
        }
    }

    @Test
    public void shouldCompareTheTwoThatAreChosen() {
        Assessment first = chart(TestAssessments.hcr20(patient, "2025-03-01"));
        Assessment second = chart(TestAssessments.hcr20(patient, "2025-06-01"));
        chart(TestAssessments.hcr20(patient, "2026-03-01"));
        List<Comparison> comparisons = search(
                        TrajectorySearch.builder().compare(List.of(first.getUuid(), second.getUuid())))
                .getInstruments()
                .get(0)
                .getComparisons();
        assertEquals(1, comparisons.size());
        assertEquals(Set.of(Comparison.Kind.CHOSEN), comparisons.get(0).getKinds());
        assertEquals(second.getUuid(), comparisons.get(0).getTo().getUuid());
    }

    @Test
    public void shouldTestByTheReliabilityThatTheSiteStates() {
        chart(TestAssessments.hcr20(patient, "2025-03-01")
                .with("ratings.C1.presence", "Y")
                .with("ratings.C2.presence", "Y")
                .with("ratings.C3.presence", "Y"));
        chart(TestAssessments.hcr20(patient, "2025-06-01"));
        assertEquals(List.of(Reason.NO_RELIABILITY), clinical().getReasons());
        accept(
                "\"HCR20V3\": {\"reliability\": {\"C\": {\"sd\": 2.89, \"reliability\": 0.88, \"source\": \"a test\"}}}");
        assertEquals(Verdict.LOWER, clinical().getVerdict());
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertEquals(Verdict.LOWER, clinical().getVerdict());
        assertNull(clinical().getDifference());
    }

    @Test
    public void shouldReadTheDayOfReviewFromTheRecord() {
        chart(TestAssessments.hcr20(patient, "2025-03-01").with("fields.reviewDate", "2025-09-01"));
        Review review = search(TrajectorySearch.builder()).getReviews().get(0);
        assertEquals(LocalDate.of(2025, 9, 1), review.getDate());
        assertTrue(review.isOverdue());
    }

    @Test
    public void shouldBeThereForAPatientOfWhomNothingWasCharted() {
        assertEquals(List.of(), saprof().getAssessments());
        assertEquals(List.of(), saprof().getScales());
    }

    @Test
    public void shouldBeEmptyForNobody() {
        assertEquals(
                Optional.empty(),
                service.getTrajectory(
                        TrajectorySearch.builder().patient("nobody").build()));
        assertEquals(
                Optional.empty(),
                service.getTrajectory(TrajectorySearch.builder().build()));
    }

    @Test
    public void shouldHoldNoSumsForAReader() {
        chart(TestAssessments.saprof(patient, "2025-03-01"));
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertNull(saprof().getScales());
        assertNull(saprof().getIndices());
        assertEquals(List.of("MODERATE"), levels(saprof(), "FPJ"));
    }

    @Test
    public void shouldLeaveOutAnInstrumentThatTheReaderMayNotSee() {
        chart(TestAssessments.saprof(patient, "2025-03-01"));
        hide("SAPROF");
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertEquals(
                List.of("HCR20V3", "CAPP"),
                service
                        .getTrajectory(TrajectorySearch.builder()
                                .patient(patient.getUuid())
                                .build())
                        .get()
                        .getInstruments()
                        .stream()
                        .map(i -> i.getInstrument().getCode())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldHoldSumsForAResearcher() {
        chart(TestAssessments.saprof(patient, "2025-03-01"));
        TestPeople.signInWith(List.of("SMPR: Researcher"), List.of());
        assertEquals(List.of(17.0), values("total"));
    }

    @Test
    public void shouldRefuseWhoeverLacksThePrivilege() {
        TestPeople.signInWith(List.of(), List.of("Get Patients"));
        assertThrows(APIAuthenticationException.class, this::saprof);
    }

    @Test
    public void shouldTakeAsManyStatementsForTwentyAssessmentsAsForTwo() {
        long statements = statementsForTwentyAsForTwo(day -> TestAssessments.saprof(patient, day));
        // One of them is the entry in the access log, two ask for the episodes of care, and two for instruments of the
        // site's own.
        assertTrue("statements: " + statements, statements <= 19);
    }

    @Test
    public void shouldTakeOneStatementMoreForAllTheHcr20sThatJudgementsRestOn() {
        withinDays(30);
        chart(TestAssessments.hcr20(patient, "2025-01-01"));
        long statements = statementsForTwentyAsForTwo(day -> TestAssessments.saprof(patient, day)
                .with("judgements.IFRJ", "LOW")
                .with("fields.basis", "2025-01-01"));
        assertTrue("statements: " + statements, statements <= 20);
    }

    private Trajectory inPhase(String phase) {
        return service.getTrajectory(TrajectorySearch.builder()
                        .patient(patient.getUuid())
                        .phase(phase)
                        .build())
                .get();
    }

    private static List<String> counts(Trajectory trajectory) {
        return trajectory.getInstruments().stream()
                .map(i -> i.getInstrument().getCode() + " " + i.getAssessments().size())
                .collect(Collectors.toList());
    }

    private long statementsForTwentyAsForTwo(Function<String, TestAssessments> ofDay) {
        for (int i = 1; i <= 2; i++) {
            chart(ofDay.apply(String.format("2025-01-%02d", i)));
        }
        // The first entry of a day in the access log asks for how long it is kept.
        saprof();
        long two = statements();
        for (int i = 3; i <= 20; i++) {
            chart(ofDay.apply(String.format("2025-01-%02d", i)));
        }
        long twenty = statements();
        assertEquals(20, saprof().getAssessments().size());
        assertEquals(two, twenty);
        return two;
    }

    private long statements() {
        Context.flushSession();
        Context.clearSession();
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        saprof();
        return statistics.getPrepareStatementCount();
    }

    private static Assessment chart(TestAssessments assessment) {
        return Context.getService(AssessmentService.class).saveAssessment(assessment.input());
    }

    private static void hide(String instrument) {
        EncounterType type =
                Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType(instrument));
        type.setViewPrivilege(Context.getUserService().getPrivilege(SmprPrivileges.PURGE_ASSESSMENTS));
        Context.getEncounterService().saveEncounterType(type);
        Context.flushSession();
    }

    private static void withinDays(int days) {
        accept("\"SAPROF\": {\"indices\": {\"hcr20-saprof\": {\"withinDays\": " + days + "}}}");
    }

    private static void accept(String instruments) {
        Context.getService(SiteService.class)
                .acceptSettings("a test", "{\"format\": 1, \"instruments\": {" + instruments + "}}");
    }

    private ScaleChange clinical() {
        return trajectory("HCR20V3").getComparisons().get(0).getScales().stream()
                .filter(change -> change.getScale().getCode().equals("C"))
                .findFirst()
                .get();
    }

    private Trajectory search(TrajectorySearch.TrajectorySearchBuilder search) {
        return service.getTrajectory(search.patient(patient.getUuid()).build()).get();
    }

    /** Each series of the index as {@code context [points]}: values, or why there is none. */
    private List<String> indices() {
        return saprof().getIndices().stream()
                .map(s -> s.getContext() + " "
                        + s.getPoints().stream()
                                .map(p -> p.getValue() == null ? p.getNoValue() : p.getValue())
                                .collect(Collectors.toList()))
                .collect(Collectors.toList());
    }

    private InstrumentTrajectory saprof() {
        return trajectory("SAPROF");
    }

    private InstrumentTrajectory trajectory(String instrument) {
        return service.getTrajectory(TrajectorySearch.builder()
                        .patient(patient.getUuid())
                        .instrument(instrument)
                        .build())
                .get()
                .getInstruments()
                .get(0);
    }

    private List<Double> values(String scale) {
        return saprof().getScales().stream()
                .filter(s -> s.getScale().getCode().equals(scale))
                .flatMap(s -> s.getPoints().stream())
                .map(p -> p.getScore().getValue())
                .collect(Collectors.toList());
    }

    private static List<String> levels(InstrumentTrajectory trajectory, String judgement) {
        return trajectory.getJudgements().stream()
                .filter(s -> s.getJudgement().getCode().equals(judgement))
                .flatMap(s -> s.getPoints().stream())
                .map(p -> p.getLevel() == null ? null : p.getLevel().getCode())
                .collect(Collectors.toList());
    }
}
