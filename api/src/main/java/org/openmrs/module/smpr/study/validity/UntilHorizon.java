/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.validity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.Getter;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.statistics.discrimination.FollowUp;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.data.FollowUpFrom;
import org.openmrs.module.smpr.study.data.OutcomeTerms;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TimeAtRisk;
import org.openmrs.module.smpr.study.data.TimeAtRisk.Ending;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** What became of those of whom something is predicted, until one horizon. */
@Getter
final class UntilHorizon {

    private final Predictions predictions;

    private final int months;

    /** Days from the day that they predict from. */
    private final double day;

    /** In the order of the predictions. */
    private final List<TimeAtRisk> times;

    /** In the same order, what is known on that day: of one who died, or had an event, later, it need not be known. */
    private final List<Status> statuses;

    private UntilHorizon(Predictions predictions, int months) {
        this.predictions = predictions;
        this.months = months;
        day = FollowUpData.day(months);
        times = Collections.unmodifiableList(predictions.getPredictions().stream()
                .map(Prediction::getFollowUp)
                .map(followUp -> FollowUpFrom.of(
                                followUp.getSubject(), followUp.getDay(), predictions.getCounted(), months)
                        .getTime())
                .map(time -> time == null ? TimeAtRisk.NONE : time)
                .collect(Collectors.toList()));
        statuses = Collections.unmodifiableList(predictions.getPredictions().stream()
                .map(Prediction::getFollowUp)
                .map(followUp -> followUp.getSubject()
                        .getStatus()
                        .at(followUp.getDay().plusDays((long) day), predictions.getCounted())
                        .getStatus())
                .collect(Collectors.toList()));
    }

    /** @param months not later than those of the predictions */
    static UntilHorizon of(Predictions predictions, int months) {
        return new UntilHorizon(predictions, months);
    }

    int size() {
        return times.size();
    }

    boolean hadEvent(int person) {
        return times.get(person).getEnding() == Ending.EVENT;
    }

    boolean died(int person) {
        return times.get(person).getEnding() == Ending.DIED;
    }

    /** @return whether he is known to have been alive and free of an event at the horizon */
    boolean isFree(int person) {
        return statuses.get(person) == Status.FREE_KNOWN;
    }

    /** @return whether he died, and it is known that he was free of an event until then */
    boolean diedFree(int person) {
        return died(person) && statuses.get(person) == Status.DIED;
    }

    /** @return whether he died, and it is not known whether an event came before */
    private boolean diedUnknown(int person) {
        return died(person) && !diedFree(person);
    }

    /** @return whether it is known of him what there is to know at the horizon: not of one whom nobody looked after until he died, or an event to come */
    boolean isKnown(int person) {
        return hadEvent(person) || diedFree(person) || isFree(person);
    }

    private boolean isCensored(int person) {
        return !died(person) && !isKnown(person);
    }

    /** @return whether his horizon has come: who had an event before one that is to come says nothing yet of how many there will be */
    boolean isReached(int person) {
        return !predictions
                .getPredictions()
                .get(person)
                .getFollowUp()
                .getDay()
                .plusMonths(months)
                .isAfter(predictions.getData().getToday());
    }

    /** Each person's value of a measure. */
    double[] values(int measure) {
        return predictions.getPredictions().stream()
                .mapToDouble(prediction -> prediction.value(measure))
                .toArray();
    }

    /** The same, negated where more of it was expected to go with less risk. */
    double[] scores(int measure, Direction higher) {
        double[] scores = values(measure);
        return higher == Direction.PROTECTION
                ? Arrays.stream(scores).map(score -> -score).toArray()
                : scores;
    }

    /** @return their follow-up in calendar time, as if everybody were at risk throughout */
    FollowUp calendarTime() {
        return FollowUp.of(
                times.stream().mapToDouble(TimeAtRisk::getTime).toArray(),
                IntStream.range(0, size())
                        .map(person -> hadEvent(person)
                                ? FollowUp.EVENT
                                : died(person) ? FollowUp.COMPETING : FollowUp.CENSORED)
                        .toArray());
    }

    /** @return their time at risk; the subject of a row is the place of a person here */
    SurvivalData timeAtRisk() {
        return new FollowUpData(everybody(), times).toSurvivalData();
    }

    boolean isComplete() {
        return IntStream.range(0, size()).allMatch(this::isKnown);
    }

    /** @return the columns of a table, with those of how many they are between what each row is about and what was found */
    static Column[] columns(List<Column> before, Column... after) {
        List<Column> columns = new ArrayList<>(before);
        columns.addAll(Arrays.asList(Column.count("n"), Column.count("events"), Column.count("noEventKnown")));
        columns.addAll(Arrays.asList(after));
        return columns.toArray(new Column[0]);
    }

