/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.Arrays;

/**
 * {@link CumulativeIncidence.Variance#INFINITESIMAL_JACKKNIFE} in the time of a sort.
 *
 * <p>With shares λ_k = d_k / Y of a step, λ. their sum and w a row's weight, a step changes the influence U of a subject as
 * follows, from the differentials of S(1 − λ.) and F_k + S λ_k:
 *
 * <pre>U_S ← (1 − λ.) U_S − S(u−) ξ.   U_Fk ← U_Fk + λ_k U_S + S(u−) ξ_k
 * ξ_k = w (1{has event k} − λ_k) / Y where he is at risk, else 0</pre>
 *
 * <p>Put as U_S = −S γ and U_Fk = φ_k − γ F_k, γ and φ change only while he is at risk, and by amounts that are w times
 * differences of running sums over all steps, b and a_k here. So each row costs two reads of them. The sums of squares over
 * all subjects follow from one step to the next by the same linear map, with the sums of w U over those at risk; what a row
 * adds to those, when it begins and ends, is read from its γ and φ.
 */
final class Jackknife {

    private final SurvivalData data;

    private final RiskSets sets;

    private final double[] survival;

    private final double[][] incidence;

    /** Before each step, and after the last: Σ λ. / (Y (1 − λ.)), steps with 1 − λ. = 0 left out. */
    private final double[] b;

    /** Likewise by cause: Σ S(u−) λ_k / Y + F_k λ. / (Y (1 − λ.)). */
    private final double[][] a;

    Jackknife(CumulativeIncidence estimate) {
        data = estimate.getData();
        sets = estimate.getSets();
        survival = estimate.getSurvival();
        incidence = estimate.getIncidence();
        int steps = sets.steps();
        b = new double[steps + 1];
        a = new double[sets.getCauses()][steps + 1];
        for (int step = 0; step < steps; step++) {
            double ofHazard = sets.shareOfAny(step) * perEvent(step);
            b[step + 1] = b[step] + ofHazard;
            for (int k = 0; k < a.length; k++) {
                double direct = sets.getWeight()[step] == 0
                        ? 0
                        : survivalBefore(step) * sets.share(k, step) / sets.getWeight()[step];
                a[k][step + 1] = a[k][step] + direct + incidence[k][step] * ofHazard;
            }
        }
    }

    /**
     * The influence of each subject of the data, in their order, on the incidence of a cause after a step.
     *
     * @param cause from 0 on
     */
    double[] influence(int cause, int step) {
        double[] gamma = new double[data.subjectCount()];
        double[] phi = new double[data.subjectCount()];
        for (int row = 0; row < data.size(); row++) {
            int first = data.getFirst()[row];
            if (first <= step) {
                int subject = data.getSubjectIndex()[row];
                double w = data.getWeight()[row];
                int last = data.getLast()[row];
                int until = Math.min(last, step) + 1;
                gamma[subject] -= w * (b[until] - b[first]);
                phi[subject] -= w * (a[cause][until] - a[cause][first]);
                if (last <= step && data.getEnd()[row] != Exposure.NO_EVENT) {
                    double jump = w * perEvent(last);
                    gamma[subject] += jump;
                    phi[subject] += jump * incidence[cause][last];
                    if (data.getEnd()[row] == cause + 1) {
                        phi[subject] += direct(row);
                    }
                }
            }
        }
        double value = incidence[cause][step];
        for (int subject = 0; subject < phi.length; subject++) {
            phi[subject] -= gamma[subject] * value;
        }
        return phi;
    }

    /** Of the survival, then of each cause, after each step. */
    double[][] variances() {
        return new Sweep().run();
    }

    /** Σ U² and what it takes, from step to step. */
    private final class Sweep {

        private final int causes = a.length;

        /** By subject; those of the causes also by cause. */
        private final double[] gamma = new double[data.subjectCount()];

        private final double[][] phi = new double[causes][data.subjectCount()];

        /** Over all subjects: Σ U_S², Σ U_S U_Fk, Σ U_Fk². */
        private double ofSurvival;

        private final double[] withSurvival = new double[causes];

        private final double[] ofCause = new double[causes];

        /** Over the rows at risk: Σ w², Σ w U_S, Σ w U_Fk. */
        private double weights;

        private double weightedSurvival;

        private final double[] weightedCause = new double[causes];

