/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openmrs.module.smpr.study.result.Sum;

/**
 * Finds which counts must not be told so that none that is too small can be computed. Who reads the rest knows which counts add up, and that
 * one which is not told is 1 or more.
 */
final class SuppressedCounts {

    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private final Map<String, Long> counts;

    /** Those of which every count is among the counts: others tell nothing. */
    private final List<Sum> sums;

    /** In which sums each count is. */
    private final Map<String, List<Sum>> sumsOf = new HashMap<>();

    /** The others are in no cell: not to tell one of them costs nothing. */
    private final Set<String> inCells;

    private final Set<String> small;

    /**
     * @param counts by quantity
     * @param inCells those of them that a cell would tell
     * @param small those of them that must not be told
     */
    SuppressedCounts(Map<String, Long> counts, Set<String> inCells, List<Sum> sums, Set<String> small) {
        this.counts = counts;
        this.inCells = inCells;
        this.sums = sums.stream()
                .distinct()
                .filter(sum -> quantities(sum).allMatch(counts::containsKey))
                .collect(Collectors.toList());
        this.small = small;
        this.sums.forEach(this::check);
        this.sums.forEach(
                sum -> quantities(sum).forEach(quantity -> sumsOf(quantity).add(sum)));
    }

    private List<Sum> sumsOf(String quantity) {
        return sumsOf.computeIfAbsent(quantity, q -> new ArrayList<>());
    }

    private void check(Sum sum) {
        long parts = sum.getParts().stream().mapToLong(counts::get).sum();
        if (parts != counts.get(sum.getTotal())) {
            throw new IllegalStateException(sum + " does not add up: " + parts + " of " + counts.get(sum.getTotal()));
        }
    }

    private static Stream<String> quantities(Sum sum) {
        return Stream.concat(Stream.of(sum.getTotal()), sum.getParts().stream());
    }

    /** @return the quantities that are not told */
    Set<String> find() {
        Set<String> suppressed = counts.entrySet().stream()
                .map(Map.Entry::getKey)
                .filter(this::isSmall)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        // What is not told of a part has been looked at once it does not give a small count back: no other part changes
        // that.
        Set<Set<String>> safe = new HashSet<>();
        for (List<String> known = known(sums, suppressed, safe);
                !known.isEmpty();
                known = known(sums, suppressed, safe)) {
            Set<Sum> changed = Collections.newSetFromMap(new IdentityHashMap<>());
            for (String quantity : known) {
                // One that is in a sum of which more is not told by now may not be known any more; nor is one around
                // which nothing is told by now.
                if (sumsOf(quantity).stream().noneMatch(changed::contains)) {
                    another(quantity, suppressed).ifPresent(other -> {
                        suppressed.add(other);
                        changed.addAll(sumsOf(other));
                    });
                }
            }
            if (changed.isEmpty()) {
                throw new IllegalStateException(known + " are known with nothing told");
            }
        }
        tellMore(suppressed, safe);
        return suppressed;
    }