    /** @return a row of a table with these columns */
    Cell[] row(List<Cell> before, Cell... after) {
        List<Cell> cells = new ArrayList<>(before);
        cells.add(Cell.count(predictions.quantity("predicted"), size()));
        cells.add(count("events", this::hadEvent));
        cells.add(count("noEventKnown", person -> !hadEvent(person)));
        cells.addAll(Arrays.asList(after));
        return cells.toArray(new Cell[0]);
    }

    /** @return what became of them until each horizon, in order */
    static ResultTable table(Collection<UntilHorizon> horizons, List<Term> notes) {
        return table(horizons, Collections.emptyList(), notes);
    }

    /** @param wider of others, of whom less had to be known: these here are, but for few from a landmark, among them */
    static ResultTable table(Collection<UntilHorizon> horizons, Collection<UntilHorizon> wider, List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(columns(
                Collections.singletonList(Column.term("horizon")),
                Column.count("free"),
                Column.count("deathsKnown"),
                Column.count("deathsNotKnown"),
                Column.count("censored")));
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        UntilHorizon before = null;
        for (UntilHorizon horizon : horizons) {
            if (before != null) {
                horizon.tieEnds(overlaps, before);
            }
            before = horizon;
            horizon.tieFollowed(overlaps);
            wider.forEach(other -> {
                horizon.tieEnds(overlaps, other);
                horizon.tie(overlaps, other, "free", horizon::isFree, other::isFree);
                horizon.tie(overlaps, other, "censored", horizon::isCensored, other::isCensored);
                overlaps.tie(
                        horizon.predictions.n().getQuantity(),
                        horizon.everybody(),
                        other.predictions.n().getQuantity(),
                        other.everybody());
            });
            rows.add(horizon.row(
                    Collections.singletonList(Cell.of(horizon.term())),
                    horizon.count("free", horizon::isFree),
                    horizon.count("deathsKnown", horizon::diedFree),
                    horizon.count("deathsNotKnown", horizon::diedUnknown),
                    horizon.count("censored", horizon::isCensored)));
            sums.add(Sum.of(
                    horizon.predictions.quantity("predicted"),
                    horizon.quantity("events"),
                    horizon.quantity("noEventKnown")));
            sums.add(Sum.of(
                    horizon.quantity("noEventKnown"),
                    horizon.quantity("free"),
                    horizon.quantity("deathsKnown"),
                    horizon.quantity("deathsNotKnown"),
                    horizon.quantity("censored")));
        }
        return rows.as("untilHorizon")
                .sums(overlaps.with(sums))
                .implied(overlaps.getImplied())
                .notes(notes)
                .build();
    }

    /** Whom something is predicted of from the index day on is followed from it on, as everybody is. */
    private void tieFollowed(Overlaps overlaps) {
        if (!predictions.isFromLandmark()) {
            Counted counted = predictions.getCounted();
            FollowUpData all = predictions.getData().followUp(counted, months);
            overlaps.tie(
                            predictions.n().getQuantity(),
                            everybody(),
                            Quantities.followed(counted, Quantities.FOLLOWED, months),
                            all.getSubjects())
                    .tie(
                            quantity("events"),
                            people(this::hadEvent),
                            Quantities.followed(counted, Quantities.EVENTS, months),
                            all.ended(Ending.EVENT))
                    .split(
                            quantity("deaths"),
                            quantity("deathsKnown"),
                            count(this::diedFree),
                            quantity("deathsNotKnown"),
                            count(this::diedUnknown))
                    .tie(
                            quantity("deaths"),
                            people(this::died),
                            Quantities.followed(counted, Quantities.DEATHS, months),
                            all.ended(Ending.DIED));
        }
    }

    private void tieEnds(Overlaps overlaps, UntilHorizon other) {
        tie(overlaps, other, "events", this::hadEvent, other::hadEvent);
        tie(overlaps, other, "deathsKnown", this::diedFree, other::diedFree);
        tie(overlaps, other, "deathsNotKnown", this::diedUnknown, other::diedUnknown);
    }

    /** Says how many of those here were so there: until an earlier horizon, or among others. */
    void tie(Overlaps overlaps, UntilHorizon other, String what, IntPredicate here, IntPredicate there) {
        overlaps.tie(quantity(what), people(here), other.quantity(what), other.people(there));
    }

    private List<Subject> people(IntPredicate such) {
        return IntStream.range(0, size()).filter(such).mapToObj(this::subject).collect(Collectors.toList());
    }

    private List<Subject> everybody() {
        return people(person -> true);
    }

    private Subject subject(int person) {
        return predictions.getPredictions().get(person).getFollowUp().getSubject();
    }

    Term term() {
        return OutcomeTerms.of(StudyHorizon.ofMonths(months));
    }

    String quantity(String what) {
        return predictions.quantity(months + "." + what);
    }

    private Cell count(String what, IntPredicate such) {
        return Cell.count(quantity(what), count(such));
    }

    long count(IntPredicate such) {
        return IntStream.range(0, size()).filter(such).count();
    }
}
