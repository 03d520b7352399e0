/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.survival;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.statistics.survival.Estimate;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Term;

/** Makes curves of estimates over time, as results have them, out of those that were computed. */
public final class IncidenceCurves {

    private static final int MONTHS_BETWEEN_TICKS = 6;

    private IncidenceCurves() {}

    /**
     * @param computed an estimate of something that begins with {@code start}
     * @param months until which it is shown
     * @param told what a table tells after so many months
     */
    public static Curve of(
            Term of,
            org.openmrs.module.smpr.statistics.survival.Curve computed,
            double start,
            int months,
            Map<Integer, Point> told) {
        List<Double> times = new ArrayList<>();
        List<Double> estimates = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        times.add(0.0);
        estimates.add(start);
        lower.add(Double.NaN);
        upper.add(Double.NaN);
        double end = FollowUpData.day(months);
        for (int step = 0; step < computed.size() && computed.time(step) <= end; step++) {
            if (!Double.isNaN(computed.value(step))) {
                times.add(computed.time(step));
                estimates.add(computed.value(step));
                lower.add(computed.interval(step).getLower());
                upper.add(computed.interval(step).getUpper());
            }
        }
        List<Double> ticks = new ArrayList<>();
        List<Long> atRisk = new ArrayList<>();
        List<Long> events = new ArrayList<>();
        List<Estimate> tables = new ArrayList<>();
        List<List<String>> counts = new ArrayList<>();
        for (int month = 0; month <= months; month += MONTHS_BETWEEN_TICKS) {
            double tick = month == 0 ? 0 : FollowUpData.day(month);
            Point point = told.get(month);
            Estimate estimate = point == null ? computed.at(tick) : point.estimate;
            tables.add(estimate);
            ticks.add(tick);
            atRisk.add((long) estimate.getAtRisk());
            events.add((long) estimate.getEvents());
            counts.add(point == null ? Collections.emptyList() : point.restsOn);
        }
        return Curve.builder()
                .of(of)
                .times(times)
                .estimates(estimates)
                .lower(lower)
                .upper(upper)
                .ticks(ticks)
                .atRisk(atRisk)
                .events(events)
                .told(tables.stream()
                        .map(estimate -> new Curve.Told(
                                estimate.getValue(),
                                estimate.getInterval().getLower(),
                                estimate.getInterval().getUpper()))
                        .collect(Collectors.toList()))
                .restsOn(counts)
                .build();
    }

    /** What a table tells at a time, which need not be what the curve has there: it goes on with what is known later. */
    @Value
    public static class Point {

        Estimate estimate;

        /** The names of the counts that it is made of. */
        List<String> restsOn;
    }
}
