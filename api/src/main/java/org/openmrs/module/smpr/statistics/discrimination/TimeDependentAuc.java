/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import java.util.Arrays;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;

/**
 * The area under the ROC curve of a score for who has had the event by a horizon (cumulative cases, dynamic controls),
 * where some were not followed so long and some had a competing event: the estimator of Blanche, Dartigues and
 * Jacqmin-Gadda (2013, Stat Med 32:5381-5397). A case weighs the inverse of the probability of having been followed to
 * his event, a control that of having been followed to the horizon or to the competing event, by the Kaplan–Meier curve
 * of censoring. It supposes that a higher score means more risk, a protective one coming negated, and that censoring
 * has nothing to do with the score or the outcome. No cut-off is sought.
 *
 * <p>These weights know of time from 0 on only: for a landmark the caller takes those free of events and at risk there,
 * and counts their times from it; late entry otherwise, and time not at risk such as in hospital or on an older
 * sentence, they do not account for.
 *
 * <p>Who is censored at the horizon itself is known to be free of the event up to it, and is a control. The R package
 * riskRegression leaves him out, and agrees where such times are set a little later. The standard error accounts for
 * the estimated curve of censoring, by the influence function of Blanche et al. Everything is in n log n.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class TimeDependentAuc {

    /** Who is a control. */
    public enum Controls {
        /**
         * Who is free of both events at the horizon; who had the competing one before is in no pair (as Saha and
         * Heagerty 2010, Biometrics 66:999-1011, have it). It asks whether a score tells those who have the event from
         * those who live on without it.
         */
        EVENT_FREE,
        /**
         * Who has not had the event by the horizon: he is free of both, or had the competing one before. It asks
         * whether a score tells those who have the event from all others. This is what {@code riskRegression::Score(…,
         * metrics = "auc", cause = 1, cens.model = "km")} reports.
         */
        EVENT_FREE_OR_COMPETING
    }

    /** Of one score. */
    @Value
    @AllArgsConstructor(access = AccessLevel.PRIVATE)
    public static class Result {

        /**
         * NaN without cases or without controls, and where everybody still free of events was censored before the
         * horizon. Its standard error is NaN with fewer than two of either.
         */
        Estimate auc;

        /** How many had the event by the horizon. */
        int cases;

        /** How many were free of both events at the horizon. */
        int eventFree;

        /** How many had the competing event by the horizon. */
        int competing;

        /** How many were censored before the horizon: they are in no pair, and those followed longer stand for them. */
        int censored;
    }

    /** The time by which the event is to have happened. */
    double horizon;

    Controls controls;

    /** @throws IllegalArgumentException where the horizon is not a finite number above 0 */
    public static TimeDependentAuc at(double horizon, Controls controls) {
        if (!(horizon > 0 && Double.isFinite(horizon))) {
            throw new IllegalArgumentException("A horizon is a finite time above 0, not " + horizon);
        }
        return new TimeDependentAuc(horizon, controls);
    }

    /**
     * @param scores higher for more risk, of the same people in the same order
     * @throws IllegalArgumentException where there are not as many, or one is not a finite number
     */
    public Result of(double[] scores, FollowUp followUp) {
        Weighted weighted = new Weighted(followUp);
        return new Result(
                weighted.estimate(weighted.pairs(scores)),
                (int) people(followUp).filter(i -> isCase(followUp, i)).count(),
                (int) people(followUp).filter(i -> isEventFree(followUp, i)).count(),
                (int) people(followUp).filter(i -> isCompeting(followUp, i)).count(),
                (int) people(followUp)
                        .filter(i -> followUp.isCensored(i) && followUp.time(i) < horizon)
                        .count());
    }

    /**
     * Of two scores of the same people. z and p are NaN where the two order cases and controls alike.
     *
     * @throws IllegalArgumentException where there are not as many scores as people, or one is not a finite number
     */
    public Comparison paired(double[] first, double[] second, FollowUp followUp) {
        Weighted weighted = new Weighted(followUp);
        PairWeights one = weighted.pairs(first);
        PairWeights other = weighted.pairs(second);
        double[] ofOne = weighted.influence(one);
        double[] ofOther = weighted.influence(other);
        double[] differences =
                people(followUp).mapToDouble(i -> ofOne[i] - ofOther[i]).toArray();
        return Comparison.of(weighted.estimate(one), weighted.estimate(other), weighted.standardError(differences));
    }

    private static IntStream people(FollowUp followUp) {
        return IntStream.range(0, followUp.size());
    }

    private boolean isCase(FollowUp followUp, int person) {
        return followUp.hasEvent(person) && followUp.time(person) <= horizon;
    }

    private boolean isCompeting(FollowUp followUp, int person) {
        return followUp.hasCompeting(person) && followUp.time(person) <= horizon;
    }

    private boolean isEventFree(FollowUp followUp, int person) {
        return followUp.time(person) > horizon || followUp.time(person) == horizon && followUp.isCensored(person);
    }

    private boolean isControl(FollowUp followUp, int person) {
        return isEventFree(followUp, person)
                || controls == Controls.EVENT_FREE_OR_COMPETING && isCompeting(followUp, person);
    }

    /** Who weighs how much, whatever the score. */
    private final class Weighted {

        private final FollowUp followUp;

        private final Censoring censoring;

        /** Until when a person's weight looks at the curve of censoring. */
        private final double[] until;

        private final int[] cases;

        private final int[] controls;

        Weighted(FollowUp followUp) {
            this.followUp = followUp;
            censoring = Censoring.of(followUp);
            until = Arrays.stream(followUp.times())
                    .map(time -> Math.min(time, horizon))
                    .toArray();
            cases = people(followUp).filter(i -> isCase(followUp, i)).toArray();
            // Beyond the last time that anybody was followed, nothing is known of those free of events.
            controls = censoring.followedUntil(horizon) > 0
                    ? people(followUp).filter(i -> isControl(followUp, i)).toArray()
                    : new int[0];
        }

        Estimate estimate(PairWeights pairs) {
            return Estimate.of(pairs.probability(), standardError(influence(pairs)));
        }

        PairWeights pairs(double[] scores) {
            int[] ranks = Ranks.lowest(Ranks.scores(scores, followUp.size()));
            RankWeights ofCases = new RankWeights(ranks.length);
            RankWeights ofControls = new RankWeights(ranks.length);
            Arrays.stream(cases).forEach(i -> ofCases.add(ranks[i], weight(i)));
            Arrays.stream(controls).forEach(i -> ofControls.add(ranks[i], weight(i)));
            PairWeights pairs = new PairWeights(ranks);
            Arrays.stream(cases).forEach(i -> pairs.addAsCase(i, weight(i), ofControls));
            Arrays.stream(controls).forEach(i -> pairs.addAsControl(i, weight(i), ofCases));
            return pairs;
        }

        private double weight(int person) {
            return 1 / censoring.followedUntil(until[person]);
        }

        double[] influence(PairWeights pairs) {
            double[] known = pairs.influence();
            double[] estimated = censoring.influence(known, until);
            return people(followUp).mapToDouble(i -> known[i] + estimated[i]).toArray();
        }

        /** The influences add up to 0; their variance is that of a sample. */
        double standardError(double[] influence) {
            if (cases.length < 2 || controls.length < 2) {
                return Double.NaN;
            }
            double n = influence.length;
            return Math.sqrt(Arrays.stream(influence).map(x -> x * x).sum() * n / (n - 1));
        }
    }
}
