/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.statistics.change.MixedModel;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Described;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** Fits a linear mixed model to all values of all waves of the plan that are of one edition, where a participant may miss some. */
final class ModelTables {

    private static final String OTHER_EDITION = "otherEdition";

    /** The values of one measure over the waves, one row a value: those by the edition that has the most of them. */
    private static final class Values {

        /** Of whom there is a value, by wave. */
        final List<List<Subject>> measured = new ArrayList<>();

        /** How many values are of another edition, or may be, by wave. */
        final int[] otherEdition;

        final int people;

        final int participants;

        final MixedModel model;

        Values(StudyData data, List<String> waves, Measure measure) {
            List<Subject> subjects = data.getSubjects();
            List<Object> edition = usualEdition(data, waves, measure);
            otherEdition = new int[waves.size()];
            List<Integer> person = new ArrayList<>();
            List<Integer> wave = new ArrayList<>();
            List<Double> score = new ArrayList<>();
            waves.forEach(each -> measured.add(new ArrayList<>()));
            for (int i = 0; i < subjects.size(); i++) {
                for (int j = 0; j < waves.size(); j++) {
                    Measurement measurement = valued(data, subjects.get(i), waves.get(j), measure);
                    if (measurement != null && !isBy(edition, measurement)) {
                        otherEdition[j]++;
                    } else if (measurement != null) {
                        measured.get(j).add(subjects.get(i));
                        person.add(i);
                        wave.add(j);
                        score.add(Subject.value(measurement, measure, data.getMeasures()));
                    }
                }
            }
            participants = subjects.size();
            people = (int) person.stream().distinct().count();
            model = MixedModel.reml(
                    ints(person),
                    ints(wave),
                    waves.size(),
                    score.stream().mapToDouble(Double::doubleValue).toArray());
        }

        /** @return what has a value of the measure; null for nothing */
        private static Measurement valued(StudyData data, Subject subject, String wave, Measure measure) {
            return subject.at(wave, measure.getInstrument())
                    .filter(found -> !Double.isNaN(Subject.value(found, measure, data.getMeasures())))
                    .orElse(null);
        }

        /** @return the edition that most values are stated to be of, of several the first by its code; empty where none is stated */
        private static List<Object> usualEdition(StudyData data, List<String> waves, Measure measure) {
            Map<List<Object>, Long> editions = data.getSubjects().stream()
                    .flatMap(subject -> waves.stream().map(wave -> valued(data, subject, wave, measure)))
                    .filter(Objects::nonNull)
                    .map(measurement -> measurement.getCircumstances().getEdition())
                    .filter(edition -> !edition.isEmpty())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            return editions.keySet().stream()
                    .min(Comparator.<List<Object>, Long>comparing(editions::get)
                            .reversed()
                            .thenComparing(String::valueOf))
                    .orElse(Collections.emptyList());
        }

        /** Where an instrument has one edition alone, what states none is of it. */
        private static boolean isBy(List<Object> edition, Measurement measurement) {
            return measurement.getCircumstances().getEdition().isEmpty()
                    ? !measurement.getCircumstances().isSeveralEditions()
                    : measurement.getCircumstances().getEdition().equals(edition);
        }

        int values(int wave) {
            return measured.get(wave).size();
        }

        private static int[] ints(List<Integer> values) {
            return values.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private final TwoWaves waves;

    /** The codes of the waves of the plan, in its order, else of the site; with those that are compared in any case. */
    private final List<String> all;

    private final Map<Measure, Values> values = new LinkedHashMap<>();

    ModelTables(TwoWaves waves) {
        this.waves = waves;
        StudyData data = waves.getData();
        this.all = new ArrayList<>(
                data.getPlan() == null
                        ? data.getWaves().stream().map(Wave::getCode).collect(Collectors.toList())
                        : data.getPlan().getPlan().getDefinitions().getWaves());
        for (String wave : Arrays.asList(waves.getFrom(), waves.getTo())) {
            if (!all.contains(wave)) {
                all.add(wave);
            }
        }
        waves.getMeasures().stream()
                .filter(measure -> !measure.isWithFixedItems())
                .forEach(measure -> values.put(measure, new Values(data, all, measure)));
    }

    List<ResultTable> tables() {
        return Arrays.asList(fits(), means());
    }

    private ResultTable fits() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.count("people"),
                Column.count("observations"),
                Column.count("observationsOtherEdition"),
                Column.number("modelDifference", 2),
                Column.lower("modelDifferenceLower", 2),
                Column.upper("modelDifferenceUpper", 2),
                Column.number("se", 2),
                Column.number("df", 1),
                Column.p("modelP"),
                Column.number("personVariance", 2),
                Column.number("residualVariance", 2),
                Column.statement("boundary"));
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        values.forEach((measure, fitted) -> {
            MixedModel model = fitted.model;
            MixedModel.Estimate change = model.change(all.indexOf(waves.getFrom()), all.indexOf(waves.getTo()));
            String people = quantity(measure, "people");
            String observations = quantity(measure, "observations");
            String otherEdition = quantity(measure, OTHER_EDITION);
            tie(overlaps, people, measure, fitted);
            rows.add(
                    Cell.of(TwoWaves.term(measure)),
                    Cell.count(people, fitted.people)
                            .describing(describing(all.indexOf(waves.getFrom()), measure, fitted))
                            .describing(describing(all.indexOf(waves.getTo()), measure, fitted)),
                    Cell.count(
                            observations,
                            fitted.measured.stream().mapToInt(List::size).sum()),
                    Cell.count(otherEdition, Arrays.stream(fitted.otherEdition).sum()),
                    Cell.number(change.getValue()),
                    Cell.number(change.getInterval().getLower()),
                    Cell.number(change.getInterval().getUpper()),
                    Cell.number(change.getStandardError()),
                    Cell.number(change.getDegreesOfFreedom()),
                    Cell.number(change.getPValue()),
                    Cell.number(model.getPersonVariance()),
                    Cell.number(model.getResidualVariance()),
                    Double.isNaN(model.getPersonVariance())
                            ? Cell.empty()
                            : Cell.of(Term.of("term", model.isBoundary() ? "boundary" : "noBoundary")));
            sums.add(new Sum(observations, byWave(wave -> values(measure, fitted, wave))));
        });
        return rows.as("changeModel")
                .sums(overlaps.with(sums))
                .implied(overlaps.getImplied())
                .notes(Arrays.asList(Term.of("note", "changeModel"), Term.of("note", "changeModelUndefined")))
                .build();
    }

