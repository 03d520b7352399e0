/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.site.AccessLogEntry;
import org.openmrs.module.smpr.site.ReadOfPeople;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.trajectory.FiledSummary;
import org.openmrs.module.smpr.trajectory.Gap;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.openmrs.module.smpr.trajectory.filed.FiledSummaryInput;
import org.openmrs.module.smpr.trajectory.filed.FiledSummarySearch;
import org.openmrs.module.smpr.trajectory.filed.FiledSummaryService;
import org.openmrs.module.smpr.trajectory.words.SummaryWriter;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;

/** What an independent second rating hides, from whom, and until when. */
public class BlindRatingTest extends SmprContextTest {

    private Patient patient;

    private User first;

    private User second;

    private User reader;

    @Before
    public void meet() {
        patient = TestPeople.patient();
        first = TestPeople.staff("SMPR: Rater");
        second = TestPeople.staff("SMPR: Rater");
        reader = TestPeople.staff("SMPR: Reader");
    }

    @Test
    public void shouldHideTheFirstRatingFromTheSecondRaterUntilHisIsComplete() {
        Assessment rating = complete(first, "2026-03-01");
        Assessment draft = independentDraft(second, "2026-03-05");

        assertSees(second, draft);
        completed(second, draft);

        assertSees(second, rating, draft);
    }

    @Test
    public void shouldHideACompleteSecondRatingFromTheFirstRaterUntilHisIsComplete() {
        Assessment draft = draft(first, "2026-03-01");
        Assessment rating = independent(second, "2026-03-05");

        assertSees(first, draft);
        assertSees(second, rating);
        completed(first, draft);

        assertSees(first, draft, rating);
        assertSees(second, draft, rating);
    }

    @Test
    public void shouldHideTheDraftOfTheOtherFromOneWhoseOwnRatingIsComplete() {
        Assessment rating = complete(first, "2026-03-01");
        Assessment draft = independentDraft(second, "2026-03-05");

        assertSees(first, rating);
        completed(second, draft);

        assertSees(first, rating, draft);
    }

    @Test
    public void shouldHideNothingFromOneWhoIsNoRaterOfThePair() {
        Assessment rating = complete(first, "2026-03-01");
        Assessment draft = independentDraft(second, "2026-03-05");

        assertSees(reader, rating, draft);
    }

    @Test
    public void shouldHideItWhateverPrivilegesTheRaterHas() {
        User superUser = TestPeople.staff("System Developer");

        complete(first, "2026-03-01");
        Assessment draft = independentDraft(superUser, "2026-03-05");

        assertSees(superUser, draft);
    }

    @Test
    public void shouldTakeForARaterWhoIsNamedAsOneAlthoughAnotherHasChartedIt() {
        Provider named = Context.getProviderService()
                .getProvidersByPerson(second.getPerson())
                .iterator()
                .next();
        User secretary = TestPeople.staff("SMPR: Rater");
        complete(first, "2026-03-01");
        TestPeople.signIn(secretary);
        Assessment draft = chart(TestAssessments.draft(TestInstruments.SAPROF, patient)
                .date("2026-03-05")
                .with("raterRole", "INDEPENDENT")
                .raters(named.getUuid()));

        assertSees(second, draft);
        assertSees(secretary, draft);
    }

    @Test
    public void shouldHideNothingFromARaterOfBoth() {
        Assessment rating = complete(first, "2026-03-01");
        Assessment draft = independentDraft(first, "2026-03-05");

        assertSees(first, rating, draft);
    }

    @Test
    public void shouldHideNoRatingOfAnotherPersonOrWithAnotherInstrument() {
        Patient other = TestPeople.patient();
        TestPeople.signIn(first);
        Assessment ofAnother = chart(TestAssessments.saprof(other, "2026-03-01"));
        Assessment capp = chart(TestAssessments.capp(patient, "2026-03-01"));
        Assessment draft = independentDraft(second, "2026-03-05");

        assertSees(second, capp, draft);
        assertTrue(service().getAssessment(ofAnother.getUuid()).isPresent());
    }

