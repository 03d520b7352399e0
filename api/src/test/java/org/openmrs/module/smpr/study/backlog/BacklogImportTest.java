/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.AccessLogEntry;
import org.openmrs.module.smpr.site.AccessLogSearch;
import org.openmrs.module.smpr.site.AccessLogService;
import org.openmrs.module.smpr.study.job.Job;
import org.openmrs.module.smpr.study.job.JobPartRow;
import org.openmrs.module.smpr.study.job.JobRecordRow;
import org.openmrs.module.smpr.study.job.JobService;
import org.openmrs.module.smpr.study.job.JobState;
import org.openmrs.module.smpr.study.job.TestJobs;
import org.springframework.test.context.transaction.TestTransaction;

public class BacklogImportTest extends SmprContextTest {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    private final List<Patient> patients = new ArrayList<>();

    private TestJobs jobs;

    private Patient patient;

    @Before
    public void setUp() {
        jobs = new TestJobs(applicationContext);
        patient = patient();
    }

    @After
    public void takeAway() {
        TestTransaction.end();
        TestTransaction.start();
        asAdministrator();
        Context.clearSession();
        for (Patient one : patients) {
            for (Assessment assessment : service()
                    .getAssessments(AssessmentSearch.builder()
                            .patient(one.getUuid())
                            .includeVoided(true)
                            .build())) {
                service().purgeAssessment(assessment);
            }
            Context.flushSession();
            Context.clearSession();
            Context.getPatientService().purgePatient(Context.getPatientService().getPatientByUuid(one.getUuid()));
        }
        jobs.close();
    }

    @Test
    public void shouldWriteEachRowAsAnAssessmentLikeAnyOtherInTheNameOfWhoAsked() {
        Location ward = TestPeople.location();
        Provider rater = TestPeople.rater();
        Provider second = TestPeople.rater();
        User importer = signInAsImporter();
        TestAssessments hcr = TestAssessments.hcr20(patient, "2024-03-01")
                .with("fields.formulation", "Invented; with a comma, \"marks\" and\na second line.")
                .with("ratings.H1.c.presence", "Y");
        Map<String, String> row = row(TestInstruments.HCR20V3, hcr);
        row.put("location", ward.getName());
        row.put("raters", rater.getIdentifier() + "|" + second.getUuid());

        Job done = imported(TestInstruments.HCR20V3, row);

        assertEquals(
                Map.of("rows", 1, "written", 1, "left", 0, "faultCount", 0, "faults", List.of()), done.getResult());
        Assessment written = only();
        assertEquals(TestBacklogs.cells(TestInstruments.HCR20V3, hcr.input().getAnswers()), cells(written));
        assertEquals(TestPeople.day("2024-03-01").getTime(), written.getDate().getTime());
        assertEquals(ward.getUuid(), written.getLocation().getUuid());
        assertEquals(
                Set.of(rater.getUuid(), second.getUuid()),
                written.getRaters().stream().map(r -> r.getUuid()).collect(Collectors.toSet()));
        assertEquals(importer.getUsername(), written.getCreator());
        assertEquals(List.of(), written.getFaults());
        assertTrue(written.isComplete());
        assertEquals(0, jobs.count(JobPartRow.class));
        asAdministrator();
        List<AccessLogEntry> log = Context.getService(AccessLogService.class)
                .getAccessLog(AccessLogSearch.builder().user(importer.getUuid()).build());
        assertTrue(log.stream()
                .anyMatch(entry ->
                        entry.getWhat().equals("IMPORT") && entry.getObject().equals(done.getUuid())));
        assertTrue(log.stream()
                .anyMatch(entry -> entry.getRoute().equals("smpr/study/import")
                        && written.getUuid().equals(entry.getObject())));
    }

