/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Scale;
import org.openmrs.module.smpr.site.CountedFrom;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedChange;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/**
 * How far sums, indices and final opinions of one wave lie from those of another, in participants rated at both; beside them what the
 * others looked like, and a model over all waves that uses everybody. It shows no effect of anything: there is no comparison group.
 */
public final class ChangeAnalysis implements StudyAnalysis {

    public static final String CODE = "change";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean answers(PlannedAnalysis asked) {
        return asked instanceof PlannedChange;
    }

    /**
     * All that the plan in force has. Where it has none, from the first wave counted from entry or made in custody to the last one
     * counted from the end of care: all sums without static items of the instruments of both, and the final opinions.
     */
    @Override
    public List<Finding> usual(StudyData data) {
        List<PlannedChange> planned = data.getPlan() == null
                ? Collections.emptyList()
                : data.getPlan().getPlan().getChange();
        if (planned.isEmpty()) {
            planned = suggested(data).map(Collections::singletonList).orElse(Collections.emptyList());
        }
        return planned.isEmpty()
                ? Collections.singletonList(Finding.builder()
                        .code(CODE)
                        .notes(Collections.singletonList(Term.of("note", "changeNoWaves")))
                        .build())
                : Collections.unmodifiableList(
                        planned.stream().map(asked -> find(data, asked)).collect(Collectors.toList()));
    }

    private static Optional<PlannedChange> suggested(StudyData data) {
        List<Wave> waves = data.getWaves();
        Optional<Wave> first = waves.stream().filter(ChangeAnalysis::isAtEntry).findFirst();
        Optional<Wave> last = waves.stream()
                .filter(wave -> wave.getCountedFrom() == CountedFrom.END_OF_CARE)
                .reduce((earlier, later) -> later);
        if (!first.isPresent() || !last.isPresent() || waves.indexOf(first.get()) >= waves.indexOf(last.get())) {
            return Optional.empty();
        }
        String from = first.get().getCode();
        String to = last.get().getCode();
        Set<String> measures = TwoWaves.instruments(data, from, to).stream()
                .flatMap(instrument -> data.getMeasures().of(instrument).stream())
                .filter(measure -> measure.getKind() != Measure.Kind.JUDGEMENT
                        && !measure.isWithFixedItems()
                        && !measure.isWithoutCarried())
                .map(Measure::getCode)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(new PlannedChange(from, to, Collections.unmodifiableSet(measures), true));
    }

    private static boolean isAtEntry(Wave wave) {
        return wave.getCountedFrom() == CountedFrom.ENTRY || wave.getPhases().contains(CommonQuestions.CUSTODY);
    }

    @Override
    public List<Finding> of(StudyData data, PlannedAnalysis asked) {
        return Collections.singletonList(find(data, (PlannedChange) asked));
    }

    private static Finding find(StudyData data, PlannedChange asked) {
        TwoWaves waves = new TwoWaves(data, asked);
        List<ResultTable> tables = new ArrayList<>(new PairTables(waves).tables());
        if (!waves.getMeasures().isEmpty()) {
            tables.addAll(new DifferenceTables(waves).tables());
            tables.addAll(new ErrorTables(waves).tables());
        }
        tables.addAll(new ShiftTables(waves).tables());
        tables.addAll(new UnpairedTables(waves).tables());
        if (!waves.getMeasures().isEmpty()) {
            tables.addAll(new ModelTables(waves).tables());
        }
        long paired = Stream.concat(waves.getMeasures().stream(), waves.getJudgements().stream())
                .flatMap(measure -> waves.pairs(measure).getPairs().stream())
                .map(pair -> pair.getSubject().getCode())
                .distinct()
                .count();
        String ofAny = Stream.concat(waves.getMeasures().stream(), waves.getJudgements().stream())
                .map(Measure::getCode)
                .collect(Collectors.joining("+"));
        String n = waves.quantity(ofAny, "n");
        String missing = waves.quantity(ofAny, "missing");
        return data.finding(CODE, asked)
                .about(Arrays.asList(waves.wave(asked.getFrom()), waves.wave(asked.getTo())))
                .n(Cell.count(n, paired))
                .missing(Cell.count(missing, data.getSubjects().size() - paired))
                .sums(Collections.singletonList(Sum.of(Quantities.ANALYSED, n, missing)))
                .definitions(definitions(waves))
                .notes(notes(waves, tests(tables)))
                .tables(Collections.unmodifiableList(tables))
                .build();
    }

    private static long tests(List<ResultTable> tables) {
        long tests = 0;
        for (ResultTable table : tables) {
            for (int i = 0; i < table.getColumns().size(); i++) {
                int column = i;
                if (table.getColumns().get(i).getKind() == Column.Kind.P_VALUE) {
                    tests += table.getRows().stream()
                            .map(row -> row.get(column))
                            .filter(cell -> !cell.isEmpty())
                            .count();
                }
            }
        }
        return tests;
    }

    private static List<Term> definitions(TwoWaves waves) {
        return Collections.unmodifiableList(Arrays.asList(
                Term.of("definition", "changeWaves", waves.wave(waves.getFrom()), waves.wave(waves.getTo())),
                Term.of("definition", "changeDifference"),
                Term.of("definition", "changeSeries"),
                Term.of("definition", "changeContexts")));
    }

    private static List<Term> notes(TwoWaves waves, long tests) {
        List<Term> notes = new ArrayList<>();
        notes.add(note("changeNoCause"));
        notes.add(note("changeRegression"));
        boolean atEntry = waves.getData()
                .wave(waves.getFrom())
                .filter(ChangeAnalysis::isAtEntry)
                .isPresent();
        if (atEntry && isAny(waves, Scale::isLooksBack)) {
            notes.add(note("changeIndexOffence"));
        }
        boolean across = waves.instruments().stream()
                .flatMap(instrument -> waves.rated(instrument).stream())
                .filter(Rated::isTwice)
                .anyMatch(rated -> Settings.of(rated).isAcross());
        if (across) {
            notes.add(note("changeAcross"));
            if (isAny(waves, Scale::isFallsWithFreedom)) {
                notes.add(note("changeFalls"));
            }
        }
        notes.add(note("changeRaters"));
        if (waves.getMeasures().stream().anyMatch(Measure::isWithFixedItems)) {
            notes.add(note("changeFixed"));
        }
        if (!waves.getUnknown().isEmpty()) {
            notes.add(Term.of("note", "changeUnknown", waves.getUnknown()));
        }
        notes.add(Term.of("note", "changeMultiple", tests));
        return Collections.unmodifiableList(notes);
    }

    private static Term note(String code) {
        return Term.of("note", code);
    }

    private static boolean isAny(TwoWaves waves, Predicate<Scale> such) {
        return waves.getMeasures().stream()
                .anyMatch(measure -> measure.getScale() != null
                        && waves.getData().getSite().getInstruments().stream()
                                .filter(instrument -> instrument.getCode().equals(measure.getInstrument()))
                                .findFirst()
                                .flatMap(instrument -> scale(instrument, measure))
                                .filter(such)
                                .isPresent());
    }

    private static Optional<Scale> scale(Instrument instrument, Measure measure) {
        return instrument.scale(measure.getScale());
    }
}
