/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.outcome.OutcomeSearch;
import org.openmrs.module.smpr.outcome.OutcomeService;
import org.openmrs.module.smpr.outcome.RegisterInput;
import org.openmrs.module.smpr.site.AccessLogEntry.Outcome;
import org.openmrs.module.smpr.trajectory.FiledSummary;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.openmrs.module.smpr.trajectory.filed.FiledSummaryInput;
import org.openmrs.module.smpr.trajectory.filed.FiledSummarySearch;
import org.openmrs.module.smpr.trajectory.filed.FiledSummaryService;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Every reading of somebody's assessments is written down, whatever becomes of it. */
public class AccessLogTest extends SmprContextTest {

    private static final String CHARTING = "charting";

    private AssessmentService assessments;

    private TrajectoryService trajectories;

    /** Reads in transactions of its own: on MariaDB the test's would not see what was written since it began. */
    private AccessLogService log;

    private Patient patient;

    private Assessment charted;

    @Before
    public void chart() {
        assessments = Context.getService(AssessmentService.class);
        trajectories = Context.getService(TrajectoryService.class);
        log = inTransactionsOfItsOwn(Context.getService(AccessLogService.class));
        patient = TestPeople.patient();
        charted = save(TestAssessments.saprof(patient, "2026-03-01"));
        Context.flushSession();
        Context.clearSession();
    }

    @Test
    public void shouldWriteDownWhoReadWhichAssessmentOfWhomAndWhen() {
        Instant before = Instant.now().minusSeconds(2);
        assessments.getAssessment(charted.getUuid());

        AccessLogEntry entry = only(ofPatient());
        assertEquals(ReadOfPeople.ASSESSMENT, entry.getWhat());
        assertEquals(charted.getUuid(), entry.getObject());
        assertEquals(Context.getAuthenticatedUser().getUuid(), entry.getUser());
        assertEquals("AssessmentService.getAssessment", entry.getRoute());
        assertEquals("READ", entry.getOutcome());
        assertTrue(entry.getDate().toInstant().isAfter(before));
        assertEquals(
                entry.getUuid(), log.getAccessLogEntry(entry.getUuid()).get().getUuid());
    }

    @Test
    public void shouldWriteDownATrajectoryOnceAndNotWhatItReadsItself() {
        trajectories.getTrajectory(
                TrajectorySearch.builder().patient(patient.getUuid()).build());

        AccessLogEntry entry = only(ofPatient());
        assertEquals(ReadOfPeople.TRAJECTORY, entry.getWhat());
        assertEquals("TrajectoryService.getTrajectory", entry.getRoute());
    }

    @Test
    public void shouldWriteDownWhoFiledAndReadASummaryOfWhom() {
        TestPeople.signInAsClinician("SMPR: Rater");
        FiledSummaryService summaries = Context.getService(FiledSummaryService.class);
        FiledSummary filed = ReadRoute.through(
                CHARTING,
                () -> summaries.fileSummary(FiledSummaryInput.builder()
                        .patient(patient.getUuid())
                        .language("en")
                        .text(List.of("He is calmer."))
                        .version(trajectories
                                .getTrajectory(TrajectorySearch.builder()
                                        .patient(patient.getUuid())
                                        .build())
                                .get()
                                .getBasis()
                                .version())
                        .build()));
        summaries.getFiledSummary(filed.getUuid());
        summaries.getFiledSummaries(
                FiledSummarySearch.builder().patient(patient.getUuid()).build());

        List<AccessLogEntry> entries = by(Context.getAuthenticatedUser().getUuid());
        assertEquals(
                List.of("REPORT", "REPORT", "REPORT", "TRAJECTORY"),
                entries.stream().map(AccessLogEntry::getWhat).collect(Collectors.toList()));
        assertEquals(filed.getUuid(), entries.get(1).getObject());
        assertTrue(entries.stream()
                .allMatch(entry -> entry.getPatient().equals(patient.getUuid())
                        && entry.getOutcome().equals("READ")));
    }

