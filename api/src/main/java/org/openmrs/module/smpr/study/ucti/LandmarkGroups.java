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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.balance.FirthLogistic;
import org.openmrs.module.smpr.statistics.balance.OverlapWeights;
import org.openmrs.module.smpr.statistics.survival.Estimate;
import org.openmrs.module.smpr.statistics.survival.Exposure;
import org.openmrs.module.smpr.statistics.survival.IncidenceDifference;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.data.FollowUpFrom;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TimeAtRisk;
import org.openmrs.module.smpr.study.data.TimeAtRisk.Ending;
import org.openmrs.module.smpr.study.flow.FlowAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedUctiEffect;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Described;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/**
 * Those in post-prison care, free of an event and known of on a day that is as long after the index day for all, by whether they had
 * entered the flat-share by then: whoever enters later is one who had not, and time before that day counts for nobody (van Houwelingen
 * 2007, Scand J Stat 34:70-85).
 */
final class LandmarkGroups {

    private enum Place {
        NO_ORIGIN("noOrigin"),
        EVENT_BEFORE("eventBefore"),
        DIED_BEFORE("diedBefore"),
        NOT_KNOWN("notKnown"),
        NEVER_AT_RISK("neverAtRisk"),
        NOT_IN_CARE("notInCare"),
        COVARIATE_MISSING("covariateMissing"),
        NOT_ENTERED("notEntered"),
        ENTERED("entered");

        private final String code;

        Place(String code) {
            this.code = code;
        }
    }

    private static final Set<Place> UNKNOWN =
            Collections.unmodifiableSet(EnumSet.of(Place.NO_ORIGIN, Place.NOT_KNOWN, Place.COVARIATE_MISSING));

    private static final String COMPARED = "compared";

    private static final String MISSING = "missing";

    private final String quantity;

    private final StudyData data;

    private final PlannedUctiEffect asked;

    private final List<Covariate> covariates;

    private final Map<Place, Long> places = new EnumMap<>(Place.class);

    private final List<Subject> subjects = new ArrayList<>();

    private final List<TimeAtRisk> times = new ArrayList<>();

    private final boolean[] entered;

    /** By covariate, then by subject. */
    private final double[][] values;

    /** Null where a group is too small for numbers. */
    private final OverlapWeights weights;

    /** @param quantity begins the names of what is counted */
    LandmarkGroups(String quantity, StudyData data, PlannedUctiEffect asked, List<Covariate> covariates) {
        this.quantity = quantity;
        this.data = data;
        this.asked = asked;
        this.covariates = covariates;
        data.getSubjects().forEach(subject -> places.merge(place(subject), 1L, Long::sum));
        entered = new boolean[subjects.size()];
        values = new double[covariates.size()][subjects.size()];
        for (int i = 0; i < entered.length; i++) {
            Subject subject = subjects.get(i);
            entered[i] = hasEntered(subject);
            for (int j = 0; j < values.length; j++) {
                values[j][i] = value(covariates.get(j), subject);
            }
        }
        weights = isTooSmall()
                ? null
                : OverlapWeights.of(entered, FirthLogistic.of(entered, values).getFitted());
    }

    private Place place(Subject subject) {
        if (subject.getStatus() == null) {
            return Place.NO_ORIGIN;
        }
        LocalDate landmark = landmark(subject);
        FollowUpFrom followUp = FollowUpFrom.of(subject, landmark, asked.getCounted(), asked.getHorizon());
        switch (followUp.getStanding()) {
            case EVENT_BEFORE:
                return Place.EVENT_BEFORE;
            case DIED_BEFORE:
                return Place.DIED_BEFORE;
            case NOT_KNOWN:
                return Place.NOT_KNOWN;
            case NEVER_AT_RISK:
                return Place.NEVER_AT_RISK;
            default:
                break;
        }
        if (!isInCare(subject, landmark)) {
            return Place.NOT_IN_CARE;
        }
        if (covariates.stream().anyMatch(covariate -> Double.isNaN(value(covariate, subject)))) {
            return Place.COVARIATE_MISSING;
        }
        subjects.add(subject);
        times.add(followUp.getTime());
        return hasEntered(subject) ? Place.ENTERED : Place.NOT_ENTERED;
    }

    private LocalDate landmark(Subject subject) {
        return subject.getIndexDay().plusDays(asked.getLandmarkDays());
    }

    private static boolean isInCare(Subject subject, LocalDate day) {
        return subject.getEpisode().contains(day)
                && subject.getEpisode().getPhases().stream()
                        .anyMatch(span -> span.getPhase().equals(CommonQuestions.APC) && span.contains(day));
    }

    private boolean hasEntered(Subject subject) {
        return subject.getStays().stream().anyMatch(stay -> !stay.getEnteredOn().isAfter(landmark(subject)));
    }

    private double value(Covariate covariate, Subject subject) {
        return covariate.value(subject, PlaceGroups.latest(subject, asked.getLandmarkDays()));
    }

    Cell n() {
        return Cell.count(quantity + COMPARED, subjects.size());
    }

