/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.balance;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;

/** The persons on one side of a comparison who have weight, and their weights. */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class WeightedGroup {

    private final int[] members;

    /** Of each member, above 0. */
    private final double[] weights;

    /**
     * @param weights of all persons, from 0
     * @throws IllegalArgumentException where there are not as many weights as persons, or one is not a finite number from 0
     */
    static WeightedGroup of(boolean[] treated, boolean side, double[] weights) {
        if (weights.length != treated.length) {
            throw new IllegalArgumentException(weights.length + " weights for " + treated.length + " persons");
        }
        if (!Arrays.stream(weights).allMatch(weight -> weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("A weight is a finite number from 0");
        }
        int[] members = IntStream.range(0, treated.length)
                .filter(i -> treated[i] == side && weights[i] > 0)
                .toArray();
        return new WeightedGroup(
                members, Arrays.stream(members).mapToDouble(i -> weights[i]).toArray());
    }

    /** {@code NaN} without members; exactly the value where all members have the same. */
    double mean(IntToDoubleFunction value) {
        if (isConstant(value)) {
            return value.applyAsDouble(members[0]);
        }
        double sum = 0;
        for (int i = 0; i < members.length; i++) {
            sum += weights[i] * value.applyAsDouble(members[i]);
        }
        return sum / Arrays.stream(weights).sum();
    }

    /**
     * Σw / ((Σw)² − Σw²) · Σ w (x − x̄)²; {@code NaN} for fewer than two members, and exactly 0 where all members have the
     * same value.
     */
    double variance(IntToDoubleFunction value) {
        if (members.length < 2) {
            return Double.NaN;
        }
        if (isConstant(value)) {
            return 0;
        }
        double mean = mean(value);
        double squares = 0;
        for (int i = 0; i < members.length; i++) {
            double deviation = value.applyAsDouble(members[i]) - mean;
            squares += weights[i] * deviation * deviation;
        }
        double sum = Arrays.stream(weights).sum();
        return sum / (sum * sum - sumOfSquares()) * squares;
    }

    /** (Σw)² / Σw² (Kish 1965, Survey Sampling): how many persons of equal weight tell as much. 0 without members. */
    double effectiveSize() {
        double sum = Arrays.stream(weights).sum();
        return members.length == 0 ? 0 : sum * sum / sumOfSquares();
    }

    private double sumOfSquares() {
        return Arrays.stream(weights).map(weight -> weight * weight).sum();
    }

    private boolean isConstant(IntToDoubleFunction value) {
        return members.length > 0
                && Arrays.stream(members).allMatch(i -> value.applyAsDouble(i) == value.applyAsDouble(members[0]));
    }
}
