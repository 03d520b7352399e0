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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        return Arrays.asList(pairs(), lacking(), settings());
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
        return rows.as("changePairs")
                .sums(Collections.unmodifiableList(sums))
                .notes(notes("changePairs"))
                .build();
    }

    private ResultTable lacking() {
        ResultTable.Rows rows = new ResultTable.Rows(Column.term("measure"), Column.term("noPair"), Column.count("n"));
        List<Sum> sums = new ArrayList<>();
        for (Measure measure : all) {
            List<String> reasons = new ArrayList<>();
            List<String> twice = new ArrayList<>(Collections.singletonList(waves.quantity(measure.getCode(), "pairs")));
            waves.pairs(measure).getLacking().forEach((reason, n) -> {
                String quantity = quantity(measure, reason);
                reasons.add(quantity);
                if (reason.isOfMeasure()) {
                    twice.add(quantity);
                }
                rows.add(Cell.of(TwoWaves.term(measure)), Cell.of(reason.term()), Cell.count(quantity, n));
            });
            if (!reasons.isEmpty()) {
                sums.add(new Sum(waves.quantity(measure.getCode(), "missing"), reasons));
            }
            sums.add(new Sum(twice(measure.getInstrument()), twice));
        }
        waves.instruments().forEach(instrument -> sums.addAll(ofInstrument(instrument)));
        return rows.as("changeMissing")
                .sums(Collections.unmodifiableList(sums))
                .notes(notes("changeMissing"))
                .build();
    }

    /** What was not made with the instrument lacks to all its measures alike, and is counted once. */
    private String quantity(Measure measure, NoPair reason) {
        return waves.quantity(reason.isOfMeasure() ? measure.getCode() : measure.getInstrument(), reason.name());
    }

    private String twice(String instrument) {
        return waves.quantity(instrument, "twice");
    }

    private List<Sum> ofInstrument(String instrument) {
        Map<NoPair, Long> counts = new EnumMap<>(NoPair.class);
        waves.rated(instrument).stream()
                .filter(rated -> !rated.isTwice())
                .forEach(rated -> counts.merge(rated.getLacking(), 1L, Long::sum));
        List<Sum> sums = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        parts.add(twice(instrument));
        counts.keySet().forEach(reason -> parts.add(waves.quantity(instrument, reason.name())));
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
        return sums;
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
            List<Rated> twice =
                    waves.rated(instrument).stream().filter(Rated::isTwice).collect(Collectors.toList());
            Map<Settings, Long> counts = new LinkedHashMap<>();
            twice.forEach(rated -> counts.merge(Settings.of(rated), 1L, Long::sum));
            Term name = waves.getData().instrument(instrument);
            List<String> parts = new ArrayList<>();
            counts.forEach((settings, n) -> {
                String quantity = waves.quantity(instrument, settings.getCode());
                parts.add(quantity);
                rows.add(
                        Cell.of(name),
                        Cell.of(settings.firstTerm()),
                        Cell.of(settings.secondTerm()),
                        Cell.count(quantity, n));
            });
            Cell any = Cell.of(Term.of("setting", "ANY"));
            rows.add(Cell.of(name), any, any, Cell.count(twice(instrument), twice.size()));
            if (!parts.isEmpty()) {
                sums.add(new Sum(twice(instrument), parts));
            }
        }
        return rows.as("changeSettings")
                .sums(Collections.unmodifiableList(sums))
                .notes(notes("changeSettings"))
                .build();
    }

    private static List<Term> notes(String code) {
        return Collections.singletonList(Term.of("note", code));
    }
}