    @Test
    public void shouldTakeATimeOfDayAsTheSitesOrWithAnOffset() {
        Map<String, String> local = row(TestInstruments.SAPROF, saprof("2024-03-01"));
        local.put("date", "2024-03-01T10:30");
        Map<String, String> offset = row(TestInstruments.SAPROF, saprof("2024-03-02"));
        offset.put("date", "2024-03-02T10:30:00Z");
        Map<String, String> later = row(TestInstruments.SAPROF, saprof("2024-03-01"));
        later.put("date", "2024-03-01T16:00:00");

        imported(TestInstruments.SAPROF, local, offset, later);

        assertEquals(
                Set.of(
                        java.time.LocalDateTime.parse("2024-03-01T10:30")
                                .atZone(java.time.ZoneId.systemDefault())
                                .toInstant(),
                        java.time.LocalDateTime.parse("2024-03-01T16:00")
                                .atZone(java.time.ZoneId.systemDefault())
                                .toInstant(),
                        java.time.Instant.parse("2024-03-02T10:30:00Z")),
                assessments().stream()
                        .map(a -> java.time.Instant.ofEpochMilli(a.getDate().getTime()))
                        .collect(Collectors.toSet()));
    }

    @Test
    public void shouldTellWhatWouldComeOfItAndWriteNothingInADryRun() {
        Job job = ask(true, TestInstruments.SAPROF, TestBacklogs.csv(rows(3)));
        jobs.run();

        Job done = jobs.read(job);
        assertEquals(JobState.DONE, done.getState());
        assertEquals(3, done.getResult().get("rows"));
        assertEquals(3, done.getResult().get("toWrite"));
        assertEquals(List.of(), assessments());
    }

    @Test
    public void shouldNameEveryFaultByLineAndColumnAndWriteNothing() {
        Patient other = patient();
        PatientIdentifier same = new PatientIdentifier(
                patient.getPatientIdentifier().getIdentifier(),
                other.getPatientIdentifier().getIdentifierType(),
                other.getPatientIdentifier().getLocation());
        other.addIdentifier(same);
        Context.getPatientService().savePatient(other);
        Simultaneously.commit();
        String twice = patient.getPatientIdentifier().getIdentifier();
        String typed = patient.getPatientIdentifier().getIdentifierType().getName();
        List<String> lines = new ArrayList<>();
        Map<String, String> good = row(TestInstruments.SAPROF, saprof("2024-03-01"));
        good.put("patient", patient.getUuid());
        good.put("identifierType", "");
        good.put("keep", "");
        good.put("11b", "");
        List<Map<String, String>> rows = new ArrayList<>();
        add(rows, good, Map.of("keep", "a text\nof two lines")); // line 2: unknown columns are faults of the header
        add(rows, good, Map.of("patient", "nobody", "date", "2024-03-02")); // 4
        add(rows, good, Map.of("patient", twice, "date", "2024-03-03")); // 5
        add(rows, good, Map.of("patient", twice, "identifierType", typed, "date", "2024-03-04")); // 6: right
        add(rows, good, Map.of("identifierType", "no type", "date", "2024-03-05")); // 7
        add(rows, good, Map.of("date", "03/2024")); // 8
        add(rows, good, Map.of("date", "")); // 9
        add(rows, good, Map.of("date", "2199-01-01")); // 10
        add(rows, good, Map.of("date", "1950-01-01")); // 11
        add(rows, good, Map.of("location", "nowhere", "raters", "no one", "date", "2024-03-06")); // 12
        add(rows, good, Map.of("05", "7", "06", "", "date", "2024-03-07")); // 13
        add(rows, good, Map.of("horizon", "twelve", "status", "DRAFT", "date", "2024-03-08")); // 14
        add(rows, good, Map.of("horizon", "12.5", "context", "IN|OUT", "date", "2024-03-09")); // 15
        add(rows, good, Map.of("patient", "", "date", "2024-03-10")); // 16
        add(rows, good, Map.of("date", "2024-03-01T08:00")); // 17: the same day as line 2
        add(rows, good, Map.of("date", "2024-03-11", "edition", "20\uFFFD12", "horizon", "\uD83D")); // 18
        String csv = TestBacklogs.csv(rows) + "too,few\r\n" + "one,\"never closed\r\n"; // 19, 20

        Job job = ask(false, TestInstruments.SAPROF, csv);
        jobs.run();

        Job failed = jobs.read(job);
        assertEquals(JobState.FAILED, failed.getState());
        assertEquals("FAULTS", failed.getReason());
        lines.addAll(List.of(
                "1 " + number(rows, "keep") + " backlogColumn",
                "1 " + number(rows, "11b") + " backlogColumn",
                "4 patient unknownPatient",
                "5 patient backlogPatients",
                "7 identifierType backlogIdentifierType",
                "8 date notADate",
                "9 date missing",
                "10 date inTheFuture",
                "11 date beforeBirth",
                "12 location unknownLocation",
                "12 raters unknownRater",
                "13 05 backlogAnswer",
                "13 06 missing",
                "14 status backlogDraft",
                "14 horizon notANumber",
                "15 horizon notANumber",
                "15 context severalAnswers",
                "16 patient missing",
                "17 date backlogTwice",
                "18 edition backlogNotUtf8",
                "18 edition backlogAnswer",
                "18 horizon backlogNotUtf8",
                "18 horizon notANumber",
                "19 null backlogCells",
                "20 null backlogUnreadable"));
        assertEquals(sorted(lines), sorted(faults(failed)));
        assertEquals(lines.size(), failed.getResult().get("faultCount"));
        assertEquals(List.of(), assessments());
        List<?> faults = (List<?>) failed.getResult().get("faults");
        assertTrue(faults.toString(), faults.toString().contains("arguments=[2]"));
    }

