/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.statistics.MeasurementError;
import org.openmrs.module.smpr.statistics.Proportion;
import org.openmrs.module.smpr.statistics.ReliableChange;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.Reason;

/** Tells of how many the sum lies lower or higher beyond measurement error, by the rules of a person's own trajectory. */
final class ErrorTables {

    private static final String TESTED = "tested";

    private static final String UNTESTED = "untested";

    /** What can be said of the pairs of one sum. */
    private static final class Verdicts {

        final Map<ReliableChange.Direction, Long> tested = new EnumMap<>(ReliableChange.Direction.class);

        /** By all the reasons that hold for a pair. */
        final Map<Set<Reason>, Long> untested = new LinkedHashMap<>();

        Verdicts(Pairs pairs, Reliability reliability) {
            MeasurementError error = reliability == null
                    ? null
                    : new MeasurementError(reliability.getSd(), reliability.getReliability());
            for (Rated pair : pairs.getPairs()) {
                Set<Reason> reasons = EnumSet.noneOf(Reason.class);
                reasons.addAll(pair.reasons());
                if (error == null) {
                    reasons.add(Reason.NO_RELIABILITY);
                }
                if (reasons.isEmpty()) {
                    tested.merge(
                            ReliableChange.of(pairs.first(pair), pairs.second(pair), error)
                                    .getDirection(),
                            1L,
                            Long::sum);
                } else {
                    untested.merge(reasons, 1L, Long::sum);
                }
            }
        }

        long of(ReliableChange.Direction direction) {
            return tested.getOrDefault(direction, 0L);
        }

        long tested() {
            return tested.values().stream().mapToLong(Long::longValue).sum();
        }

        long untested() {
            return untested.values().stream().mapToLong(Long::longValue).sum();
        }

        /** @return those reasons that hold for any, and for how many */
        Map<Reason, Long> reasons() {
            Map<Reason, Long> counts = new EnumMap<>(Reason.class);
            untested.forEach((reasons, n) -> reasons.forEach(reason -> counts.merge(reason, n, Long::sum)));
            return counts;
        }
    }

    private final TwoWaves waves;

    ErrorTables(TwoWaves waves) {
        this.waves = waves;
    }

    List<ResultTable> tables() {
        return Arrays.asList(beyond(), untested(), errors());
    }

    /** Sums of all items of a scale, none of them static: those whose error a site can state. */
    private List<Measure> sums() {
        return waves.getMeasures().stream()
                .filter(measure -> measure.getScale() != null && !measure.isWithFixedItems())
                .collect(Collectors.toList());
    }

    private Verdicts verdicts(Measure measure) {
        return new Verdicts(waves.pairs(measure), reliability(measure));
    }

    private Reliability reliability(Measure measure) {
        return waves.getData()
                .getSite()
                .getSettings()
                .forInstrument(measure.getInstrument())
                .getReliability()
                .get(measure.getScale());
    }

