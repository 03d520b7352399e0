/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.validity;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.discrimination.Comparison;
import org.openmrs.module.smpr.statistics.survival.ChiSquared;
import org.openmrs.module.smpr.statistics.survival.CoxRegression;
import org.openmrs.module.smpr.statistics.survival.CoxRegression.Status;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;

/**
 * What one measure adds to another in telling who has an event: two regressions of the hazard on time at risk, the first with the measure that
 * is there before and the second with both, and both measures against each other on the same men.
 */
final class AddedValue {

    private static final int BASE = 0;

    private static final int ADDED = 1;

    private final UntilHorizon horizon;

    private final List<Measure> measures;

    /** What more of each was expected to go with; null where nobody has said so beforehand. */
    private final List<Direction> higher;

    private final Model baseAlone;

    private final Model both;

    /**
     * @param horizon of predictions with two measures, first the one that is there before
     * @param higher of each
     */
    AddedValue(UntilHorizon horizon, List<Direction> higher) {
        this.horizon = horizon;
        this.higher = higher;
        measures = horizon.getPredictions().getMeasures();
        SurvivalData rows = horizon.timeAtRisk();
        baseAlone = new Model("base", rows, BASE);
        both = new Model("both", rows, BASE, ADDED);
    }

    /** One regression. */
    private final class Model {

        final String code;

        final int[] of;

        final CoxRegression fit;

        /** Whether it is the penalty alone that keeps the coefficients finite. */
        final boolean monotone;

        Model(String code, SurvivalData rows, int... of) {
            this.code = code;
            this.of = of;
            double[][] covariates = new double[of.length][];
            for (int i = 0; i < of.length; i++) {
                double[] values = horizon.values(of[i]);
                covariates[i] = IntStream.range(0, rows.size())
                        .mapToDouble(row -> values[rows.get(row).getSubject()])
                        .toArray();
            }
            fit = CoxRegression.firth(rows, covariates);
            monotone = fit.getStatus() == Status.CONVERGED
                    && CoxRegression.ordinary(rows, covariates).getStatus() == Status.NOT_CONVERGED;
        }

        /** By how much its hazard is higher than that of somebody with 0 everywhere, as a logarithm. */
        double[] score() {
            double[][] values = IntStream.of(of).mapToObj(horizon::values).toArray(double[][]::new);
            return IntStream.range(0, horizon.size())
                    .mapToDouble(person -> IntStream.range(0, of.length)
                            .mapToDouble(i -> fit.coefficient(i) * values[i][person])
                            .sum())
                    .toArray();
        }

        Cell remark() {
            return monotone
                    ? Cell.of(Term.of("remark", "monotone"))
                    : fit.getStatus() == Status.CONVERGED
                            ? Cell.empty()
                            : Cell.of(Term.of("remark", fit.getStatus().name()));
        }
    }

    ResultTable coefficients(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(UntilHorizon.columns(
                Arrays.asList(Column.term("model"), Column.term("measure")),
                Column.number("coefficient", 3),
                Column.lower("lower", 3),
                Column.upper("upper", 3),
                Column.number("hazardRatio", 2),
                Column.lower("hazardRatioLower", 2),
                Column.upper("hazardRatioUpper", 2),
                Column.statement("remark")));
        for (Model model : Arrays.asList(baseAlone, both)) {
            for (int i = 0; i < model.of.length; i++) {
                Interval interval = model.fit.interval(i);
                rows.add(horizon.row(
                        Arrays.asList(Cell.of(Term.of("model", model.code)), Cell.of(term(model.of[i]))),
                        Cell.number(model.fit.coefficient(i)),
                        Cell.number(interval.getLower()),
                        Cell.number(interval.getUpper()),
                        Cell.number(Math.exp(model.fit.coefficient(i))),
                        Cell.number(Math.exp(interval.getLower())),
                        Cell.number(Math.exp(interval.getUpper())),
                        model.remark()));
            }
        }
        return table(rows, "coefficients", notes);
    }

    ResultTable likelihoodRatio(List<Term> notes) {
        ChiSquared test = both.fit.test(ADDED);
        return table(
                new ResultTable.Rows(UntilHorizon.columns(
                                Collections.singletonList(Column.term("test")),
                                Column.number("statistic", 2),
                                Column.number("df", 0),
                                Column.p("p"),
                                Column.statement("remark")))
                        .add(horizon.row(
                                Collections.singletonList(Cell.of(Term.of("test", "likelihoodRatio"))),
                                Cell.number(test.getStatistic()),
                                test.isDefined() ? Cell.number(test.getDf()) : Cell.empty(),
                                Cell.number(test.getP()),
                                both.remark())),
                "likelihoodRatio",
                notes);
    }

    /** The added measure against the one that is there before, and both together against it. */
    ResultTable comparison(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(UntilHorizon.columns(
                Arrays.asList(Column.term("comparison"), Column.term("method")),
                Column.number("ofCompared", 2),
                Column.number("ofBase", 2),
                Column.number("difference", 2),
                Column.lower("lower", 2),
                Column.upper("upper", 2),
                Column.p("p"),
                Column.statement("remark")));
        for (Method method : Method.values()) {
            add(rows, "added", method, higher.get(ADDED) == null ? null : horizon.scores(ADDED, higher.get(ADDED)));
        }
        for (Method method : Method.values()) {
            add(rows, "both", method, both.fit.getStatus() == Status.CONVERGED ? both.score() : null);
        }
        return table(rows, "comparison", notes);
    }

    /** @param compared scores that are held against the measure that is there before; null where there are none */
    private void add(ResultTable.Rows rows, String what, Method method, double... compared) {
        boolean directed = higher.get(BASE) != null && (higher.get(ADDED) != null || what.equals("both"));
        Comparison comparison = directed && compared != null && method.isDefined(horizon)
                ? method.compare(compared, horizon.scores(BASE, higher.get(BASE)), horizon)
                : null;
        Cell[] found = comparison == null
                ? new Cell[] {Cell.empty(), Cell.empty(), Cell.empty(), Cell.empty(), Cell.empty(), Cell.empty()}
                : new Cell[] {
                    Cell.number(comparison.getFirst().getValue()),
                    Cell.number(comparison.getSecond().getValue()),
                    Cell.number(comparison.getDifference()),
                    Cell.number(comparison.getInterval().getLower()),
                    Cell.number(comparison.getInterval().getUpper()),
                    // Of models one of which is within the other, no such test holds its level.
                    what.equals("both") ? Cell.empty() : Cell.number(comparison.getPValue())
                };
        Cell remark = !directed
                ? Cell.of(Term.of("remark", "noDirection"))
                : compared == null ? both.remark() : method.remark(horizon);
        rows.add(horizon.row(
                Arrays.asList(Cell.of(Term.of("comparison", what)), Cell.of(method.term())),
                found[0],
                found[1],
                found[2],
                found[3],
                found[4],
                found[5],
                remark));
    }

    private ResultTable table(ResultTable.Rows rows, String code, List<Term> notes) {
        return rows.as(code).notes(notes).build();
    }

    private Term term(int measure) {
        return Term.of(measures.get(measure).getCode(), measures.get(measure).getLabel());
    }
}
