/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lombok.Getter;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.statistics.Proportion;
import org.openmrs.module.smpr.statistics.agreement.IntraclassCorrelation;
import org.openmrs.module.smpr.statistics.agreement.WeightedKappa;
import org.openmrs.module.smpr.study.data.RatingPair;

/** How far the two ratings of the used pairs agree in one thing that is rated. */
@Getter
final class Agreement {

    /** One a pair that has both values; where the same two raters rate all, by rater, else by first and second. */
    private final double[][] values;

    /** Pairs in which one of the two has no value. */
    private final long oneOnly;

    /** Pairs in which neither has. */
    private final long neither;

    /** @param value NaN for none */
    Agreement(InstrumentPairs pairs, ToDoubleFunction<Assessment> value) {
        boolean crossed = pairs.isCrossed();
        List<double[]> both = new ArrayList<>();
        long one = 0;
        long none = 0;
        for (RatingPair pair : pairs.getUsed()) {
            double first = value.applyAsDouble(pair.getFirst());
            double second = value.applyAsDouble(pair.getSecond());
            if (Double.isNaN(first) && Double.isNaN(second)) {
                none++;
            } else if (Double.isNaN(first) || Double.isNaN(second)) {
                one++;
            } else {
                both.add(crossed && pairs.isTurned(pair) ? new double[] {second, first} : new double[] {first, second});
            }
        }
        this.values = both.toArray(new double[0][]);
        this.oneOnly = one;
        this.neither = none;
    }

    int n() {
        return values.length;
    }

    IntraclassCorrelation correlation(IntraclassCorrelation.Form form) {
        return IntraclassCorrelation.of(form, values);
    }

    /** Of values that are places among that many categories, from 0. */
    WeightedKappa kappa(int categories, WeightedKappa.Weights weights) {
        int[] first = new int[values.length];
        int[] second = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            first[i] = (int) values[i][0];
            second[i] = (int) values[i][1];
        }
        return WeightedKappa.of(first, second, categories, weights);
    }

    /** The share of pairs in which both values are the same. */
    Proportion same() {
        long same = 0;
        for (double[] pair : values) {
            same += pair[0] == pair[1] ? 1 : 0;
        }
        return Proportion.of(same, values.length);
    }
}
