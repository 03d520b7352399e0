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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.statistics.MeasurementError;
import org.openmrs.module.smpr.statistics.Proportion;
import org.openmrs.module.smpr.statistics.ReliableChange;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.Reason;

/** Tells of how many the sum lies lower or higher beyond measurement error, by the rules of a person's own trajectory. */
final class ErrorTables {

    /** What can be said of the pairs of one sum. */
    private static final class Verdicts {

        final Map<ReliableChange.Direction, Long> tested = new EnumMap<>(ReliableChange.Direction.class);

        final Map<Reason, Long> untested = new EnumMap<>(Reason.class);

        long withReason;

        Verdicts(Pairs pairs, Reliability reliability) {
            MeasurementError error = reliability == null
                    ? null
                    : new MeasurementError(reliability.getSd(), reliability.getReliability());
            for (Rated pair : pairs.getPairs()) {
                List<Reason> reasons = new ArrayList<>(pair.getFirst()
                        .getCircumstances()
                        .reasonsBeside(pair.getSecond().getCircumstances()));
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
                    withReason++;
                    reasons.forEach(reason -> untested.merge(reason, 1L, Long::sum));
                }
            }
        }

        long of(ReliableChange.Direction direction) {
            return tested.getOrDefault(direction, 0L);
        }

        long tested() {
            return tested.values().stream().mapToLong(Long::longValue).sum();
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
                Column.count("untested"),
                Column.count("tested"),
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
        for (Measure measure : sums()) {
            Verdicts verdicts = verdicts(measure);
            String pairs = waves.quantity(measure.getCode(), "pairs");
            String untested = waves.quantity(measure.getCode(), "untested");
            String tested = waves.quantity(measure.getCode(), "tested");
            String lower = waves.quantity(measure.getCode(), "lower");
            String higher = waves.quantity(measure.getCode(), "higher");
            String within = waves.quantity(measure.getCode(), "within");
            Proportion fell = Proportion.of(verdicts.of(ReliableChange.Direction.LOWER), verdicts.tested());
            Proportion rose = Proportion.of(verdicts.of(ReliableChange.Direction.HIGHER), verdicts.tested());
            rows.add(
                    Cell.of(TwoWaves.term(measure)),
                    Cell.count(pairs, waves.pairs(measure).size()),
                    Cell.count(untested, verdicts.withReason),
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
        }
        return rows.as("changeBeyondError")
                .sums(Collections.unmodifiableList(sums))
                .notes(notes("changeBeyondError"))
                .build();
    }

    private ResultTable untested() {
        ResultTable.Rows rows =
                new ResultTable.Rows(Column.term("measure"), Column.term("reason"), Column.count("pairs"));
        for (Measure measure : sums()) {
            verdicts(measure)
                    .untested
                    .forEach((reason, n) -> rows.add(
                            Cell.of(TwoWaves.term(measure)),
                            Cell.of(Term.ofMessage(reason.name(), "smpr.reason." + reason.name())),
                            Cell.count(n)));
        }
        return rows.as("changeUntested").notes(notes("changeUntested")).build();
    }

    private ResultTable errors() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.number("sd", 2),
                Column.number("reliability", 2),
                Column.number("sem", 2),
                Column.number("mdc", 2),
                Column.term("source"));
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
