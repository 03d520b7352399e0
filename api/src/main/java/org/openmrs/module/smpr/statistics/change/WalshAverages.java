/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import java.util.Arrays;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;

/**
 * The averages of any two values of a sample, each value with itself included: n(n + 1)/2 of them (Walsh 1949, Ann Math
 * Stat 20:64-81). One of given rank is found without making them all, by halving the numbers that it can be, which 64 steps
 * exhaust, and counting in each step those not above.
 */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class WalshAverages {

    private final double[] sorted;

    /** @param values at least one, finite, in any order */
    static WalshAverages of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new WalshAverages(sorted);
    }

    long size() {
        return sorted.length * (sorted.length + 1L) / 2;
    }

    double median() {
        long middle = (size() + 1) / 2;
        double lower = smallest(middle);
        return size() % 2 == 1 ? lower : (lower + smallest(middle + 1)) / 2;
    }

    /** @param rank from 1, the smallest, to {@link #size()} */
    double smallest(long rank) {
        long low = key(2 * sorted[0]);
        long high = key(2 * sorted[sorted.length - 1]);
        while (low < high) {
            // Rounded down, and without the overflow that their sum has.
            long middle = (low & high) + ((low ^ high) >> 1);
            if (upTo(number(middle)) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        // Adding 0.0 leaves no -0.0.
        return number(low) / 2 + 0.0;
    }

    /** How many sums of two values are no greater. */
    private long upTo(double sum) {
        long count = 0;
        int last = sorted.length - 1;
        for (int i = 0; i <= last; i++) {
            while (last >= i && sorted[i] + sorted[last] > sum) {
                last--;
            }
            count += last - i + 1;
        }
        return count;
    }

    /** Whole numbers in the order of the doubles. */
    private static long key(double number) {
        long bits = Double.doubleToLongBits(number + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private static double number(long key) {
        return Double.longBitsToDouble(key ^ (key >> 63 & Long.MAX_VALUE));
    }
}
