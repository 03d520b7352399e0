/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.outcome.OutcomeService;
import org.openmrs.module.smpr.outcome.RegisterInput;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeInput;
import org.openmrs.module.smpr.pathway.EpisodeService;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.StudyReader;
import org.openmrs.module.smpr.study.participant.ParticipantInput;
import org.openmrs.module.smpr.study.participant.ParticipantService;
import org.openmrs.module.smpr.study.plan.StudyPlanService;
import org.openmrs.module.smpr.study.plan.TestPlans;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.openmrs.module.smpr.study.report.StudyReportWriter;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;
import org.springframework.test.context.transaction.TestTransaction;

/**
 * Measures the report of a study with 1,000 and with 20,000 participants, each with HCR-20 V3 and SAPROF at eight waves, read from the
 * database: how long, with how many statements, and how much memory is in use after it. No test: the figures are printed.
 */
public class StudyReportBenchmark extends SmprContextTest {

    private static final int CHARTED = 50;

    private static final int[] SIZES = {1_000, 20_000};

    private static final LocalDate ENTRY = LocalDate.of(2020, 1, 10);

    private static final LocalDate RELEASE = LocalDate.of(2020, 7, 10);

    private static final LocalDate END = LocalDate.of(2021, 1, 10);

    private static final String WAVES = "["
            + wave("T0", "ENTRY", "0") + ","
            + wave("T1", "ENTRY", "3") + ","
            + wave("T2", "RELEASE", "-1") + ","
            + wave("T3", "RELEASE", "1") + ","
            + wave("T4", "RELEASE", "3") + ","
            + wave("T5", "END_OF_CARE", "0") + ","
            + wave("T6", "END_OF_CARE", "6") + ","
            + wave("T7", "END_OF_CARE", "12") + "]";

    private static final List<LocalDate> DAYS = Arrays.asList(
            ENTRY,
            ENTRY.plusMonths(3),
            RELEASE.minusMonths(1),
            RELEASE.plusMonths(1),
            RELEASE.plusMonths(3),
            END,
            END.plusMonths(6),
            END.plusMonths(12));

    private final Random random = new Random(20261126);

    private static String wave(String code, String from, String months) {
        return "{\"code\": \"" + code + "\", \"label\": {\"en\": \"" + code + "\", \"fr\": \"" + code
                + "\"}, \"instruments\": [\"HCR20V3\", \"SAPROF\"], \"countedFrom\": \"" + from
                + "\", \"offset\": {\"months\": " + months + "}, \"window\": {\"daysBefore\": 10, \"daysAfter\": 20}}";
    }

    @Test
    public void report() throws Exception {
        assumeTrue("copies rows as MariaDB does: -Pmariadb,bench-study", isMariaDb());
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a benchmark",
                        "{\"format\": 1, \"outcomeRegister\": {\"legalBasis\": {\"text\": \"invented\", \"date\": \"2019-01-01\","
                                + " \"who\": \"nobody\"}, \"indexRelease\": \"FIRST\", \"clock\": \"LEFT_BUILDING\"},"
                                + " \"waves\": " + WAVES + "}");
        Context.getService(StudyPlanService.class)
                .accept(
                        null,
                        TestPlans.with("analyses", "{" + TestPlans.ANALYSES.replace("total.OUT", "total.IN") + "}"));
        CopiedPeople copies = new CopiedPeople(this::getConnection);
        for (int i = 0; i < CHARTED; i++) {
            chart();
            Context.flushSession();
            Context.clearSession();
        }
        // As if each had been charted on the day that it tells of: what was charted later predicts nothing.
        for (String backdated : Arrays.asList(
                "update encounter set date_created = encounter_datetime",
                "update obs set date_created = obs_datetime")) {
            getConnection().createStatement().executeUpdate(backdated);
        }
        copies.end();
        System.out.println(
                "| participants | assessments | first reading, s | reading, s | statements | analyses and page, s |"
                        + " page, KB | in use after, MB | largest after a collection, MB |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        int copied = 0;
        for (int size : SIZES) {
            while ((copied + 1) * CHARTED < size) {
                copies.copy(++copied);
                commit();
            }
            commit();
            copies.analyze();
            measure(size);
        }
    }

    private boolean isMariaDb() throws SQLException {
        return getConnection().getMetaData().getDatabaseProductName().equals("MariaDB");
    }

    /** What is charted stays for those that come after: of a cohort of that size no database could take all back. */
    private static void commit() {
        Context.flushSession();
        Context.clearSession();
        Simultaneously.commit();
    }

