/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lombok.Value;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.statistics.survival.Exposure;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;
import org.openmrs.module.smpr.study.data.TimeAtRisk.Ending;

/** The follow-up of participants as the analyses of time take it, with who stands in which row. */
@Value
public class FollowUpData {

    /** The number of death among the ends of a stretch; the event of interest is {@link Exposure#EVENT}. */
    public static final int DEATH = 2;

    private static final LocalDate ANY_DAY = LocalDate.of(2001, 1, 1);

    private static final int DAYS_OF_FOUR_YEARS = 1461;

    private static final Map<Integer, Long> FEWEST_DAYS = new ConcurrentHashMap<>();

    /** Those of whom something is known from the origin on; a row's subject is the place of one here. */
    List<Subject> subjects;

    /** In the same order. */
    List<TimeAtRisk> times;

    /**
     * @param months from the origin that the follow-up is looked at
     * @return without those who have no origin, or of whom nothing was ever known after it
     */
    public static FollowUpData of(List<Subject> subjects, Counted counted, int months) {
        return of(subjects, months, subject -> subject.timeAtRisk(counted, months));
    }

    /** As {@link #of}, but that those who died are followed as {@link TimeAtRisk#asFarAsKnown} has it. */
    public static FollowUpData asFarAsKnown(List<Subject> subjects, Counted counted, int months) {
        return of(subjects, months, subject -> subject.timeAsFarAsKnown(counted, months));
    }

    private static FollowUpData of(List<Subject> subjects, int months, Function<Subject, Optional<TimeAtRisk>> timeOf) {
        List<Subject> followed = new ArrayList<>();
        List<TimeAtRisk> times = new ArrayList<>();
        for (Subject subject : subjects) {
            TimeAtRisk time =
                    timeOf.apply(subject).map(known -> known.until(day(months))).orElse(null);
            if (time != null && !time.getStretches().isEmpty()) {
                followed.add(subject);
                times.add(time);
            }
        }
        return new FollowUpData(Collections.unmodifiableList(followed), Collections.unmodifiableList(times));
    }

    /** @return whose follow-up ends so */
    public Set<Subject> ended(Ending ending) {
        return such(time -> time.getEnding() == ending);
    }

    /** @return who is at risk until the end of that day, from the origin */
    public Set<Subject> atRisk(double day) {
        return such(time ->
                time.getStretches().stream().anyMatch(stretch -> stretch.getFrom() < day && day <= stretch.getTo()));
    }

    private Set<Subject> such(Predicate<TimeAtRisk> such) {
        return IntStream.range(0, times.size())
                .filter(i -> such.test(times.get(i)))
                .mapToObj(subjects::get)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * @param months 1 or more
     * @return the day from the origin that stands for that many months after it: the fewest days that they can have, so that everybody who
     *     is known of until his own is known of until this
     */
    public static double day(int months) {
        return FEWEST_DAYS.computeIfAbsent(months, FollowUpData::fewestDays);
    }

    private static long fewestDays(int months) {
        return LongStream.range(0, DAYS_OF_FOUR_YEARS)
                .map(day -> {
                    LocalDate from = ANY_DAY.plusDays(day);
                    return ChronoUnit.DAYS.between(from, from.plusMonths(months));
                })
                .min()
                .getAsLong();
    }

    /** @return a row a stretch; the one that each belongs to is its subject */
    public SurvivalData toSurvivalData() {
        SurvivalData.Builder data = SurvivalData.builder();
        for (int i = 0; i < times.size(); i++) {
            TimeAtRisk time = times.get(i);
            for (TimeAtRisk.Stretch stretch : time.getStretches()) {
                data.add(i, stretch.getFrom(), stretch.getTo(), end(time, stretch));
            }
        }
        return data.build();
    }

    /** @return how that stretch of it ends: 0 for no event, {@link Exposure#EVENT} or {@link #DEATH} */
    public static int end(TimeAtRisk time, TimeAtRisk.Stretch stretch) {
        if (stretch.getTo() < time.getTime()) {
            return Exposure.NO_EVENT;
        }
        switch (time.getEnding()) {
            case EVENT:
                return Exposure.EVENT;
            case DIED:
                return DEATH;
            default:
                return Exposure.NO_EVENT;
        }
    }
}