    @Test
    public void shouldSayWhatIsWrongWithTheHeaderOrThatThereIsNothing() {
        assertEquals(
                List.of("1 date backlogNoColumn", "1 4 backlogNoName", "1 05 backlogColumnTwice"),
                faults("patient,05,05,\nx,1,1,\n").stream()
                        .sorted(Collections.reverseOrder())
                        .collect(Collectors.toList()));
        assertEquals(List.of("1 null backlogEmpty"), faults("patient,date\n\n,\n"));
        assertEquals(List.of("3 patient backlogNoColumn", "3 date backlogNoColumn"), faults("\n\n05\n1\n"));
        assertEquals(
                List.of("2 05 missing"),
                faults(TestBacklogs.csv(without(row(TestInstruments.SAPROF, saprof("2024-03-01")), "05"))));
    }

    @Test
    public void shouldKeepNothingThatTheFileSays_WhateverColumnItIsIn() {
        String secret = "Dubois-Invente";
        Map<String, String> good = row(TestInstruments.HCR20V3, TestAssessments.hcr20(patient, "2024-03-01"));
        good.put("identifierType", "");
        good.put("location", "");
        good.put("raters", "");
        good.put("windowStart", "2024-02-01");
        good.put("status", "");
        List<Map<String, String>> rows = new ArrayList<>();
        int day = 1;
        for (String column : good.keySet()) {
            for (String cell :
                    List.of(secret, "1961-07-23 " + secret, secret + "|" + secret, "<" + secret + "\uFFFD")) {
                Map<String, String> row = new LinkedHashMap<>(good);
                row.put("date", FIRST.plusDays(day++).toString());
                row.put(column, cell);
                row.put(secret, secret);
                rows.add(row);
            }
        }
        Map<String, String> whole = new LinkedHashMap<>(good);
        whole.put(secret, "");
        rows.add(0, whole);
        String csv = TestBacklogs.csv(rows) + secret + "," + secret + "\r\n\"" + secret + "\"" + secret + "\r\n";

        Job job = ask(false, TestInstruments.HCR20V3, csv);
        jobs.run();

        Job failed = jobs.read(job);
        assertEquals("FAULTS", failed.getReason());
        assertTrue((Integer) failed.getResult().get("faultCount") > 3 * good.size());
        String kept = failed.getResult() + " " + failed.getParameters();
        assertFalse(kept, kept.contains("Dubois"));
        assertFalse(kept, kept.contains("1961"));
        assertTrue(kept, faults(failed).contains("1 " + number(rows, secret) + " backlogColumn"));
        List<?> answers = ((List<?>) failed.getResult().get("faults"))
                .stream()
                        .filter(fault -> "backlogAnswer".equals(((Map<?, ?>) fault).get("code")))
                        .filter(fault -> "H1.presence".equals(((Map<?, ?>) fault).get("column")))
                        .map(fault -> ((Map<?, ?>) fault).get("arguments"))
                        .distinct()
                        .collect(Collectors.toList());
        assertEquals("What would be right", 1, answers.size());
        assertTrue(answers.toString(), answers.toString().matches("\\[\\[N, P, Y(, \\w+)*]]"));
    }

