/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.pathway.training.TrainingLevel;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.flow.BaselineAnalysis;
import org.openmrs.module.smpr.study.flow.FlowAnalysis;
import org.openmrs.module.smpr.study.implementation.ImplementationAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedSurvival;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.survival.SurvivalAnalysis;

/** A share is not told where it says that a few are not of it, though each reason why they are not is one that nothing tells. */
public class ToldSharesTest {

    private static final int LEAST = 5;

    /** Of 30 are 26 at a low level, 2 at a moderate one and 2 at a high one. */
    @Test
    public void shouldNotTellWhatShareIsOfALevelWhereThatTellsHowFewAreOfOthers() {
        Finding told = told(
                subjects(i -> TestStudy.subject("s" + i)
                        .measurements(List.of(TestStudy.measurement(
                                "T0",
                                "HCR20V3",
                                "2020-01-20",
                                Map.of("HCR20V3.CP.IN", i < 26 ? 0.0 : i < 28 ? 1.0 : 2.0))))
                        .build()),
                data -> new BaselineAnalysis().usual(data));

        assertHidden(told, "baselineLevels", "share", "HCR20V3.CP.IN", "LOW");
    }

    /** Of 30 have 26 offended, 2 died before and 2 are known to be free. */
    @Test
    public void shouldNotTellWhatShareHasAnEventWhereThatTellsHowFewHaveNone() {
        Finding told = told(
                subjects(i -> i < 26
                        ? TestStudy.offended("s" + i, "2020-08-01")
                        : i < 28 ? TestStudy.died("s" + i, "2020-08-01") : TestStudy.free("s" + i, "2026-01-01")),
                data -> new SurvivalAnalysis()
                        .of(data, new PlannedSurvival(Counted.ANY_BY_FACTS, Set.of(StudyHorizon.ofMonths(12)))));
        String horizon = StudyHorizon.ofMonths(12).getCode();

        for (String share : List.of("absence", "incidence")) {
            assertHidden(told, "incidence", share, horizon);
        }
        for (String share : List.of("absence", "worst", "best")) {
            assertHidden(told, "knownAt", share, horizon);
        }
    }

    /** Of 30 assessments are 26 by raters without training, 2 by such as were introduced to the instrument, and 2 by such as took the course. */
    @Test
    public void shouldNotTellWhatShareIsByTheUntrainedWhereThatTellsHowFewAreByTheOthers() {
        TrainingLevel[] levels = TrainingLevel.values();
        Finding told = told(
                subjects(i -> TestStudy.subject("s" + i)
                        .measurements(List.of(TestStudy.measurement(
                                        "T0",
                                        "HCR20V3",
                                        "2020-01-20",
                                        TestStudy.setting(LocalDate.parse("2020-01-20")),
                                        Map.of())
                                .training(i < 26 ? null : levels[i % 2])
                                .build()))
                        .build()),
                data -> new ImplementationAnalysis().usual(data));

        assertHidden(told, "training", "share", "HCR20V3", "NONE");
    }

    private static List<Subject> subjects(IntFunction<Subject> subject) {
        return IntStream.range(0, 30).mapToObj(subject).collect(Collectors.toList());
    }

    private static Finding told(List<Subject> subjects, Function<StudyData, List<Finding>> analysis) {
        StudyData data = TestStudy.data(subjects.toArray(new Subject[0]));
        List<Finding> whole = new ArrayList<>(new FlowAnalysis().usual(data));
        whole.addAll(analysis.apply(data));

        List<Finding> told = new SmallNumbers(LEAST).suppress(whole);

        assertEquals(Collections.emptySet(), Recomputed.smallCounts(whole, told, LEAST));
        assertEquals(Collections.emptySet(), Recomputed.sharesOfFew(told, LEAST));
        return told.get(1);
    }

    private static void assertHidden(Finding told, String table, String column, String... terms) {
        Cell cell = told.getTables().stream()
                .filter(one -> one.getCode().equals(table))
                .findFirst()
                .flatMap(one -> one.cell(column, terms))
                .get();
        assertTrue(table + " " + column, cell.isSuppressed());
    }
}
