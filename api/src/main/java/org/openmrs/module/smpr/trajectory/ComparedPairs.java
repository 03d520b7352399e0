/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.IndexScoring;

/** Which two assessments of a series are compared where the reader has not chosen: each with the latest. */
final class ComparedPairs {

    /** Those of which two may be compared. */
    private final List<Assessment> points;

    /** Those of the series that stand for their days. */
    private final List<Assessment> standing;

    private final Map<Pair, Set<Comparison.Kind>> pairs = new LinkedHashMap<>();

    /** @param standing of the series of one instrument those that stand for their days, in order of the dates */
    ComparedPairs(List<Assessment> standing) {
        this.points = standing;
        this.standing = standing;
        int latest = standing.size() - 1;
        add(firstInCustody(standing), latest, Comparison.Kind.FIRST_IN_CUSTODY);
        add(release(), latest, Comparison.Kind.RELEASE);
        add(latest - 1, latest, Comparison.Kind.PREVIOUS);
    }

    /**
     * @param counted the series, in order of the dates
     * @param chosen two of it, instead
     */
    ComparedPairs(List<Assessment> counted, List<Assessment> standing, List<Assessment> chosen) {
        this.points = counted;
        this.standing = standing;
        int one = counted.indexOf(chosen.get(0));
        int other = counted.indexOf(chosen.get(1));
        add(Math.min(one, other), Math.max(one, other), Comparison.Kind.CHOSEN);
    }

    /** @param indexScoring null for one who may not see sums */
    List<Comparison> compared(IndexScoring indexScoring) {
        return pairs.entrySet().stream()
                .map(entry -> new Comparing(
                                points.get(entry.getKey().getFrom()),
                                points.get(entry.getKey().getTo()),
                                isFirstInCustody(entry.getKey().getFrom()))
                        .compared(entry.getValue(), indexScoring))
                .collect(Collectors.toList());
    }

    /** Of its day, one that the reader has chosen may be the first, or the one that stands. */
    private boolean isFirstInCustody(int point) {
        int first = firstInCustody(standing);
        return point == firstInCustody(points) || first >= 0 && points.get(point) == standing.get(first);
    }

    private void add(int from, int to, Comparison.Kind kind) {
        if (from >= 0 && from < to) {
            pairs.computeIfAbsent(new Pair(from, to), pair -> EnumSet.noneOf(Comparison.Kind.class))
                    .add(kind);
        }
    }

    private static int firstInCustody(List<Assessment> series) {
        for (int i = 0; i < series.size(); i++) {
            if (Setting.of(series.get(i)).isCustody()) {
                return i;
            }
        }
        return -1;
    }

    /** The first in the community after the last time in custody that was followed by one; those that do not say where are passed over. */
    private int release() {
        int release = -1;
        Setting last = null;
        for (int i = 0; i < standing.size(); i++) {
            Setting setting = Setting.of(standing.get(i));
            if (setting.isKnown()) {
                if (last != null && last.isCustody() && setting.isCommunity()) {
                    release = i;
                }
                last = setting;
            }
        }
        return release;
    }

    @Value
    private static class Pair {

        int from;

        int to;
    }
}