    @Test
    public void shouldCountEveryFaultAndListTheFirstThousand() {
        StringBuilder csv = new StringBuilder("patient,date\n");
        for (int i = 0; i < 1_200; i++) {
            csv.append("nobody").append(i).append(",2024-01-01,\n");
        }
        Job job = ask(true, TestInstruments.SAPROF, csv.toString());
        jobs.run();

        Map<String, Object> result = jobs.read(job).getResult();
        assertEquals(1_200, result.get("faultCount"));
        assertEquals(1_000, ((List<?>) result.get("faults")).size());
        assertEquals(0, result.get("toWrite"));
    }

    @Test
    public void shouldWriteNothingTheSecondTimeAndWhatIsNewTheThird() {
        List<Map<String, String>> rows = rows(3);
        String csv = TestBacklogs.csv(rows);
        assertEquals(3, done(ask(false, TestInstruments.SAPROF, csv)).get("written"));
        Set<String> uuids = uuids();

        Map<String, Object> again = done(ask(false, TestInstruments.SAPROF, csv.replace(",", ";")));
        assertEquals(0, again.get("written"));
        assertEquals(3, again.get("left"));
        assertEquals(uuids, uuids());

        Map<String, Object> dry = done(ask(true, TestInstruments.SAPROF, TestBacklogs.csv(rows(5))));
        assertEquals(2, dry.get("toWrite"));
        assertEquals(
                2,
                done(ask(false, TestInstruments.SAPROF, TestBacklogs.csv(rows(5))))
                        .get("written"));
        assertEquals(5, assessments().size());
    }

    @Test
    public void shouldLeaveWhatIsThereAndSaysTheSameAndRefuseWhatSaysSomethingElse() {
        service().saveAssessment(saprof("2024-01-01T09:15:00+01:00").input());
        service().saveAssessment(saprof("2024-01-02").with("ratings.05", "2").input());
        Assessment voided = service().saveAssessment(saprof("2024-01-03").input());
        Simultaneously.commit();
        service().deleteAssessment(voided, "charted by mistake");
        Simultaneously.commit();

        Job job = ask(true, TestInstruments.SAPROF, TestBacklogs.csv(rows(4)));
        jobs.run();

        // What was charted by hand and voided is not what the file writes.
        assertEquals(List.of("3 date backlogConflict"), faults(jobs.read(job)));
        assertEquals(1, jobs.read(job).getResult().get("left"));
    }

    @Test
    public void shouldNotBringBackWhatWasImportedAndVoidedSince() {
        done(ask(false, TestInstruments.SAPROF, TestBacklogs.csv(rows(2))));
        service().deleteAssessment(assessments().get(0), "of another man");
        Simultaneously.commit();

        Job job = ask(false, TestInstruments.SAPROF, TestBacklogs.csv(rows(2)));
        jobs.run();

        assertEquals(List.of("2 date backlogVoided"), faults(jobs.read(job)));
    }

    @Test
    public void shouldGoOnWhereANodeWasKilled() {
        Job job = ask(false, TestInstruments.SAPROF, TestBacklogs.csv(rows(70)));
        // Of the steps: two when the check begins and after each 50 rows, then one, then one after each 20 rows.
        AtomicInteger steps = new AtomicInteger();
        TestJobs.wait(jobs.start(jobs.node(), () -> steps.incrementAndGet() > 5));
        assertEquals(JobState.RUNNING, jobs.read(job).getState());
        int before = assessments().size();
        assertTrue(before + " are written", before > 0 && before < 70);
        Set<String> uuids = uuids();
        jobs.lose(job);

        jobs.run();

        Job done = jobs.read(job);
        assertEquals(JobState.DONE, done.getState());
        assertEquals(70, done.getResult().get("written"));
        assertEquals(0, done.getResult().get("left"));
        assertEquals(70, assessments().size());
        assertTrue(uuids().containsAll(uuids));
    }

