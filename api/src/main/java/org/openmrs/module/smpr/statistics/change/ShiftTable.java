/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import java.util.Arrays;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.Value;

/**
 * How many persons went from each level of an ordered scale to each other one. Levels are counted from 0, the lowest; one
 * that nobody has counts none.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class ShiftTable {

    @Getter(AccessLevel.NONE)
    int[][] counts;

    /** How many levels the scale has. */
    int levels;

    /** Persons. */
    int n;

    /** Those whose second level is higher. */
    int rose;

    /** Those whose second level is lower. */
    int fell;

    /**
     * Of the levels of the same persons in the same order.
     *
     * @param levels how many the scale has, from 1
     * @throws IllegalArgumentException where there are not as many of both, or one is not on the scale
     */
    public static ShiftTable of(int[] first, int[] second, int levels) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " first levels and " + second.length + " second ones");
        }
        if (levels < 1) {
            throw new IllegalArgumentException("A scale has at least one level, not " + levels);
        }
        int[][] counts = new int[levels][levels];
        for (int i = 0; i < first.length; i++) {
            counts[onScale(first[i], levels)][onScale(second[i], levels)]++;
        }
        return of(counts);
    }

    /**
     * @param counts by first level and then by second
     * @throws IllegalArgumentException where the table is not square, is empty, or has a negative count
     */
    public static ShiftTable of(int[][] counts) {
        int levels = counts.length;
        if (levels < 1 || !Arrays.stream(counts).allMatch(row -> row.length == levels)) {
            throw new IllegalArgumentException("A shift table has as many columns as rows, and at least one");
        }
        if (!Arrays.stream(counts).flatMapToInt(Arrays::stream).allMatch(count -> count >= 0)) {
            throw new IllegalArgumentException("A shift table has no negative counts");
        }
        int[][] copy = new int[levels][];
        int n = 0;
        int rose = 0;
        int fell = 0;
        for (int from = 0; from < levels; from++) {
            copy[from] = counts[from].clone();
            for (int to = 0; to < levels; to++) {
                n = Math.addExact(n, counts[from][to]);
                rose += to > from ? counts[from][to] : 0;
                fell += to < from ? counts[from][to] : 0;
            }
        }
        return new ShiftTable(copy, levels, n, rose, fell);
    }

    /** Those whose second level is the first. */
    public int getStayed() {
        return n - rose - fell;
    }

    /** Those who went from the one level to the other. */
    public int count(int from, int to) {
        return counts[from][to];
    }

    /** Those with this first level. */
    public int first(int level) {
        return Arrays.stream(counts[level]).sum();
    }

    /** Those with this second level. */
    public int second(int level) {
        return Arrays.stream(counts).mapToInt(row -> row[level]).sum();
    }

    private static int onScale(int level, int levels) {
        if (level < 0 || level >= levels) {
            throw new IllegalArgumentException("Level " + level + " is not one of 0 to " + (levels - 1));
        }
        return level;
    }
}
