/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.validity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.statistics.Proportion;
import org.openmrs.module.smpr.statistics.survival.CumulativeIncidence;
import org.openmrs.module.smpr.statistics.survival.Estimate;
import org.openmrs.module.smpr.statistics.survival.Exposure;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.study.survival.IncidenceCurves;

/** What was observed of those given each level of a judgement: the levels as the instrument has them, and no others are made. */
final class ObservedRates {

    private final Collection<UntilHorizon> horizons;

    /** In order; a prediction's first value is the place of one. */
    private final List<Choice> levels;

    ObservedRates(Collection<UntilHorizon> horizons, List<Choice> levels) {
        this.horizons = horizons;
        this.levels = levels;
    }

    /** Over time, death competing. */
    ResultTable incidence(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("horizon"),
                Column.term("level"),
                Column.count("n"),
                Column.count("events"),
                Column.count("noEventKnown"),
                Column.share("incidence"),
                Column.lower("lower", 1),
                Column.upper("upper", 1));
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        UntilHorizon before = null;
        for (UntilHorizon horizon : horizons) {
            for (int level = 0; level < levels.size(); level++) {
                IntPredicate given = given(horizon, level);
                if (before != null) {
                    horizon.tie(
                            overlaps,
                            before,
                            code(level) + ".events",
                            given.and(horizon::hadEvent),
                            given(before, level).and(before::hadEvent));
                }
                Estimate estimate =
                        incidence(horizon, given).incidence(Exposure.EVENT).at(horizon.getDay());
                String quantity = horizon.quantity(code(level) + ".");
                long n = horizon.count(given);
                long events = horizon.count(given.and(horizon::hadEvent));
                rows.add(
                        Cell.of(horizon.term()),
                        Cell.of(term(level)),
                        Cell.count(horizon.getPredictions().quantity(code(level)), n),
                        Cell.count(quantity + "events", events),
                        Cell.count(quantity + "noEventKnown", n - events),
                        Cell.number(estimate.getValue()),
                        Cell.number(estimate.getInterval().getLower()),
                        Cell.number(estimate.getInterval().getUpper()));
                sums.add(Sum.of(
                        horizon.getPredictions().quantity(code(level)),
                        quantity + "events",
                        quantity + "noEventKnown"));
            }
            before = horizon;
            sums.add(overLevels(horizon.quantity("events"), horizon, ".events"));
            sums.add(new Sum(
                    horizon.getPredictions().quantity("predicted"),
                    codes().map(code -> horizon.getPredictions().quantity(code)).collect(Collectors.toList())));
        }
        return rows.as("observedIncidence")
                .sums(overlaps.with(sums))
                .implied(overlaps.getImplied())
                .notes(notes)
                .build();
    }

    private Sum overLevels(String total, UntilHorizon horizon, String what) {
        return new Sum(total, codes().map(code -> horizon.quantity(code + what)).collect(Collectors.toList()));
    }

    /**
     * Of those whose horizon has come and of whom it is known there, without a model. An event before a horizon that is to come says nothing
     * yet of how many there will be.
     */
    ResultTable known(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("horizon"),
                Column.term("level"),
                Column.count("n"),
                Column.count("eventToCome"),
                Column.count("notKnown"),
                Column.count("known"),
                Column.count("withEvent"),
                Column.count("withoutEvent"),
                Column.share("share"),
                Column.lower("lower", 1),
                Column.upper("upper", 1));
        List<Sum> sums = new ArrayList<>();
        for (UntilHorizon horizon : horizons) {
            for (int level = 0; level < levels.size(); level++) {
                IntPredicate given = given(horizon, level);
                IntPredicate known = given.and(horizon::isReached).and(horizon::isKnown);
                long withEvent = horizon.count(known.and(horizon::hadEvent));
                long eventToCome = horizon.count(given.and(horizon::hadEvent)) - withEvent;
                Proportion share = Proportion.of(withEvent, horizon.count(known));
                String all = horizon.getPredictions().quantity(code(level));
                String quantity = horizon.quantity(code(level) + ".");
                rows.add(
                        Cell.of(horizon.term()),
                        Cell.of(term(level)),
                        Cell.count(all, horizon.count(given)),
                        Cell.count(quantity + "eventToCome", eventToCome),
                        Cell.count(quantity + "notKnown", horizon.count(given) - eventToCome - share.getN()),
                        Cell.count(quantity + "known", share.getN()),
                        Cell.count(quantity + "withEvent", withEvent),
                        Cell.count(quantity + "withoutEvent", share.getN() - withEvent),
                        Cell.number(share.getEstimate()),
                        Cell.number(share.getInterval().getLower()),
                        Cell.number(share.getInterval().getUpper()));
                sums.add(Sum.of(quantity + "known", quantity + "withEvent", quantity + "withoutEvent"));
                sums.add(Sum.of(quantity + "events", quantity + "withEvent", quantity + "eventToCome"));
                sums.add(Sum.of(quantity + "noEventKnown", quantity + "withoutEvent", quantity + "notKnown"));
            }
        }
        return rows.as("observedKnown")
                .sums(Collections.unmodifiableList(sums))
                .notes(notes)
                .build();
    }

    /** A curve a level that anybody was given, until the last horizon. */
    Figure figure(List<Term> about, List<Term> notes) {
        UntilHorizon last = horizons.stream().reduce((one, other) -> other).get();
        List<Curve> curves = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            IntPredicate given = given(last, level);
            if (last.count(given) > 0) {
                curves.add(IncidenceCurves.of(
                        term(level),
                        incidence(last, given).incidence(Exposure.EVENT),
                        0,
                        last.getMonths(),
                        told(level)));
            }
        }
        return Figure.builder()
                .code("observedIncidence")
                .about(about)
                .curves(Collections.unmodifiableList(curves))
                .notes(notes)
                .build();
    }

    private Map<Integer, IncidenceCurves.Point> told(int level) {
        Map<Integer, IncidenceCurves.Point> told = new HashMap<>();
        horizons.forEach(horizon -> told.put(
                horizon.getMonths(),
                new IncidenceCurves.Point(
                        incidence(horizon, given(horizon, level))
                                .incidence(Exposure.EVENT)
                                .at(horizon.getDay()),
                        Arrays.asList(
                                horizon.getPredictions().quantity(code(level)),
                                horizon.quantity(code(level) + ".events"),
                                horizon.quantity(code(level) + ".noEventKnown")))));
        return told;
    }

    private static CumulativeIncidence incidence(UntilHorizon horizon, IntPredicate given) {
        SurvivalData rows = horizon.timeAtRisk();
        return CumulativeIncidence.of(rows.where(row -> given.test(rows.get(row).getSubject())));
    }

    private static IntPredicate given(UntilHorizon horizon, int level) {
        double[] values = horizon.values(0);
        return person -> values[person] == level;
    }

    private Stream<String> codes() {
        return IntStream.range(0, levels.size()).mapToObj(this::code);
    }

    private String code(int level) {
        return levels.get(level).getCode();
    }

    private Term term(int level) {
        return Term.of(code(level), levels.get(level).getLabel());
    }
}
