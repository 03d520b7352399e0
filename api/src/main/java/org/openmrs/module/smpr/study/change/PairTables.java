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
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.WaveState;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** Tells of how many participants there is a pair of values, why of the others there is none, and between which settings the pairs lie. */
final class PairTables {

    private final TwoWaves waves;

    private final List<Measure> all;

    PairTables(TwoWaves waves) {
        this.waves = waves;
        this.all = new ArrayList<>(waves.getMeasures());
        this.all.addAll(waves.getJudgements());
    }

    List<ResultTable> tables() {
        return Arrays.asList(pairs(), twice(), noValue(), settings());
    }

    private ResultTable pairs() {
        ResultTable.Rows rows =
                new ResultTable.Rows(Column.term("measure"), Column.count("pairs"), Column.count("missing"));
        List<Sum> sums = new ArrayList<>();
        for (Measure measure : all) {
            Pairs pairs = waves.pairs(measure);
            String n = waves.quantity(measure.getCode(), "pairs");
            String missing = waves.quantity(measure.getCode(), "missing");
            rows.add(
                    Cell.of(TwoWaves.term(measure)), Cell.count(n, pairs.size()), Cell.count(missing, pairs.missing()));
            sums.add(Sum.of(Quantities.ANALYSED, n, missing));
        }
        return table(rows, "changePairs", sums);
    }

    /** What was not made with an instrument lacks to all its measures alike, and is told once. */
    private ResultTable twice() {
        ResultTable.Rows rows =
                new ResultTable.Rows(Column.term("instrument"), Column.term("twice"), Column.count("n"));
        List<Sum> sums = new ArrayList<>();
        for (String instrument : waves.instruments()) {
            Term name = waves.getData().instrument(instrument);
            Map<NoPair, Long> counts = new EnumMap<>(NoPair.class);
            waves.rated(instrument).stream()
                    .filter(rated -> !rated.isTwice())
                    .forEach(rated -> counts.merge(rated.getLacking(), 1L, Long::sum));
            List<String> parts = new ArrayList<>();
            parts.add(twice(instrument));
            rows.add(
                    Cell.of(name),
                    Cell.of(Term.of("noPair", "TWICE")),
                    Cell.count(
                            twice(instrument),
                            waves.rated(instrument).stream()
                                    .filter(Rated::isTwice)
                                    .count()));
            counts.forEach((reason, n) -> {
                String quantity = waves.quantity(instrument, reason.name());
                parts.add(quantity);
                rows.add(Cell.of(name), Cell.of(reason.term()), Cell.count(quantity, n));
            });
            sums.add(new Sum(Quantities.ANALYSED, parts));
            addFlow(sums, instrument, waves.getFrom(), counts, NoPair.NOT_AT_EITHER, NoPair.NOT_AT_FIRST);
            addFlow(
                    sums,
                    instrument,
                    waves.getTo(),
                    counts,
                    NoPair.NOT_AT_EITHER,
                    NoPair.NOT_AT_SECOND,
                    NoPair.STILL_TO_COME);
        }
        return table(rows, "changeTwice", sums);
    }

    private String twice(String instrument) {
        return waves.quantity(instrument, "twice");
    }

    private ResultTable noValue() {
        ResultTable.Rows rows = new ResultTable.Rows(Column.term("measure"), Column.term("noPair"), Column.count("n"));
        List<Sum> sums = new ArrayList<>();
        for (Measure measure : all) {
            List<String> parts = new ArrayList<>();
            parts.add(waves.quantity(measure.getCode(), "pairs"));
            waves.pairs(measure).getLacking().forEach((reason, n) -> {
                if (reason.isOfMeasure()) {
                    String quantity = waves.quantity(measure.getCode(), reason.name());
                    parts.add(quantity);
                    rows.add(Cell.of(TwoWaves.term(measure)), Cell.of(reason.term()), Cell.count(quantity, n));
                }
            });
            sums.add(new Sum(twice(measure.getInstrument()), parts));
        }
        return table(rows, "changeNoValue", sums);
    }

    /** What the flow counts as made at a wave, and what is lacking there, are all: unless the plan of waves counts otherwise. */
    private void addFlow(List<Sum> sums, String instrument, String wave, Map<NoPair, Long> counts, NoPair... notMade) {
        List<String> parts = new ArrayList<>();
        long made = 0;
        for (boolean inWindow : new boolean[] {true, false}) {
            long n = waves.getData().getSubjects().stream()
                    .flatMap(subject -> subject.getWaves().stream())
                    .filter(state -> !state.isSecond()
                            && state.getWave().equals(wave)
                            && state.getInstrument().equals(instrument)
                            && state.isDone()
                            && state.isInWindow() == inWindow)
                    .count();
            if (n > 0) {
                parts.add(Quantities.wave(wave, instrument, inWindow ? WaveState.DONE : WaveState.DONE_OUTSIDE));
            }
            made += n;
        }
        for (NoPair reason : notMade) {
            if (counts.containsKey(reason)) {
                parts.add(waves.quantity(instrument, reason.name()));
                made += counts.get(reason);
            }
        }
        if (made == waves.getData().getSubjects().size() && !parts.isEmpty()) {
            sums.add(new Sum(Quantities.ANALYSED, parts));
        }
    }

    private ResultTable settings() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("instrument"),
                Column.term("settingFirst"),
                Column.term("settingSecond"),
                Column.count("n"));
        List<Sum> sums = new ArrayList<>();
        for (String instrument : waves.instruments()) {
            Term name = waves.getData().instrument(instrument);
            List<String> parts = new ArrayList<>();
            waves.twiceBySettings(instrument).forEach((settings, rated) -> {
                String quantity = waves.quantity(instrument, settings.getCode());
                parts.add(quantity);
                rows.add(
                        Cell.of(name),
                        Cell.of(settings.firstTerm()),
                        Cell.of(settings.secondTerm()),
                        Cell.count(quantity, rated.size()));
            });
            if (!parts.isEmpty()) {
                sums.add(new Sum(twice(instrument), parts));
            }
        }
        return table(rows, "changeSettings", sums);
    }

    private static ResultTable table(ResultTable.Rows rows, String code, List<Sum> sums) {
        return rows.as(code)
                .sums(Collections.unmodifiableList(sums))
                .notes(Collections.singletonList(Term.of("note", code)))
                .build();
    }
}