    @Test
    public void shouldHideNothingWhereNeitherIsASecondRating() {
        Assessment rating = complete(first, "2026-03-01");
        Assessment draft = draft(second, "2026-03-05");

        assertSees(second, rating, draft);
        assertSees(first, rating, draft);
    }

    @Test
    public void shouldHideEarlierRatingsTooUnlessTheSiteSaysHowFarApartAPairMayLie() {
        User administrator = TestPeople.staff("SMPR: Administrator");
        Assessment earlier = complete(first, "2025-03-01");
        Assessment draft = independentDraft(second, "2026-03-31");
        Assessment thirtyDays = complete(first, "2026-03-01");
        Assessment thirtyOneDays = complete(first, "2026-02-28");

        assertSees(second, draft);
        settings(administrator, "{\"format\": 1, \"doubleRating\": {\"withinDays\": 30}}");

        assertSees(second, earlier, thirtyOneDays, draft);
        assertNotNull(thirtyDays);
    }

    @Test
    public void shouldLetTheFirstRaterBringBothTogetherOnceBothAreComplete() {
        Assessment rating = complete(first, "2026-03-01");
        Assessment independent = independent(second, "2026-03-02");
        chartedAnHourAgo(rating, independent);
        Assessment consensus = draft(first, "2026-03-09");

        assertSees(first, rating, independent, consensus);
    }

    @Test
    public void shouldHideTheSecondFromADraftThatWasBegunBeforeItWasCompleteWhateverItsRaterHasRatedBefore() {
        Assessment years = complete(first, "2024-03-01");
        Assessment draft = draft(first, "2026-03-01");
        chartedAnHourAgo(years, draft);
        Assessment independent = independent(second, "2026-03-05");

        assertSees(first, years, draft);
        completed(first, draft);

        assertSees(first, years, draft, independent);
    }

    @Test
    public void shouldHideItFromSuchADraftWhereTheSiteHasSetHowFarApartAPairMayLie() {
        settings(TestPeople.staff("SMPR: Administrator"), "{\"format\": 1, \"doubleRating\": {\"withinDays\": 30}}");
        Assessment before = complete(first, "2026-02-20");
        Assessment draft = draft(first, "2026-03-01");
        chartedAnHourAgo(before, draft);
        independent(second, "2026-03-05");

        assertSees(first, before, draft);
    }

    @Test
    public void shouldNotTakeARatingOfYearsAgoForTheOtherOfThePair() {
        Assessment years = complete(first, "2024-03-01");
        Assessment independent = independent(second, "2026-03-05");
        chartedAnHourAgo(years, independent);
        Assessment draft = draft(first, "2026-03-06");

        assertSees(first, years, draft);
    }

    @Test
    public void shouldLetAConsensusLieBetweenTheTwoWhereTheSiteHasSetHowFarApartAPairMayLie() {
        User administrator = TestPeople.staff("SMPR: Administrator");
        Assessment rating = complete(first, "2026-03-01");
        Assessment independent = independent(second, "2026-03-05");
        chartedAnHourAgo(rating, independent);
        Assessment consensus = draft(first, "2026-03-05");

        assertSees(first, rating, consensus);
        settings(administrator, "{\"format\": 1, \"doubleRating\": {\"withinDays\": 30}}");

        assertSees(first, rating, independent, consensus);
    }

    @Test
    public void shouldKeepHiddenWhatWasCompletedInTheSameMomentInWhichTheDraftWasBegun() {
        Assessment rating = complete(first, "2026-03-01");
        Assessment independent = independent(second, "2026-03-02");
        Assessment draft = draft(first, "2026-03-09");
        chartedAnHourAgo(rating, independent, draft);

        assertSees(first, rating, draft);
    }

