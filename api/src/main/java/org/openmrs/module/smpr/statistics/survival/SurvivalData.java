/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import lombok.AccessLevel;
import lombok.Getter;

/**
 * Stretches of time at risk, as rows in the order they were given. Each person has an event once at most, with which his
 * last stretch ends, and no two of his stretches overlap. An event comes before the end of another stretch without one at
 * the same time; times are the same only where they are equal as numbers. Immutable; a row takes some 60 bytes.
 */
@Getter(AccessLevel.PACKAGE)
public final class SurvivalData {

    /** Collects rows. */
    public static final class Builder {

        private int size;

        private int[] subject = new int[16];

        private double[] from = new double[16];

        private double[] to = new double[16];

        private int[] end = new int[16];

        private double[] weight = new double[16];

        private Builder() {}

        public Builder add(Exposure exposure) {
            return add(
                    exposure.getSubject(),
                    exposure.getFrom(),
                    exposure.getTo(),
                    exposure.getEnd(),
                    exposure.getWeight());
        }

        /** As {@link Exposure#Exposure(int, double, double, int)}, without making one. */
        public Builder add(int subject, double from, double to, int end) {
            return add(subject, from, to, end, 1);
        }

        /** As {@link Exposure#Exposure(int, double, double, int, double)}, without making one. */
        public Builder add(int subject, double from, double to, int end, double weight) {
            Exposure.check(from, to, end, weight);
            if (size == this.subject.length) {
                grow();
            }
            this.subject[size] = subject;
            // Adding 0.0 leaves no -0.0, which sorts before 0.
            this.from[size] = from + 0.0;
            this.to[size] = to;
            this.end[size] = end;
            this.weight[size] = weight;
            size++;
            return this;
        }

        /** @throws IllegalArgumentException where stretches of one subject overlap, or one follows his event */
        public SurvivalData build() {
            return new SurvivalData(
                    Arrays.copyOf(subject, size),
                    Arrays.copyOf(from, size),
                    Arrays.copyOf(to, size),
                    Arrays.copyOf(end, size),
                    Arrays.copyOf(weight, size));
        }

        private void grow() {
            int length = size + (size >> 1);
            subject = Arrays.copyOf(subject, length);
            from = Arrays.copyOf(from, length);
            to = Arrays.copyOf(to, length);
            end = Arrays.copyOf(end, length);
            weight = Arrays.copyOf(weight, length);
        }
    }

    private final int[] subject;

    private final double[] from;

    private final double[] to;

    private final int[] end;

    private final double[] weight;

    /** The different subjects, ascending, and which of them a row belongs to. */
    private final int[] subjects;

    private final int[] subjectIndex;

    /** The different times at which stretches end, ascending: the steps. */
    private final double[] times;

    /** The first and the last step at which a row is at risk. */
    private final int[] first;

    private final int[] last;

    private final double[] sortedFrom;

    private final double[] sortedTo;

