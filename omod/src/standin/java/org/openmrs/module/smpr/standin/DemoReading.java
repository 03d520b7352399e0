/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentWithoutRecord;
import org.openmrs.module.smpr.assessment.PhaseHistory;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.pathway.PersonPathway;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.SiteSettingsReader;
import org.openmrs.module.smpr.trajectory.Report;
import org.openmrs.module.smpr.trajectory.TestSeries;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.TrajectoryComposer;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.report.ReportWriter;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;

/** What the module makes of the invented men under the settings of the demonstration, on one day and without a server. */
final class DemoReading {

    private static final ZoneId ZONE = TestSeries.ZONE;

    private final LocalDate today;

    private final DemoCohort cohort;

    private final SiteSettings settings;

    DemoReading(LocalDate today) throws IOException {
        this.today = today;
        this.cohort = DemoCohort.read(today);
        this.settings = new SiteSettingsReader(Definitions.shipped()).read("site.json", DemoSettings.document());
    }

    List<DemoPerson> people() {
        return cohort.people();
    }

    DemoPerson man(String identifier) {
        return cohort.people().stream()
                .filter(person -> person.text("identifier").equals(identifier))
                .findFirst()
                .orElseThrow(AssertionError::new);
    }

    /** @param sums whether the reader may see sums */
    Trajectory trajectory(String identifier, boolean sums) {
        return new TrajectoryComposer(
                        settings,
                        Clock.fixed(today.atTime(10, 0).atZone(ZONE).toInstant(), ZONE))
                .compose(
                        TrajectorySearch.builder().patient(identifier).build(),
                        Definitions.shipped(),
                        assessments(man(identifier)),
                        pathway(man(identifier)),
                        sums);
    }

    /** @return the page that is printed */
    String report(String identifier, Locale locale) {
        DemoPerson man = man(identifier);
        return new ReportWriter(TestLanguage.of(locale))
                .html(Report.builder()
                        .trajectory(trajectory(identifier, false))
                        .name(man.text("givenName") + " " + man.text("familyName"))
                        .identifier(identifier)
                        .birthdate(Times.start(LocalDate.parse(man.text("birthdate")), ZONE))
                        .readBy(cohort.raters().get(0))
                        .build());
    }

    private static PersonPathway pathway(DemoPerson man) {
        return man.episodes().isEmpty()
                ? PersonPathway.NONE
                : new PersonPathway(
                        man.phases(),
                        man.facts("actions").stream()
                                .map(DemoReading::action)
                                .sorted(Comparator.comparing(PathwayRecord::getDay).reversed())
                                .collect(Collectors.toList()));
    }

    private static PathwayRecord action(Map<String, Object> posted) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        posted.forEach((question, answer) ->
                answers.put(question, answer instanceof List ? List.copyOf((List<?>) answer) : List.of(answer)));
        LocalDate day = LocalDate.parse((String) answers.remove("date").get(0));
        return PathwayRecord.builder()
                .type(Definitions.recordType(Records.ACTION))
                .date(Times.start(day, ZONE))
                .day(day)
                .providers(List.of())
                .answers(answers)
                .faults(List.of())
                .build();
    }

    private List<Assessment> assessments(DemoPerson man) {
        List<DemoAssessment> live = man.assessments().stream()
                .filter(assessment -> !assessment.isVoided())
                .sorted(Comparator.comparing(DemoAssessment::day))
                .collect(Collectors.toList());
        Function<String, Set<LocalDate>> completeDays = instrument -> live.stream()
                .filter(DemoAssessment::isComplete)
                .filter(assessment -> assessment.instrument().equals(instrument))
                .map(DemoAssessment::day)
                .collect(Collectors.toSet());
        List<Assessment> assessments = new ArrayList<>();
        for (DemoAssessment one : live) {
            assessments.add(AssessmentWithoutRecord.read(
                            instrument(one.instrument()),
                            settings,
                            one.day(),
                            ZONE,
                            answers(one),
                            one.get("amended").size() > 0,
                            completeDays,
                            new PhaseHistory(man.phases()))
                    .uuid(man.text("identifier") + "-" + assessments.size())
                    .patient(man.text("identifier"))
                    .raters(raters(one))
                    .build());
        }
        return assessments;
    }

    private static Instrument instrument(String code) {
        return Definitions.shipped().stream()
                .filter(instrument -> instrument.getCode().equals(code))
                .findFirst()
                .orElseThrow(AssertionError::new);
    }

    /** @return what stands in the record at last, by field */
    private static Map<String, Object> answers(DemoAssessment assessment) {
        Map<String, Object> answers = new LinkedHashMap<>();
        putInto(answers, assessment.answers());
        assessment.amendments().forEach(amendment -> putInto(answers, amendment));
        answers.remove("reason");
        return answers;
    }

    private static void putInto(Map<String, Object> answers, Map<String, Object> posted) {
        posted.forEach((name, value) -> {
            if (value instanceof Map) {
                ((Map<?, ?>) value).forEach((code, answer) -> answers.put(name + "." + code, answer));
            } else {
                answers.put(name, value);
            }
        });
    }

    /** What another form charts has no provider. */
    private List<Reference> raters(DemoAssessment assessment) {
        int rater = assessment.rater();
        return assessment.is("native")
                ? Collections.emptyList()
                : List.of(new Reference(String.valueOf(rater), cohort.raters().get(rater - 1)));
    }
}