    @Test
    public void shouldHideFromADraftWhatItsRaterHasNeverHadAPairWith() {
        User third = TestPeople.staff("SMPR: Rater");
        complete(first, "2026-03-01");
        independent(second, "2026-03-02");
        Assessment draft = draft(third, "2026-03-03");

        TestPeople.signIn(third);
        assertEquals(
                Set.of("2026-03-01", "2026-03-03"),
                service().getAssessments(search()).stream()
                        .map(a -> Times.day(a.getDate(), java.time.ZoneId.systemDefault())
                                .toString())
                        .collect(Collectors.toSet()));
        assertNotNull(draft);
    }

    @Test
    public void shouldNotShowAVoidedRatingToOneWhoStillRates() {
        Assessment rating = independent(second, "2026-03-05");
        Assessment draft = draft(first, "2026-03-01");
        TestPeople.signIn(second);
        service().deleteAssessment(rating, "invented");

        TestPeople.signIn(first);
        assertFalse(service().getAssessment(rating.getUuid()).isPresent());
        assertEquals(
                1,
                service()
                        .getAssessments(search().toBuilder().includeVoided(true).build())
                        .size());
        completed(first, draft);

        TestPeople.signIn(first);
        assertTrue(service().getAssessment(rating.getUuid()).isPresent());
    }

    @Test
    public void shouldRefuseToMakeAnythingElseOfASecondRating() {
        Assessment draft = independentDraft(second, "2026-03-05");

        assertEquals(
                List.of(Fault.of("raterRole", "independentStays")),
                faults(TestAssessments.amendmentOf(draft).with("raterRole", "CONSENSUS")));
        assertEquals(
                List.of(Fault.of("raterRole", "independentStays")),
                faults(TestAssessments.amendmentOf(draft).with("raterRole", null)));
    }

    @Test
    public void shouldNotBringBackASecondRatingThatWasVoidedBeforeItWasComplete() {
        Assessment draft = independentDraft(second, "2026-03-05");
        service().deleteAssessment(draft, "invented");
        Context.flushSession();

        FaultsException refused =
                assertThrows(FaultsException.class, () -> service().undeleteAssessment(draft));
        assertEquals(List.of(Fault.of("uuid", "blindDraftStaysVoided")), refused.getFaults());
    }

    @Test
    public void shouldNeitherAmendNorVoidNorTellTheHistoryOfWhatIsHidden() {
        Assessment rating = complete(first, "2026-03-01");
        independentDraft(second, "2026-03-05");

        TestPeople.signIn(second);
        assertEquals(
                List.of(Fault.of("uuid", "unknownAssessment")),
                faults(TestAssessments.amendmentOf(rating).with("ratings.05", "2")));
        assertThrows(FaultsException.class, () -> service().deleteAssessment(rating, "invented"));
        assertEquals(Collections.emptyList(), service().getHistory(rating));
    }

    @Test
    public void shouldGiveWhoeverHasWrittenItWhatHeHasWritten() {
        User administrator = TestPeople.staff("SMPR: Administrator");
        Assessment rating = complete(first, "2025-03-01");
        settings(administrator, "{\"format\": 1, \"doubleRating\": {\"withinDays\": 30}}");
        independentDraft(second, "2026-03-05");

        TestPeople.signIn(second);
        Assessment moved = service()
                .saveAssessment(
                        TestAssessments.amendmentOf(rating).date("2026-03-01").input());
        assertEquals(rating.getUuid(), moved.getUuid());
        Context.flushSession();
        assertFalse(service().getAssessment(rating.getUuid()).isPresent());
    }