    private void measure(int size) {
        TestTransaction.end();
        StudyReader reader = applicationContext.getBean(StudyReader.class);
        StudyFindings findings = applicationContext.getBean(StudyFindings.class);
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        long start = System.nanoTime();
        assertEquals(size, reader.read(read -> {}).getSubjects().size());
        double first = seconds(start);
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        long after = resetPeak();
        start = System.nanoTime();
        StudyData data = reader.read(read -> {});
        double reading = seconds(start);
        long statements = statistics.getPrepareStatementCount();
        start = System.nanoTime();
        StudyReport report = findings.all(data);
        String page = new StudyReportWriter(TestLanguage.ENGLISH).html(report);
        double analyses = seconds(start);
        long assessments = data.getSubjects().stream()
                .mapToLong(subject -> subject.getMeasurements().size())
                .sum();
        long largest = largestAfterACollection();
        System.gc();
        long inUse = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %.1f | %.1f | %d | %.1f | %d | %d | %d |%n",
                data.getSubjects().size(),
                assessments,
                first,
                reading,
                statements,
                analyses,
                page.length() >> 10,
                inUse - after >> 20,
                largest >> 20);
        TestTransaction.start();
    }

    private static long resetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What the last collections of the parts of the heap left. */
    private static long largestAfterACollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void chart() {
        Patient patient = TestPeople.patient();
        Episode episode = episode(patient);
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("indexEpisode", episode.getUuid());
        for (String field : Arrays.asList("dateInformed", "dateNotOpposed", "dateIncluded")) {
            answers.put(field, ENTRY.plusDays(2).toString());
        }
        Context.getService(ParticipantService.class)
                .saveParticipant(ParticipantInput.builder()
                        .patient(patient.getUuid())
                        .answers(answers)
                        .build());
        for (LocalDate day : DAYS) {
            boolean inside = day.isBefore(RELEASE);
            TestAssessments hcr20 = TestAssessments.hcr20(patient, day.toString());
            if (!inside) {
                hcr20.with("context", "OUT").ratedFor("OUT");
            }
            TestAssessments saprof = TestAssessments.saprof(patient, day.toString());
            if (!inside) {
                saprof.with("context", "OUT");
            }
            save(rated(hcr20, TestInstruments.HCR20V3, "presence", inside));
            save(rated(saprof, TestInstruments.SAPROF, "rating", inside));
        }
        outcome(patient);
    }

    private TestAssessments rated(TestAssessments assessment, Instrument instrument, String dimension, boolean inside) {
        instrument.getQuestions().stream()
                .filter(question -> question.getPart() == Question.Part.RATING && question.getSubItem() == null)
                .filter(question -> dimension.equals(question.getDimension()))
                .filter(question -> question.getContext() == null || !inside || "IN".equals(question.getContext()))
                .forEach(question -> assessment.with(
                        Fields.of(question),
                        instrument == TestInstruments.SAPROF
                                ? String.valueOf(random.nextInt(3))
                                : random.nextBoolean() ? "P" : "Y"));
        return assessment;
    }

    private static void save(TestAssessments assessment) {
        Context.getService(AssessmentService.class).saveAssessment(assessment.input());
    }

    private static Episode episode(Patient patient) {
        EpisodeService episodes = Context.getService(EpisodeService.class);
        Episode begun = episodes.saveEpisode(EpisodeInput.builder()
                .patient(patient.getUuid())
                .begun(ENTRY.toString())
                .build());
        Map<String, Object> release = new LinkedHashMap<>();
        release.put("leftBuilding", RELEASE.toString());
        release.put("manner", "SENTENCE-END");
        episodes.saveEpisode(EpisodeInput.builder()
                .uuid(begun.getUuid())
                .phase("APC")
                .phaseFrom(RELEASE.toString())
                .records(Map.of(Records.RELEASE, release))
                .build());
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("reason", "COMPLETED");
        end.put("relay", "MADE");
        return episodes.saveEpisode(EpisodeInput.builder()
                .uuid(begun.getUuid())
                .ended(END.toString())
                .records(Map.of(Records.END, end))
                .build());
    }

    /** An offence of one in three, and a check of each that says until when it is known. */
    private void outcome(Patient patient) {
        LocalDate known = RELEASE.plusDays(400L + random.nextInt(1_600));
        boolean offended = random.nextInt(3) == 0;
        if (offended) {
            Map<String, String> offence = new LinkedHashMap<>();
            offence.put("kind", "NEW_OFFENCE");
            offence.put("date", RELEASE.plusDays(20L + random.nextInt(380)).toString());
            offence.put("conviction", "NOT_YET");
            offence.put("source", "SPIP");
            offence.put("certainty", "ESTABLISHED");
            Context.getService(OutcomeService.class)
                    .saveEvent(RegisterInput.builder()
                            .patient(patient.getUuid())
                            .answers(offence)
                            .build());
        }
        Map<String, String> check = new LinkedHashMap<>();
        check.put("day", known.toString());
        check.put("kind", "YEARLY");
        check.put("source", "JUDICIAL_REGISTER");
        check.put("result", offended ? "EVENT_KNOWN" : "NO_EVENT_KNOWN");
        check.put("coversUntil", known.toString());
        Context.getService(OutcomeService.class)
                .saveCheck(RegisterInput.builder()
                        .patient(patient.getUuid())
                        .answers(check)
                        .build());
    }
}