    @Test
    public void shouldTakeBackWhatItHasWrittenWhereItIsCancelled() {
        service().saveAssessment(saprof("2024-01-01").input());
        Simultaneously.commit();
        Set<String> before = uuids();
        Job job = ask(false, TestInstruments.SAPROF, TestBacklogs.csv(rows(70)));
        String[] amended = new String[1];
        AtomicInteger steps = new AtomicInteger();
        TestJobs.wait(jobs.start(jobs.node(), () -> {
            if (steps.incrementAndGet() == 6) {
                elsewhere(() -> {
                    Assessment one = read().stream()
                            .filter(a -> !before.contains(a.getUuid()))
                            .findFirst()
                            .get();
                    amended[0] = one.getUuid();
                    service()
                            .saveAssessment(TestAssessments.amendmentOf(one)
                                    .with("ratings.05", "2")
                                    .input());
                    Context.getService(JobService.class).cancelJob(job.getUuid());
                });
            }
            return false;
        }));

        assertEquals(JobState.CANCELLED, jobs.read(job).getState());
        assertEquals(before, uuids());
        assertEquals(0, jobs.count(JobRecordRow.class));
        Assessment his = service().getAssessment(amended[0]).get();
        assertTrue("what somebody has amended meanwhile is not lost", his.isVoided());
        assertEquals("SMPR: the import that had charted it was taken back", his.getVoidReason());
        service().purgeAssessment(his);
        Simultaneously.commit();

        Map<String, Object> again = done(ask(false, TestInstruments.SAPROF, TestBacklogs.csv(rows(70))));
        assertEquals(69, again.get("written"));
        assertEquals(1, again.get("left"));
    }

    @Test
    public void shouldTakeEverythingBackWhereTheRecordHasChangedMeanwhile() {
        Job job = ask(false, TestInstruments.SAPROF, TestBacklogs.csv(rows(70)));
        AtomicInteger steps = new AtomicInteger();
        TestJobs.wait(jobs.start(jobs.node(), () -> {
            if (steps.incrementAndGet() == 6) {
                elsewhere(() -> service()
                        .saveAssessment(saprof(FIRST.plusDays(65).toString())
                                .with("ratings.05", "2")
                                .input()));
            }
            return false;
        }));

        Job failed = jobs.read(job);
        assertEquals("FAULTS", failed.getReason());
        assertEquals(List.of("67 date backlogConflict"), faults(failed));
        assertEquals(1, assessments().size());
    }

    @Test
    public void shouldStopForOneWhoLosesThePrivilegeToChartAndLeaveNothing() {
        User importer = signInAsImporter();
        Job job = ask(false, TestInstruments.SAPROF, TestBacklogs.csv(rows(2)));
        asAdministrator();
        User found = Context.getUserService().getUserByUuid(importer.getUuid());
        found.getRoles().removeIf(role -> role.getRole().equals("SMPR: Rater"));
        Context.getUserService().saveUser(found);
        Simultaneously.commit();

        jobs.run();

        assertEquals(Job.Reason.NOT_ALLOWED, jobs.read(job).getReason());
        assertEquals(List.of(), assessments());
    }

    @Test
    public void shouldImportOneFileAfterTheOtherOnWhateverNodes() {
        String csv = TestBacklogs.csv(rows(30));
        Job one = ask(false, TestInstruments.SAPROF, csv);
        Job other = ask(false, TestInstruments.SAPROF, csv);
        List<CompletableFuture<Boolean>> nodes = new ArrayList<>();
        nodes.add(jobs.start(jobs.node()));
        nodes.add(jobs.start(jobs.node()));
        nodes.forEach(TestJobs::wait);
        while (jobs.run()) {
            // Whoever came while the other ran has found nothing to do.
        }

        assertEquals(30, jobs.read(one).getResult().get("written"));
        assertEquals(30, jobs.read(other).getResult().get("left"));
        assertEquals(30, assessments().size());
    }

