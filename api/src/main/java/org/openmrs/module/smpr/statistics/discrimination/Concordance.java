/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;

/**
 * How often, of two people, the one with the earlier event has the higher score: the C-index. A pair counts where it is
 * known who was first: one has the event and the other was followed longer, or is censored at the same time, an event
 * and a censoring at the same time having happened in this order. Two events at the same time are no pair; the same
 * score counts half. A higher score means more risk, a protective one comes negated.
 *
 * <p>The standard error is the infinitesimal jackknife, as in the R package survival ({@code concordance(…, reverse =
 * TRUE)}): the root of the sum over people of the squared derivative by their weight. Everything is in n log n.
 *
 * <p>With few events it is too small. Of 40 people, of whom ten have the event, its interval held Harrell's C in 92 % of
 * simulated samples and Uno's in 93 %, of 100 people in 94 % and 95 %.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class Concordance {

    /** What becomes of those who had the competing event. */
    public enum CompetingEvent {
        /**
         * They are kept to the end as people who never have the event, and so in a pair with everybody who has it,
         * whoever was first: a score is good that puts those lower who die without it (Wolbers, Koller, Witteman and
         * Steyerberg 2009, Epidemiology 20:555-561; Wolbers, Blanche, Koller, Witteman and Gerds 2014, Biostatistics
         * 15:526-539).
         */
        NEVER,
        /**
         * They are censored when it happens, and so only in pairs with earlier events: a score is good for the hazard
         * of the event among those still free of both.
         */
        CENSORED
    }

    /** Of one score. */
    @Value
    @AllArgsConstructor(access = AccessLevel.PRIVATE)
    public static class Result {

        /** NaN without pairs; its standard error is NaN where fewer than two people with the event are in pairs. */
        Estimate c;

        /** Pairs in which the higher score had the event first, unweighted. */
        long concordant;

        /** Pairs in which the lower score had it first. */
        long discordant;

        /** Pairs with the same score. */
        long tied;

        /** Two with the event at the same time, which are no pair. */
        long sameTime;
    }

    CompetingEvent competingEvent;

    /** The latest event that counts; infinite where all do. */
    double limit;

    /** Whether pairs weigh as much as it was improbable to be followed so long, or all the same. */
    boolean weighted;

    /**
     * Harrell's C: all pairs weigh the same (Harrell, Lee and Mark 1996, Stat Med 15:361-387). It depends on how long
     * people happened to be followed.
     */
    public static Concordance harrell(CompetingEvent competingEvent) {
        return new Concordance(competingEvent, Double.POSITIVE_INFINITY, false);
    }

    /**
     * Uno's C up to a limit: a pair weighs 1 / G², with G the probability of not having been censored before the first
     * event, by the Kaplan–Meier curve of censoring, so that it does not depend on how long people happened to be
     * followed (Uno, Cai, Pencina, D'Agostino and Wei 2011, Stat Med 30:1105-1117). A pair with one whose competing
     * event was first weighs 1 / (G · G′), with G′ that of his time (Wolbers et al. 2014). It supposes that censoring
     * has nothing to do with the score or the outcome.
     *
     * <p>The standard error takes the weights as known, as the R package survival does ({@code timewt = "n/G2"}, {@code
     * ymax} the limit). In simulations (60 and 200 people, two to three fifths of them censored) it was 0 to 3 % larger
     * than one that accounts for their estimation, and its intervals covered no less.
     *
     * @param limit the latest event that counts; choose it where a good share is still followed, since later ones weigh
     *     most
     * @throws IllegalArgumentException where it is not above 0
     */
    public static Concordance uno(CompetingEvent competingEvent, double limit) {
        return new Concordance(competingEvent, positive(limit), true);
    }

    /**
     * The same, with events after the limit left out; who has one is followed longer than the limit, and that is all.
     *
     * @throws IllegalArgumentException where the limit is not above 0
     */
    public Concordance upTo(double limit) {
        return new Concordance(competingEvent, positive(limit), weighted);
    }

    private static double positive(double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("A limit is above 0, not " + limit);
        }
        return limit;
    }

    /**
     * @param scores higher for more risk, of the same people in the same order
     * @throws IllegalArgumentException where there are not as many, or one is not a finite number
     */
    public Result of(double[] scores, FollowUp followUp) {
        Ordered ordered = new Ordered(followUp);
        PairWeights counted = ordered.pairs(scores, false);
        return new Result(
                ordered.estimate(ordered.pairs(scores, weighted)),
                (long) counted.getConcordant(),
                (long) counted.getDiscordant(),
                (long) counted.getTied(),
                ordered.sameTime());
    }

    /**
     * Of two scores of the same people. z and p are NaN where the two order everybody alike.
     *
     * @throws IllegalArgumentException where there are not as many scores as people, or one is not a finite number
     */
    public Comparison paired(double[] first, double[] second, FollowUp followUp) {
        Ordered ordered = new Ordered(followUp);
        PairWeights one = ordered.pairs(first, weighted);
        PairWeights other = ordered.pairs(second, weighted);
        double[] ofOne = one.influence();
        double[] ofOther = other.influence();
        double[] differences = IntStream.range(0, followUp.size())
                .mapToDouble(i -> ofOne[i] - ofOther[i])
                .toArray();
        return Comparison.of(ordered.estimate(one), ordered.estimate(other), ordered.standardError(differences));
    }

    /** People in the order in which what is known of them ends, whatever the score. */
    private final class Ordered {

        private final FollowUp followUp;

        /** Who comes later here is known to have been free of the event for longer than who has it. */
        private final int[] places;

        private final int[] order;

        /** The inverse of the probability of not having been censored before. */
        private final double[] inverse;

        Ordered(FollowUp original) {
            followUp = competingEvent == CompetingEvent.CENSORED ? original.withCompetingCensored() : original;
            int[] ranks = Ranks.lowest(followUp.times());
            places = IntStream.range(0, ranks.length)
                    .map(i -> 2 * ranks[i] + (followUp.hasEvent(i) ? 0 : 1))
                    .toArray();
            order = IntStream.range(0, ranks.length)
                    .mapToLong(i -> (long) places[i] << 32 | i)
                    .sorted()
                    .mapToInt(key -> (int) key)
                    .toArray();
            Censoring censoring = Censoring.of(followUp);
            inverse = IntStream.range(0, ranks.length)
                    .mapToDouble(i -> 1 / censoring.followedUntil(followUp.time(i)))
                    .toArray();
        }

        PairWeights pairs(double[] scores, boolean weighted) {
            int[] ranks = Ranks.lowest(Ranks.scores(scores, followUp.size()));
            PairWeights pairs = new PairWeights(ranks);
            addPairsWithEarlier(pairs, ranks, weighted);
            addPairsWithLater(pairs, ranks, weighted);
            return pairs;
        }

        /** Everybody with those who had the event before him, and these with whose competing event was before. */
        private void addPairsWithEarlier(PairWeights pairs, int[] ranks, boolean weighted) {
            RankWeights events = new RankWeights(ranks.length);
            RankWeights competing = new RankWeights(ranks.length);
            inGroups(order, (person, entering) -> {
                double weight = weighted ? inverse[person] : 1;
                if (!entering) {
                    pairs.addAsControl(person, 1, events);
                    if (isCase(person)) {
                        pairs.addAsCase(person, weight, competing);
                    }
                } else if (isCase(person)) {
                    events.add(ranks[person], weight * weight);
                } else if (followUp.hasCompeting(person)) {
                    competing.add(ranks[person], weight);
                }
            });
        }

        /** The same pairs, for the other of the two. */
        private void addPairsWithLater(PairWeights pairs, int[] ranks, boolean weighted) {
            RankWeights all = new RankWeights(ranks.length);
            RankWeights events = new RankWeights(ranks.length);
            inGroups(reversed(order), (person, entering) -> {
                double weight = weighted ? inverse[person] : 1;
                if (entering) {
                    all.add(ranks[person], 1);
                    if (isCase(person)) {
                        events.add(ranks[person], weight);
                    }
                } else if (isCase(person)) {
                    pairs.addAsCase(person, weight * weight, all);
                } else if (followUp.hasCompeting(person)) {
                    pairs.addAsControl(person, weight, events);
                }
            });
        }

        /** Those at one place are compared with those before, each, and only then enter themselves. */
        private void inGroups(int[] people, Visit visit) {
            int start = 0;
            while (start < people.length) {
                int end = start;
                while (end < people.length && places[people[end]] == places[people[start]]) {
                    visit.of(people[end++], false);
                }
                while (start < end) {
                    visit.of(people[start++], true);
                }
            }
        }

        private boolean isCase(int person) {
            return followUp.hasEvent(person) && followUp.time(person) <= limit;
        }

        long sameTime() {
            return IntStream.of(order)
                    .filter(this::isCase)
                    .boxed()
                    .collect(Collectors.groupingBy(i -> places[i], Collectors.counting()))
                    .values()
                    .stream()
                    .mapToLong(people -> people * (people - 1) / 2)
                    .sum();
        }

        Estimate estimate(PairWeights pairs) {
            return Estimate.of(pairs.probability(), standardError(pairs.influence()));
        }

        double standardError(double[] influence) {
            if (casesInPairs() < 2) {
                return Double.NaN;
            }
            return Math.sqrt(Arrays.stream(influence).map(x -> x * x).sum());
        }

        private long casesInPairs() {
            int last = IntStream.of(places).max().orElse(0);
            int firstCompeting = IntStream.of(order)
                    .filter(followUp::hasCompeting)
                    .map(i -> places[i])
                    .findFirst()
                    .orElse(last);
            return IntStream.of(order)
                    .filter(this::isCase)
                    .filter(i -> places[i] < last || places[i] > firstCompeting)
                    .count();
        }
    }

    @FunctionalInterface
    private interface Visit {

        void of(int person, boolean entering);
    }

    private static int[] reversed(int[] order) {
        return IntStream.range(0, order.length)
                .map(i -> order[order.length - 1 - i])
                .toArray();
    }
}
