/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import java.util.Arrays;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/** Where each of some numbers stands among them, from 1 for the lowest. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
final class Ranks {

    private static final NaturalRanking LOWEST = new NaturalRanking(TiesStrategy.MINIMUM);

    /** The same numbers share the lowest of their ranks. */
    static int[] lowest(double[] values) {
        return Arrays.stream(LOWEST.apply(values)).mapToInt(rank -> (int) rank).toArray();
    }

    /**
     * A copy in which 0 has no sign, which a scale that was negated brings and which would keep it apart from 0.
     *
     * @throws IllegalArgumentException where there are not as many as stated, or one is not a finite number
     */
    static double[] scores(double[] scores, int people) {
        if (scores.length != people) {
            throw new IllegalArgumentException(scores.length + " scores of " + people + " people");
        }
        if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A score is a finite number; leave out who has none");
        }
        return Arrays.stream(scores).map(score -> score + 0.0).toArray();
    }
}