    @Test
    public void shouldTakeAsManyStatementsARowForFiveThousandRowsAsForFew() {
        long few = statements(ask(true, TestInstruments.SAPROF, TestBacklogs.csv(rows(100)))) / 100;
        long many = statements(ask(true, TestInstruments.SAPROF, TestBacklogs.csv(rows(5_000)))) / 5_000;
        assertTrue(many + " a row, of few " + few, many <= few && few < 25);

        long writtenFirst = statements(ask(false, TestInstruments.SAPROF, TestBacklogs.csv(rows(40)))) / 40;
        List<Map<String, String>> next = rows(120).subList(40, 120);
        long writtenThen = statements(ask(false, TestInstruments.SAPROF, TestBacklogs.csv(next))) / 80;
        assertTrue(writtenThen + " a row, at first " + writtenFirst, writtenThen <= writtenFirst + 1);
        assertTrue(writtenFirst + " a row", writtenFirst < 250);
    }

    @Test
    public void shouldBeAskedForByThoseAloneWhoMayImportAndChart() {
        for (String[] privileges : new String[][] {
            {SmprPrivileges.IMPORT_ASSESSMENTS}, {SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.MANAGE_ASSESSMENTS}
        }) {
            asAdministrator();
            TestJobs.signIn(TestPeople.userWith(privileges));
            assertThrows(APIAuthenticationException.class, () -> ask(true, TestInstruments.SAPROF, "patient,date\n"));
        }
        assertThrows(
                APIAuthenticationException.class,
                () -> Context.getService(BacklogService.class).getTemplate("SAPROF"));
    }

    @Test
    public void shouldRefuseWhatCannotBeBegun() {
        BacklogService backlog = Context.getService(BacklogService.class);
        assertEquals(
                List.of(Fault.of("instrument", "missing"), Fault.of("file", "missing")),
                assertThrows(
                                FaultsException.class,
                                () -> backlog.importBacklog(
                                        BacklogInput.builder().file("  ").build()))
                        .getFaults());
        assertEquals(
                List.of(Fault.of("instrument", "unknownInstrument", "FOO"), Fault.of("file", "backlogTooLarge", "20")),
                assertThrows(
                                FaultsException.class,
                                () -> backlog.importBacklog(BacklogInput.builder()
                                        .instrument("FOO")
                                        .file("é".repeat(10_000_001))
                                        .build()))
                        .getFaults());
    }

    @Test
    public void shouldGiveATemplateOfCodesAlone() {
        String template =
                Context.getService(BacklogService.class).getTemplate("SAPROF").get();
        assertTrue(template, template.startsWith("patient,identifierType,date,location,raters,edition,informant,"));
        assertTrue(template, template.matches("[A-Za-z0-9.,-]+\r\n"));
        assertFalse(template.contains("amendment"));
        assertFalse(Context.getService(BacklogService.class).getTemplate("FOO").isPresent());
        Job job = ask(true, TestInstruments.SAPROF, template);
        jobs.run();
        assertEquals(List.of("1 null backlogEmpty"), faults(jobs.read(job)));
        assertNull(jobs.read(job).getReason());
    }

    private static long statements(Statistics statistics, Runnable work) {
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        work.run();
        return statistics.getPrepareStatementCount();
    }

    private long statements(Job job) {
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        long counted = statements(statistics, () -> jobs.run());
        assertEquals(JobState.DONE, jobs.read(job).getState());
        assertEquals(0, jobs.read(job).getResult().get("faultCount"));
        return counted;
    }

    /** As many of one man, a day each. */
    private List<Map<String, String>> rows(int count) {
        List<Map<String, String>> rows = new ArrayList<>();
        Map<String, String> row = row(TestInstruments.SAPROF, saprof(FIRST.toString()));
        for (int i = 0; i < count; i++) {
            Map<String, String> next = new LinkedHashMap<>(row);
            next.put("date", (i < 600 ? FIRST.plusDays(i) : FIRST.minusDays(i)).toString());
            rows.add(next);
        }
        return rows;
    }

    private TestAssessments saprof(String day) {
        return TestAssessments.saprof(patient, day);
    }

