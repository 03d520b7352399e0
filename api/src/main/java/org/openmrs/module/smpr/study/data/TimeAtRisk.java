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
import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.outcome.Span;

/**
 * One person's follow-up as the analyses of time take it: stretches of time at risk in days since the index day, and how the last of
 * them ended.
 *
 * <p>The day that lies k days after the index day is the stretch (k − 1, k]; what happened on the index day itself happened
 * at {@value #ON_INDEX_DAY}. Days not at risk are left out. A death, or an event, on such a day counts as on the one day of risk that it
 * happened on: so that death competes wherever it comes. Where it is not known what became of him, the time ends, censored, with the
 * last day on which it was. Of one who died it is the time until his death, without a known event, also where no sufficient source reaches
 * it: the status says so, and time does not.
 */
@Value
public class TimeAtRisk {

    /** How the follow-up ended. */
    public enum Ending {
        CENSORED,
        EVENT,
        DIED
    }

    /** One stretch of time at risk, in days: after {@code from}, to {@code to}. */
    @Value
    public static class Stretch {

        double from;

        double to;
    }

    private static final double ON_INDEX_DAY = 0.5;

    /** Of one of whom nothing is known. */
    public static final TimeAtRisk NONE = new TimeAtRisk(0, Ending.CENSORED, Collections.emptyList());

    /** Days from the index day to the end; 0 where nothing was ever known of him. */
    double time;

    Ending ending;

    /** In order, none touching another; empty where he was never at risk, or nothing was ever known of him. */
    List<Stretch> stretches;

    /**
     * @param index the first day of the follow-up
     * @param status at a horizon that has come
     */
    public static TimeAtRisk of(LocalDate index, HorizonStatus status) {
        Ending ending =
                status.getStatus() == Status.EVENT ? Ending.EVENT : hasDied(status) ? Ending.DIED : Ending.CENSORED;
        return of(index, status.getDay(), ending, status.getNotAtRisk());
    }

    private static TimeAtRisk of(LocalDate index, LocalDate end, Ending ending, List<Span> notAtRisk) {
        long last = Math.max(0, ChronoUnit.DAYS.between(index, end));
        double time = last == 0 && ending != Ending.CENSORED ? ON_INDEX_DAY : last;
        List<Stretch> stretches = new ArrayList<>();
        double from = 0;
        for (Span gap : notAtRisk) {
            double before = Math.max(0, ChronoUnit.DAYS.between(index, gap.getFrom()) - 1.0);
            add(stretches, from, Math.min(before, time));
            from = Math.max(from, ChronoUnit.DAYS.between(index, gap.getTo()));
        }
        add(stretches, from, time);
        if (ending != Ending.CENSORED
                && (stretches.isEmpty() || stretches.get(stretches.size() - 1).getTo() < time)) {
            stretches.add(new Stretch(time == ON_INDEX_DAY ? 0 : time - 1, time));
        }
        return new TimeAtRisk(time, ending, Collections.unmodifiableList(stretches));
    }

    /** As {@link #of}, but that the time of one who died, and is not known to have been free of an event until then, ends censored with the last day on which he is. */
    public static TimeAtRisk asFarAsKnown(LocalDate index, HorizonStatus status) {
        if (status.getStatus() != Status.DIED_NOT_KNOWN) {
            return of(index, status);
        }
        LocalDate known = status.getKnownFreeUntil();
        return known == null
                ? NONE
                : of(
                        index,
                        known.isBefore(status.getDay()) ? known : status.getDay(),
                        Ending.CENSORED,
                        status.getNotAtRisk());
    }

    private static boolean hasDied(HorizonStatus status) {
        return status.getStatus() == Status.DIED || status.getStatus() == Status.DIED_NOT_KNOWN;
    }

    private static void add(List<Stretch> stretches, double from, double to) {
        if (from < to) {
            stretches.add(new Stretch(from, to));
        }
    }

    /**
     * @param horizon in days, above 0
     * @return the same as far as the horizon: censored there where it went on
     */
    public TimeAtRisk until(double horizon) {
        if (time <= horizon) {
            return this;
        }
        List<Stretch> before = new ArrayList<>();
        stretches.forEach(stretch -> add(before, stretch.from, Math.min(stretch.to, horizon)));
        return new TimeAtRisk(horizon, Ending.CENSORED, Collections.unmodifiableList(before));
    }

    /**
     * @param landmark in days, 0 or more
     * @return the same from the landmark on, which becomes 0; null where it had ended by then
     */
    public TimeAtRisk after(double landmark) {
        if (time <= landmark) {
            return null;
        }
        List<Stretch> after = new ArrayList<>();
        stretches.forEach(stretch -> add(after, Math.max(0, stretch.from - landmark), stretch.to - landmark));
        return new TimeAtRisk(time - landmark, ending, Collections.unmodifiableList(after));
    }
}
