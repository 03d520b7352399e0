/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.simulation;

import java.util.function.DoubleUnaryOperator;
import org.openmrs.module.smpr.statistics.discrimination.FollowUp;

/**
 * People with a normal score, of whom the hazard of the event rises with it and that of death does not; a quarter have the event
 * within 365 days. How well the score tells them apart is found by summing over its distribution.
 */
final class Scored {

    static final double HORIZON = 365;

    private static final double END = 500;

    private static final double SLOPE = 0.9;

    private static final double EVENT = 0.00070;

    private static final double DEATH = 0.00014;

    private static final double LOSS = -Math.log(0.8) / HORIZON;

    private static final int POINTS = 1200;

    private static final double REACH = 6;

    private static final int TIMES = 400;

    private Scored() {}

    /** Follows people with these scores. */
    static FollowUp follow(Draws draws, double... scores) {
        double[] times = new double[scores.length];
        int[] status = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            double event = draws.exponential(event(scores[i]));
            double death = draws.exponential(DEATH);
            double seen = Math.min(END, draws.exponential(LOSS));
            times[i] = Math.min(seen, Math.min(event, death));
            status[i] = seen < Math.min(event, death)
                    ? FollowUp.CENSORED
                    : event < death ? FollowUp.EVENT : FollowUp.COMPETING;
        }
        return FollowUp.of(times, status);
    }

    /** Of those with the event by the horizon against those free of both, or against all others. */
    static double area(boolean others) {
        Pairs pairs = new Pairs();
        pairs.add(1, m -> had(m, HORIZON), m -> others ? 1 - had(m, HORIZON) : free(m, HORIZON));
        return pairs.probability();
    }

    /** Of those with an event by the horizon against those without it until then, whether or not they died. */
    static double concordance() {
        return concordance(true);
    }

    /** The same among those whom loss leaves in pairs. */
    static double concordanceOfThoseSeen() {
        return concordance(false);
    }

    private static double concordance(boolean all) {
        Pairs pairs = new Pairs();
        for (int k = 0; k < TIMES; k++) {
            double t = (k + 0.5) * HORIZON / TIMES;
            if (all) {
                pairs.add(1, m -> event(m) * free(m, t), m -> 1 - had(m, t));
            } else {
                pairs.add(Math.exp(-LOSS * t), m -> event(m) * free(m, t), m -> seen(m, t));
            }
        }
        return pairs.probability();
    }

    private static double event(double score) {
        return EVENT * Math.exp(SLOPE * score);
    }

    private static double free(double score, double t) {
        return Math.exp(-(event(score) + DEATH) * t);
    }

    private static double had(double score, double t) {
        return event(score) / (event(score) + DEATH) * (1 - free(score, t));
    }

    /** Still followed and free of both, or followed to a death before. */
    private static double seen(double score, double t) {
        double rate = event(score) + DEATH + LOSS;
        return Math.exp(-rate * t) + DEATH / rate * (1 - Math.exp(-rate * t));
    }

    /** Sums over all pairs of two scores. */
    private static final class Pairs {

        private double won;

        private double all;

        void add(double weight, DoubleUnaryOperator ofCases, DoubleUnaryOperator ofControls) {
            double lower = 0;
            double cases = 0;
            double concordant = 0;
            for (int i = 0; i <= POINTS; i++) {
                double score = REACH * (2.0 * i / POINTS - 1);
                double density = Math.exp(-score * score / 2);
                double ofCase = density * ofCases.applyAsDouble(score);
                double ofControl = density * ofControls.applyAsDouble(score);
                concordant += ofCase * (lower + ofControl / 2);
                lower += ofControl;
                cases += ofCase;
            }
            won += weight * concordant;
            all += weight * cases * lower;
        }

        double probability() {
            return won / all;
        }
    }
}