    private ResultTable beyond() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.count("pairs"),
                Column.count(UNTESTED),
                Column.count(TESTED),
                Column.count("lowerN"),
                Column.share("lowerShare"),
                Column.lower("lowerShareLower", 1),
                Column.upper("lowerShareUpper", 1),
                Column.count("higherN"),
                Column.share("higherShare"),
                Column.lower("higherShareLower", 1),
                Column.upper("higherShareUpper", 1),
                Column.count("withinError"));
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        for (Measure measure : sums()) {
            Verdicts verdicts = verdicts(measure);
            String pairs = waves.quantity(measure.getCode(), "pairs");
            String untested = waves.quantity(measure.getCode(), UNTESTED);
            String tested = waves.quantity(measure.getCode(), TESTED);
            String lower = waves.quantity(measure.getCode(), "lower");
            String higher = waves.quantity(measure.getCode(), "higher");
            String within = waves.quantity(measure.getCode(), "within");
            Proportion fell = Proportion.of(verdicts.of(ReliableChange.Direction.LOWER), verdicts.tested());
            Proportion rose = Proportion.of(verdicts.of(ReliableChange.Direction.HIGHER), verdicts.tested());
            rows.add(
                    Cell.of(TwoWaves.term(measure)),
                    Cell.count(pairs, waves.pairs(measure).size()),
                    Cell.count(untested, verdicts.untested()),
                    Cell.count(tested, verdicts.tested()),
                    Cell.count(lower, fell.getEvents()),
                    Cell.number(fell.getEstimate()),
                    Cell.number(fell.getInterval().getLower()),
                    Cell.number(fell.getInterval().getUpper()),
                    Cell.count(higher, rose.getEvents()),
                    Cell.number(rose.getEstimate()),
                    Cell.number(rose.getInterval().getLower()),
                    Cell.number(rose.getInterval().getUpper()),
                    Cell.count(within, verdicts.of(ReliableChange.Direction.NONE)));
            sums.add(Sum.of(pairs, untested, tested));
            sums.add(Sum.of(tested, lower, higher, within));
            overlaps.part(tested, verdicts.tested(), lower, fell.getEvents())
                    .part(tested, verdicts.tested(), higher, rose.getEvents());
        }
        return rows.as("changeBeyondError")
                .sums(overlaps.with(sums))
                .implied(overlaps.getImplied())
                .notes(notes("changeBeyondError"))
                .build();
    }

    private ResultTable untested() {
        ResultTable.Rows rows =
                new ResultTable.Rows(Column.term("measure"), Column.term("reason"), Column.count("pairs"));
        Overlaps overlaps = new Overlaps();
        for (Measure measure : sums()) {
            Verdicts verdicts = verdicts(measure);
            verdicts.reasons()
                    .forEach((reason, n) -> rows.add(
                            Cell.of(TwoWaves.term(measure)),
                            Cell.of(Term.ofMessage(reason.name(), "smpr.reason." + reason.name())),
                            Cell.count(untested(measure, reason), n)));
            tieReasons(overlaps, measure, verdicts);
            tieSettings(overlaps, measure, verdicts);
        }
        return rows.as("changeUntested")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .notes(notes("changeUntested"))
                .build();
    }

    private String untested(Measure measure, Reason reason) {
        return waves.quantity(measure.getCode(), UNTESTED + "." + reason);
    }

    /** Each reason holds for some of those not tested; and who knows for how many one does, and another, can tell for how many both do. */
    private void tieReasons(Overlaps overlaps, Measure measure, Verdicts verdicts) {
        String untested = waves.quantity(measure.getCode(), UNTESTED);
        Map<Reason, Long> counts = verdicts.reasons();
        counts.forEach((reason, n) -> overlaps.part(untested, verdicts.untested(), untested(measure, reason), n));
        if (verdicts.untested.size() > 1) {
            overlaps.split(untested, together(measure, verdicts, reasons -> true));
            counts.keySet()
                    .forEach(reason -> overlaps.split(
                            untested(measure, reason),
                            together(measure, verdicts, reasons -> reasons.contains(reason))));
        }
    }

    private Map<String, Long> together(Measure measure, Verdicts verdicts, Predicate<Set<Reason>> such) {
        Map<String, Long> counts = new LinkedHashMap<>();
        verdicts.untested.forEach((reasons, n) -> {
            if (such.test(reasons)) {
                counts.put(waves.quantity(measure.getCode(), UNTESTED + "." + reasons), n);
            }
        });
        return counts;
    }

    /** Between which settings it was rated twice is told of all, and of those who have no two values too: a pair in which the setting changed is one of them, and one that is tested one of the others. */
    private void tieSettings(Overlaps overlaps, Measure measure, Verdicts verdicts) {
        String instrument = measure.getInstrument();
        Map<String, Long> changed = new LinkedHashMap<>();
        Map<String, Long> notChanged = new LinkedHashMap<>();
        waves.twiceBySettings(instrument).forEach((settings, rated) -> {
            String between = waves.quantity(instrument, settings.getCode());
            long n = rated.stream().filter(Rated::isSettingChanged).count();
            changed.put(between + ".changed", n);
            notChanged.put(between + ".notChanged", rated.size() - n);
            overlaps.split(between, between + ".changed", n, between + ".notChanged", rated.size() - n);
        });
        if (!changed.isEmpty()) {
            tieToSettings(
                    overlaps,
                    waves.quantity(instrument, "settingChanged"),
                    changed,
                    untested(measure, Reason.SETTING_CHANGED),
                    verdicts.reasons().getOrDefault(Reason.SETTING_CHANGED, 0L));
            tieToSettings(
                    overlaps,
                    waves.quantity(instrument, "settingNotChanged"),
                    notChanged,
                    waves.quantity(measure.getCode(), TESTED),
                    verdicts.tested());
        }
    }

    private static void tieToSettings(
            Overlaps overlaps, String twice, Map<String, Long> bySettings, String pairs, long ofPairs) {
        long ofTwice = bySettings.values().stream().mapToLong(Long::longValue).sum();
        overlaps.split(twice, bySettings).part(twice, ofTwice, pairs, ofPairs);
    }

    private ResultTable errors() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.number("sd", 2),
                Column.number("reliability", 2),
                Column.number("sem", 2),
                Column.number("mdc", 2),
                Column.statement("source"));
        for (Measure measure : sums()) {
            Reliability reliability = reliability(measure);
            if (reliability != null) {
                MeasurementError error = new MeasurementError(reliability.getSd(), reliability.getReliability());
                rows.add(
                        Cell.of(TwoWaves.term(measure)),
                        Cell.number(reliability.getSd()),
                        Cell.number(reliability.getReliability()),
                        Cell.number(error.standardError()),
                        Cell.number(error.minimalDetectableChange()),
                        Cell.of(Term.of("source", reliability.getOrigin())));
            }
        }
        return rows.as("changeErrors").notes(notes("changeErrors")).build();
    }

    private static List<Term> notes(String code) {
        return Collections.singletonList(Term.of("note", code));
    }
}