        double[][] run() {
            double[][] variances = new double[causes + 1][sets.steps()];
            for (int step = 0; step < sets.steps(); step++) {
                int now = step;
                sets.getBeginning().forEach(step, row -> begin(row, now));
                if (sets.getWeight()[step] > 0) {
                    advance(step);
                }
                sets.getEnding().forEach(step, row -> end(row, now));
                if (sets.getExhausted()[step]) {
                    ofSurvival = 0;
                    Arrays.fill(withSurvival, 0);
                    weights = 0;
                    weightedSurvival = 0;
                    Arrays.fill(weightedCause, 0);
                }
                variances[0][step] = ofSurvival;
                for (int k = 0; k < causes; k++) {
                    variances[k + 1][step] = ofCause[k];
                }
            }
            return variances;
        }

        private void begin(int row, int step) {
            int subject = data.getSubjectIndex()[row];
            double w = data.getWeight()[row];
            weights += w * w;
            weightedSurvival -= w * survivalBefore(step) * gamma[subject];
            for (int k = 0; k < causes; k++) {
                double before = step == 0 ? 0 : incidence[k][step - 1];
                weightedCause[k] += w * (phi[k][subject] - gamma[subject] * before);
            }
        }

        /** For all subjects, as if none of those at risk had an event. */
        private void advance(int step) {
            double without = sets.shareWithout(step);
            double scale = survivalBefore(step) / sets.getWeight()[step];
            double onSurvival = scale * sets.shareOfAny(step);
            for (int k = 0; k < causes; k++) {
                double share = sets.share(k, step);
                double on = -scale * share;
                double moved = weightedCause[k] + share * weightedSurvival;
                ofCause[k] +=
                        2 * share * withSurvival[k] + share * share * ofSurvival + 2 * on * moved + on * on * weights;
                withSurvival[k] = without * (withSurvival[k] + share * ofSurvival + on * weightedSurvival)
                        + onSurvival * (moved + on * weights);
                weightedCause[k] = moved + on * weights;
            }
            ofSurvival = without * without * ofSurvival
                    + 2 * without * onSurvival * weightedSurvival
                    + onSurvival * onSurvival * weights;
            weightedSurvival = without * weightedSurvival + onSurvival * weights;
        }

        private void end(int row, int step) {
            int subject = data.getSubjectIndex()[row];
            int first = data.getFirst()[row];
            double w = data.getWeight()[row];
            gamma[subject] -= w * (b[step + 1] - b[first]);
            weights -= w * w;
            double onSurvival = -survival[step] * gamma[subject];
            weightedSurvival -= w * onSurvival;
            for (int k = 0; k < causes; k++) {
                phi[k][subject] -= w * (a[k][step + 1] - a[k][first]);
                weightedCause[k] -= w * (phi[k][subject] - gamma[subject] * incidence[k][step]);
            }
            if (data.getEnd()[row] != Exposure.NO_EVENT && w > 0) {
                happen(row, step, onSurvival);
            }
        }

        /** After it he is never at risk again, so that nothing more is asked of his γ and φ. */
        private void happen(int row, int step, double onSurvival) {
            int subject = data.getSubjectIndex()[row];
            int cause = data.getEnd()[row] - 1;
            double direct = direct(row);
            ofSurvival += direct * (direct - 2 * onSurvival);
            for (int k = 0; k < causes; k++) {
                double on = phi[k][subject] - gamma[subject] * incidence[k][step];
                withSurvival[k] -= direct * on;
                if (k == cause) {
                    withSurvival[k] += direct * (onSurvival - direct);
                    ofCause[k] += direct * (2 * on + direct);
                }
            }
        }
    }

    /** What the event of a row adds to its subject's influence on the incidence of its cause: S(u−) w / Y. */
    private double direct(int row) {
        int step = data.getLast()[row];
        double w = data.getWeight()[row];
        return w == 0 ? 0 : survivalBefore(step) * w / sets.getWeight()[step];
    }

    /** 1 / (Y (1 − λ.)); 0 where nobody carries weight, or all that do have an event. */
    private double perEvent(int step) {
        double without = sets.shareWithout(step);
        return sets.getWeight()[step] == 0 || without == 0 ? 0 : 1 / (sets.getWeight()[step] * without);
    }

    private double survivalBefore(int step) {
        return step == 0 ? 1 : survival[step - 1];
    }
}
