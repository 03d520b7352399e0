/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.ToString;
import lombok.Value;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * The empirical ROC curve of a score against an outcome that is known of everybody, and the area under it. A higher
 * score means more risk: which way a scale points is fixed before the data are seen, and a protective one comes
 * negated. Whose outcome is not known is left out by the caller, who says how many they were; where they are not few,
 * or not like the rest, {@link TimeDependentAuc} is the measure. No cut-off is sought.
 *
 * <p>The area is the share of pairs of a case and a control in which the case scores higher, the same scores counted
 * half. Its standard error is that of DeLong, DeLong and Clarke-Pearson (1988, Biometrics 44:837-845). Everything is found in
 * the sorted scores of the two groups, in n log n.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class RocCurve {

    /** What holds where those count as positive whose score is the threshold or higher. */
    @Value
    public static class Point {

        /** A score that occurs, or infinity for the point where nobody is positive. */
        double threshold;

        /** The share of the cases that is positive; NaN without cases. */
        double sensitivity;

        /** The share of the controls that is not; NaN without controls. */
        double specificity;
    }

    /** How many have the outcome. */
    int cases;

    /** How many do not. */
    int controls;

    /**
     * One for each different score, from the highest threshold to the lowest, after the one where nobody is positive.
     */
    @ToString.Exclude
    List<Point> points;

    /** NaN without cases or without controls; its standard error is NaN with fewer than two of either. */
    Estimate auc;

    /** Of each person, against the other group. */
    @Getter(AccessLevel.NONE)
    @ToString.Exclude
    @EqualsAndHashCode.Exclude
    double[] placements;

    /**
     * @param scores higher for more risk
     * @param outcome of the same people in the same order, true for a case
     * @throws IllegalArgumentException where there are not as many scores as outcomes, or one is not a finite number
     */
    public static RocCurve of(double[] scores, boolean[] outcome) {
        double[] checked = Ranks.scores(scores, outcome.length);
        double[] cases = select(checked, outcome, true);
        double[] controls = select(checked, outcome, false);
        Arrays.sort(cases);
        Arrays.sort(controls);
        double[] placements = IntStream.range(0, checked.length)
                .mapToDouble(i -> below(outcome[i] ? controls : cases, checked[i]))
                .toArray();
        return new RocCurve(
                cases.length,
                controls.length,
                points(cases, controls),
                Estimate.of(
                        Mean.of(select(placements, outcome, true)).getAsDouble(), standardError(placements, outcome)),
                placements);
    }

    /**
     * The areas of two scores of the same people: DeLong's test. z and p are NaN where the two order cases and controls
     * alike.
     *
     * @param outcome of the same people in the same order, true for a case
     * @throws IllegalArgumentException where there are not as many scores as outcomes, or one is not a finite number
     */
    public static Comparison paired(double[] first, double[] second, boolean[] outcome) {
        RocCurve one = of(first, outcome);
        RocCurve other = of(second, outcome);
        double[] differences = IntStream.range(0, outcome.length)
                .mapToDouble(i -> one.placements[i] - other.placements[i])
                .toArray();
        return Comparison.of(one.auc, other.auc, standardError(differences, outcome));
    }

    /**
     * The areas in two groups that have nobody in common: the variance of the difference is the sum of both, and z is
     * compared with the normal distribution. The R package pROC finds the same z, and compares it with a t
     * distribution.
     */
    public static Comparison independent(RocCurve first, RocCurve second) {
        return Comparison.of(
                first.auc, second.auc, Math.hypot(first.auc.getStandardError(), second.auc.getStandardError()));
    }

    /** The share of sorted scores that are lower, the same ones counted half; NaN of none. */
    private static double below(double[] sorted, double score) {
        return (before(sorted, score) + before(sorted, Math.nextUp(score))) / 2.0 / sorted.length;
    }

    private static int before(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double standardError(double[] placements, boolean[] outcome) {
        double[] ofCases = select(placements, outcome, true);
        double[] ofControls = select(placements, outcome, false);
        if (ofCases.length < 2 || ofControls.length < 2) {
            return Double.NaN;
        }
        return Math.sqrt(Variance.of(ofCases).getAsDouble() / ofCases.length
                + Variance.of(ofControls).getAsDouble() / ofControls.length);
    }

    /** @param cases their scores, sorted, as are those of the controls */
    private static List<Point> points(double[] cases, double... controls) {
        List<Point> points = new ArrayList<>();
        int negativeCases = cases.length;
        int negativeControls = controls.length;
        double threshold = Double.POSITIVE_INFINITY;
        while (true) {
            points.add(new Point(
                    threshold,
                    (double) (cases.length - negativeCases) / cases.length,
                    (double) negativeControls / controls.length));
            if (negativeCases + negativeControls == 0) {
                return Collections.unmodifiableList(points);
            }
            threshold = Math.max(last(cases, negativeCases), last(controls, negativeControls));
            negativeCases = before(cases, threshold);
            negativeControls = before(controls, threshold);
        }
    }

    /** Of the first so many; below all scores where there are none. */
    private static double last(double[] sorted, int first) {
        return first == 0 ? Double.NEGATIVE_INFINITY : sorted[first - 1];
    }

    private static double[] select(double[] values, boolean[] outcome, boolean which) {
        return IntStream.range(0, values.length)
                .filter(i -> outcome[i] == which)
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