    @Test
    public void shouldSayInTheTrajectoryThatItIsNotTheWhole() {
        complete(first, "2026-03-01");
        independentDraft(second, "2026-03-05");

        TestPeople.signIn(second);
        Trajectory trajectory = trajectory();
        assertTrue(trajectory.isWithheld());
        assertEquals(
                List.of("CAPP NEVER_ASSESSED", "HCR20V3 NEVER_ASSESSED", "SAPROF DRAFT", "SAPROF HIDDEN"),
                gaps(trajectory));
        assertNull(trajectory.getBasis());
        assertEquals(
                1,
                new SummaryWriter(TestLanguage.of(java.util.Locale.ENGLISH))
                        .write(trajectory)
                        .getSentences()
                        .size());
    }

    @Test
    public void shouldSayItOfARatingThatDoesNotCountAndTellTheRest() {
        complete(first, "2026-03-01");
        independentDraft(second, "2026-03-05");

        TestPeople.signIn(first);
        Trajectory trajectory = trajectory();
        assertFalse(trajectory.isWithheld());
        assertTrue(gaps(trajectory).contains("SAPROF HIDDEN"));
        assertEquals(1, trajectory.getBasis().getEntries().size());
        assertTrue(Context.getService(TrajectoryService.class)
                .getReport(TrajectorySearch.builder().patient(patient.getUuid()).build())
                .isPresent());
    }

    @Test
    public void shouldSayNothingOfItToOthers() {
        complete(first, "2026-03-01");
        independentDraft(second, "2026-03-05");

        TestPeople.signIn(reader);
        assertFalse(gaps(trajectory()).contains("SAPROF HIDDEN"));
    }

    @Test
    public void shouldPrintNoReportAndFileNoSummaryOfWhatIsNotTheWhole() {
        complete(first, "2026-03-01");
        TestPeople.signIn(second);
        String version = trajectory().getBasis().version();
        independentDraft(second, "2026-03-05");

        TestPeople.signIn(second);
        FaultsException refused = assertThrows(
                FaultsException.class,
                () -> Context.getService(TrajectoryService.class)
                        .getReport(TrajectorySearch.builder()
                                .patient(patient.getUuid())
                                .build()));
        assertEquals(List.of(Fault.of("patient", "blindRating")), refused.getFaults());
        refused = assertThrows(FaultsException.class, () -> file(version));
        assertEquals(List.of(Fault.of("patient", "blindRating")), refused.getFaults());
    }

    @Test
    public void shouldHideAFiledSummaryThatRestsOnWhatIsHidden() {
        complete(first, "2026-03-01");
        TestPeople.signIn(first);
        FiledSummary filed = file(trajectory().getBasis().version());
        Assessment draft = independentDraft(second, "2026-03-05");

        FiledSummaryService summaries = Context.getService(FiledSummaryService.class);
        TestPeople.signIn(second);
        assertFalse(summaries.getFiledSummary(filed.getUuid()).isPresent());
        assertEquals(
                List.of(),
                summaries.getFiledSummaries(
                        FiledSummarySearch.builder().patient(patient.getUuid()).build()));
        TestPeople.signIn(first);
        assertTrue(summaries.getFiledSummary(filed.getUuid()).get().isUpToDate());
        completed(second, draft);

        TestPeople.signIn(second);
        assertTrue(summaries.getFiledSummary(filed.getUuid()).isPresent());
    }

    @Test
    public void shouldNotSayThatASummaryIsUpToDateWhereWhatCountsIsHidden() {
        Assessment capp = capp(first);
        TestPeople.signIn(first);
        FiledSummary filed = file(trajectory().getBasis().version());
        complete(first, "2026-03-01");
        independentDraft(second, "2026-03-05");

        TestPeople.signIn(second);
        FiledSummary read = Context.getService(FiledSummaryService.class)
                .getFiledSummary(filed.getUuid())
                .get();
        assertNull(read.getChangedSince());
        assertFalse(read.isUpToDate());
        assertNotNull(capp);
    }

