/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.study.result.Sum;

public class SuppressedCountsTest {

    private static final int LEAST = 5;

    /** No count here is larger. */
    private static final int MOST = 4 * 9 + 1;

    private final Map<String, Long> counts = new LinkedHashMap<>();

    private final Set<String> notInCell = new HashSet<>();

    private final List<Sum> sums = new ArrayList<>();

    @Test
    public void shouldSuppressWhatIsTooSmallAndNothingElseWhereNothingAddsUp() {
        count("small", 4);
        count("enough", 5);
        count("none", 0);

        assertEquals(Set.of("small"), suppressed());
    }

    @Test
    public void shouldSuppressAnotherWhereASmallOneIsWhatIsMissingFromATotal() {
        count("all", 40);
        count("died", 2);
        count("lost", 8);
        count("known", 30);
        sums.add(Sum.of("all", "died", "lost", "known"));

        assertEquals(Set.of("died", "lost"), suppressed());
    }

    @Test
    public void shouldFindTheSameOfManySumsAsOfEachAlone() {
        count("all", 40);
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            count(i + ".died", 2);
            count(i + ".lost", 8);
            count(i + ".known", 30);
            sums.add(Sum.of("all", i + ".died", i + ".lost", i + ".known"));
            expected.add(i + ".died");
            expected.add(i + ".lost");
        }