    @Test
    public void shouldWriteDownWhoReadWhatBecameOfWhom() {
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test",
                        "{\"format\": 1, \"outcomeRegister\": {\"legalBasis\":"
                                + " {\"text\": \"invented\", \"date\": \"2020-01-01\", \"who\": \"nobody\"}}}");
        OutcomeService outcomes = Context.getService(OutcomeService.class);
        OutcomeSearch search =
                OutcomeSearch.builder().patient(patient.getUuid()).build();
        OutcomeEvent event = ReadRoute.through(
                CHARTING,
                () -> outcomes.saveEvent(RegisterInput.builder()
                        .patient(patient.getUuid())
                        .answers(Map.of("kind", "OVERDOSE", "source", "VISIT", "certainty", "UNSURE"))
                        .build()));
        outcomes.getFollowUp(search);
        outcomes.getEvent(event.getUuid());
        outcomes.getChecks(search);
        long cohorts = count(ReadOfPeople.COHORT);
        outcomes.getFollowUps(List.of(patient.getUuid()));

        List<AccessLogEntry> entries = ofPatient();
        assertEquals(3, entries.size());
        assertTrue(entries.stream().allMatch(entry -> entry.getWhat().equals(ReadOfPeople.OUTCOME)));
        assertEquals(
                1,
                entries.stream()
                        .filter(entry -> event.getUuid().equals(entry.getObject()))
                        .count());
        assertEquals(cohorts + 1, count(ReadOfPeople.COHORT));
    }

    @Test
    public void shouldWriteDownEveryPersonOfAList() {
        Patient other = TestPeople.patient();
        save(TestAssessments.saprof(other, "2026-03-02"));
        save(TestAssessments.saprof(other, "2026-03-03"));
        assessments.getAssessments(AssessmentSearch.builder().build());

        assertEquals(1, ofPatient().size());
        assertEquals(1, of(other.getUuid()).size());
    }

    @Test
    public void shouldWriteDownACohortOnceAndNobodyInParticular() {
        long before = count(ReadOfPeople.COHORT);
        assessments.getCohortAssessments(AssessmentSearch.builder().build());

        assertEquals(before + 1, count(ReadOfPeople.COHORT));
        assertEquals(List.of(), ofPatient());
    }

    @Test
    public void shouldWriteDownThatNothingWasFound() {
        assessments.getAssessments(AssessmentSearch.builder()
                .patient(patient.getUuid())
                .instrument("CAPP")
                .build());

        assertEquals("NOTHING", only(ofPatient()).getOutcome());
    }

    @Test
    public void shouldWriteDownWhatIsRefusedAndOfWhom() {
        TestPeople.signInWith(List.of(), List.of());
        String user = Context.getAuthenticatedUser().getUuid();
        assertThrows(APIAuthenticationException.class, () -> assessments.getAssessment(charted.getUuid()));
        assertThrows(
                APIAuthenticationException.class,
                () -> trajectories.getTrajectory(
                        TrajectorySearch.builder().patient(patient.getUuid()).build()));

        List<AccessLogEntry> entries = by(user);
        assertEquals(List.of("REFUSED", "REFUSED"), outcomes(entries));
        assertEquals(patient.getUuid(), entries.get(0).getPatient());
    }

    @Test
    public void shouldWriteDownAReadThatFails() {
        AccessLogInterceptor interceptor =
                new AccessLogInterceptor(applicationContext.getBean("smpr.accessLog", AccessLog.class));
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> interceptor.invoke(new TestInvocation(
                        AssessmentService.class.getMethod("getAssessments", AssessmentSearch.class),
                        () -> {
                            throw new IllegalStateException("the database is gone");
                        },
                        AssessmentSearch.builder().patient(patient.getUuid()).build())));

        assertEquals(0, failure.getSuppressed().length);
        assertEquals("FAILED", only(ofPatient()).getOutcome());
    }

    @Test
    public void shouldOutliveATransactionThatIsRolledBack() {
        assessments.getAssessment(charted.getUuid());
        org.springframework.test.context.transaction.TestTransaction.flagForRollback();
        org.springframework.test.context.transaction.TestTransaction.end();
        org.springframework.test.context.transaction.TestTransaction.start();

        assertEquals(1, ofPatient().size());
    }

    @Test
    public void shouldNameTheRequestThatLedThere() {
        ReadRoute.through("smpr/assessment/{uuid}", () -> assessments.getAssessment(charted.getUuid()));

        assertEquals("smpr/assessment/{uuid}", only(ofPatient()).getRoute());
    }

    @Test
    public void shouldWriteDownOnceWhatOneRequestReadsTwice() {
        ReadRoute.through("smpr/assessment/{uuid}", () -> {
            Assessment read = assessments.getAssessment(charted.getUuid()).get();
            return assessments.getHistory(read);
        });

        assertEquals(1, ofPatient().size());
    }

    @Test
    public void shouldKeepNothingThatCannotBeAUuid() {
        String user = Context.getAuthenticatedUser().getUuid();
        long before = by(user).size();
        assessments.getAssessment(String.join("", Collections.nCopies(500, "x")));

        List<AccessLogEntry> entries = by(user);
        assertEquals(before + 1, entries.size());
        assertEquals(null, entries.get(0).getObject());
    }

    @Test
    public void shouldFilterAndPage() {
        for (int i = 0; i < 5; i++) {
            assessments.getAssessment(charted.getUuid());
        }
        trajectories.getTrajectory(
                TrajectorySearch.builder().patient(patient.getUuid()).build());

        AccessLogSearch.AccessLogSearchBuilder his = AccessLogSearch.builder().patient(patient.getUuid());
        assertEquals(7, log.countAccessLog(his.build()));
        assertEquals(6, log.countAccessLog(his.what(ReadOfPeople.ASSESSMENT).build()));
        assertEquals(2, log.getAccessLog(his.startIndex(3).limit(2).build()).size());
        assertEquals(1, log.getAccessLog(his.startIndex(5).limit(2).build()).size());
        assertEquals(0, log.countAccessLog(his.outcome("REFUSED").build()));
        assertEquals(
                0,
                log.countAccessLog(AccessLogSearch.builder()
                        .patient(patient.getUuid())
                        .to(TestPeople.day("2020-01-01"))
                        .build()));
    }

    @Test
    public void shouldShowTheNewestFirst() {
        assessments.getAssessment(charted.getUuid());
        trajectories.getTrajectory(
                TrajectorySearch.builder().patient(patient.getUuid()).build());

        assertEquals(
                List.of(ReadOfPeople.TRAJECTORY, ReadOfPeople.ASSESSMENT),
                ofPatient().stream().map(AccessLogEntry::getWhat).collect(Collectors.toList()));
    }

    @Test
    public void shouldShowNothingOlderThanTheSiteKeepsAndDeleteItWithTheFirstEntryOfADay() {
        SessionFactory sessions = applicationContext.getBean("sessionFactory", SessionFactory.class);
        SiteService thirtyDays = siteThatKeeps(30);
        Clock longAgo = Clock.fixed(Instant.now().minus(Duration.ofDays(40)), ZoneId.systemDefault());
        new AccessLog(sessions, siteThatKeeps(null), longAgo)
                .write(ReadOfPeople.ASSESSMENT, charted.getUuid(), Set.of("someone"), "test", Outcome.READ);
        AccessLogEntry old = only(of("someone"));

        AccessLogService kept = inTransactionsOfItsOwn(
                new AccessLogServiceImpl(new AccessLogDao(sessions), thirtyDays, Clock.systemDefaultZone()));
        AccessLogSearch his = AccessLogSearch.builder().patient("someone").build();
        assertEquals(List.of(), kept.getAccessLog(his));
        assertEquals(0, kept.countAccessLog(his));
        assertTrue(!kept.getAccessLogEntry(old.getUuid()).isPresent());

        new AccessLog(sessions, thirtyDays, Clock.systemDefaultZone())
                .write(ReadOfPeople.ASSESSMENT, null, Set.of("another"), "test", Outcome.READ);
        assertEquals(List.of(), of("someone"));
    }

    @Test
    public void shouldBeReadByTheAuditorAloneOfTheRoles() {
        for (String role : List.of("SMPR: Rater", "SMPR: Reader", "SMPR: Researcher", "SMPR: Administrator")) {
            authenticate();
            TestPeople.signInWith(List.of(role), List.of());
            assertThrows(role, APIAuthenticationException.class, this::ofPatient);
        }
        authenticate();
        TestPeople.signInWith(List.of("SMPR: Auditor"), List.of());
        assertEquals(List.of(), ofPatient());
        assertThrows(APIAuthenticationException.class, () -> assessments.getAssessment(charted.getUuid()));
    }

    @Test
    public void shouldHaveNoServiceMethodThatWrites() {
        assertEquals(
                Set.of("getAccessLog", "countAccessLog", "getAccessLogEntry"),
                Arrays.stream(AccessLogService.class.getDeclaredMethods())
                        .map(Method::getName)
                        .collect(Collectors.toSet()));
    }

    @Test
    public void shouldMarkEveryServiceMethodThatGivesWhatIsKnownOfPeople() {
        Pattern known = Pattern.compile(".*\\.(Assessment|Amendment|Trajectory|FiledSummary)\\b.*");
        Set<String> unmarked = Stream.of(AssessmentService.class, TrajectoryService.class, FiledSummaryService.class)
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .filter(method -> known.matcher(method.getGenericReturnType().getTypeName())
                        .matches())
                .filter(method -> !method.isAnnotationPresent(ReadOfPeople.class))
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), unmarked);
    }

    @Test
    public void shouldWriteDownWhatIsGivenBackToOneWhoSaves() {
        Assessment unchanged = assessments.saveAssessment(
                TestAssessments.amendmentOf(charted).reason(null).input());

        assertEquals(charted.getVersion(), unchanged.getVersion());
        assertEquals("READ", only(ofPatient()).getOutcome());
    }

    @Test
    public void shouldKeepNothingThatIsNotLikeAUuid() {
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        String user = Context.getAuthenticatedUser().getUuid();
        assessments.getAssessment("Aspen, Invented \uD83D\uDE00");

        assertEquals(null, only(by(user)).getObject());
    }

    private AccessLogService inTransactionsOfItsOwn(AccessLogService service) {
        TransactionTemplate transaction = new TransactionTemplate(
                applicationContext.getBean("transactionManager", PlatformTransactionManager.class));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return proxy(
                AccessLogService.class,
                (self, method, arguments) -> transaction.execute(status -> invoke(method, service, arguments)));
    }

    private static SiteService siteThatKeeps(Integer days) {
        SiteSettings settings = SiteSettings.builder().readLogDays(days).build();
        return proxy(SiteService.class, (self, method, arguments) -> settings);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<AccessLogEntry> ofPatient() {
        return of(patient.getUuid());
    }

    /** Without what charting itself has left. */
    private List<AccessLogEntry> of(String uuid) {
        return log.getAccessLog(AccessLogSearch.builder().patient(uuid).build()).stream()
                .filter(entry -> !entry.getRoute().equals(CHARTING))
                .collect(Collectors.toList());
    }

    private Assessment save(TestAssessments assessment) {
        return ReadRoute.through(CHARTING, () -> assessments.saveAssessment(assessment.input()));
    }

    /** Signed in again as one who may read it. */
    private List<AccessLogEntry> by(String user) {
        Context.addProxyPrivilege(SmprPrivileges.GET_ACCESS_LOG);
        try {
            return log.getAccessLog(AccessLogSearch.builder().user(user).build());
        } finally {
            Context.removeProxyPrivilege(SmprPrivileges.GET_ACCESS_LOG);
        }
    }

    private long count(String what) {
        return log.countAccessLog(AccessLogSearch.builder().what(what).build());
    }

    private static List<String> outcomes(List<AccessLogEntry> entries) {
        return entries.stream().map(AccessLogEntry::getOutcome).collect(Collectors.toList());
    }

    private static AccessLogEntry only(List<AccessLogEntry> entries) {
        assertEquals(1, entries.size());
        return entries.get(0);
    }
}
