/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.validity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Getter;
import org.openmrs.module.smpr.instrument.Index;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.data.FollowUpFrom;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.WavesBeforeFollowUp;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/**
 * Finds of whom measures of a wave predict something, and why of the others they do not. What is measured, or was last charted, after the
 * day that it predicts from predicts nothing: it may have been written in the light of what it is to foretell.
 *
 * <p>A wave before follow-up predicts from the index day. A later one predicts from the day on which it was made, and of those alone who
 * were without an event and at risk on it.
 */
@Getter
final class Predictions {

    /** What becomes of a participant here. */
    enum Place {
        NOT_MADE("notMade"),
        NO_VALUE("noValue"),
        NO_ORIGIN("noOrigin"),
        /** Of a wave before follow-up: made after the index day. */
        MADE_AFTER("madeAfter"),
        AMENDED_AFTER("amendedAfter"),
        /** Of a later wave: made before the index day. */
        MADE_BEFORE("madeBefore"),
        EVENT_BEFORE("eventBefore"),
        DIED_BEFORE("diedBefore"),
        NOT_AT_RISK("notAtRisk"),
        NOT_KNOWN("notKnown"),
        PREDICTED("predicted");

        private final String code;

        Place(String code) {
            this.code = code;
        }

        private boolean canBe(boolean fromLandmark) {
            return fromLandmark
                    ? this != MADE_AFTER
                    : this != MADE_BEFORE && this != EVENT_BEFORE && this != DIED_BEFORE;
        }

        /** @return whether something has to be known of him, or was to be made in time, for him to be predicted */
        private boolean isMissing() {
            return compareTo(MADE_BEFORE) <= 0 || this == NOT_KNOWN;
        }
    }

    private static final String MISSING = "missing";

    private final StudyData data;

    private final Wave wave;

    private final List<Measure> measures;

    private final Counted counted;

    /** From the day that they predict from, as far as they are followed: not before any horizon. */
    private final int months;

    /** Whether each predicts from the day on which it was made, and not from the index day. */
    private final boolean fromLandmark;

    /** Begins the names of what is counted of them. */
    private final String quantity;

    /** In the order of the participants. */
    private final List<Prediction> predictions;

    private final Map<Place, Long> places;

    Predictions(StudyData data, String quantity, Wave wave, List<Measure> measures, Counted counted, int months) {
        this.data = data;
        this.quantity = quantity;
        this.wave = wave;
        this.measures = measures;
        this.counted = counted;
        this.months = months;
        fromLandmark = !WavesBeforeFollowUp.contains(data, wave);
        List<Prediction> found = new ArrayList<>();
        Map<Place, Long> counts = new EnumMap<>(Place.class);
        data.getSubjects().forEach(subject -> counts.merge(place(subject, found), 1L, Long::sum));
        predictions = Collections.unmodifiableList(found);
        places = Collections.unmodifiableMap(counts);
    }

    long count(Place place) {
        return places.getOrDefault(place, 0L);
    }

    Cell n() {
        return Cell.count(quantity(Place.PREDICTED.code), predictions.size());
    }

    /** @return how many of the participants it is not known of, or too late */
    Cell missing() {
        return Cell.count(
                quantity(MISSING), missingPlaces().mapToLong(this::count).sum());
    }

    /** @return how that is made up */
    Sum sum() {
        return new Sum(
                quantity(MISSING),
                missingPlaces().map(place -> quantity(place.code)).collect(Collectors.toList()));
    }

    private Stream<Place> missingPlaces() {
        return Arrays.stream(Place.values()).filter(place -> place.isMissing() && place.canBe(fromLandmark));
    }

    String quantity(String what) {
        return quantity + "." + what;
    }

    /** @return what becomes of each participant, so that it adds up: the reasons by themselves, so that a rare one hides no more than them */
    ResultTable table(List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(Column.term("prediction"), Column.count("n"));
        List<String> reasons = new ArrayList<>();
        for (Place place : Place.values()) {
            if (place != Place.PREDICTED && place.canBe(fromLandmark)) {
                reasons.add(quantity(place.code));
                add(rows, place.code, count(place));
            }
        }
        add(rows, "notPredicted", data.getSubjects().size() - predictions.size());
        add(rows, Place.PREDICTED.code, predictions.size());
        long interrupted =
                predictions.stream().filter(Prediction::hasTimeNotAtRisk).count();
        add(rows, "withoutGap", predictions.size() - interrupted);
        add(rows, "withGap", interrupted);
        List<Sum> sums = new ArrayList<>(Arrays.asList(
                new Sum(quantity("notPredicted"), Collections.unmodifiableList(reasons)),
                Sum.of(Quantities.ANALYSED, quantity("notPredicted"), quantity(Place.PREDICTED.code)),
                Sum.of(quantity(Place.PREDICTED.code), quantity("withoutGap"), quantity("withGap"))));
        if (measures.size() == 1) {
            sums.add(Sum.of(
                    Quantities.noValues(wave.getCode(), measures.get(0)),
                    quantity(Place.NOT_MADE.code),
                    quantity(Place.NO_VALUE.code)));
        }
        return rows.as("predicted")
                .sums(Collections.unmodifiableList(sums))
                .notes(notes)
                .build();
    }