    private SurvivalData(int[] subject, double[] from, double[] to, int[] end, double[] weight) {
        this.subject = subject;
        this.from = from;
        this.to = to;
        this.end = end;
        this.weight = weight;
        subjects = distinct(subject);
        subjectIndex = Arrays.stream(subject)
                .map(s -> Arrays.binarySearch(subjects, s))
                .toArray();
        checkSubjects();
        sortedFrom = sorted(from);
        sortedTo = sorted(to);
        times = distinct(sortedTo);
        first = new int[size()];
        last = new int[size()];
        for (int row = 0; row < size(); row++) {
            first[row] = stepsUntil(from[row]);
            last[row] = stepsUntil(to[row]) - 1;
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * One stretch from 0 for each of so many subjects, who are numbered from 0 on.
     *
     * @param times of its end, in days, above 0
     * @param ends as of {@link Exposure}
     */
    public static SurvivalData of(double[] times, int[] ends) {
        if (times.length != ends.length) {
            throw new IllegalArgumentException(times.length + " times and " + ends.length + " ends");
        }
        Builder builder = builder();
        for (int i = 0; i < times.length; i++) {
            builder.add(i, 0, times[i], ends[i]);
        }
        return builder.build();
    }

    /** How many rows there are. */
    public int size() {
        return subject.length;
    }

    /** How many different subjects there are. */
    public int subjectCount() {
        return subjects.length;
    }

    public Exposure get(int row) {
        return new Exposure(subject[row], from[row], to[row], end[row], weight[row]);
    }

    /** The highest number of an event that there is; 0 where nobody had any. */
    public int causes() {
        return Arrays.stream(end).max().orElse(0);
    }

    /** Whether a row has another weight than 1. */
    public boolean isWeighted() {
        return Arrays.stream(weight).anyMatch(w -> w != 1);
    }

    /**
     * How many were at risk just before each time, of whatever weight; at time 0, how many are at risk from the origin on.
     *
     * @param at in days, 0 or more, in any order
     */
    public int[] numbersAtRisk(double... at) {
        return Arrays.stream(at).mapToInt(this::atRisk).toArray();
    }

    int atRisk(double time) {
        checkTime(time);
        return time == 0 ? upTo(sortedFrom, 0) : before(sortedFrom, time) - before(sortedTo, time);
    }

    /** The rows chosen by their number. */
    public SurvivalData where(IntPredicate rows) {
        Builder builder = builder();
        for (int row = 0; row < size(); row++) {
            if (rows.test(row)) {
                builder.add(subject[row], from[row], to[row], end[row], weight[row]);
            }
        }
        return builder.build();
    }

    /** The same with other weights, one a row. */
    public SurvivalData weightedBy(double... weights) {
        if (weights.length != size()) {
            throw new IllegalArgumentException(weights.length + " weights of " + size() + " rows");
        }
        Builder builder = builder();
        for (int row = 0; row < size(); row++) {
            builder.add(subject[row], from[row], to[row], end[row], weights[row]);
        }
        return builder.build();
    }

    /** One cause as the event of interest, the others as ends without an event: what cause-specific analyses take. */
    public SurvivalData only(int cause) {
        checkCause(cause);
        return withEnds(code -> code == cause ? Exposure.EVENT : Exposure.NO_EVENT);
    }

    /** Whatever the event, it is the event of interest. */
    public SurvivalData anyCause() {
        return withEnds(code -> Math.min(code, Exposure.EVENT));
    }

    private SurvivalData withEnds(IntUnaryOperator recode) {
        return new SurvivalData(
                subject, from, to, Arrays.stream(end).map(recode).toArray(), weight);
    }

    /** How many steps there are until a time, and at it. */
    int stepsUntil(double time) {
        return upTo(times, time);
    }

    /** @throws IllegalArgumentException where a row has another weight than 1, which the method named cannot take */
    void requireUnweighted(String method) {
        if (isWeighted()) {
            throw new IllegalArgumentException(method + " takes no weights");
        }
    }

    /** @throws IllegalArgumentException where there is not one value for each row */
    void requireOneForEachRow(int values, String what) {
        if (values != size()) {
            throw new IllegalArgumentException(values + " " + what + " for " + size() + " rows");
        }
    }

    static void checkTime(double time) {
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A time is 0 or more, not " + time);
        }
    }

    static void checkCause(int cause) {
        if (cause < Exposure.EVENT) {
            throw new IllegalArgumentException("Causes are numbered from 1 on, not " + cause);
        }
    }

    private void checkSubjects() {
        if (subjects.length == size()) {
            return;
        }
        long[] rows = new long[size()];
        for (int row = 0; row < size(); row++) {
            rows[row] = (long) subjectIndex[row] << 32 | row;
        }
        Arrays.sort(rows);
        int start = 0;
        for (int i = 1; i <= rows.length; i++) {
            if (i == rows.length || rows[i] >> 32 != rows[start] >> 32) {
                if (i - start > 1) {
                    checkStretches(Arrays.stream(rows, start, i)
                            .mapToObj(key -> get((int) key))
                            .sorted((a, b) -> Double.compare(a.getFrom(), b.getFrom()))
                            .toArray(Exposure[]::new));
                }
                start = i;
            }
        }
    }

    private static void checkStretches(Exposure... stretches) {
        for (int i = 1; i < stretches.length; i++) {
            Exposure before = stretches[i - 1];
            if (stretches[i].getFrom() < before.getTo()) {
                throw new IllegalArgumentException("Stretches of one subject overlap");
            }
            if (before.getEnd() != Exposure.NO_EVENT) {
                throw new IllegalArgumentException("A subject is at risk again after his event");
            }
        }
    }

    /** Ascending. A stream's distinct() would make an object of each. */
    private static int[] distinct(int... values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** Of ascending ones. */
    private static double[] distinct(double... sorted) {
        double[] distinct = new double[sorted.length];
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    private static double[] sorted(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many of the sorted are below a value. */
    private static int before(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many of the sorted are at most a value. */
    private static int upTo(double[] sorted, double value) {
        return before(sorted, Math.nextUp(value));
    }
}
