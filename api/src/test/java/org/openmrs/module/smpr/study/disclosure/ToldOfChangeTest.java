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
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.study.change.ChangeAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.flow.FlowAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedChange;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.trajectory.Circumstances;
import org.openmrs.module.smpr.trajectory.Setting;

/** Of a change between two waves that leaves the service, no small count can be computed: not of those who have no pair, nor of the pairs that are tested or not, and why. */
public class ToldOfChangeTest {

    private static final int LEAST = 5;

    private static final String C = "HCR20V3.scale.C";

    private static final String FIRST = "2020-01-20";

    private static final String SECOND = "2020-09-01";

    private static final Setting CUSTODY = TestStudy.setting(LocalDate.parse(FIRST));

    private static final Setting OUTSIDE = TestStudy.setting(LocalDate.parse(SECOND));

    private static final SiteSettings WITHOUT_RELIABILITY = SiteSettings.builder()
            .outcomeRegister(TestOutcomes.settings().build())
            .build();

    private static final SiteSettings WITH_RELIABILITY = SiteSettings.builder()
            .outcomeRegister(TestOutcomes.settings().build())
            .instruments(Map.of(
                    "HCR20V3",
                    InstrumentSettings.builder()
                            .reliability(Map.of("C", new Reliability(3, 0.84, "an illustration")))
                            .build()))
            .build();

