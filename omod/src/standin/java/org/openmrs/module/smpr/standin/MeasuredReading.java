/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lombok.Getter;

/** One way to read a patient, and how long that has taken each time. */
@Getter
final class MeasuredReading {

    private final String name;

    /** What is requested, one after the other. */
    private final List<String> paths;

    private final List<Double> millis = new ArrayList<>();

    private long bytes;

    /** Warming up included. */
    private int times;

    MeasuredReading(String name, List<String> paths) {
        this.name = name;
        this.paths = paths;
    }

    void read(MeasuredSession session, boolean counts) throws IOException, InterruptedException {
        MeasuredSession.Answer answer = session.get(paths);
        times++;
        bytes = answer.getBytes();
        if (counts) {
            millis.add(answer.getMillis());
        }
    }

    double median() {
        return percentile(millis, 50);
    }

    double percentile(int percent) {
        return percentile(millis, percent);
    }

    /** @return by how much the second half of the readings took longer than the first, as a fraction of it */
    double drift() {
        int half = millis.size() / 2;
        return percentile(millis.subList(half, millis.size()), 50) / percentile(millis.subList(0, Math.max(half, 1)), 50)
                - 1;
    }

    /** Between the two values next to it, in proportion. */
    private static double percentile(List<Double> values, int percent) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double place = percent / 100.0 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