    @Test
    public void shouldTellHowManyAreHiddenOfWhatIsAskedFor() {
        complete(first, "2026-03-01");
        complete(first, "2026-03-02");
        independentDraft(second, "2026-03-05");

        TestPeople.signIn(second);
        assertEquals(2, service().getHiddenRatings(search()).size());
        assertEquals(
                1,
                service()
                        .getHiddenRatings(search().toBuilder()
                                .from(TestPeople.day("2026-03-02"))
                                .limit(0)
                                .build())
                        .size());
        assertEquals(
                0,
                service()
                        .getHiddenRatings(
                                search().toBuilder().instrument("CAPP").build())
                        .size());
        assertEquals(
                2,
                service().getHiddenRatings(AssessmentSearch.builder().build()).size());
    }

    @Test
    public void shouldSayOfASecondRatingThatItWasMadeBlindAsFarAsTheLogGoes() {
        complete(first, "2026-03-01");
        Assessment rating = independent(second, "2026-03-05");

        assertEquals(Optional.of(true), service().isRatedBlind(rating));
    }

    @Test
    public void shouldSayOfASecondRatingThatItsRaterHadReadTheFirst() {
        Assessment rating = complete(first, "2026-03-01");
        TestPeople.signIn(second);
        service().getAssessment(rating.getUuid());
        logged(second, rating);
        Assessment draft = independentDraft(second, "2026-03-05");

        assertEquals(Optional.of(false), service().isRatedBlind(draft));
        assertEquals(Optional.empty(), service().isRatedBlind(rating));
    }

    @Test
    public void shouldSayThatASecondRatingByTheSameRaterIsNone() {
        complete(first, "2026-03-01");

        assertEquals(Optional.of(false), service().isRatedBlind(independent(first, "2026-03-05")));
    }

    @Test
    public void shouldSayItOfManySecondRatingsAtOnce() {
        Patient other = TestPeople.patient();
        complete(first, "2026-03-01");
        Assessment blind = independent(second, "2026-03-05");
        patient = other;
        Assessment rating = complete(first, "2026-03-02");
        TestPeople.signIn(second);
        service().getAssessment(rating.getUuid());
        logged(second, rating);
        Assessment seen = independentDraft(second, "2026-03-06");

        assertEquals(
                Map.of(blind.getUuid(), true, seen.getUuid(), false),
                Context.getRegisteredComponent("smpr.blindRatings", BlindRatings.class)
                        .wereBlind(Arrays.asList(blind, seen)));
    }