    /** Of 30 men 27 have a pair, none of them tested without a reliability: 3 have none. */
    @Test
    public void shouldNotTellHowManyAreNotTestedWhereThatTellsHowFewHaveNoPair() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            subjects.add(
                    i < 27
                            ? twice(i, CUSTODY, 5.0)
                            : TestStudy.subject("s" + i)
                                    .measurements(
                                            List.of(TestStudy.measurement("T0", "HCR20V3", FIRST, Map.of(C, 5.0))))
                                    .build());
        }

        Finding told = told(WITHOUT_RELIABILITY, C, subjects);

        // Where 27 is told under one name it is under each, and then not of how many.
        boolean hidden = cell(told, "changePairs", "pairs", C).isSuppressed();
        assertEquals(hidden, cell(told, "changeBeyondError", "untested", C).isSuppressed());
        assertEquals(
                hidden,
                cell(told, "changeUntested", "pairs", C, "NO_RELIABILITY").isSuppressed());
    }

    /** Of 11 pairs 8 lie between custody and the community: 3 are tested. */
    @Test
    public void shouldNotTellBetweenHowManyTheSettingChangedWhereThatTellsHowFewAreTested() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            subjects.add(twice(i, i < 8 ? OUTSIDE : CUSTODY, 5.0));
        }

        Finding told = told(WITH_RELIABILITY, C, subjects);

        assertEquals(11L, (long) cell(told, "changePairs", "pairs", C).getCount());
        assertHidden(told, "changeBeyondError", "tested", C);
        assertHidden(told, "changeUntested", "pairs", C, "SETTING_CHANGED");
    }

    /** Of 20 that are not tested 12 lie between two settings, and 10 between a consensus and a single rater: 2 between both. */
    @Test
    public void shouldNotTellForHowManyEachReasonHoldsWhereThatTellsForHowFewBothDo() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            subjects.add(twice(i, i < 12 ? OUTSIDE : CUSTODY, i < 10 ? "V3" : "SINGLE", 5.0));
        }

        Finding told = told(WITH_RELIABILITY, C, subjects);

        assertTrue(cell(told, "changeBeyondError", "untested", C).isSuppressed()
                || cell(told, "changeUntested", "pairs", C, "SETTING_CHANGED").isSuppressed()
                || cell(told, "changeUntested", "pairs", C, "OTHER_RATER_ROLE").isSuppressed());
    }

    /** Between custody and the community 15 were rated twice, 4 of them without a value; in custody 20, 3 of them without. */
    @Test
    public void shouldNotTellBySettingsHowFewHaveNoPair() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 35; i++) {
            subjects.add(twice(i, i < 15 ? OUTSIDE : CUSTODY, i < 4 || i > 31 ? null : 5.0));
        }

        Finding told = told(WITH_RELIABILITY, C, subjects);

        assertTrue(cell(told, "changeUntested", "pairs", C, "SETTING_CHANGED").isSuppressed()
                || cell(told, "changeSettings", "n", "HCR20V3", "IN", "OUT").isSuppressed());
        assertTrue(cell(told, "changeBeyondError", "tested", C).isSuppressed()
                || cell(told, "changeSettings", "n", "HCR20V3", "IN", "IN").isSuppressed());
    }

    /** Of 20 rated twice 2 have no sum without the items that care carries. */
    @Test
    public void shouldNotTellHowManyHaveASumWithoutWhatCareCarriesWhereThatTellsHowFewHaveNone() {
        String external = "SAPROF.scale.external";
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Map<String, Double> values = new HashMap<>(Map.of(external, i % 5.0));
            if (i < 18) {
                values.put(external + ".withoutCarried", i % 3.0);
            }
            subjects.add(TestStudy.subject("s" + i)
                    .measurements(List.of(
                            TestStudy.measurement("T0", "SAPROF", FIRST, values),
                            TestStudy.measurement("T3", "SAPROF", SECOND, values)))
                    .build());
        }

        Finding told = told(WITHOUT_RELIABILITY, external, subjects);

        assertHidden(told, "changeCarried", "pairs", external, "IN-OUT");
    }

    /** Of 30 are 12 lower beyond error, 12 higher. */
    @Test
    public void shouldTellWhatShareIsLowerWhereAllOfItAreEnough() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            subjects.add(twice(i, CUSTODY, i < 12 ? 0.0 : i < 24 ? 10.0 : 5.0));
        }

        Finding told = told(WITH_RELIABILITY, C, subjects);

        assertEquals(0.4, cell(told, "changeBeyondError", "lowerShare", C).getNumber(), 1e-9);
    }

    /** Of 30 are 27 lower beyond error, 2 higher: 3 are not lower. */
    @Test
    public void shouldTellNoShareThatTellsHowFewAreNotLower() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            subjects.add(twice(i, CUSTODY, i < 27 ? 0.0 : i < 29 ? 10.0 : 5.0));
        }

        Finding told = told(WITH_RELIABILITY, C, subjects);

        assertHidden(told, "changeBeyondError", "lowerShare", C);
        assertTrue(cell(told, "changeBeyondError", "tested", C).isSuppressed()
                || cell(told, "changeBeyondError", "lowerN", C).isSuppressed());
    }

    private static Finding told(SiteSettings settings, String measure, List<Subject> subjects) {
        StudyData data = TestStudy.data(settings, null, subjects);
        List<Finding> whole = new ArrayList<>(new FlowAnalysis().usual(data));
        whole.addAll(
                new ChangeAnalysis().of(data, new PlannedChange("T0", "T3", Collections.singleton(measure), false)));

        List<Finding> told = new SmallNumbers(LEAST).suppress(whole);

        assertEquals(Collections.emptySet(), Recomputed.smallCounts(whole, told, LEAST));
        assertEquals(Collections.emptySet(), Recomputed.unnamed(told));
        assertEquals(Collections.emptySet(), Recomputed.sharesOfFew(told, LEAST));
        return told.get(1);
    }

    private static Subject twice(int i, Setting then, Double value) {
        return twice(i, then, "V3", value);
    }

    /**
     * @return one rated in custody, with a sum of 5, and again
     * @param role the rater's; the first is V3
     * @param value null for none
     */
    private static Subject twice(int i, Setting then, String role, Double value) {
        List<Object> stated = List.of("V3");
        return TestStudy.subject("s" + i)
                .measurements(Arrays.asList(
                        TestStudy.measurement("T0", "HCR20V3", FIRST, Map.of(C, 5.0)),
                        TestStudy.measurement(
                                        "T3", "HCR20V3", SECOND, then, value == null ? Map.of() : Map.of(C, value))
                                .circumstances(
                                        new Circumstances(stated, stated, List.of(role), false, false, false, then))
                                .build()))
                .build();
    }

    private static void assertHidden(Finding told, String table, String column, String... terms) {
        assertTrue(table + " " + column, cell(told, table, column, terms).isSuppressed());
    }

    private static Cell cell(Finding told, String table, String column, String... terms) {
        return told.getTables().stream()
                .filter(one -> one.getCode().equals(table))
                .findFirst()
                .flatMap(one -> one.cell(column, terms))
                .get();
    }
}
