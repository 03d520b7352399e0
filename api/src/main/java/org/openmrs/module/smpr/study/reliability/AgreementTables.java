/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.MeasurementError;
import org.openmrs.module.smpr.statistics.Proportion;
import org.openmrs.module.smpr.statistics.agreement.IntraclassCorrelation;
import org.openmrs.module.smpr.statistics.agreement.IntraclassCorrelation.Form;
import org.openmrs.module.smpr.statistics.agreement.WeightedKappa;
import org.openmrs.module.smpr.study.data.ItemTerms;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** Tells how far double ratings agree: sums by intraclass correlations, what has levels by kappas too. */
final class AgreementTables {

    private final DoubleRatings ratings;

    AgreementTables(DoubleRatings ratings) {
        this.ratings = ratings;
    }

    List<ResultTable> tables() {
        List<ResultTable> tables = new ArrayList<>();
        tables.add(pairs());
        tables.add(sums());
        tables.add(errors());
        tables.add(judgements());
        ratings.getInstruments().stream()
                .filter(pairs -> !pairs.getUsed().isEmpty())
                .forEach(pairs -> {
                    tables.add(items(pairs));
                    tables.add(itemCorrelations(pairs));
                });
        return tables;
    }

    private ResultTable pairs() {
        ResultTable.Rows rows =
                new ResultTable.Rows(Column.term("instrument"), Column.term("pairUse"), Column.count("pairs"));
        List<Sum> sums = new ArrayList<>();
        for (InstrumentPairs pairs : ratings.getInstruments()) {
            Term instrument = ratings.getData().instrument(pairs.getInstrument());
            List<String> parts = new ArrayList<>();
            for (PairUse use : PairUse.values()) {
                long n = pairs.getCounts().getOrDefault(use, 0L);
                if (n > 0 || use == PairUse.USED) {
                    String quantity = DoubleRatings.quantity(pairs.getInstrument(), use.name());
                    parts.add(quantity);
                    rows.add(Cell.of(instrument), Cell.of(use.term()), Cell.count(quantity, n));
                }
            }
            String all = Quantities.ratingPairs(pairs.getInstrument());
            rows.add(Cell.of(instrument), Cell.of(Term.of("pairUse", "ALL")), Cell.count(all, pairs.all()));
            sums.add(new Sum(all, parts));
        }
        return table(rows, "reliabilityPairs", sums, "reliabilityPairs");
    }

