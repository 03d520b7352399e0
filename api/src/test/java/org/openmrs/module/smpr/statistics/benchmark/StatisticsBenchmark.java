/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openmrs.module.smpr.statistics.discrimination.Concordance;
import org.openmrs.module.smpr.statistics.discrimination.Concordance.CompetingEvent;
import org.openmrs.module.smpr.statistics.discrimination.FollowUp;
import org.openmrs.module.smpr.statistics.discrimination.RocCurve;
import org.openmrs.module.smpr.statistics.discrimination.TimeDependentAuc;
import org.openmrs.module.smpr.statistics.discrimination.TimeDependentAuc.Controls;
import org.openmrs.module.smpr.statistics.survival.CumulativeIncidence;
import org.openmrs.module.smpr.statistics.survival.GrayTest;
import org.openmrs.module.smpr.statistics.survival.KaplanMeier;
import org.openmrs.module.smpr.statistics.survival.LogRank;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;

/**
 * How long the methods that look at everybody take over 10³ to 10⁶ people, no two of whose scores and times are the same, how
 * that grows, and how many times as long R takes over the same rows where it is on the path. Each time is the median of some
 * rounds. Ends with 1 where one of ours does not grow as n log n does.
 */
public final class StatisticsBenchmark {

    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};

    /**
     * Over three powers of ten n log n grows 2,000 times, and some four times more where what fits into a fast memory no longer
     * does; n² grows a million times. What grows faster than this power of n is not in n log n.
     */
    private static final double POWER = 1.5;

    private static final int SECONDS_FOR_R = 180;

    private static final double HORIZON = 365;

    private final Path folder;

    private StatisticsBenchmark(Path folder) {
        this.folder = folder;
    }

    /** @param arguments the folder for the rows */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Paths.get(arguments[0]));
        System.exit(new StatisticsBenchmark(folder).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        Path script = folder.resolve("benchmark.R");
        try (InputStream in = StatisticsBenchmark.class.getResourceAsStream("/statistics/benchmark.R")) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        warmUp();
        System.out.println(
                "| method | n | ms | times as long as for a tenth of n | R, ms | R takes so many times as long |");
        System.out.println("|---|---|---|---|---|---|");
        boolean slow = false;
        Map<Integer, People> people = new LinkedHashMap<>();
        for (int n : SIZES) {
            people.put(n, new People(n));
            people.get(n).write(folder.resolve(n + ".csv"));
        }
        for (Map.Entry<String, ToDoubleFunction<People>> method : methods().entrySet()) {
            double first = Double.NaN;
            double before = Double.NaN;
            boolean inTime = true;
            for (int n : SIZES) {
                int rounds = n < 100_000 ? 11 : n < 1_000_000 ? 5 : 3;
                double ours = time(method.getValue(), people.get(n), rounds);
                double r = inTime ? timeOfR(script, folder.resolve(n + ".csv"), method.getKey(), rounds) : Double.NaN;
                // So that one that is quadratic is not waited for where it cannot end in time.
                inTime &= r < 1000.0 * SECONDS_FOR_R / 30;
                first = n == SIZES[0] ? ours : first;
                System.out.println(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %s | %s | %s | %s |",
                        method.getKey(),
                        n,
                        number(ours),
                        number(ours / before),
                        number(r),
                        number(r / ours)));
                before = ours;
            }
            slow |= before / first > Math.pow(SIZES[SIZES.length - 1] / (double) SIZES[0], POWER);
        }
        return !slow;
    }

    private static Map<String, ToDoubleFunction<People>> methods() {
        Map<String, ToDoubleFunction<People>> methods = new LinkedHashMap<>();
        methods.put("roc", p -> RocCurve.of(p.first, p.outcome).getAuc().getStandardError());
        methods.put("tworoc", p -> RocCurve.paired(p.first, p.second, p.outcome).getPValue());
        methods.put(
                "harrell",
                p -> Concordance.harrell(CompetingEvent.CENSORED)
                        .of(p.first, FollowUp.of(p.times, p.status))
                        .getC()
                        .getStandardError());
        methods.put(
                "uno",
                p -> Concordance.uno(CompetingEvent.CENSORED, HORIZON)
                        .of(p.first, FollowUp.of(p.times, p.status))
                        .getC()
                        .getStandardError());
        methods.put("kaplanmeier", p -> KaplanMeier.of(p.data()).getCurve().standardError(0));
        methods.put(
                "incidence", p -> CumulativeIncidence.of(p.data()).incidence(1).standardError(0));
        methods.put(
                "logrank",
                p -> LogRank.of(p.data().only(1), p.group, 2).getTest().getP());
        methods.put("gray", p -> GrayTest.of(p.data(), p.group, 2, 1).getTest().getP());
        methods.put(
                "auc",
                p -> TimeDependentAuc.at(HORIZON, Controls.EVENT_FREE_OR_COMPETING)
                        .of(p.first, FollowUp.of(p.times, p.status))
                        .getAuc()
                        .getStandardError());
        return methods;
    }

    /** So that all is compiled before anything is timed. */
    private static void warmUp() {
        People people = new People(5_000);
        for (ToDoubleFunction<People> method : methods().values()) {
            time(method, people, 200);
        }
    }

    /** In milliseconds. */
    private static double time(ToDoubleFunction<People> method, People people, int rounds) {
        double[] times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            double result = method.applyAsDouble(people);
            times[round] = (System.nanoTime() - start) / 1e6;
            if (Double.isNaN(result)) {
                throw new IllegalStateException("Nothing was computed");
            }
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }

    /** In milliseconds; NaN where there is no R, or no such package, or it takes too long. */
    private static double timeOfR(Path script, Path rows, String method, int rounds)
            throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("Rscript", script.toString(), rows.toString(), method, String.valueOf(rounds))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Double.NaN;
        }
        if (!process.waitFor(SECONDS_FOR_R, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Double.NaN;
        }
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            return line == null || line.startsWith("NA") ? Double.NaN : 1000 * Double.parseDouble(line.trim());
        }
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }

    /** A score, a worse one, an outcome and a follow-up that depend on it, and a group that does not. */
    private static final class People {

        private final double[] first;

        private final double[] second;

        private final boolean[] outcome;

        private final double[] times;

        private final int[] status;

        private final int[] group;

        People(int n) {
            SplittableRandom random = new SplittableRandom(20_261_126);
            first = new double[n];
            second = new double[n];
            outcome = new boolean[n];
            times = new double[n];
            status = new int[n];
            group = new int[n];
            for (int i = 0; i < n; i++) {
                first[i] = random.nextDouble();
                second[i] = first[i] + random.nextDouble();
                outcome[i] = random.nextDouble() < 0.1 + 0.3 * first[i];
                double event = -1500 * Math.log(random.nextDouble()) / (0.5 + first[i]);
                double competing = -6000 * Math.log(random.nextDouble());
                double seen = 100 + 800 * random.nextDouble();
                times[i] = Math.min(seen, Math.min(event, competing));
                status[i] = seen <= Math.min(event, competing) ? 0 : event < competing ? 1 : 2;
                group[i] = i % 2;
            }
        }

        SurvivalData data() {
            return SurvivalData.of(times, status);
        }

        void write(Path file) throws IOException {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
                out.println("first,second,outcome,time,status,group");
                for (int i = 0; i < first.length; i++) {
                    out.println(first[i] + "," + second[i] + "," + (outcome[i] ? 1 : 0) + "," + times[i] + ","
                            + status[i] + "," + group[i]);
                }
            }
        }
    }
}