    /** @return how many of the participants something is not known of */
    Cell missing() {
        return Cell.count(
                quantity + MISSING, UNKNOWN.stream().mapToLong(this::count).sum());
    }

    /** @return how these are made up */
    List<Sum> sums() {
        return Arrays.asList(
                Sum.of(quantity + COMPARED, quantity(false), quantity(true)),
                new Sum(
                        quantity + MISSING,
                        UNKNOWN.stream().map(place -> quantity + place.code).collect(Collectors.toList())));
    }

    private long count(Place place) {
        return places.getOrDefault(place, 0L);
    }

    private boolean isTooSmall() {
        return count(person -> entered[person]) < 2 || count(person -> !entered[person]) < 2;
    }

    private long count(IntPredicate such) {
        return IntStream.range(0, subjects.size()).filter(such).count();
    }

    /** @return what became of each participant on the day, so that it adds up: the reasons by themselves, so that a rare one hides no more than them */
    ResultTable landmark(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(Column.term("landmark"), Column.count("n"));
        List<String> reasons = new ArrayList<>();
        long left = 0;
        for (Place place : Place.values()) {
            if (place.compareTo(Place.COVARIATE_MISSING) <= 0) {
                add(rows, place.code, count(place));
                reasons.add(quantity + place.code);
                left += count(place);
            }
        }
        add(rows, "notCompared", left);
        add(rows, Place.NOT_ENTERED.code, count(Place.NOT_ENTERED));
        add(rows, Place.ENTERED.code, count(Place.ENTERED));
        Overlaps overlaps = overlaps();
        return rows.as("uctiLandmark")
                .sums(overlaps.with(Arrays.asList(
                        new Sum(quantity + "notCompared", Collections.unmodifiableList(reasons)),
                        Sum.of(Quantities.ANALYSED, quantity + "notCompared", quantity(false), quantity(true)))))
                .implied(overlaps.getImplied())
                .notes(notes)
                .build();
    }

    /** Who is compared is in post-prison care, and who had entered by the landmark is one who entered at all. */
    private Overlaps overlaps() {
        return new Overlaps()
                .tie(quantity + COMPARED, subjects, FlowAnalysis.CARE_AFTER, FlowAnalysis.inCareAfter(data))
                .tie(
                        quantity(true),
                        members(true),
                        FlowAnalysis.quantityOfPlace(FlowAnalysis.ENTERED),
                        FlowAnalysis.inCareAfter(data, FlowAnalysis.ENTERED));
    }

    private void add(ResultTable.Rows rows, String code, long n) {
        rows.add(Cell.of(Term.of("landmark", code)), Cell.count(quantity + code, n));
    }

