/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.simulation;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.rules.ExternalResource;
import org.openmrs.module.smpr.statistics.Interval;

/**
 * What a simulation found of intervals and tests, as a table in {@code target/simulations}: in how many repetitions an interval
 * of 95 % held the truth, or a test at 5 % rejected what was true. A share that lies within the band in which 99.9 % of such
 * simulations lie where the claim is true is as claimed. What is known to miss has to miss, and by about as much as is said of it.
 */
final class Findings extends ExternalResource {

    /** Of all simulations; each repetition of each row has one of its own, drawn from it. */
    private static final long SEED = 20_261_126;

    /** The quantile of the standard normal distribution beyond which, both sides together, 0.1 % lie. */
    private static final double BAND = 3.290526731491926;

    private static final double LEVEL = 0.95;

    private static final double ROUNDING = 1e-12;

    private final String topic;

    private final List<String> rows = new ArrayList<>();

    private final List<String> wrong = new ArrayList<>();

    Findings(String topic) {
        this.topic = topic;
    }

    /** How often an interval of 95 % holds a truth. One that is undefined promises nothing, and is left out of the share. */
    Finding coverage(String method, String setting, int repetitions, double truth, Function<Draws, Interval> interval) {
        return finding(method, setting, repetitions, true, draws -> {
            Interval found = interval.apply(draws);
            return found.isDefined() ? found.contains(truth) ? 1 : 0 : Double.NaN;
        });
    }

    /** How often a p-value is 0.05 or less where there is nothing to find. A test that is undefined does not reject. */
    Finding size(String method, String setting, int repetitions, ToDoubleFunction<Draws> pValue) {
        return finding(
                method,
                setting,
                repetitions,
                false,
                draws -> pValue.applyAsDouble(draws) <= 1 - LEVEL + ROUNDING ? 1 : 0);
    }

    /** Fails where a row since the last time is not as it was said to be. */
    void check() {
        List<String> found = new ArrayList<>(wrong);
        wrong.clear();
        assertTrue(String.join("\n", found), found.isEmpty());
    }

    @Override
    protected void after() {
        Path file = Paths.get("target", "simulations", topic + ".md");
        try {
            Files.createDirectories(file.getParent());
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
                out.println(
                        "Seed " + SEED
                                + "; the band is of 99.9 %, both sides, around what is claimed; intervals of 95 %, tests at 5 %");
                out.println();
                out.println("| method | setting | repetitions | undefined | claimed | observed | band ± | |");
                out.println("|---|---|---|---|---|---|---|---|");
                rows.forEach(out::println);
            }
            System.out.println(new String(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Finding finding(
            String method, String setting, int repetitions, boolean coverage, ToDoubleFunction<Draws> hit) {
        long[] seeds = new SplittableRandom(SEED + 31 * method.hashCode() + setting.hashCode())
                .longs(repetitions)
                .toArray();
        double[] hits = Arrays.stream(seeds)
                .parallel()
                .mapToDouble(seed -> hit.applyAsDouble(new Draws(seed)))
                .toArray();
        long undefined = Arrays.stream(hits).filter(Double::isNaN).count();
        long hitting = Arrays.stream(hits).filter(h -> h == 1).count();
        return new Finding(method, setting, coverage, repetitions, undefined, hitting);
    }

    /** One row, before it is said what it should be. */
    final class Finding {

        private final String method;

        private final String setting;

        private final boolean coverage;

        private final int repetitions;

        private final long undefined;

        private final double claimed;

        private final double observed;

        private final double band;

        private Finding(
                String method, String setting, boolean coverage, int repetitions, long undefined, long hitting) {
            this.method = method;
            this.setting = setting;
            this.coverage = coverage;
            this.repetitions = repetitions;
            this.undefined = undefined;
            claimed = coverage ? LEVEL : 1 - LEVEL;
            double n = repetitions - undefined;
            observed = hitting / n;
            band = BAND * Math.sqrt(LEVEL * (1 - LEVEL) / n);
        }

        /** It is what is claimed, but for chance. */
        void holds() {
            row("holds", Math.abs(observed - claimed) <= band);
        }

        /** It claims to hold the truth at least so often, or to reject at most so often, and does, but for chance. */
        void holdsOrIsCautious() {
            row("holds, or is cautious", coverage ? observed >= claimed - band : observed <= claimed + band);
        }

        /** It is not what is claimed, and lies between these instead. */
        void misses(double from, double to) {
            boolean cautious = coverage == observed > claimed;
            row(
                    cautious ? "**misses**, cautiously" : "**misses**",
                    Math.abs(observed - claimed) > band && observed >= from && observed <= to);
        }

        private void row(String word, boolean right) {
            String row = String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %s | %s%.0f %% | %.1f %% | %.1f | %s |",
                    method,
                    setting,
                    repetitions,
                    undefined == 0 ? "" : String.format(Locale.ROOT, "%,d", undefined),
                    coverage ? "holds " : "rejects ",
                    100 * claimed,
                    100 * observed,
                    100 * band,
                    right ? word : "NOT AS SAID: " + word);
            rows.add(row);
            if (!right) {
                wrong.add(row);
            }
        }
    }
}