    /** What was suppressed for the sake of a small count, and is needed no more by what was suppressed after it, is told, the largest first. */
    private void tellMore(Set<String> suppressed, Set<Set<String>> safe) {
        suppressed.stream()
                .filter(quantity -> inCells.contains(quantity) && !isSmall(quantity))
                .sorted(Comparator.<String, Long>comparing(counts::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.toList())
                .forEach(quantity -> {
                    suppressed.remove(quantity);
                    if (!known(sumsOf(quantity), suppressed, safe).isEmpty()) {
                        suppressed.add(quantity);
                    }
                });
    }

    /**
     * @return the smallest count told in a sum of that one, one that is in no cell before others and a part before a total; where nothing is told in those, in the sums of the others in
     *     them, and so on: what has nothing to do with it would not hide it; empty where nothing is told of all these
     */
    private Optional<String> another(String known, Set<String> suppressed) {
        Set<String> around = new HashSet<>(Collections.singleton(known));
        while (true) {
            List<Sum> of = around.stream()
                    .flatMap(quantity -> sumsOf(quantity).stream())
                    .distinct()
                    .collect(Collectors.toList());
            Optional<Candidate> smallest = of.stream()
                    .flatMap(sum -> quantities(sum)
                            .filter(quantity -> counts.get(quantity) > 0 && !suppressed.contains(quantity))
                            .map(quantity -> new Candidate(
                                    quantity,
                                    counts.get(quantity),
                                    inCells.contains(quantity),
                                    quantity.equals(sum.getTotal()))))
                    .min(Comparator.comparing(Candidate::isInCell)
                            .thenComparing(Candidate::isTotal)
                            .thenComparing(Candidate::getCount)
                            .thenComparing(Candidate::getQuantity));
            if (smallest.isPresent()) {
                return smallest.map(Candidate::getQuantity);
            }
            if (!around.addAll(of.stream()
                    .flatMap(SuppressedCounts::quantities)
                    .filter(suppressed::contains)
                    .collect(Collectors.toList()))) {
                return Optional.empty();
            }
        }
    }

    private boolean isSmall(String quantity) {
        return small.contains(quantity);
    }

    /**
     * @param changed those that are looked at, with all that go together with them
     * @param safe what is not told of parts that give nothing back; more is added
     * @return of the other parts the small counts that follow from those told. Where a larger one does, which is not told for its sake, no harm is done.
     */
    private List<String> known(List<Sum> changed, Set<String> suppressed, Set<Set<String>> safe) {
        List<String> found = new ArrayList<>();
        for (List<Sum> together : partsBy(changed, suppressed)) {
            Set<String> unknown = together.stream()
                    .flatMap(SuppressedCounts::quantities)
                    .filter(suppressed::contains)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!safe.contains(unknown)) {
                List<String> known = known(together, unknown);
                found.addAll(known);
                if (known.isEmpty()) {
                    safe.add(unknown);
                }
            }
        }
        return found;
    }

    private List<String> known(List<Sum> together, Set<String> unknown) {
        List<String> bounded =
                bounded(together, unknown).stream().filter(this::isSmall).collect(Collectors.toList());
        return bounded.isEmpty()
                ? solved(telling(together, unknown), unknown).stream()
                        .filter(this::isSmall)
                        .collect(Collectors.toList())
                : bounded;
    }

