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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.openmrs.module.smpr.study.result.Sum;

/**
 * Finds which counts must not be told so that none that is too small can be computed. Who reads the rest knows which counts add up, and that
 * one which is not told is 1 or more.
 */
final class SuppressedCounts {

    private static final double NOTHING = 1e-9;

    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private final Map<String, Long> counts;

    /** Those of which every count is among the counts: others tell nothing. */
    private final List<Sum> sums;

    private final int least;

    /** @param counts by quantity */
    SuppressedCounts(Map<String, Long> counts, List<Sum> sums, int least) {
        this.counts = counts;
        this.sums = sums.stream()
                .distinct()
                .filter(sum -> quantities(sum).allMatch(counts::containsKey))
                .collect(Collectors.toList());
        this.least = least;
        this.sums.forEach(this::check);
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
                .filter(count -> count.getValue() > 0 && count.getValue() < least)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Optional<String> known = known(suppressed); known.isPresent(); known = known(suppressed)) {
            suppressed.add(another(known.get(), suppressed));
        }
        return suppressed;
    }

    /** @return the smallest count told in a sum of that one, a part before a total */
    private String another(String known, Set<String> suppressed) {
        return sums.stream()
                .filter(sum -> quantities(sum).anyMatch(known::equals))
                .flatMap(sum -> quantities(sum)
                        .filter(quantity -> counts.get(quantity) > 0 && !suppressed.contains(quantity))
                        .map(quantity ->
                                new Candidate(quantity, counts.get(quantity), quantity.equals(sum.getTotal()))))
                .min(Comparator.comparing(Candidate::isTotal)
                        .thenComparing(Candidate::getCount)
                        .thenComparing(Candidate::getQuantity))
                .map(Candidate::getQuantity)
                // Where all of the sums are suppressed, the one that is in doubt is the total of another.
                .orElseGet(() -> sums.stream()
                        .flatMap(SuppressedCounts::quantities)
                        .filter(quantity -> counts.get(quantity) > 0 && !suppressed.contains(quantity))
                        .min(Comparator.comparing(counts::get))
                        .orElseThrow(() -> new IllegalStateException(known + " is known with nothing told")));
    }

    /** @return a suppressed count that follows from those told; empty where there is none */
    private Optional<String> known(Set<String> suppressed) {
        for (List<Sum> together : partsBy(suppressed)) {
            List<String> unknown = together.stream()
                    .flatMap(SuppressedCounts::quantities)
                    .filter(suppressed::contains)
                    .distinct()
                    .collect(Collectors.toList());
            Set<String> known = new HashSet<>(solved(together, unknown));
            known.addAll(bounded(together, unknown));
            Optional<String> found = unknown.stream().filter(known::contains).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** @return the sums that hold any of those, in parts of which no two share one: what is told parts them */
    private Collection<List<Sum>> partsBy(Set<String> suppressed) {
        Map<String, List<Sum>> partOf = new HashMap<>();
        Set<List<Sum>> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Sum sum : sums) {
            List<String> unknown = quantities(sum).filter(suppressed::contains).collect(Collectors.toList());
            if (!unknown.isEmpty()) {
                List<Sum> part = new ArrayList<>();
                part.add(sum);
                for (String quantity : unknown) {
                    List<Sum> other = partOf.get(quantity);
                    if (other != null && parts.remove(other)) {
                        part.addAll(other);
                    }
                }
                parts.add(part);
                part.forEach(one ->
                        quantities(one).filter(suppressed::contains).forEach(quantity -> partOf.put(quantity, part)));
            }
        }
        return parts;
    }

    /** @return those that the sums, taken as equations, determine: a row of the reduced system with one of them alone */
    private static List<String> solved(List<Sum> sums, List<String> unknown) {
        if (unknown.isEmpty()) {
            return new ArrayList<>();
        }
        RealMatrix system = new Array2DRowRealMatrix(sums.size(), unknown.size());
        for (int i = 0; i < sums.size(); i++) {
            int row = i;
            Sum sum = sums.get(i);
            sum.getParts().stream()
                    .filter(unknown::contains)
                    .forEach(part -> system.addToEntry(row, unknown.indexOf(part), 1));
            if (unknown.contains(sum.getTotal())) {
                system.addToEntry(row, unknown.indexOf(sum.getTotal()), -1);
            }
        }
        reduce(system);
        List<String> solved = new ArrayList<>();
        for (int i = 0; i < system.getRowDimension(); i++) {
            List<String> in = new ArrayList<>();
            for (int j = 0; j < unknown.size(); j++) {
                if (Math.abs(system.getEntry(i, j)) > NOTHING) {
                    in.add(unknown.get(j));
                }
            }
            if (in.size() == 1) {
                solved.add(in.get(0));
            }
        }
        return solved;
    }

    /** To reduced row echelon form, with partial pivoting. */
    private static void reduce(RealMatrix system) {
        int row = 0;
        for (int column = 0; column < system.getColumnDimension() && row < system.getRowDimension(); column++) {
            int pivot = row;
            for (int i = row; i < system.getRowDimension(); i++) {
                if (Math.abs(system.getEntry(i, column)) > Math.abs(system.getEntry(pivot, column))) {
                    pivot = i;
                }
            }
            if (Math.abs(system.getEntry(pivot, column)) > NOTHING) {
                double[] swapped = system.getRow(row);
                system.setRow(
                        row,
                        system.getRowVector(pivot)
                                .mapDivide(system.getEntry(pivot, column))
                                .toArray());
                if (pivot != row) {
                    system.setRow(pivot, swapped);
                }
                for (int i = 0; i < system.getRowDimension(); i++) {
                    if (i != row) {
                        system.setRowVector(
                                i,
                                system.getRowVector(i)
                                        .subtract(system.getRowVector(row).mapMultiply(system.getEntry(i, column))));
                    }
                }
                row++;
            }
        }
    }

    /** @return those that can have but one value, each of the others being 1 or more */
    private List<String> bounded(List<Sum> together, List<String> unknown) {
        Map<String, Long> lower = new HashMap<>();
        Map<String, Long> upper = new HashMap<>();
        unknown.forEach(quantity -> {
            lower.put(quantity, 1L);
            upper.put(quantity, UNBOUNDED);
        });
        together.stream()
                .flatMap(SuppressedCounts::quantities)
                .filter(quantity -> !unknown.contains(quantity))
                .forEach(quantity -> {
                    lower.put(quantity, counts.get(quantity));
                    upper.put(quantity, counts.get(quantity));
                });
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Sum sum : together) {
                changed |= narrow(sum, lower, upper);
            }
        }
        return unknown.stream()
                .filter(quantity -> lower.get(quantity).equals(upper.get(quantity)))
                .collect(Collectors.toList());
    }

    private static boolean narrow(Sum sum, Map<String, Long> lower, Map<String, Long> upper) {
        boolean changed = raise(lower, sum.getTotal(), sum(sum.getParts(), lower))
                | cut(upper, sum.getTotal(), sum(sum.getParts(), upper));
        for (String part : sum.getParts()) {
            List<String> others = new ArrayList<>(sum.getParts());
            others.remove(part);
            long most = sum(others, upper);
            changed |= most < UNBOUNDED && raise(lower, part, lower.get(sum.getTotal()) - most);
            changed |= upper.get(sum.getTotal()) < UNBOUNDED
                    && cut(upper, part, upper.get(sum.getTotal()) - sum(others, lower));
        }
        return changed;
    }

    private static long sum(List<String> quantities, Map<String, Long> of) {
        return quantities.stream().mapToLong(of::get).reduce(0, (one, other) -> Math.min(UNBOUNDED, one + other));
    }

    private static boolean raise(Map<String, Long> lower, String quantity, long to) {
        return to > lower.get(quantity) && lower.put(quantity, to) != null;
    }

    private static boolean cut(Map<String, Long> upper, String quantity, long to) {
        return to < upper.get(quantity) && upper.put(quantity, to) != null;
    }

    @lombok.Value
    private static class Candidate {

        String quantity;

        long count;

        boolean total;
    }
}
