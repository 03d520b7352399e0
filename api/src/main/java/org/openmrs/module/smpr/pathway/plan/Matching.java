/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each assessment to at most one wave and each wave at most one assessment, so that earlier assessments go to earlier
 * waves: first as many as can be within their windows, then as many as can be at all, then as near to the days on which they
 * were due as can be; of two equally near the earlier.
 */
final class Matching {

    private static final long IN_WINDOW = 1_000_000_000_000L;

    private static final long AT_ALL = 1_000_000_000L;

    /** How well an assessment suits a wave. */
    interface Suiting {

        /** @return {@link #suits}, or 0 where it does not belong to it */
        long of(Slot slot, MadeAssessment assessment);
    }

    private Matching() {}

    static long suits(boolean inWindow, LocalDate due, LocalDate day) {
        return (inWindow ? IN_WINDOW : AT_ALL) - Math.abs(ChronoUnit.DAYS.between(due, day));
    }

    static boolean isInWindow(long suits) {
        return suits > IN_WINDOW / 2;
    }

    /**
     * @param slots of one instrument, in the order in which they follow each other
     * @param assessments of that instrument, in order of their days
     */
    static Map<Slot, MadeAssessment> of(List<Slot> slots, List<MadeAssessment> assessments, Suiting suiting) {
        // best[i][j]: what the first i slots and the first j assessments can reach.
        long[][] best = new long[slots.size() + 1][assessments.size() + 1];
        for (int i = 1; i <= slots.size(); i++) {
            for (int j = 1; j <= assessments.size(); j++) {
                long suits = suiting.of(slots.get(i - 1), assessments.get(j - 1));
                best[i][j] = Math.max(best[i - 1][j], best[i][j - 1]);
                if (suits > 0) {
                    best[i][j] = Math.max(best[i][j], best[i - 1][j - 1] + suits);
                }
            }
        }
        Map<Slot, MadeAssessment> matched = new HashMap<>();
        int i = slots.size();
        int j = assessments.size();
        while (i > 0 && j > 0) {
            if (best[i][j] == best[i][j - 1]) {
                j--;
            } else if (best[i][j] == best[i - 1][j]) {
                i--;
            } else {
                matched.put(slots.get(--i), assessments.get(--j));
            }
        }
        return matched;
    }
}
