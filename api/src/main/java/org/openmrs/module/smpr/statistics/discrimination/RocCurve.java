/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import java.util.ArrayList;
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
 * half. Its standard error is that of DeLong, DeLong and Clarke-Pearson (1988, Biometrics 44:837-845), by the midranks
 * of Sun and Xu (2014, IEEE Signal Process Lett 21:1389-1393), in n log n.
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
        double[] placements = placements(checked, outcome);
        double[] ofCases = select(placements, outcome, true);
        double[] ofControls = select(placements, outcome, false);
        return new RocCurve(
                ofCases.length,
                ofControls.length,
                points(checked, outcome, ofCases.length, ofControls.length),
                Estimate.of(Mean.of(ofCases).getAsDouble(), standardError(placements, outcome)),
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

    /** For each case the share of the controls that score lower, for each control that of the cases that do. */
    private static double[] placements(double[] scores, boolean[] outcome) {
        double[] amongAll = Ranks.mid(scores);
        double[] amongCases = Ranks.mid(select(scores, outcome, true));
        double[] amongControls = Ranks.mid(select(scores, outcome, false));
        double[] placements = new double[scores.length];
        int cases = 0;
        int controls = 0;
        for (int i = 0; i < scores.length; i++) {
            placements[i] = outcome[i]
                    ? (amongAll[i] - amongCases[cases++]) / amongControls.length
                    : (amongAll[i] - amongControls[controls++]) / amongCases.length;
        }
        return placements;
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

    private static List<Point> points(double[] scores, boolean[] outcome, double cases, double controls) {
        int[] descending = IntStream.range(0, scores.length)
                .boxed()
                .sorted((i, j) -> Double.compare(scores[j], scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Point> points = new ArrayList<>();
        points.add(new Point(Double.POSITIVE_INFINITY, 0 / cases, controls / controls));
        int truePositives = 0;
        int falsePositives = 0;
        for (int k = 0; k < descending.length; k++) {
            if (outcome[descending[k]]) {
                truePositives++;
            } else {
                falsePositives++;
            }
            double threshold = scores[descending[k]];
            if (k + 1 == descending.length || scores[descending[k + 1]] != threshold) {
                points.add(new Point(threshold, truePositives / cases, (controls - falsePositives) / controls));
            }
        }
        return Collections.unmodifiableList(points);
    }

    private static double[] select(double[] values, boolean[] outcome, boolean which) {
        return IntStream.range(0, values.length)
                .filter(i -> outcome[i] == which)
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
