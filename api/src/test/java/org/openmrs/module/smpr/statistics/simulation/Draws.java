/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.simulation;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** What chance gives one repetition. */
final class Draws {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final SplittableRandom random;

    /** @param seed the repetition's own, so that it is the same in whichever order repetitions are made */
    Draws(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Above 0 and below 1. */
    double uniform() {
        return random.nextDouble(Double.MIN_VALUE, 1);
    }

    /** From 0 to below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    double normal() {
        return NORMAL.inverseCumulativeProbability(uniform());
    }

    /** Infinite where the rate is 0. */
    double exponential(double rate) {
        return -Math.log(uniform()) / rate;
    }
}
