/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what a benchmark has measured, in plain text. */
final class BenchmarkReport {

    /** How many times less time than the encounter resource a trajectory is to take. */
    private static final double AIM = 10;

    private BenchmarkReport() {}

    static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    /** @param standard what the others are compared with; null for nothing */
    static void print(BenchmarkPatient patient, List<MeasuredReading> readings, MeasuredReading standard) {
        say(
                "%n%d wave%s: %d assessments, %d obs",
                patient.getWaves(),
                patient.getWaves() == 1 ? "" : "s",
                patient.getAssessments(),
                patient.getObs());
        say("  %-45s %10s %20s %10s %9s", "", "median ms", "10th to 90th", "bytes", "requests");
        for (MeasuredReading reading : readings) {
            say(
                    "  %-45s %10.1f %11.1f %8.1f %10d %9d%s",
                    reading.getName(),
                    reading.median(),
                    reading.percentile(10),
                    reading.percentile(90),
                    reading.getBytes(),
                    reading.getPaths().size(),
                    standard == null || reading == standard ? "" : comparison(reading, standard));
        }
    }

    private static String comparison(MeasuredReading reading, MeasuredReading standard) {
        double ratio = standard.median() / reading.median();
        return String.format(
                Locale.ROOT,
                "   %.1f times less time%s",
                ratio,
                reading.getName().equals(TrajectoryBenchmark.TRAJECTORY)
                        ? String.format(Locale.ROOT, " (aim: %.0f, %s)", AIM, ratio < AIM ? "missed" : "reached")
                        : "");
    }

    /** What the same reading costs of patients with different numbers of waves, and how far that is from fixed costs and so much a wave. */
    static void printCosts(Map<BenchmarkPatient, List<MeasuredReading>> readings) {
        double[] waves = readings.keySet().stream()
                .mapToDouble(BenchmarkPatient::getWaves)
                .toArray();
        StringBuilder head = new StringBuilder();
        readings.keySet().forEach(patient -> head.append(String.format("%19d", patient.getWaves())));
        say("%n%-47s%s   fixed + each wave", "median ms (ms a wave) of patients with waves", head);
        for (MeasuredReading any : readings.values().iterator().next()) {
            double[] costs = readings.values().stream()
                    .map(of -> of.stream()
                            .filter(reading -> reading.getName().equals(any.getName()))
                            .collect(Collectors.toList()))
                    .mapToDouble(same -> same.get(0).median())
                    .toArray();
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < waves.length; i++) {
                line.append(String.format(Locale.ROOT, "%10.1f (%6.2f)", costs[i], costs[i] / waves[i]));
            }
            LinearCost cost = LinearCost.through(waves, costs);
            say(
                    "  %-45s%s   %.1f + %.2f, off by %+.0f %% at most",
                    any.getName(),
                    line,
                    cost.getFixed(),
                    cost.getEach(),
                    100 * cost.getLargestDeviation());
        }
    }
}