        assertEquals(expected, suppressed());
    }

    @Test
    public void shouldSeeThatASumTellsOfAnotherThatSharesACount() {
        count("all", 40);
        count("women", 20);
        count("men", 20);
        count("men.died", 2);
        count("men.alive", 18);
        count("died", 12);
        count("women.died", 10);
        count("women.alive", 10);
        sums.add(Sum.of("all", "women", "men"));
        sums.add(Sum.of("men", "men.died", "men.alive"));
        sums.add(Sum.of("women", "women.died", "women.alive"));
        sums.add(Sum.of("died", "men.died", "women.died"));

        Set<String> suppressed = suppressed();

        // Without the men alive alone, those who died would tell it.
        assertTrue(suppressed.toString(), suppressed.containsAll(Set.of("men.died", "men.alive")));
        assertTrue(suppressed.toString(), suppressed.contains("died") || suppressed.contains("women.alive"));
        assertEquals(Set.of(), ambiguous(suppressed));
    }

    @Test
    public void shouldNotTakeAnEmptyOneForTheOther() {
        count("all", 40);
        count("died", 2);
        count("lost", 0);
        count("known", 38);
        sums.add(Sum.of("all", "died", "lost", "known"));

        assertEquals(Set.of("died", "known"), suppressed());
    }

    /** 3 less 2 that are 1 or more each: who knows that both are there knows both. */
    @Test
    public void shouldSuppressAThirdWhereTwoCanEachHaveOneValueOnly() {
        count("all", 12);
        count("died", 1);
        count("lost", 1);
        count("known", 10);
        sums.add(Sum.of("all", "died", "lost", "known"));

        assertEquals(Set.of("died", "lost", "known"), suppressed());
    }

    /** The total of the one is a part of the other, and would give it back. */
    @Test
    public void shouldFollowWhatAddsUpOverSeveralSums() {
        count("included", 30);
        count("released", 22);
        count("inCustody", 8);
        count("known", 20);
        count("notKnown", 2);
        sums.add(Sum.of("included", "released", "inCustody"));
        sums.add(Sum.of("released", "known", "notKnown"));

        Set<String> suppressed = suppressed();

        assertTrue(suppressed.toString(), suppressed.containsAll(Set.of("notKnown", "known")));
        assertEquals(Set.of(), ambiguous(suppressed));
    }

    /** All of the one sum that the small one is in being suppressed, it still follows from the totals: one of those goes, and nothing elsewhere. */
    @Test
    public void shouldLookFurtherAlongTheSumsAndNotElsewhere() {
        count("all", 21);
        count("event", 4);
        count("noEvent", 17);
        count("known", 18);
        count("free", 14);
        count("notKnown", 3);
        sums.add(Sum.of("all", "event", "noEvent"));
        sums.add(Sum.of("noEvent", "free", "notKnown"));
        sums.add(Sum.of("known", "event", "free"));
        count("others", 13);
        count("these", 6);
        count("those", 7);
        sums.add(Sum.of("others", "these", "those"));

        Set<String> suppressed = suppressed();

        assertEquals(Set.of("event", "noEvent", "notKnown", "known"), suppressed);
        assertEquals(Set.of(), ambiguous(suppressed));
    }

    /** Of 14 until the second year 12 were until the first: one of them goes, and those beside it; how many there are in all is told. */
    @Test
    public void shouldTellInTheEndWhatNeedNotBeSuppressed() {
        count("all", 30);
        count("eventFirst", 12);
        count("freeFirst", 18);
        count("eventSecond", 14);
        count("freeSecond", 16);
        count("eventBetween", 2);
        sums.add(Sum.of("all", "eventFirst", "freeFirst"));
        sums.add(Sum.of("all", "eventSecond", "freeSecond"));
        sums.add(Sum.of("eventSecond", "eventFirst", "eventBetween"));
        notInCell.add("eventBetween");

        Set<String> suppressed = suppressed();

        assertEquals(Set.of("eventBetween", "eventSecond", "freeSecond"), suppressed);
        assertEquals(Set.of(), ambiguous(suppressed));
    }

    /** Of 12 who offended 8 were followed: how many were followed stands in no cell, and not to tell it costs nothing. */
    @Test
    public void shouldSuppressFirstWhatNoCellTells() {
        count("offended", 12);
        count("followed", 8);
        count("notFollowed", 4);
        sums.add(Sum.of("offended", "followed", "notFollowed"));
        notInCell.add("followed");

        assertEquals(Set.of("followed", "notFollowed"), suppressed());
    }

    @Test(expected = IllegalStateException.class)
    public void shouldRefuseCountsThatDoNotAddUp() {
        count("all", 3);
        count("one", 1);
        count("other", 1);
        sums.add(Sum.of("all", "one", "other"));

        suppressed();
    }

    /** Tries every table that reads the same, for many: of no small count there is only one value. */
    @Test
    public void shouldLeaveEachSmallCountMoreThanOneValueWhateverTheTable() {
        Random random = new Random(20261126);
        int tried = 0;
        for (int table = 0; table < 300; table++) {
            counts.clear();
            sums.clear();
            random(random);
            Set<String> suppressed;
            try {
                suppressed = suppressed();
            } catch (IllegalStateException e) {
                // So few people that nothing could be told.
                continue;
            }
            tried++;
            assertEquals("table " + table + ": " + counts + " without " + suppressed, Set.of(), ambiguous(suppressed));
        }
        assertTrue("tried " + tried, tried > 150);
    }

    /** Two rows and two columns with their totals. */
    private void random(Random random) {
        int rows = 2;
        int columns = 2;
        long total = 0;
        for (int i = 0; i < rows; i++) {
            long row = 0;
            for (int j = 0; j < columns; j++) {
                long count = random.nextInt(10);
                count(i + "," + j, count);
                row += count;
            }
            count("row" + i, row);
            sums.add(Sum.of("row" + i, i + ",0", i + ",1"));
            total += row;
        }
        for (int j = 0; j < columns; j++) {
            count("column" + j, counts.get("0," + j) + counts.get("1," + j));
            sums.add(Sum.of("column" + j, "0," + j, "1," + j));
        }
        count("all", total);
        sums.add(Sum.of("all", "row0", "row1"));
        sums.add(Sum.of("all", "column0", "column1"));
    }

    /** @return those that are too small, and that have one value in every table of counts of 1 or more that reads the same */
    private Set<String> ambiguous(Set<String> suppressed) {
        Map<String, Set<Long>> values = new HashMap<>();
        List<String> unknown = new ArrayList<>(suppressed);
        unknown.stream()
                .filter(quantity -> counts.get(quantity) < LEAST)
                .forEach(quantity -> values.put(quantity, new TreeSet<>()));
        Map<String, Long> guess = new HashMap<>(counts);
        unknown.forEach(guess::remove);
        enumerate(unknown, 0, guess, values);
        Set<String> known = new TreeSet<>();
        values.forEach((quantity, possible) -> {
            if (possible.size() < 2) {
                known.add(quantity);
            }
        });
        return known;
    }

    private void enumerate(List<String> unknown, int next, Map<String, Long> guess, Map<String, Set<Long>> values) {
        if (!isPossible(guess)) {
            return;
        }
        if (next == unknown.size()) {
            values.forEach((quantity, possible) -> possible.add(guess.get(quantity)));
            return;
        }
        if (values.values().stream().allMatch(found -> found.size() > 1)) {
            return;
        }
        String quantity = unknown.get(next);
        Long only = onlyValue(quantity, guess);
        for (long value = only == null ? 1 : only; value <= (only == null ? MOST : only); value++) {
            guess.put(quantity, value);
            enumerate(unknown, next + 1, guess, values);
        }
        guess.remove(quantity);
    }

    /** What a sum leaves for it in which everything else is guessed; null where there is none. */
    private Long onlyValue(String quantity, Map<String, Long> guess) {
        for (Sum sum : sums) {
            List<String> open = Stream.concat(Stream.of(sum.getTotal()), sum.getParts().stream())
                    .filter(one -> !guess.containsKey(one))
                    .collect(Collectors.toList());
            if (open.equals(List.of(quantity))) {
                long parts = sum.getParts().stream()
                        .filter(guess::containsKey)
                        .mapToLong(guess::get)
                        .sum();
                return Math.max(1, quantity.equals(sum.getTotal()) ? parts : guess.get(sum.getTotal()) - parts);
            }
        }
        return null;
    }

    /** Whether each sum still can add up, what is not guessed yet being 1 or more. */
    private boolean isPossible(Map<String, Long> guess) {
        for (Sum sum : sums) {
            long open = sum.getParts().stream()
                    .filter(part -> !guess.containsKey(part))
                    .count();
            long parts = sum.getParts().stream()
                    .filter(guess::containsKey)
                    .mapToLong(guess::get)
                    .sum();
            Long total = guess.get(sum.getTotal());
            if (total != null && (open == 0 ? parts != total : parts + open > total)) {
                return false;
            }
        }
        return true;
    }

    private void count(String quantity, long count) {
        counts.put(quantity, count);
    }

    private Set<String> suppressed() {
        Set<String> inCells = new HashSet<>(counts.keySet());
        inCells.removeAll(notInCell);
        Set<String> small = counts.keySet().stream()
                .filter(quantity -> counts.get(quantity) > 0 && counts.get(quantity) < LEAST)
                .collect(Collectors.toSet());
        return new SuppressedCounts(counts, inCells, sums, small).find();
    }
}
