/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.Builder;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.outcome.StatusAtHorizon;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.place.Stay;
import org.openmrs.module.smpr.pathway.plan.CareGiven;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.measure.Measures;
import org.openmrs.module.smpr.study.plan.StudyHorizon;

/** One participant, as the analyses take him: under his study code, with what was collected of him until the last day that may be used. */
@Value
@Builder
@EqualsAndHashCode(onlyExplicitlyIncluded = true)
public class Subject {

    /** The study code, which nobody else has. */
    @EqualsAndHashCode.Include
    String code;

    /** The last day of which anything may be used: today, or the day on which he said no to more. */
    LocalDate lastDay;

    /** Whether he said no to more being collected, and stays with what there was. */
    boolean stopped;

    /** His index episode. */
    Episode episode;

    /** The first day of the follow-up; null where it has not come or is not known, or where the site has not decided. */
    LocalDate indexDay;

    /** Whole years on the index day, on his release or at the beginning of the episode, whichever is known first in this order; null where his birth is not known. */
    Integer age;

    /** In the order of the plan of waves. */
    List<WaveState> waves;

    /** Uuids of the assessments that may be used, second ratings too: whoever reads them anew takes these alone. */
    Set<String> assessments;

    /** What was measured, second ratings left out, in order of day; of several of one instrument and day the one that stands for it. */
    List<Measurement> measurements;

    /** Contacts, actions and relays of the episode, in order of day. */
    List<CareEvent> care;

    /** How contacts were kept; null where the plan says nothing of the episode. */
    CareGiven careGiven;

    /** His stays in the flat-share after the index release, in order. */
    List<Stay> stays;

    /** How far his requests for a place came since the beginning of the episode; empty where nobody asked for one. */
    Set<PlaceStep> placeSteps;

    /** Ratings made twice, in order of day. */
    List<RatingPair> ratingPairs;

    /** Null where there is no register, or no index day. */
    StatusAtHorizon status;

    /** @return what was charted of his entry, as far as it may be used; null for nothing */
    public PathwayRecord entry() {
        return usable(episode.getEntry());
    }

    /** @return what was charted of his release, as far as it may be used; null for nothing */
    public PathwayRecord release() {
        return usable(episode.getRelease());
    }

    private PathwayRecord usable(PathwayRecord record) {
        return record == null || record.getDay().isAfter(lastDay) ? null : record;
    }

    /** @return what was measured with the instrument for the wave */
    public Optional<Measurement> at(String wave, String instrument) {
        return measurements.stream()
                .filter(measurement -> Objects.equals(measurement.getWave(), wave)
                        && measurement.getInstrument().equals(instrument))
                .findFirst();
    }

    /** @return the value at that wave; NaN where there is none */
    public double value(String wave, Measure measure, Measures measures) {
        return at(wave, measure.getInstrument())
                .map(measurement -> value(measurement, measure, measures))
                .orElse(Double.NaN);
    }

    /** @return the value; NaN where there is none */
    public static double value(Measurement measurement, Measure measure, Measures measures) {
        return measurement.value(measures.indexOf(measure));
    }

    /** @return the day of that horizon, which may be to come; null without an index day, and for an end of post-prison care that has not begun, or has not ended after it */
    public LocalDate dayOf(StudyHorizon horizon) {
        if (indexDay == null) {
            return null;
        }
        if (!horizon.isEndOfCare()) {
            return indexDay.plusMonths(horizon.getMonths());
        }
        return isPostPrisonCareEnded() && !episode.getEnded().isBefore(indexDay) ? episode.getEnded() : null;
    }

    /** @return whether post-prison care of him has begun and ended, as far as may be used */
    public boolean isPostPrisonCareEnded() {
        return isPostPrisonCareBegun() && isUntilLastDay(Optional.ofNullable(episode.getEnded()));
    }

    /** @return whether he has been released, and post-prison care of him has begun, as far as may be used */
    public boolean isPostPrisonCareBegun() {
        return isReleased() && isUntilLastDay(episode.postPrisonCareBegun());
    }

    /** @return whether he has been released, as far as may be used */
    public boolean isReleased() {
        return isUntilLastDay(episode.released());
    }

    /** What was charted as of later is not known of one who said no to more. */
    private boolean isUntilLastDay(Optional<LocalDate> day) {
        return day.filter(found -> !found.isAfter(lastDay)).isPresent();
    }

    /** @return what is known of him at the horizon; empty where nobody can say, because there is no register or no index day */
    public Optional<HorizonStatus> at(LocalDate horizon, Counted counted) {
        return Optional.ofNullable(status).map(known -> known.at(horizon, counted));
    }

    /**
     * @param months from the index day
     * @return his time at risk until that horizon, or until the last day that may be used where the horizon is still to come; empty where there is no register or no index day
     */
    public Optional<TimeAtRisk> timeAtRisk(Counted counted, int months) {
        return until(months, counted).map(until -> TimeAtRisk.of(indexDay, until));
    }

    /** @return the same, but of one who died as {@link TimeAtRisk#asFarAsKnown} has it */
    public Optional<TimeAtRisk> timeAsFarAsKnown(Counted counted, int months) {
        return until(months, counted).map(until -> TimeAtRisk.asFarAsKnown(indexDay, until));
    }

    private Optional<HorizonStatus> until(int months, Counted counted) {
        if (status == null) {
            return Optional.empty();
        }
        LocalDate horizon = indexDay.plusMonths(months);
        return at(horizon.isAfter(lastDay) ? lastDay : horizon, counted);
    }
}