    /** @return the name of what is counted over all waves, whichever two of them are compared */
    private String quantity(Measure measure, String what) {
        return String.join(
                ".",
                ChangeAnalysis.CODE,
                all.stream().sorted().collect(Collectors.joining("+")),
                measure.getCode(),
                what);
    }

    private List<String> byWave(IntFunction<String> quantity) {
        return IntStream.range(0, all.size()).mapToObj(quantity).collect(Collectors.toList());
    }

    /** @return the name of those of whom the model has a value at the wave: where none is of another edition, of all who have one */
    private String values(Measure measure, Values fitted, int wave) {
        return fitted.otherEdition[wave] == 0
                ? Quantities.values(all.get(wave), measure)
                : quantity(measure, "at." + all.get(wave));
    }

    private String otherEdition(Measure measure, int wave) {
        return quantity(measure, OTHER_EDITION + "." + all.get(wave));
    }

    /** Of those of whom the model has no value at a wave it has one of some at another, and of the others at none. */
    private void tie(Overlaps overlaps, String people, Measure measure, Values fitted) {
        Map<String, Long> otherEditions = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (fitted.otherEdition[i] > 0) {
                otherEditions.put(otherEdition(measure, i), (long) fitted.otherEdition[i]);
            }
        }
        if (!otherEditions.isEmpty()) {
            overlaps.split(quantity(measure, OTHER_EDITION), otherEditions);
        }
        long never = (long) fitted.participants - fitted.people;
        String atNone = quantity(measure, "atNone");
        overlaps.split(Quantities.ANALYSED, people, fitted.people, atNone, never);
        for (int i = 0; i < all.size(); i++) {
            String wave = all.get(i);
            String at = values(measure, fitted, i);
            String elsewhere = quantity(measure, "notAt." + wave);
            long others = (long) fitted.people - fitted.values(i);
            overlaps.split(people, at, fitted.values(i), elsewhere, others);
            String none = Quantities.noValues(wave, measure);
            if (fitted.otherEdition[i] > 0) {
                long without = (long) fitted.participants - fitted.values(i) - fitted.otherEdition[i];
                overlaps.split(
                        Quantities.values(wave, measure),
                        at,
                        fitted.values(i),
                        otherEdition(measure, i),
                        fitted.otherEdition[i]);
                none = quantity(measure, "noneAt." + wave);
                overlaps.split(
                        none,
                        Quantities.noValues(wave, measure),
                        without,
                        otherEdition(measure, i),
                        fitted.otherEdition[i]);
            }
            overlaps.split(none, atNone, never, elsewhere, others);
        }
    }

    private Described[] describing(int wave, Measure measure, Values fitted) {
        return waves.getData().describing(fitted.measured.get(wave), Quantities.value(all.get(wave), measure));
    }

    private ResultTable means() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.term("wave"),
                Column.count("n"),
                Column.number("modelMean", 2),
                Column.lower("modelMeanLower", 2),
                Column.upper("modelMeanUpper", 2),
                Column.number("se", 2));
        values.forEach((measure, fitted) -> {
            for (int i = 0; i < all.size(); i++) {
                MixedModel.Estimate mean = fitted.model.mean(i);
                rows.add(
                        Cell.of(TwoWaves.term(measure)),
                        Cell.of(waves.wave(all.get(i))),
                        Cell.count(values(measure, fitted, i), fitted.values(i))
                                .describing(describing(i, measure, fitted)),
                        Cell.number(mean.getValue()),
                        Cell.number(mean.getInterval().getLower()),
                        Cell.number(mean.getInterval().getUpper()),
                        Cell.number(mean.getStandardError()));
            }
        });
        return rows.as("changeModelMeans")
                .notes(Collections.singletonList(Term.of("note", "changeModelMeans")))
                .build();
    }
}
