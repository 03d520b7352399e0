/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.ucti;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.statistics.Description;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.flow.FlowAnalysis;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** Those in post-prison care by how far they came towards a place in the flat-share, and what was known of them beforehand. */
final class PlaceGroups {

    /** All who did not enter it, whatever the reason. */
    private static final String OTHERS = "others";

    private final String quantity;

    private final StudyData data;

    private final List<Subject> inCare;

    private final List<Covariate> covariates;

    private final int landmarkDays;

    /**
     * @param quantity begins the names of what is counted
     * @param landmarkDays from the index day
     */
    PlaceGroups(String quantity, StudyData data, List<Covariate> covariates, int landmarkDays) {
        this.quantity = quantity;
        this.data = data;
        this.inCare = FlowAnalysis.inCareAfter(data);
        this.covariates = covariates;
        this.landmarkDays = landmarkDays;
    }

    /** @return how many came how far, as the flow of participants has it too */
    ResultTable places(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(Column.term("place"), Column.count("n"));
        long all = 0;
        for (String place : FlowAnalysis.PLACES) {
            long n = members(place).size();
            all += n;
            rows.add(Cell.of(Term.of("place", place)), Cell.count(FlowAnalysis.quantityOfPlace(place), n));
        }
        rows.add(Cell.of(Term.of("step", "careAfter")), Cell.count(FlowAnalysis.CARE_AFTER, all));
        return rows.as("uctiPlaces")
                .sums(Collections.singletonList(new Sum(
                        FlowAnalysis.CARE_AFTER,
                        FlowAnalysis.PLACES.stream()
                                .map(FlowAnalysis::quantityOfPlace)
                                .collect(Collectors.toList()))))
                .notes(notes)
                .build();
    }

    /** @return of each covariate the groups, each held against those who entered */
    ResultTable covariates(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("variable"),
                Column.term("place"),
                Column.count("n"),
                Column.count("missing"),
                Column.number("mean", 2).restingOn("n", "missing"),
                Column.number("sd", 2).restingOn("n", "missing"),
                Column.count("nEntered"),
                Column.number("enteredAgainst", 2));
        List<Sum> sums = new ArrayList<>();
        List<String> places = FlowAnalysis.PLACES.stream()
                .filter(place -> !members(place).isEmpty())
                .collect(Collectors.toList());
        for (Covariate covariate : covariates) {
            List<Subject> entered = known(covariate, members(FlowAnalysis.ENTERED));
            for (String place : places) {
                add(rows, covariate, place, entered);
                sums.add(Sum.of(
                        FlowAnalysis.quantityOfPlace(place),
                        quantity(covariate, place) + "n",
                        quantity(covariate, place) + "missing"));
            }
            add(rows, covariate, OTHERS, entered);
            sums.add(others(covariate, places, "n"));
            sums.add(others(covariate, places, "missing"));
        }
        return rows.as("uctiCovariates")
                .sums(Collections.unmodifiableList(sums))
                .notes(notes)
                .build();
    }

    private void add(ResultTable.Rows rows, Covariate covariate, String place, List<Subject> entered) {
        List<Subject> members = members(place);
        List<Subject> known = known(covariate, members);
        double[] values = values(covariate, known);
        Description description = Description.of(values);
        rows.add(
                Cell.of(covariate.term()),
                Cell.of(Term.of("place", place)),
                Cell.count(quantity(covariate, place) + "n", known.size())
                        .describing(data.describing(known, covariate.what())),
                Cell.count(quantity(covariate, place) + "missing", members.size() - known.size()),
                covariate.isLevel() ? Cell.empty() : Cell.number(description.getMean()),
                covariate.isLevel() ? Cell.empty() : Cell.number(description.getSd()),
                place.equals(FlowAnalysis.ENTERED)
                        ? Cell.empty()
                        : Cell.count(quantity(covariate, FlowAnalysis.ENTERED) + "n", entered.size())
                                .describing(data.describing(entered, covariate.what())),
                place.equals(FlowAnalysis.ENTERED)
                        ? Cell.empty()
                        : Cell.number(difference(covariate, values(covariate, entered), values)));
    }

    private Sum others(Covariate covariate, List<String> places, String what) {
        return new Sum(
                quantity(covariate, OTHERS) + what,
                places.stream()
                        .filter(place -> !place.equals(FlowAnalysis.ENTERED))
                        .map(place -> quantity(covariate, place) + what)
                        .collect(Collectors.toList()));
    }

    private String quantity(Covariate covariate, String place) {
        return quantity + covariate.term().getCode() + "." + place + ".";
    }

    private List<Subject> members(String place) {
        Predicate<Subject> entered = subject -> FlowAnalysis.place(subject).equals(FlowAnalysis.ENTERED);
        return inCare.stream()
                .filter(
                        place.equals(OTHERS)
                                ? entered.negate()
                                : subject -> FlowAnalysis.place(subject).equals(place))
                .collect(Collectors.toList());
    }

    private List<Subject> known(Covariate covariate, List<Subject> members) {
        return members.stream()
                .filter(subject -> !Double.isNaN(value(covariate, subject)))
                .collect(Collectors.toList());
    }

    private double[] values(Covariate covariate, List<Subject> known) {
        return known.stream().mapToDouble(subject -> value(covariate, subject)).toArray();
    }

    private double value(Covariate covariate, Subject subject) {
        return covariate.value(subject, latest(subject, landmarkDays));
    }

    /** @return the day until which what is measured of him was known beforehand: the landmark, or his entry where that was earlier; null for any */
    static LocalDate latest(Subject subject, int landmarkDays) {
        LocalDate landmark =
                subject.getIndexDay() == null ? null : subject.getIndexDay().plusDays(landmarkDays);
        LocalDate entry =
                subject.getStays().isEmpty() ? null : subject.getStays().get(0).getEnteredOn();
        return landmark == null || entry != null && entry.isBefore(landmark) ? entry : landmark;
    }

    private static double difference(Covariate covariate, double[] entered, double... others) {
        double[] values = Arrays.copyOf(entered, entered.length + others.length);
        System.arraycopy(others, 0, values, entered.length, others.length);
        boolean[] treated = new boolean[values.length];
        Arrays.fill(treated, 0, entered.length, true);
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        return covariate.standardizedDifference(treated, values, weights);
    }
}