    /** The entry that the reading has written, for the test's own transaction too, which on MariaDB sees nothing that others write. */
    private void logged(User reader, Assessment read) {
        AccessLogEntry entry = new AccessLogEntry();
        entry.setDate(new Date());
        entry.setUser(reader.getUuid());
        entry.setWhat(ReadOfPeople.ASSESSMENT);
        entry.setObject(read.getUuid());
        entry.setPatient(patient.getUuid());
        entry.setRoute("test");
        entry.setOutcome(AccessLogEntry.Outcome.READ.name());
        Context.getRegisteredComponent("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .persist(entry);
    }

    private void assertSees(User user, Assessment... seen) {
        TestPeople.signIn(user);
        Set<String> uuids = Arrays.stream(seen).map(Assessment::getUuid).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(uuids, uuids(service().getAssessments(search())));
        assertEquals(
                uuids,
                uuids(service().getAssessments(AssessmentSearch.builder().build()).stream()
                        .filter(assessment -> assessment.getPatient().equals(patient.getUuid()))
                        .collect(Collectors.toList())));
        assertEquals(uuids.size(), service().countAssessments(search()));
        assertEquals(uuids, uuids(trajectory().getTimeline().getAssessments()));
        TestPeople.signIn(reader);
        List<Assessment> all = service().getAssessments(search());
        Set<String> complete = uuids(service().getCohortAssessments(search()));
        TestPeople.signIn(user);
        complete.retainAll(uuids);
        assertEquals(complete, uuids(service().getCohortAssessments(search())));
        for (Assessment one : all) {
            assertEquals(
                    uuids.contains(one.getUuid()),
                    service().getAssessment(one.getUuid()).isPresent());
        }
    }

    private static Set<String> uuids(List<Assessment> assessments) {
        return assessments.stream().map(Assessment::getUuid).collect(Collectors.toCollection(TreeSet::new));
    }

    private Trajectory trajectory() {
        return Context.getService(TrajectoryService.class)
                .getTrajectory(
                        TrajectorySearch.builder().patient(patient.getUuid()).build())
                .get();
    }

    private static List<String> gaps(Trajectory trajectory) {
        return trajectory.getGaps().stream()
                .filter(gap -> gap.getKind() != Gap.Kind.NOT_LATELY)
                .map(gap -> gap.getInstrument().getCode() + " " + gap.getKind())
                .sorted()
                .collect(Collectors.toList());
    }

    private FiledSummary file(String version) {
        FiledSummary filed = Context.getService(FiledSummaryService.class)
                .fileSummary(FiledSummaryInput.builder()
                        .patient(patient.getUuid())
                        .language("en")
                        .text(List.of("He is calmer."))
                        .version(version)
                        .faults(Collections.emptyList())
                        .build());
        Context.flushSession();
        Context.clearSession();
        return filed;
    }

    private Assessment complete(User rater, String day) {
        TestPeople.signIn(rater);
        return chart(TestAssessments.saprof(patient, day));
    }

    private Assessment independent(User rater, String day) {
        TestPeople.signIn(rater);
        return chart(TestAssessments.saprof(patient, day).with("raterRole", "INDEPENDENT"));
    }

    private Assessment capp(User rater) {
        TestPeople.signIn(rater);
        return chart(TestAssessments.capp(patient, "2026-02-01"));
    }

    private Assessment draft(User rater, String day) {
        TestPeople.signIn(rater);
        return chart(TestAssessments.saprof(patient, day).with("status", "DRAFT"));
    }

    private Assessment independentDraft(User rater, String day) {
        TestPeople.signIn(rater);
        return chart(TestAssessments.saprof(patient, day)
                .with("raterRole", "INDEPENDENT")
                .with("status", "DRAFT"));
    }

    /** All in the same moment. */
    private static void chartedAnHourAgo(Assessment... charted) {
        Date anHourAgo = Date.from(Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600));
        for (Assessment one : charted) {
            for (String hql : List.of(
                    "update Encounter e set e.dateCreated = :date where e.uuid = :uuid",
                    "update Obs o set o.dateCreated = :date where o.encounter.encounterId"
                            + " = (select e.encounterId from Encounter e where e.uuid = :uuid)")) {
                Context.getRegisteredComponent("sessionFactory", SessionFactory.class)
                        .getCurrentSession()
                        .createQuery(hql)
                        .setParameter("date", anHourAgo)
                        .setParameter("uuid", one.getUuid())
                        .executeUpdate();
            }
        }
        Context.clearSession();
    }

    private void completed(User rater, Assessment draft) {
        TestPeople.signIn(rater);
        chart(TestAssessments.amendmentOf(draft).with("status", "COMPLETE"));
    }

    private static Assessment chart(TestAssessments assessment) {
        Assessment charted = service().saveAssessment(assessment.input());
        Context.flushSession();
        Context.clearSession();
        return charted;
    }

    private static List<Fault> faults(TestAssessments assessment) {
        return assertThrows(FaultsException.class, () -> service().saveAssessment(assessment.input()))
                .getFaults();
    }

    private static void settings(User administrator, String document) {
        TestPeople.signIn(administrator);
        Context.getService(SiteService.class).acceptSettings("test", document);
    }

    private AssessmentSearch search() {
        return AssessmentSearch.builder().patient(patient.getUuid()).build();
    }

    private static AssessmentService service() {
        return Context.getService(AssessmentService.class);
    }
}
