/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.TestInstruments.CAPP;
import static org.openmrs.module.smpr.TestInstruments.HCR20V3;
import static org.openmrs.module.smpr.TestInstruments.SAPROF;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.IndexScore;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.statistics.ReliableChange;

/** What one is given who may read trajectories, and no sums. */
public class ReadersTrajectoryTest {

    /** Where a number may stand: what is of the instrument, the site, or a count of assessments. A further one is to be thought about. */
    private static final Set<String> NUMBERS = Set.of(
            "Assessment.answers",
            "Choice.value",
            "Gap.months",
            "InstrumentSettings.indexWithinDays",
            "InstrumentSettings.omissionLimits",
            "Question.max",
            "Question.min",
            "RatingWindow.horizonFromMonths",
            "RatingWindow.horizonToMonths",
            "RatingWindow.pastMonths",
            "Reliability.reliability",
            "Reliability.sd",
            "Scale.max",
            "Scale.min",
            "Target.notRated",
            "Target.ratedSo");

    /** What has sums in it, or follows from them. */
    private static final Set<Class<?>> RESEARCH = Set.of(
            ScaleScore.class,
            IndexScore.class,
            ReliableChange.class,
            ScaleSeries.class,
            ScaleSeries.Point.class,
            Slope.class,
            IndexSeries.class,
            IndexChange.class);

    private final TestSeries man = new TestSeries();

    private final Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<String> numbers = new TreeSet<>();

    @Before
    public void setUp() {
        for (String scale : List.of("C", "R", "CR")) {
            man.reliability(HCR20V3, scale, 2.89, 0.88);
        }
        for (String scale : List.of("motivational", "external")) {
            man.reliability(SAPROF, scale, 2, 0.88);
        }
        man.omissionLimit(HCR20V3, "C", 1).indexWithin(30);
        for (String day : List.of("2025-01-10", "2025-03-10", "2025-05-10", "2025-07-10", "2025-09-10")) {
            man.hcr20(day).scale("C", "YYYPP");
            man.saprof(day).scale("external", "21210");
            man.capp(day);
        }
        man.hcr20("2025-10-10").scale("C", "NNNPP").rated("C4", "OMIT");
        man.hcr20("2026-05-10").scale("C", "NNNPP");
    }

    @Test
    public void shouldHoldNoNumberThatASumFollowsFrom() {
        walk(readers(), "Trajectory");
        assertEquals(new TreeSet<>(NUMBERS), numbers);
        assertFalse(reached.stream().anyMatch(thing -> RESEARCH.contains(thing.getClass())));
    }

    @Test
    public void shouldHoldThemAllForAResearcher() {
        walk(man.trajectory(), "Trajectory");
        assertEquals(
                RESEARCH,
                reached.stream()
                        .map(Object::getClass)
                        .filter(RESEARCH::contains)
                        .collect(Collectors.toSet()));
        assertTrue(numbers.containsAll(Set.of("ScaleChange.difference", "Slope.perMonth", "ScaleScore.value")));
    }

    @Test
    public void shouldHoldTheVerdictsWithWhatTheyRestOn() {
        assertEquals(
                verdicts(man.trajectory().getInstruments().get(0)),
                verdicts(readers().getInstruments().get(0)));
        assertTrue(verdicts(readers().getInstruments().get(0)).contains("C null LOWER [] 2.89"));
    }

    @Test
    public void shouldHoldWhatIsNoSum() {
        Trajectory trajectory = readers();
        InstrumentTrajectory hcr20 = trajectory.getInstruments().get(0);
        assertEquals(7, hcr20.getJudgements().get(0).getPoints().size());
        assertEquals(20, hcr20.getComparisons().get(0).getRatings().size());
        assertFalse(trajectory.getTargets().getRisk().isEmpty());
        assertFalse(trajectory.getGaps().isEmpty());
        assertEquals(List.of(CAPP), List.of(trajectory.getInstruments().get(2).getInstrument()));
    }

    private Trajectory readers() {
        return man.trajectory(TrajectorySearch.builder().build(), false);
    }

    private static List<String> verdicts(InstrumentTrajectory trajectory) {
        return trajectory.getComparisons().stream()
                .flatMap(comparison -> comparison.getScales().stream())
                .map(scale -> scale.getScale().getCode() + " "
                        + (scale.getScale().isPerContext() ? scale.getContext() : null) + " " + scale.getVerdict()
                        + " " + scale.getReasons() + " "
                        + (scale.getReliability() == null
                                ? null
                                : scale.getReliability().getSd()))
                .collect(Collectors.toList());
    }

    /** Follows every field of the module's classes, and whatever is in collections. */
    private void walk(Object thing, String from) {
        if (thing instanceof Number) {
            numbers.add(from);
        } else if (thing instanceof Collection) {
            ((Collection<?>) thing).forEach(one -> walk(one, from));
        } else if (thing instanceof Map) {
            ((Map<?, ?>) thing).forEach((key, value) -> {
                walk(key, from);
                walk(value, from);
            });
        } else if (thing != null
                && !(thing instanceof Enum)
                && thing.getClass().getName().startsWith("org.openmrs.module.smpr.")
                && reached.add(thing)) {
            for (Field field : thing.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    walk(valueOf(field, thing), thing.getClass().getSimpleName() + "." + field.getName());
                }
            }
        }
    }

    private static Object valueOf(Field field, Object thing) {
        try {
            field.setAccessible(true);
            return field.get(thing);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
