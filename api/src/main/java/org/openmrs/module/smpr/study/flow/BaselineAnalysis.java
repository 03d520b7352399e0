/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.statistics.Description;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** Describes the participants as they were: on entry, at release, and in their ratings at the first wave. */
public final class BaselineAnalysis implements StudyAnalysis {

    public static final String CODE = "baseline";

    private static final List<String> ENTRY_LEVELS =
            Arrays.asList("legalStatus", "offence", "diagnosis", "addiction", "housing", "work", "ties");

    private static final List<String> RELEASE_LEVELS = Arrays.asList("manner", "withoutSupervision", "measures");

    private static final String STATED = "stated";

    private static final String INCARCERATIONS = "incarcerations";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<Finding> usual(StudyData data) {
        return Collections.singletonList(of(data));
    }

    @Override
    public boolean answers(PlannedAnalysis asked) {
        return false;
    }

    @Override
    public List<Finding> of(StudyData data, PlannedAnalysis asked) {
        throw new IllegalArgumentException("Nothing particular can be asked of it");
    }

    Finding of(StudyData data) {
        Wave first = firstWave(data);
        List<ResultTable> tables = new ArrayList<>();
        tables.add(numbers(data, first));
        tables.add(levels(data, first));
        List<Term> definitions = new ArrayList<>();
        definitions.add(Term.of("definition", "baseline"));
        if (first != null) {
            definitions.add(Term.of("definition", "baselineWave", Term.of(first.getCode(), first.getLabel())));
        }
        return Finding.builder()
                .code(CODE)
                .n(Cell.count(Quantities.ANALYSED, data.getSubjects().size()))
                .definitions(Collections.unmodifiableList(definitions))
                .notes(notes(data, first))
                .tables(Collections.unmodifiableList(tables))
                .build();
    }

    private static List<Term> notes(StudyData data, Wave first) {
        boolean several = first != null
                && first.getInstruments().stream()
                        .anyMatch(instrument -> data.isOfSeveralEditions(first.getCode(), instrument));
        return several ? Collections.singletonList(Term.of("note", "severalEditions")) : Collections.emptyList();
    }

    /** That of the plan, else that of the site; null where there is none. */
    private static Wave firstWave(StudyData data) {
        return data.getPlan() == null
                ? data.getWaves().stream().findFirst().orElse(null)
                : data.getPlan().getPlan().getDefinitions().getWaves().stream()
                        .findFirst()
                        .flatMap(data::wave)
                        .orElse(null);
    }

