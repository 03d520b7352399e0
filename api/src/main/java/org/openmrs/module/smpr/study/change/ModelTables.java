/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.statistics.change.MixedModel;
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

/** Fits a linear mixed model to all values of all waves of the plan, where a participant may miss some. */
final class ModelTables {

    /** The values of one measure over the waves, one row a value. */
    private static final class Values {

        final int[] perWave;

        final int people;

        final int participants;

        final MixedModel model;

        Values(StudyData data, List<String> waves, Measure measure) {
            perWave = new int[waves.size()];
            List<Integer> person = new ArrayList<>();
            List<Integer> wave = new ArrayList<>();
            List<Double> score = new ArrayList<>();
            List<Subject> subjects = data.getSubjects();
            for (int i = 0; i < subjects.size(); i++) {
                for (int j = 0; j < waves.size(); j++) {
                    double value = subjects.get(i).value(waves.get(j), measure, data.getMeasures());
                    if (!Double.isNaN(value)) {
                        perWave[j]++;
                        person.add(i);
                        wave.add(j);
                        score.add(value);
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
            tie(overlaps, people, measure, fitted);
            rows.add(
                    Cell.of(TwoWaves.term(measure)),
                    Cell.count(people, fitted.people)
                            .describing(describing(waves.getFrom(), measure))
                            .describing(describing(waves.getTo(), measure)),
                    Cell.count(observations, Arrays.stream(fitted.perWave).sum()),
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
            sums.add(new Sum(
                    observations,
                    all.stream().map(wave -> Quantities.values(wave, measure)).collect(Collectors.toList())));
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

    /** Of those who have no value at a wave some have one at another, and the others at none. */
    private void tie(Overlaps overlaps, String people, Measure measure, Values fitted) {
        long never = (long) fitted.participants - fitted.people;
        String atNone = quantity(measure, "atNone");
        overlaps.split(Quantities.ANALYSED, people, fitted.people, atNone, never);
        for (int i = 0; i < all.size(); i++) {
            String wave = all.get(i);
            String elsewhere = quantity(measure, "notAt." + wave);
            long others = (long) fitted.people - fitted.perWave[i];
            overlaps.split(people, Quantities.values(wave, measure), fitted.perWave[i], elsewhere, others)
                    .split(Quantities.noValues(wave, measure), atNone, never, elsewhere, others);
        }
    }

    private Described[] describing(String wave, Measure measure) {
        StudyData data = waves.getData();
        return data.describing(data.measured(wave, measure), Quantities.value(wave, measure));
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
                        Cell.count(Quantities.values(all.get(i), measure), fitted.perWave[i])
                                .describing(describing(all.get(i), measure)),
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