    private void add(ResultTable.Rows rows, String code, long n) {
        rows.add(Cell.of(Term.of("prediction", code)), Cell.count(quantity(code), n));
    }

    private Place place(Subject subject, List<Prediction> found) {
        List<Measurement> restsOn = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Measure measure : measures) {
            Measurement measurement =
                    subject.at(wave.getCode(), measure.getInstrument()).orElse(null);
            if (measurement == null) {
                return Place.NOT_MADE;
            }
            restsOn.add(measurement);
            values.add(Subject.value(measurement, measure, data.getMeasures()));
            if (measure.getKind() == Measure.Kind.INDEX) {
                counterpart(subject, measurement, measure).ifPresent(restsOn::add);
            }
        }
        if (values.stream().anyMatch(value -> Double.isNaN(value))) {
            return Place.NO_VALUE;
        }
        if (subject.getStatus() == null) {
            return Place.NO_ORIGIN;
        }
        LocalDate made = restsOn.stream()
                .map(Measurement::getDay)
                .max(Comparator.naturalOrder())
                .get();
        LocalDate origin = fromLandmark ? made : subject.getIndexDay();
        if (made.isAfter(origin)) {
            return Place.MADE_AFTER;
        }
        if (!restsOn.stream().map(Measurement::getLastCharted).allMatch(day -> day != null && !day.isAfter(origin))) {
            return Place.AMENDED_AFTER;
        }
        FollowUpFrom followUp = FollowUpFrom.of(subject, origin, counted, months);
        Place place = place(followUp);
        if (place == Place.PREDICTED) {
            found.add(new Prediction(Collections.unmodifiableList(values), followUp));
        }
        return place;
    }

    private Place place(FollowUpFrom followUp) {
        switch (followUp.getStanding()) {
            case FOLLOWED:
                return fromLandmark && !followUp.isAtRisk() ? Place.NOT_AT_RISK : Place.PREDICTED;
            case EVENT_BEFORE:
                return Place.EVENT_BEFORE;
            case DIED_BEFORE:
                return Place.DIED_BEFORE;
            case NEVER_AT_RISK:
                return Place.NOT_AT_RISK;
            case BEFORE_ORIGIN:
                return Place.MADE_BEFORE;
            case NO_ORIGIN:
                return Place.NO_ORIGIN;
            default:
                return Place.NOT_KNOWN;
        }
    }

    /** @return the assessment with the other instrument that an index was computed from: the nearest that has its sum, as it was found there */
    private Optional<Measurement> counterpart(Subject subject, Measurement measurement, Measure index) {
        String code = index.getCode().split("\\.")[2];
        return data.getSite().getInstruments().stream()
                .filter(instrument -> instrument.getCode().equals(index.getInstrument()))
                .flatMap(instrument -> instrument.getIndices().stream())
                .filter(defined -> defined.getCode().equals(code))
                .findFirst()
                .flatMap(defined -> sum(defined, index.getContext()))
                .flatMap(sum -> subject.getMeasurements().stream()
                        .filter(other -> other.getInstrument().equals(sum.getInstrument())
                                && !Double.isNaN(Subject.value(other, sum, data.getMeasures())))
                        .min(Comparator.comparingLong((Measurement other) -> daysApart(measurement, other))
                                .thenComparing(Measurement::getDay)));
    }

    private Optional<Measure> sum(Index index, String context) {
        String scale = index.getOfInstrument() + ".scale." + index.getOfScale();
        return Stream.of(scale + "." + context, scale)
                .map(code -> data.getMeasures().find(code).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static long daysApart(Measurement one, Measurement other) {
        return Math.abs(ChronoUnit.DAYS.between(one.getDay(), other.getDay()));
    }
}