    /** @return how far the two groups lie apart, and still do when they are weighted */
    ResultTable balance(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("variable"),
                Column.count("nEntered"),
                Column.count("nOthers"),
                Column.number("meanEntered", 2),
                Column.number("meanOthers", 2),
                Column.number("standardizedDifference", 2),
                Column.number("weightedMeanEntered", 2),
                Column.number("weightedMeanOthers", 2),
                Column.number("weightedStandardizedDifference", 2),
                Column.statement("remark"));
        for (int i = 0; i < covariates.size(); i++) {
            Covariate covariate = covariates.get(i);
            List<Cell> cells = new ArrayList<>(Arrays.asList(
                    Cell.of(covariate.term()),
                    nEntered().describing(describing(covariate, true)),
                    nOthers().describing(describing(covariate, false))));
            if (weights == null) {
                cells.addAll(Collections.nCopies(6, Cell.empty()));
            } else {
                OverlapWeights.Balance balance = covariate.isLevel() ? null : weights.balance(values[i]);
                cells.add(balance == null ? Cell.empty() : Cell.number(balance.getTreatedMean()));
                cells.add(balance == null ? Cell.empty() : Cell.number(balance.getControlMean()));
                cells.add(Cell.number(covariate.standardizedDifference(entered, values[i], weights(Weighting.NONE))));
                cells.add(balance == null ? Cell.empty() : Cell.number(balance.getWeightedTreatedMean()));
                cells.add(balance == null ? Cell.empty() : Cell.number(balance.getWeightedControlMean()));
                cells.add(
                        Cell.number(covariate.standardizedDifference(entered, values[i], weights(Weighting.OVERLAP))));
            }
            cells.add(weights == null ? tooFew() : Cell.empty());
            rows.add(cells.toArray(new Cell[0]));
        }
        return rows.as("uctiBalance").notes(notes).build();
    }

    static Cell tooFew() {
        return Cell.of(Term.of("remark", "tooFew"));
    }

    private Described[] describing(Covariate covariate, boolean group) {
        return data.describing(members(group), covariate.what());
    }

    private List<Subject> members(boolean group) {
        return IntStream.range(0, subjects.size())
                .filter(person -> entered[person] == group)
                .mapToObj(subjects::get)
                .collect(Collectors.toList());
    }

    private Cell nEntered() {
        return Cell.count(quantity(true), count(Place.ENTERED));
    }

    private Cell nOthers() {
        return Cell.count(quantity(false), count(Place.NOT_ENTERED));
    }

    private String quantity(boolean group) {
        return quantity + (group ? Place.ENTERED : Place.NOT_ENTERED).code;
    }

    private Cell events(boolean group) {
        return Cell.count(quantity(group) + ".events", count(group, Ending.EVENT));
    }

    private long count(boolean group, Ending ending) {
        return count(person -> entered[person] == group && times.get(person).getEnding() == ending);
    }

    private boolean isTold() {
        return weights != null && count(true, Ending.EVENT) > 0 && count(false, Ending.EVENT) > 0;
    }

    /** @return how likely an event is in both groups until the horizon, unweighted and weighted */
    ResultTable incidence(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("weighting"),
                Column.term("landmark"),
                Column.count("n"),
                Column.count("events"),
                Column.count("noEventKnown"),
                Column.number("effectiveSize", 1),
                Column.share("incidence"),
                Column.lower("lower", 1),
                Column.upper("upper", 1),
                Column.statement("remark"));
        for (Weighting weighting : Weighting.values()) {
            IncidenceDifference difference = isTold() ? difference(weighting) : null;
            for (boolean group : new boolean[] {true, false}) {
                long n = count(person -> entered[person] == group);
                long events = count(group, Ending.EVENT);
                Estimate estimate = difference == null ? null : group ? difference.getSecond() : difference.getFirst();
                Interval interval = estimate == null ? Interval.UNDEFINED : estimate.getInterval();
                rows.add(
                        weighting.cell(),
                        Cell.of(Term.of("landmark", group ? Place.ENTERED.code : Place.NOT_ENTERED.code)),
                        Cell.count(quantity(group), n),
                        events(group),
                        Cell.count(quantity(group) + ".noEventKnown", n - events),
                        estimate == null ? Cell.empty() : Cell.number(effectiveSize(weighting, group)),
                        estimate == null ? Cell.empty() : Cell.number(estimate.getValue()),
                        Cell.number(interval.getLower()),
                        Cell.number(interval.getUpper()),
                        remark(estimate != null, interval));
            }
        }
        return rows.as("uctiIncidence")
                .sums(Collections.unmodifiableList(Arrays.asList(sum(true), sum(false))))
                .notes(notes)
                .build();
    }

    private static Cell remark(boolean told, Interval interval) {
        if (!told) {
            return tooFew();
        }
        return interval.isDefined() ? Cell.empty() : Cell.of(Term.of("remark", "noInterval"));
    }

    private Sum sum(boolean group) {
        return Sum.of(quantity(group), quantity(group) + ".events", quantity(group) + ".noEventKnown");
    }

    /** @return by how much likelier an event is until the horizon among those who had entered */
    ResultTable difference(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("weighting"),
                Column.count("nEntered"),
                Column.count("eventsEntered"),
                Column.count("nOthers"),
                Column.count("eventsOthers"),
                Column.share("difference"),
                Column.lower("lower", 1),
                Column.upper("upper", 1),
                Column.statement("remark"));
        for (Weighting weighting : Weighting.values()) {
            IncidenceDifference difference = isTold() ? difference(weighting) : null;
            Interval interval = difference == null ? Interval.UNDEFINED : difference.getInterval();
            rows.add(
                    weighting.cell(),
                    nEntered(),
                    events(true),
                    nOthers(),
                    events(false),
                    difference == null ? Cell.empty() : Cell.number(difference.getDifference()),
                    Cell.number(interval.getLower()),
                    Cell.number(interval.getUpper()),
                    remark(difference != null, interval));
        }
        return rows.as("uctiDifference").notes(notes).build();
    }

    private enum Weighting {
        NONE("unweighted"),
        OVERLAP("overlap");

        private final String code;

        Weighting(String code) {
            this.code = code;
        }

        Cell cell() {
            return Cell.of(Term.of("weighting", code));
        }
    }

    private double[] weights(Weighting weighting) {
        if (weighting == Weighting.OVERLAP) {
            return weights.getWeights();
        }
        double[] equal = new double[subjects.size()];
        Arrays.fill(equal, 1);
        return equal;
    }

    private double effectiveSize(Weighting weighting, boolean group) {
        return weighting == Weighting.NONE
                ? count(person -> entered[person] == group)
                : group ? weights.getTreatedEffectiveSize() : weights.getControlEffectiveSize();
    }

    /** Of those who had entered less that of the others. */
    private IncidenceDifference difference(Weighting weighting) {
        double[] weight = weights(weighting);
        SurvivalData rows = new FollowUpData(subjects, times).toSurvivalData();
        SurvivalData weighted = rows.weightedBy(IntStream.range(0, rows.size())
                .mapToDouble(row -> weight[rows.get(row).getSubject()])
                .toArray());
        return IncidenceDifference.of(
                weighted.where(row -> !entered[rows.get(row).getSubject()]),
                weighted.where(row -> entered[rows.get(row).getSubject()]),
                Exposure.EVENT,
                FollowUpData.day(asked.getHorizon()));
    }
}
