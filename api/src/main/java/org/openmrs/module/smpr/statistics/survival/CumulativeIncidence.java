/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.Arrays;
import lombok.AccessLevel;
import lombok.Getter;

/**
 * The probability of having had each of several competing events by a time, and of having had none: the estimator of Aalen
 * and Johansen (1978, Scand J Stat 5:141-150) where nobody has more than one event. With Y(u) at risk just before u, of whom
 * d.(u) have an event, d_k(u) that of cause k,
 *
 * <pre>S(t) = ∏ (1 − d.(u) / Y(u)),  F_k(t) = Σ S(u−) · d_k(u) / Y(u),  over u ≤ t,</pre>
 *
 * <p>so that S + Σ F_k = 1. With weights, Y and d are sums of weights. Late entrants and gaps are taken as they are: who is
 * not at risk does not count in Y. This supposes that leaving the risk set, and entering it, says nothing about the event.
 *
 * <p>Where everybody at risk who carries weight has had an event, S is 0 from then on, late entrants or not.
 *
 * <p>In simulations the interval of an incidence of 0.25 held its level from 20 persons on, with and without time not at risk.
 * Where some three events are to be expected it is cautious, and holds the incidence in 98 to 99 % of the samples that have one;
 * of the others, in which there is none, it says nothing.
 */
public final class CumulativeIncidence {

    /** How standard errors are found. */
    public enum Variance {
        /**
         * The infinitesimal jackknife, which holds with weights and with several stretches a subject: Σ U_i², U_i being the
         * sum over the rows of subject i of weight · derivative of the estimate with respect to that weight (Efron, 1982, The
         * Jackknife, the Bootstrap and Other Resampling Plans, chapter 6; grouped by subject as in Therneau and Grambsch, 2000,
         * Modeling Survival Data, chapter 7). R's {@code survfit} does the same for multi-state data, with {@code id}. It
         * refuses gaps there (survival 3.5); with a number of its own for each stretch, its influence values times the
         * weights, summed by subject, are these.
         */
        INFINITESIMAL_JACKKNIFE,
        /**
         * The delta method on multinomial steps (Gaynor et al., 1993, J Am Stat Assoc 88:400-409; Marubini and Valsecchi,
         * 1995, Analysing Survival Data from Clinical Trials and Observational Studies, chapter 10), of which Greenwood's
         * formula is the part for S:
         *
         * <pre>var F_k(t) = Σ (F_k(t) − F_k(u))² · d. / (Y (Y − d.)) + S(u−)² · d_k (Y − d_k) / Y³ − 2 (F_k(t) − F_k(u)) · S(u−) · d_k / Y²</pre>
         *
         * <p>Where everybody is followed from the same time without gaps and nobody is weighted, it is the infinitesimal
         * jackknife exactly; with late entrants the two differ a little. Takes no weights.
         */
        GREENWOOD
    }

    @Getter(AccessLevel.PACKAGE)
    private final SurvivalData data;

    @Getter(AccessLevel.PACKAGE)
    private final RiskSets sets;

    /** Event-free survival after each step. */
    @Getter(AccessLevel.PACKAGE)
    private final double[] survival;

    /** By cause, from 0 for the first, after each step. */
    @Getter(AccessLevel.PACKAGE)
    private final double[][] incidence;

    private final double quantile;

    private final Curve eventFree;

    private final Curve[] curves;

    private CumulativeIncidence(SurvivalData data, Variance variance, double level) {
        this.data = data;
        quantile = Curve.quantile(level);
        sets = new RiskSets(data);
        survival = new double[sets.steps()];
        incidence = new double[sets.getCauses()][sets.steps()];
        estimate();
        double[][] variances =
                variance == Variance.GREENWOOD ? new GreenwoodVariance(this).get() : new Jackknife(this).variances();
        int[] any = new int[sets.steps()];
        double[] anyWeight = new double[sets.steps()];
        curves = new Curve[sets.getCauses()];
        for (int cause = 0; cause < curves.length; cause++) {
            int[] events = sets.getEvents()[cause];
            double[] eventWeight = sets.getEventWeight()[cause];
            for (int step = 0; step < any.length; step++) {
                any[step] += events[step];
                anyWeight[step] += eventWeight[step];
            }
            curves[cause] = curve(0, incidence[cause], variances[cause + 1], events, eventWeight);
        }
        eventFree = curve(1, survival, variances[0], any, anyWeight);
    }

    /** With the infinitesimal jackknife and intervals of 95 %. */
    public static CumulativeIncidence of(SurvivalData data) {
        return of(data, Variance.INFINITESIMAL_JACKKNIFE, 0.95);
    }

    /**
     * @param level of the intervals, above 0 and below 1
     * @throws IllegalArgumentException where the level is none, or the variance takes no weights and there are any
     */
    public static CumulativeIncidence of(SurvivalData data, Variance variance, double level) {
        if (variance == Variance.GREENWOOD) {
            data.requireUnweighted("Greenwood's variance");
        }
        return new CumulativeIncidence(data, variance, level);
    }

    /** S: the probability of having had none of the events. */
    public Curve eventFree() {
        return eventFree;
    }

    /**
     * F_k: the probability of having had the event of a cause; 0 throughout where nobody had it.
     *
     * @param cause from 1 on
     * @throws IllegalArgumentException where it is less
     */
    public Curve incidence(int cause) {
        SurvivalData.checkCause(cause);
        int steps = sets.steps();
        return cause <= curves.length
                ? curves[cause - 1]
                : curve(0, new double[steps], new double[steps], new int[steps], new double[steps]);
    }

    private Curve curve(double start, double[] values, double[] variances, int[] eventsAt, double... weightsAt) {
        double[] standardErrors =
                Arrays.stream(variances).map(v -> Math.sqrt(Math.max(v, 0))).toArray();
        int[] events = eventsAt.clone();
        double[] weights = weightsAt.clone();
        for (int step = 1; step < events.length; step++) {
            events[step] += events[step - 1];
            weights[step] += weights[step - 1];
        }
        return new Curve(data, sets, start, values, standardErrors, events, weights, quantile);
    }

    private void estimate() {
        double free = 1;
        double[] had = new double[sets.getCauses()];
        for (int step = 0; step < survival.length; step++) {
            for (int cause = 0; cause < had.length; cause++) {
                had[cause] += free * sets.share(cause, step);
                incidence[cause][step] = had[cause];
            }
            free *= sets.shareWithout(step);
            survival[step] = free;
        }
    }
}