    private ResultTable sums() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.term("form"),
                Column.count("pairs"),
                Column.number("icc", 2),
                Column.lower("iccLower", 2),
                Column.upper("iccUpper", 2));
        boolean crossed = false;
        for (Measure measure : ratings.sums()) {
            Agreement agreement = ratings.agreement(measure);
            boolean sameTwo = ratings.pairs(measure).isCrossed();
            crossed |= sameTwo;
            for (Form form : Form.values()) {
                if (sameTwo || !form.isCrossed()) {
                    IntraclassCorrelation correlation = agreement.correlation(form);
                    rows.add(
                            Cell.of(DoubleRatings.term(measure)),
                            Cell.of(Term.of("icc", form.name())),
                            Cell.count(DoubleRatings.quantity(measure.getCode(), "n"), agreement.n()),
                            Cell.number(correlation.getValue()),
                            Cell.number(correlation.getInterval().getLower()),
                            Cell.number(correlation.getInterval().getUpper()));
                }
            }
        }
        return table(
                rows,
                "reliabilitySums",
                Collections.emptyList(),
                "reliabilitySums",
                crossed ? "reliabilityCrossed" : "reliabilityNotCrossed");
    }

    private ResultTable errors() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.count("pairs"),
                Column.count("missing"),
                Column.number("sdBetween", 2),
                Column.number("sem", 2),
                Column.number("mdc", 2));
        List<Sum> sums = new ArrayList<>();
        for (Measure measure : ratings.sums()) {
            Agreement agreement = ratings.agreement(measure);
            String n = DoubleRatings.quantity(measure.getCode(), "n");
            String missing = DoubleRatings.quantity(measure.getCode(), "missing");
            MeasurementError error = agreement
                    .correlation(Form.ONE_WAY_SINGLE)
                    .getMeasurementError()
                    .orElse(null);
            rows.add(
                    Cell.of(DoubleRatings.term(measure)),
                    Cell.count(n, agreement.n()),
                    Cell.count(missing, agreement.getOneOnly() + agreement.getNeither()),
                    error == null ? Cell.empty() : Cell.number(error.getSd()),
                    error == null ? Cell.empty() : Cell.number(error.standardError()),
                    error == null ? Cell.empty() : Cell.number(error.minimalDetectableChange()));
            sums.add(Sum.of(DoubleRatings.quantity(measure.getInstrument(), PairUse.USED.name()), n, missing));
        }
        return table(rows, "reliabilityErrors", sums, "reliabilityErrors");
    }

    private ResultTable judgements() {
        ResultTable.Rows rows = levels("judgement");
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        for (Measure judgement : ratings.judgements()) {
            add(
                    rows,
                    sums,
                    overlaps,
                    DoubleRatings.term(judgement),
                    DoubleRatings.quantity(judgement.getCode(), ""),
                    ratings.pairs(judgement),
                    ratings.agreement(judgement),
                    judgement.getLevels().size());
        }
        return table(rows, "reliabilityJudgements", overlaps.with(sums), "reliabilityLevels").toBuilder()
                .implied(overlaps.getImplied())
                .build();
    }

    /** Each rating of an item, and not of its sub-items. */
    private static List<Question> ratedItems(InstrumentPairs pairs) {
        return pairs.getUsed().get(0).getFirst().getInstrument().getQuestions().stream()
                .filter(Question::isOfItem)
                .collect(Collectors.toList());
    }

    private static List<Choice> levels(Question question) {
        return question.getChoices().stream().filter(Choice::isRating).collect(Collectors.toList());
    }

    private static Agreement agreement(InstrumentPairs pairs, Question question) {
        List<Choice> levels = levels(question);
        return new Agreement(pairs, assessment -> place(assessment, question, levels));
    }

    private ResultTable items(InstrumentPairs pairs) {
        ResultTable.Rows rows = levels("item");
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        for (Question question : ratedItems(pairs)) {
            add(
                    rows,
                    sums,
                    overlaps,
                    ItemTerms.of(question),
                    DoubleRatings.quantity(question.getConceptCode(), ""),
                    pairs,
                    agreement(pairs, question),
                    levels(question).size());
        }
        return table(rows, "reliabilityItems", overlaps.with(sums), "reliabilityLevels", "reliabilityItems").toBuilder()
                .implied(overlaps.getImplied())
                .about(about(pairs))
                .build();
    }

    private List<Term> about(InstrumentPairs pairs) {
        return Collections.singletonList(ratings.getData().instrument(pairs.getInstrument()));
    }

    private ResultTable itemCorrelations(InstrumentPairs pairs) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("item"),
                Column.count("pairs"),
                Column.number("icc", 2),
                Column.lower("iccLower", 2),
                Column.upper("iccUpper", 2),
                Column.number("iccMean", 2),
                Column.lower("iccMeanLower", 2),
                Column.upper("iccMeanUpper", 2));
        for (Question question : ratedItems(pairs)) {
            Agreement agreement = agreement(pairs, question);
            List<Cell> cells = new ArrayList<>(Arrays.asList(
                    Cell.of(ItemTerms.of(question)),
                    Cell.count(DoubleRatings.quantity(question.getConceptCode(), "n"), agreement.n())));
            for (Form form : Arrays.asList(Form.ONE_WAY_SINGLE, Form.ONE_WAY_MEAN)) {
                IntraclassCorrelation correlation = agreement.correlation(form);
                addEstimate(cells, correlation.getValue(), correlation.getInterval());
            }
            rows.add(cells.toArray(new Cell[0]));
        }
        return table(rows, "reliabilityItemCorrelations", Collections.emptyList(), "reliabilityItemCorrelations")
                .toBuilder()
                .about(about(pairs))
                .build();
    }

    private static double place(Assessment assessment, Question question, List<Choice> levels) {
        return assessment
                .rated(question)
                .filter(Choice::isRating)
                .map(choice -> (double) levels.indexOf(choice))
                .orElse(Double.NaN);
    }

    private static ResultTable.Rows levels(String of) {
        return new ResultTable.Rows(
                Column.term(of),
                Column.count("pairs"),
                Column.count("oneOnly"),
                Column.count("neither"),
                Column.count("sameN"),
                Column.share("agreement"),
                Column.lower("agreementLower", 1),
                Column.upper("agreementUpper", 1),
                Column.number("kappaLinear", 2),
                Column.lower("kappaLinearLower", 2),
                Column.upper("kappaLinearUpper", 2),
                Column.number("kappaQuadratic", 2),
                Column.lower("kappaQuadraticLower", 2),
                Column.upper("kappaQuadraticUpper", 2));
    }

    private static void add(
            ResultTable.Rows rows,
            List<Sum> sums,
            Overlaps overlaps,
            Term term,
            String prefix,
            InstrumentPairs pairs,
            Agreement agreement,
            int levels) {
        Proportion same = agreement.same();
        List<Cell> cells = new ArrayList<>(Arrays.asList(
                Cell.of(term),
                Cell.count(prefix + "n", agreement.n()),
                Cell.count(prefix + "oneOnly", agreement.getOneOnly()),
                Cell.count(prefix + "neither", agreement.getNeither()),
                Cell.count(prefix + "same", same.getEvents())));
        addEstimate(cells, same.getEstimate(), same.getInterval());
        addKappa(cells, agreement.kappa(levels, WeightedKappa.Weights.LINEAR));
        addKappa(cells, agreement.kappa(levels, WeightedKappa.Weights.QUADRATIC));
        rows.add(cells.toArray(new Cell[0]));
        sums.add(Sum.of(
                DoubleRatings.quantity(pairs.getInstrument(), PairUse.USED.name()),
                prefix + "n",
                prefix + "oneOnly",
                prefix + "neither"));
        overlaps.split(
                prefix + "n", prefix + "same", same.getEvents(), prefix + "different", same.getN() - same.getEvents());
    }

    /** Its interval, which is for large samples, can reach beyond what agreement can be: it is cut off there. */
    private static void addKappa(List<Cell> cells, WeightedKappa kappa) {
        Interval interval = kappa.getInterval();
        addEstimate(
                cells,
                kappa.getValue(),
                new Interval(Math.max(-1, interval.getLower()), Math.min(1, interval.getUpper())));
    }

    private static void addEstimate(List<Cell> cells, double value, Interval interval) {
        cells.add(Cell.number(value));
        cells.add(Cell.number(interval.getLower()));
        cells.add(Cell.number(interval.getUpper()));
    }

    private static ResultTable table(ResultTable.Rows rows, String code, List<Sum> sums, String... notes) {
        return rows.as(code)
                .sums(Collections.unmodifiableList(sums))
                .notes(Collections.unmodifiableList(
                        Arrays.stream(notes).map(note -> Term.of("note", note)).collect(Collectors.toList())))
                .build();
    }
}