    private Map<String, String> row(Instrument instrument, TestAssessments assessment) {
        return TestBacklogs.row(instrument, patient, assessment);
    }

    private static void add(List<Map<String, String>> rows, Map<String, String> good, Map<String, String> changes) {
        Map<String, String> row = new LinkedHashMap<>(good);
        row.putAll(changes);
        rows.add(row);
    }

    private static Map<String, String> without(Map<String, String> row, String column) {
        row.remove(column);
        return row;
    }

    private Patient patient() {
        Patient made = TestPeople.patient();
        patients.add(made);
        Simultaneously.commit();
        return made;
    }

    private Job ask(boolean dryRun, Instrument instrument, String csv) {
        Job asked = Context.getService(BacklogService.class)
                .importBacklog(BacklogInput.builder()
                        .instrument(instrument.getCode())
                        .file(csv)
                        .dryRun(dryRun)
                        .build());
        Simultaneously.commit();
        return asked;
    }

    @SafeVarargs
    private Job imported(Instrument instrument, Map<String, String>... rows) {
        Job job = ask(false, instrument, TestBacklogs.csv(rows));
        jobs.run();
        Job done = jobs.read(job);
        assertEquals(faults(done).toString(), JobState.DONE, done.getState());
        return done;
    }

    private Map<String, Object> done(Job job) {
        jobs.run();
        Job done = jobs.read(job);
        assertEquals(JobState.DONE, done.getState());
        return done.getResult();
    }

    /** By its name, or by its number where it has none that is known. */
    private static Object column(Map<?, ?> fault) {
        return fault.get("column") == null ? fault.get("columnNumber") : fault.get("column");
    }

    private static int number(List<Map<String, String>> rows, String column) {
        return 1 + new ArrayList<>(rows.get(0).keySet()).indexOf(column);
    }

    private List<String> faults(String csv) {
        Job job = ask(true, TestInstruments.SAPROF, csv);
        jobs.run();
        return faults(jobs.read(job));
    }

    private static List<String> faults(Job job) {
        List<String> faults = new ArrayList<>();
        Object listed = job.getResult() == null ? null : job.getResult().get("faults");
        if (listed != null) {
            ((List<?>) listed)
                    .forEach(fault -> faults.add(((Map<?, ?>) fault).get("line") + " " + column((Map<?, ?>) fault) + " "
                            + ((Map<?, ?>) fault).get("code")));
        }
        return faults;
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().collect(Collectors.toList());
    }

    private List<Assessment> assessments() {
        Simultaneously.commit();
        return read();
    }

    private List<Assessment> read() {
        return service()
                .getAssessments(
                        AssessmentSearch.builder().patient(patient.getUuid()).build());
    }

    private Assessment only() {
        assertEquals(1, assessments().size());
        return assessments().get(0);
    }

    private Set<String> uuids() {
        return assessments().stream().map(Assessment::getUuid).collect(Collectors.toSet());
    }

    private static Map<String, String> cells(Assessment assessment) {
        Map<String, String> cells = new LinkedHashMap<>();
        assessment
                .getAnswers()
                .forEach((code, values) -> cells.put(
                        code,
                        values.stream()
                                .map(value -> value instanceof Double
                                        ? String.valueOf(((Double) value).longValue())
                                        : value.toString())
                                .collect(Collectors.joining("|"))));
        return cells;
    }

    /** Done by somebody else at that moment, in a session of his own. */
    private void elsewhere(Runnable work) {
        TestJobs.wait(CompletableFuture.runAsync(
                () -> {
                    Context.openSession();
                    try {
                        Context.authenticate("admin", "test");
                        work.run();
                    } finally {
                        Context.closeSession();
                    }
                },
                runnable -> new Thread(runnable).start()));
    }

    private static User signInAsImporter() {
        asAdministrator();
        return TestJobs.signIn(TestPeople.staff(List.of("SMPR: Rater"), List.of(SmprPrivileges.IMPORT_ASSESSMENTS)));
    }

    private static void asAdministrator() {
        Context.logout();
        Context.authenticate("admin", "test");
    }

    private static AssessmentService service() {
        return Context.getService(AssessmentService.class);
    }
}
