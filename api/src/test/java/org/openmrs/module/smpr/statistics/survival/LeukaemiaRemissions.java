/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.Arrays;

/**
 * Weeks of remission of 42 children with acute leukaemia, 21 given 6-mercaptopurine and 21 a placebo (Freireich et al., 1963,
 * Blood 21:699-716; Gehan, 1965, Biometrika 52:203-223; Cox and Oakes, 1984, Analysis of Survival Data, table 1.1), the
 * treated first.
 */
final class LeukaemiaRemissions {

    private static final double[] WEEKS = {
        6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35, //
        1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23
    };

    private static final int[] RELAPSED = {
        1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, //
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
    };

    private static final int TREATED = 21;

    private LeukaemiaRemissions() {}

    static SurvivalData all() {
        return SurvivalData.of(WEEKS, RELAPSED);
    }

    static SurvivalData treated() {
        return all().where(row -> row < TREATED);
    }

    static SurvivalData placebo() {
        return all().where(row -> row >= TREATED);
    }

    /** 0 of the treated, 1 of the others. */
    static int[] groups() {
        int[] groups = new int[WEEKS.length];
        Arrays.fill(groups, TREATED, groups.length, 1);
        return groups;
    }
}