    private static ResultTable numbers(StudyData data, Wave first) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("variable"),
                Column.count("n"),
                Column.count("missing"),
                Column.number("mean", 2),
                Column.number("sd", 2),
                Column.number("median", 1),
                Column.number("lowerQuartile", 1),
                Column.number("upperQuartile", 1));
        List<Sum> sums = new ArrayList<>();
        add(
                rows,
                sums,
                data,
                Term.of("variable", Quantities.AGE),
                Quantities.known(Quantities.AGE),
                Quantities.notKnown(Quantities.AGE),
                Quantities.AGE,
                subject -> subject.getAge() == null ? Double.NaN : subject.getAge());
        add(
                rows,
                sums,
                data,
                Term.of("variable", INCARCERATIONS),
                Quantities.known(INCARCERATIONS),
                Quantities.notKnown(INCARCERATIONS),
                INCARCERATIONS,
                BaselineAnalysis::incarcerations);
        if (first != null) {
            for (String instrument : first.getInstruments()) {
                for (Measure measure : data.getMeasures().of(instrument)) {
                    if (measure.getKind() != Measure.Kind.JUDGEMENT && !measure.isWithoutCarried()) {
                        add(
                                rows,
                                sums,
                                data,
                                Term.of(measure.getCode(), measure.getLabel()),
                                Quantities.values(first.getCode(), measure),
                                Quantities.noValues(first.getCode(), measure),
                                Quantities.value(first.getCode(), measure),
                                subject -> subject.value(first.getCode(), measure, data.getMeasures()));
                    }
                }
            }
        }
        return rows.as("baseline")
                .sums(Collections.unmodifiableList(sums))
                .notes(Arrays.asList(Term.of("note", "baseline"), Term.of("note", "sums")))
                .build();
    }

    private static double incarcerations(Subject subject) {
        PathwayRecord entry = subject.entry();
        List<Object> values = entry == null ? Collections.emptyList() : entry.values(INCARCERATIONS);
        return values.size() == 1 && values.get(0) instanceof Double ? (Double) values.get(0) : Double.NaN;
    }

    private static void add(
            ResultTable.Rows rows,
            List<Sum> sums,
            StudyData data,
            Term variable,
            String quantity,
            String missing,
            String what,
            ToDoubleFunction<Subject> value) {
        List<Subject> known = data.getSubjects().stream()
                .filter(subject -> !Double.isNaN(value.applyAsDouble(subject)))
                .collect(Collectors.toList());
        Description description =
                Description.of(known.stream().mapToDouble(value).toArray());
        rows.add(
                Cell.of(variable),
                Cell.count(quantity, known.size()).describing(data.describing(known, what)),
                Cell.count(missing, data.getSubjects().size() - known.size()),
                Cell.number(description.getMean()),
                Cell.number(description.getSd()),
                Cell.number(description.getMedian()),
                Cell.number(description.getLowerQuartile()),
                Cell.number(description.getUpperQuartile()));
        sums.add(Sum.of(Quantities.ANALYSED, quantity, missing));
    }

    private static ResultTable levels(StudyData data, Wave first) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("variable"),
                Column.term("level"),
                Column.count("n"),
                Column.count("stated"),
                Column.share("share").restingOn("n", "stated"));
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        ENTRY_LEVELS.forEach(question -> addQuestion(
                rows,
                sums,
                overlaps,
                Records.find(Records.ENTRY).get().known(question),
                data.getSubjects().stream()
                        .map(subject -> answers(subject.entry(), question))
                        .collect(Collectors.toList())));
        RELEASE_LEVELS.forEach(question -> addQuestion(
                rows,
                sums,
                overlaps,
                Records.find(Records.RELEASE).get().known(question),
                data.getSubjects().stream()
                        .map(subject -> answers(subject.release(), question))
                        .collect(Collectors.toList())));
        if (first != null) {
            for (String instrument : first.getInstruments()) {
                data.getMeasures().of(instrument).stream()
                        .filter(measure -> measure.getKind() == Measure.Kind.JUDGEMENT)
                        .forEach(measure -> addJudgement(rows, sums, overlaps, data, first, measure));
            }
        }
        return rows.as("baselineLevels")
                .sums(overlaps.with(sums))
                .implied(overlaps.getImplied())
                .notes(Collections.singletonList(Term.of("note", "baselineLevels")))
                .build();
    }

    private static List<Object> answers(PathwayRecord record, String question) {
        return record == null ? Collections.emptyList() : record.values(question);
    }

    private static void addQuestion(
            ResultTable.Rows rows, List<Sum> sums, Overlaps overlaps, Question question, List<List<Object>> answers) {
        Term variable = Term.of(question.getConceptCode(), question.getLabel());
        List<Choice> choices = question.getChoices();
        long stated = answers.stream().filter(given -> !given.isEmpty()).count();
        List<String> parts = new ArrayList<>();
        for (Choice choice : choices) {
            long n = answers.stream()
                    .filter(given -> given.contains(choice.getCode()))
                    .count();
            parts.add(addLevel(
                    rows,
                    overlaps,
                    variable,
                    Term.of(choice.getCode(), choice.getLabel()),
                    n,
                    Cell.count(quantity(variable, STATED), stated)));
        }
        Term notStated = Term.of("term", "notStated");
        parts.add(addLevel(rows, overlaps, variable, notStated, answers.size() - stated, Cell.empty()));
        sums.add(Sum.of(Quantities.ANALYSED, quantity(variable, STATED), quantity(variable, notStated.getCode())));
        boolean single = answers.stream().allMatch(given -> given.size() <= 1)
                && answers.stream()
                        .flatMap(List::stream)
                        .allMatch(answer -> choices.stream()
                                .anyMatch(choice -> choice.getCode().equals(answer)));
        if (single) {
            sums.add(new Sum(Quantities.ANALYSED, parts));
        }
    }

    private static void addJudgement(
            ResultTable.Rows rows, List<Sum> sums, Overlaps overlaps, StudyData data, Wave first, Measure measure) {
        Term variable = Term.of(measure.getCode(), measure.getLabel());
        long[] counts = new long[measure.getLevels().size()];
        long missing = 0;
        for (Subject subject : data.getSubjects()) {
            double level = subject.value(first.getCode(), measure, data.getMeasures());
            if (Double.isNaN(level)) {
                missing++;
            } else {
                counts[(int) level]++;
            }
        }
        List<String> parts = new ArrayList<>();
        long stated = data.getSubjects().size() - missing;
        String known = Quantities.values(first.getCode(), measure);
        for (int i = 0; i < counts.length; i++) {
            Choice level = measure.getLevels().get(i);
            parts.add(addLevel(
                    rows,
                    overlaps,
                    variable,
                    Term.of(level.getCode(), level.getLabel()),
                    counts[i],
                    Cell.count(known, stated)));
        }
        Term notStated = Term.of("term", "notStated");
        rows.add(
                Cell.of(variable),
                Cell.of(notStated),
                Cell.count(Quantities.noValues(first.getCode(), measure), missing),
                Cell.empty(),
                Cell.empty());
        sums.add(new Sum(known, parts));
        sums.add(Sum.of(Quantities.ANALYSED, known, Quantities.noValues(first.getCode(), measure)));
    }

    /** @return the name of what was counted */
    private static String addLevel(
            ResultTable.Rows rows, Overlaps overlaps, Term variable, Term level, long n, Cell stated) {
        String quantity = quantity(variable, level.getCode());
        if (!stated.isEmpty()) {
            overlaps.part(stated.getQuantity(), stated.getCount(), quantity, n);
        }
        rows.add(
                Cell.of(variable),
                Cell.of(level),
                Cell.count(quantity, n),
                stated,
                stated.isEmpty() || stated.getCount() == 0
                        ? Cell.empty()
                        : Cell.number((double) n / stated.getCount()));
        return quantity;
    }

    private static String quantity(Term variable, String level) {
        return CODE + "." + variable.getCode() + "." + level;
    }
}
