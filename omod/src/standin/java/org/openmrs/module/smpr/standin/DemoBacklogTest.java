/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.study.backlog.BacklogInput;
import org.openmrs.module.smpr.study.backlog.BacklogService;
import org.openmrs.module.smpr.study.backlog.TestBacklogs;
import org.openmrs.module.smpr.study.job.Job;
import org.openmrs.module.smpr.study.job.JobState;
import org.openmrs.module.smpr.study.job.TestJobs;
import org.openmrs.module.smpr.web.SmprRestTest;

/** A part of the invented sample as three tables, one an instrument, through the import and back out of the record. */
public class DemoBacklogTest extends SmprRestTest {

    /** Every so many men are enough to have met every kind of answer. */
    private static final int EVERY = 5;

    private final Map<DemoPerson, Patient> people = new LinkedHashMap<>();

    private TestJobs jobs;

    @Before
    public void setUp() throws Exception {
        jobs = new TestJobs(applicationContext);
        List<DemoPerson> cohort = DemoCohort.read(LocalDate.now()).people();
        for (int i = 0; i < cohort.size(); i += EVERY) {
            people.put(cohort.get(i), TestPeople.patient());
        }
        people.put(cohort.get(1), patient);
        Simultaneously.commit();
    }

    @After
    public void takeAway() {
        AssessmentService assessments = Context.getService(AssessmentService.class);
        for (Patient man : people.values()) {
            for (Assessment assessment : read(man)) {
                assessments.purgeAssessment(assessment);
                Context.flushSession();
                Context.clearSession();
            }
            Context.getPatientService()
                    .purgePatient(Context.getPatientService().getPatientByUuid(man.getUuid()));
        }
        jobs.close();
    }

    @Test
    public void shouldGiveBackFromTheRecordEveryRatingOfTheTables() {
        Map<String, List<String>> sent = new TreeMap<>();
        // The HCR-20 first: integrative judgements rest on it.
        for (String code : DemoAssessment.INSTRUMENTS) {
            Instrument instrument = instrument(code);
            List<Map<String, String>> rows = new ArrayList<>();
            people.forEach((person, man) -> person.assessments().stream()
                    .filter(assessment -> assessment.instrument().equals(code))
                    .filter(assessment -> assessment.isComplete() && !assessment.is("native"))
                    .forEach(assessment -> {
                        Map<String, String> row = new LinkedHashMap<>();
                        row.put("patient", man.getPatientIdentifier().getIdentifier());
                        row.put("date", assessment.day().toString());
                        Map<String, String> cells = TestBacklogs.cells(instrument, byField(assessment.answers()));
                        row.putAll(cells);
                        rows.add(row);
                        sent.computeIfAbsent(man.getUuid(), uuid -> new ArrayList<>())
                                .add(told(code, assessment.day(), cells));
                    }));
            assertTrue(code + ": " + rows.size(), rows.size() > 10);
            assertEquals(rows.size(), written(code, TestBacklogs.csv(rows)));
            assertEquals("the second time", 0, written(code, TestBacklogs.csv(rows)));
        }

        Map<String, List<String>> read = new TreeMap<>();
        for (Patient man : people.values()) {
            for (Assessment assessment : read(man)) {
                assertEquals(List.of(), assessment.getFaults());
                read.computeIfAbsent(man.getUuid(), uuid -> new ArrayList<>())
                        .add(told(
                                assessment.getInstrument().getCode(),
                                Times.day(assessment.getDate(), java.time.ZoneId.systemDefault()),
                                cells(assessment)));
            }
        }
        sent.values().forEach(list -> list.sort(Comparator.naturalOrder()));
        read.values().forEach(list -> list.sort(Comparator.naturalOrder()));
        assertEquals(sent, read);
    }

    private int written(String instrument, String csv) {
        Job job = Context.getService(BacklogService.class)
                .importBacklog(BacklogInput.builder()
                        .instrument(instrument)
                        .file(csv)
                        .build());
        Simultaneously.commit();
        jobs.run();
        Job done = jobs.read(job);
        assertEquals(String.valueOf(done.getResult()), JobState.DONE, done.getState());
        return (Integer) done.getResult().get("written");
    }

    private static List<Assessment> read(Patient man) {
        return Context.getService(AssessmentService.class)
                .getAssessments(
                        AssessmentSearch.builder().patient(man.getUuid()).build());
    }

    private static String told(String instrument, LocalDate day, Map<String, String> cells) {
        return instrument + " " + day + " " + new TreeMap<>(cells);
    }

    private static Map<String, String> cells(Assessment assessment) {
        Map<String, String> cells = new TreeMap<>();
        assessment
                .getAnswers()
                .forEach((code, values) -> cells.put(
                        code,
                        values.stream()
                                .map(value -> value instanceof Double
                                        ? String.valueOf(((Double) value).longValue())
                                        : value.toString())
                                .sorted()
                                .collect(Collectors.joining("|"))));
        return cells;
    }

    /** What REST has in groups, by field; several answers in the order of the alphabet, which says nothing. */
    private static Map<String, Object> byField(Map<String, Object> answers) {
        Map<String, Object> byField = new LinkedHashMap<>();
        answers.forEach((name, answer) -> {
            if (answer instanceof Map) {
                ((Map<?, ?>) answer).forEach((code, value) -> byField.put(name + "." + code, sorted(value)));
            } else {
                byField.put(name, sorted(answer));
            }
        });
        byField.values().removeIf(value -> value instanceof Collection && ((Collection<?>) value).isEmpty());
        return byField;
    }

    private static Object sorted(Object answer) {
        return answer instanceof Collection
                ? ((Collection<?>) answer).stream().map(Object::toString).sorted().collect(Collectors.toList())
                : answer;
    }

    private static Instrument instrument(String code) {
        return Definitions.shipped().stream()
                .filter(instrument -> instrument.getCode().equals(code))
                .findFirst()
                .orElseThrow(AssertionError::new);
    }
}
