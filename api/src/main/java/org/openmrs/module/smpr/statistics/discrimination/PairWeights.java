/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the pairs of a case and a control weigh that each person is in: those in which the case scores higher, lower and
 * the same. Their sums give the probability that a score puts a case higher, and what each person contributes to its
 * error.
 */
final class PairWeights {

    private final int[] ranks;

    private final double[] concordant;

    private final double[] discordant;

    private final double[] tied;

    /** @param ranks of the scores */
    PairWeights(int[] ranks) {
        this.ranks = ranks;
        concordant = new double[ranks.length];
        discordant = new double[ranks.length];
        tied = new double[ranks.length];
    }

    /** Counts the person's pairs as a case, with controls that weigh so much, for so much each. */
    void addAsCase(int person, double weight, RankWeights controls) {
        concordant[person] += weight * controls.below(ranks[person]);
        discordant[person] += weight * controls.above(ranks[person]);
        tied[person] += weight * controls.at(ranks[person]);
    }

    /** Counts the person's pairs as a control, with cases that weigh so much, for so much each. */
    void addAsControl(int person, double weight, RankWeights cases) {
        concordant[person] += weight * cases.above(ranks[person]);
        discordant[person] += weight * cases.below(ranks[person]);
        tied[person] += weight * cases.at(ranks[person]);
    }

    /** Of all pairs, each of which belongs to two people. */
    double getConcordant() {
        return Arrays.stream(concordant).sum() / 2;
    }

    double getDiscordant() {
        return Arrays.stream(discordant).sum() / 2;
    }

    double getTied() {
        return Arrays.stream(tied).sum() / 2;
    }

    /** The share of the concordant, the tied counted half; NaN without pairs. */
    double probability() {
        double won = getConcordant() + getTied() / 2;
        double lost = getDiscordant() + getTied() / 2;
        return won / (won + lost);
    }

    /**
     * The derivative of the probability by how often each person is in the sample, at once: with the weights taken as
     * known, the infinitesimal jackknife. They add up to 0.
     */
    double[] influence() {
        double probability = probability();
        double all = getConcordant() + getTied() + getDiscordant();
        return IntStream.range(0, ranks.length)
                .mapToDouble(i -> ((1 - probability) * (concordant[i] + tied[i] / 2)
                                - probability * (discordant[i] + tied[i] / 2))
                        / all)
                .toArray();
    }
}
