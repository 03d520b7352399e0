/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.openmrs.module.smpr.statistics.Description;
import org.openmrs.module.smpr.statistics.Interval;

/**
 * Wilcoxon's signed-rank test of persons measured twice (1945, Biometrics Bulletin 1:80-83), and the shift of Hodges and
 * Lehmann (1963, Ann Math Stat 34:598-611). Differences are the second score less the first, so that a fall is negative. The
 * test takes them for symmetrical around one point, whatever their shape, and asks whether it is 0.
 *
 * <p>Differences are taken for equal, or for 0, where they lie within 10⁻¹² of the largest score, which is what rounding
 * leaves.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class SignedRank {

    /** What becomes of differences of 0 in the test. */
    public enum Zeros {
        /** Left out before the others are ranked, as Wilcoxon does. */
        DROPPED,
        /** Ranked with the others, and their ranks left out then (Pratt 1959, J Am Stat Assoc 54:655-667). */
        RANKED
    }

    /**
     * Up to so many ranked differences the test is exact, and up to so many pairs the interval. With 200 the normal
     * approximation of a p of 0.05 is wrong by less than 0.0002.
     */
    public static final int EXACT_UP_TO = 200;

    private static final double ROUNDING = 1e-12;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static final double LOWER_TAIL = 0.025;

    /** Pairs, those with a difference of 0 included. */
    int n;

    /** Of the pairs, those with a difference of 0. */
    int zeros;

    /** Of the pairs, those with a difference above 0. */
    int positive;

    Zeros treatment;

    /** The sum of the ranks of positive differences, ties having their mean rank: R's V, often W⁺. */
    double statistic;

    /** The sum of the ranks of negative differences, W⁻. */
    double negativeSum;

    /**
     * Two-sided: twice the smaller tail, at most 1. Up to {@link #EXACT_UP_TO} ranked differences it is exact given the
     * ranks, ties included; beyond, by the normal distribution with the variance that ties leave and the correction of ½ for
     * continuity. {@code NaN} where there is no difference other than 0.
     */
    double pValue;

    /** Whether the p-value is. */
    boolean exact;

    /**
     * The median of the averages of any two differences, each with itself included; {@code NaN} without pairs. Differences
     * of 0 take part in it: R's wilcox.test leaves them out here too.
     */
    double estimate;

    /**
     * Of 95 % for the point that the estimate estimates: from the k-th smallest to the k-th largest of those averages, k
     * being the largest with which the signed-rank distribution of n untied differences covers as much, or beyond
     * {@link #EXACT_UP_TO} its normal approximation. Where differences are tied, as they are between ratings, it covers that
     * point as often or more often. Undefined up to five pairs, with which even the smallest and the largest cover less.
     */
    Interval interval;

    /**
     * The rank-biserial correlation (Kerby 2014, Compr Psychol 3:11.IT.3.1): (W⁺ − W⁻) / (W⁺ + W⁻), from −1, where all that
     * differ fall, to 1. {@code NaN} where none differ.
     */
    double rankBiserial;

    /** With zeros dropped. See {@link #of(double[], double[], Zeros)}. */
    public static SignedRank of(double[] first, double[] second) {
        return of(first, second, Zeros.DROPPED);
    }

    /**
     * Of scores of the same persons in the same order.
     *
     * @throws IllegalArgumentException where there are not as many of both, or one is not a finite number
     */
    public static SignedRank of(double[] first, double[] second, Zeros treatment) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " first scores and " + second.length + " second ones");
        }
        double tolerance = ROUNDING * Math.max(largest(first), largest(second));
        double[] differences = IntStream.range(0, first.length)
                .mapToDouble(i -> second[i] - first[i])
                .map(difference -> Math.abs(difference) <= tolerance ? 0 : difference)
                .toArray();
        int zeros = (int) Arrays.stream(differences).filter(d -> d == 0).count();
        int positive = (int) Arrays.stream(differences).filter(d -> d > 0).count();
        int dropped = treatment == Zeros.DROPPED ? zeros : 0;
        int[] ranks = doubledRanks(differences, dropped, tolerance);
        double plus = 0;
        double minus = 0;
        for (int i = 0; i < differences.length; i++) {
            if (differences[i] > 0) {
                plus += ranks[i] / 2.0;
            } else if (differences[i] < 0) {
                minus += ranks[i] / 2.0;
            }
        }
        boolean exact = zeros < differences.length && differences.length - dropped <= EXACT_UP_TO;
        int[] signed = IntStream.range(0, differences.length)
                .filter(i -> differences[i] != 0)
                .map(i -> ranks[i])
                .toArray();
        return new SignedRank(
                differences.length,
                zeros,
                positive,
                treatment,
                plus,
                minus,
                exact ? SignedRankDistribution.of(signed).twoSided((int) (2 * plus)) : approximate(signed, plus),
                exact,
                differences.length == 0
                        ? Double.NaN
                        : WalshAverages.of(differences).median(),
                interval(differences),
                (plus - minus) / (plus + minus));
    }

    /** Pairs with a difference below 0. */
    public int getNegative() {
        return n - zeros - positive;
    }

    private static double largest(double[] scores) {
        Description description = Description.of(scores);
        return scores.length == 0 ? 0 : Math.max(-description.getMin(), description.getMax());
    }

    /** Twice the mean ranks of the differences without their signs, from the lowest; those of so many zeros are not counted. */
    private static int[] doubledRanks(double[] differences, int dropped, double tolerance) {
        Integer[] order = IntStream.range(0, differences.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> Math.abs(differences[i])));
        int[] ranks = new int[differences.length];
        int from = 0;
        for (int to = 1; to <= order.length; to++) {
            if (to == order.length
                    || Math.abs(differences[order[to]]) - Math.abs(differences[order[to - 1]]) > tolerance) {
                for (int i = from; i < to; i++) {
                    ranks[order[i]] = from + 1 + to - 2 * dropped;
                }
                from = to;
            }
        }
        return ranks;
    }

    private static double approximate(int[] doubledRanks, double statistic) {
        double mean = 0;
        double variance = 0;
        for (int rank : doubledRanks) {
            mean += rank / 4.0;
            variance += rank / 4.0 * (rank / 4.0);
        }
        double distance = Math.abs(statistic - mean);
        double z = Math.max(0, distance - 0.5) / Math.sqrt(variance);
        return 2 * NORMAL.survivalProbability(z);
    }

    private static Interval interval(double[] differences) {
        int n = differences.length;
        long k = n <= EXACT_UP_TO ? exactRank(n) : approximateRank(n);
        if (k < 1) {
            return Interval.UNDEFINED;
        }
        WalshAverages averages = WalshAverages.of(differences);
        return new Interval(averages.smallest(k), averages.smallest(averages.size() - k + 1));
    }

    /** The largest k with P(W⁺ ≤ k − 1) no more than the tail; 0 where there is none. */
    private static long exactRank(int n) {
        SignedRankDistribution distribution = SignedRankDistribution.of(
                IntStream.rangeClosed(1, n).map(rank -> 2 * rank).toArray());
        int k = 0;
        double below = 0;
        while (2 * k <= distribution.getLargest()) {
            below += distribution.probability(2 * k);
            if (below > LOWER_TAIL) {
                break;
            }
            k++;
        }
        return k;
    }

    private static long approximateRank(double n) {
        double sd = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
        return (long) Math.floor(n * (n + 1) / 4 + 0.5 + NORMAL.inverseCumulativeProbability(LOWER_TAIL) * sd);
    }
}