    /** @return the sums that hold any of those, in parts of which no two share one: what is told parts them */
    private Collection<List<Sum>> partsBy(List<Sum> from, Set<String> suppressed) {
        List<List<Sum>> parts = new ArrayList<>();
        Set<Sum> parted = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Sum first : from) {
            if (quantities(first).anyMatch(suppressed::contains) && parted.add(first)) {
                List<Sum> part = new ArrayList<>(Collections.singletonList(first));
                for (int i = 0; i < part.size(); i++) {
                    quantities(part.get(i))
                            .filter(suppressed::contains)
                            .flatMap(quantity -> sumsOf(quantity).stream())
                            .filter(parted::add)
                            .forEach(part::add);
                }
                parts.add(part);
            }
        }
        return parts;
    }

    /**
     * A sum in which a count stands that no other sum has says nothing of its other counts, and of that one only where all of these are
     * known; of two such it says nothing.
     *
     * @return the sums without those by which no small count can be known
     */
    private List<Sum> telling(List<Sum> together, Set<String> unknown) {
        Map<String, Integer> in = new HashMap<>();
        together.forEach(sum ->
                quantities(sum).filter(unknown::contains).forEach(quantity -> in.merge(quantity, 1, Integer::sum)));
        List<Sum> telling = new ArrayList<>(together);
        Predicate<Sum> saysNothing = sum -> {
            List<String> alone = quantities(sum)
                    .filter(quantity -> unknown.contains(quantity) && in.get(quantity) == 1)
                    .collect(Collectors.toList());
            boolean nothing = alone.size() > 1 || alone.stream().anyMatch(quantity -> !isSmall(quantity));
            if (nothing) {
                quantities(sum).filter(unknown::contains).forEach(quantity -> in.merge(quantity, -1, Integer::sum));
            }
            return nothing;
        };
        while (telling.removeIf(saysNothing)) {
            // Others may have become the only ones that have a count.
        }
        return telling;
    }

    /** @return those that the sums, taken as equations, determine: a row of the reduced system with one of them alone */
    private static List<String> solved(List<Sum> sums, Set<String> unknown) {
        List<String> names = sums.stream()
                .flatMap(SuppressedCounts::quantities)
                .filter(unknown::contains)
                .distinct()
                .collect(Collectors.toList());
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        double[][] system = new double[sums.size()][names.size()];
        for (int i = 0; i < system.length; i++) {
            for (String part : sums.get(i).getParts()) {
                add(system[i], places.get(part), 1);
            }
            add(system[i], places.get(sums.get(i).getTotal()), -1);
        }
        Elimination.reduce(system, names.size());
        List<String> solved = new ArrayList<>();
        for (double[] row : system) {
            int[] in = IntStream.range(0, row.length)
                    .filter(j -> !Elimination.isNothing(row[j]))
                    .toArray();
            if (in.length == 1) {
                solved.add(names.get(in[0]));
            }
        }
        return solved;
    }

    /** @param place null for what is told */
    private static void add(double[] row, Integer place, double value) {
        if (place != null) {
            row[place] += value;
        }
    }

    /** @return those that can have but one value, each of the others being 1 or more */
    private List<String> bounded(List<Sum> together, Set<String> unknown) {
        Map<String, Integer> places = new HashMap<>();
        List<int[]> rows = new ArrayList<>();
        for (Sum sum : together) {
            rows.add(quantities(sum)
                    .mapToInt(quantity -> places.computeIfAbsent(quantity, q -> places.size()))
                    .toArray());
        }
        long[] lower = new long[places.size()];
        long[] upper = new long[places.size()];
        places.forEach((quantity, place) -> {
            boolean told = !unknown.contains(quantity);
            lower[place] = told ? counts.get(quantity) : 1;
            upper[place] = told ? counts.get(quantity) : UNBOUNDED;
        });
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int[] row : rows) {
                changed |= narrow(row, lower, upper);
            }
        }
        return unknown.stream()
                .filter(quantity -> lower[places.get(quantity)] == upper[places.get(quantity)])
                .collect(Collectors.toList());
    }

    /** @param row the places of a total and of its parts */
    private static boolean narrow(int[] row, long[] lower, long[] upper) {
        int total = row[0];
        boolean changed = raise(lower, total, sumWithout(row, 0, lower)) | cut(upper, total, sumWithout(row, 0, upper));
        for (int i = 1; i < row.length; i++) {
            long most = sumWithout(row, i, upper);
            changed |= most < UNBOUNDED && raise(lower, row[i], lower[total] - most);
            changed |= upper[total] < UNBOUNDED && cut(upper, row[i], upper[total] - sumWithout(row, i, lower));
        }
        return changed;
    }

    /** @return the sum of the parts but for one of them */
    private static long sumWithout(int[] row, int without, long[] of) {
        long sum = 0;
        for (int i = 1; i < row.length; i++) {
            sum = i == without ? sum : Math.min(UNBOUNDED, sum + of[row[i]]);
        }
        return sum;
    }

    private static boolean raise(long[] lower, int place, long to) {
        boolean higher = to > lower[place];
        lower[place] = Math.max(lower[place], to);
        return higher;
    }

    private static boolean cut(long[] upper, int place, long to) {
        boolean less = to < upper[place];
        upper[place] = Math.min(upper[place], to);
        return less;
    }

    @lombok.Value
    private static class Candidate {

        String quantity;

        long count;

        boolean inCell;

        boolean total;
    }
}
