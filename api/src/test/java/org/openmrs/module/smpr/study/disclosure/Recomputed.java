/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Described;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;

/** What a reader can compute of results that leave, by every sum that any of them declares: written anew, so that it shares no mistake with what suppresses. */
public final class Recomputed {

    /** Numbers modulo a prime are exact: what is determined by it and not otherwise would take a multiple of it. */
    private static final long PRIME = 2147483647L;

    private Recomputed() {}

    /**
     * @param whole the same findings with all counts
     * @param told as they leave
     * @return the names of counts of from 1 to fewer people than the least that are told, or follow from those told; that nobody is implied the reader is taken to know
     */
    public static Set<String> smallCounts(List<Finding> whole, List<Finding> told, int least) {
        Map<String, Long> counts = counts(whole);
        Map<String, Long> people = new HashMap<>();
        Set<String> known = new TreeSet<>(counts(told).keySet());
        Set<Sum> sums = new LinkedHashSet<>();
        for (Finding finding : whole) {
            sums.addAll(finding.getSums());
            for (ResultTable table : finding.getTables()) {
                sums.addAll(table.getSums());
                table.getImplied().forEach((name, count) -> counts.put(name, count));
                people.putAll(table.getPeople());
            }
        }
        counts.forEach((name, count) -> {
            if (count == 0) {
                known.add(name);
            }
        });
        sums.removeIf(sum -> !counts.keySet().containsAll(sum.getParts()) || !counts.containsKey(sum.getTotal()));
        known.addAll(solved(sums, known));
        known.removeIf(name -> counts.get(name) == 0 || people.getOrDefault(name, counts.get(name)) >= least);
        return known;
    }

    /** @return where counts are told that have no name: nobody could say what they add up with, and nothing is hidden for their sake */
    public static Set<String> unnamed(List<Finding> told) {
        return columns(
                told,
                Column.Kind.COUNT,
                (cell, row) -> cell.getCount() != null && cell.getCount() > 0 && cell.getQuantity() == null);
    }

    /**
     * @param told as they leave
     * @return where a share is told that says of a count beside it that from 1 to fewer people than the least of these are so, or are not so
     */
    public static Set<String> sharesOfFew(List<Finding> told, int least) {
        return columns(
                told,
                Column.Kind.SHARE,
                (cell, row) -> cell.getNumber() != null
                        && isOfFew(
                                cell.getNumber(),
                                row.stream()
                                        .map(Cell::getCount)
                                        .filter(count -> count != null && count > 0)
                                        .collect(Collectors.toSet()),
                                least));
    }

    /** Of several counts that it could be a share of, it is one of which they tell the part; else it could be of any. */
    private static boolean isOfFew(double share, Set<Long> counts, int least) {
        Map<Long, Long> parts = new HashMap<>();
        counts.stream()
                .filter(count -> Math.abs(share * count - Math.rint(share * count)) < 1e-9)
                .forEach(count -> parts.put(count, Math.round(share * count)));
        Map<Long, Long> told = new HashMap<>(parts);
        told.entrySet()
                .removeIf(of -> !counts.contains(of.getValue()) && !counts.contains(of.getKey() - of.getValue()));
        Map<Long, Long> all = told.isEmpty() ? parts : told;
        return !all.isEmpty()
                && all.entrySet().stream()
                        .allMatch(of -> isFew(of.getValue(), least) || isFew(of.getKey() - of.getValue(), least));
    }

    private static boolean isFew(long count, int least) {
        return count > 0 && count < least;
    }

    /** @return those of the kind, with their tables, in which there is such a cell: it and its row are looked at */
    private static Set<String> columns(List<Finding> told, Column.Kind kind, BiPredicate<Cell, List<Cell>> such) {
        Set<String> found = new TreeSet<>();
        told.stream()
                .flatMap(finding -> finding.getTables().stream())
                .forEach(table -> IntStream.range(0, table.getColumns().size())
                        .filter(i -> table.getColumns().get(i).getKind() == kind)
                        .filter(i -> table.getRows().stream().anyMatch(row -> such.test(row.get(i), row)))
                        .forEach(i -> found.add(table.getCode() + " "
                                + table.getColumns().get(i).getCode())));
        return found;
    }

    /**
     * @param told as they leave
     * @return what so few people are described in by the numbers of two groups, of which one is all of the other but for them, or one
     *     man by those of however many
     */
    public static Set<String> fewDescribed(List<Finding> told, int least) {
        List<Described> described = new ArrayList<>();
        told.stream()
                .flatMap(finding -> finding.getTables().stream())
                .forEach(table -> table.getRows().forEach(row -> {
                    for (int i = 0; i < row.size(); i++) {
                        Column count = table.getColumns().get(i);
                        if (IntStream.range(0, row.size())
                                .anyMatch(j -> row.get(j).getNumber() != null
                                        && (table.getColumns()
                                                        .get(j)
                                                        .getRestsOn()
                                                        .isEmpty()
                                                || table.getColumns()
                                                        .get(j)
                                                        .getRestsOn()
                                                        .contains(count.getCode())))) {
                            described.addAll(row.get(i).getDescribes());
                        }
                    }
                }));
        Set<String> few = new TreeSet<>();
        for (Described one : described) {
            for (Described other : described) {
                long shared =
                        one.getPeople().stream().filter(other.getPeople()::get).count();
                long beside = one.getPeople().cardinality() - shared;
                boolean isPart = shared == other.getPeople().cardinality();
                if (isPart && beside > 0 && beside < least && one.getWhat().equals(other.getWhat())) {
                    few.add(one.getWhat());
                }
            }
        }
        described.stream().map(Described::getWhat).distinct().forEach(what -> {
            Set<Sum> sums = new LinkedHashSet<>();
            described.stream()
                    .filter(one -> one.getWhat().equals(what))
                    .forEach(one -> sums.add(new Sum(
                            one.getPeople().toString(),
                            one.getPeople().stream().mapToObj(String::valueOf).collect(Collectors.toList()))));
            Set<String> groups = sums.stream().map(Sum::getTotal).collect(Collectors.toSet());
            if (!solved(sums, groups).isEmpty()) {
                few.add(what);
            }
        });
        return few;
    }

    private static Map<String, Long> counts(List<Finding> findings) {
        Map<String, Long> counts = new HashMap<>();
        for (Finding finding : findings) {
            Stream.concat(
                            Stream.of(finding.getN(), finding.getMissing()),
                            finding.getTables().stream()
                                    .flatMap(table -> table.getRows().stream().flatMap(List::stream)))
                    .forEach(cell -> put(counts, cell));
        }
        return counts;
    }

    private static void put(Map<String, Long> counts, Cell cell) {
        if (cell.getQuantity() != null && cell.getCount() != null) {
            counts.put(cell.getQuantity(), cell.getCount());
        }
    }

    private static Set<String> solved(Set<Sum> sums, Set<String> known) {
        List<TreeMap<String, Long>> reduced = new ArrayList<>();
        for (Sum sum : sums) {
            TreeMap<String, Long> row = new TreeMap<>();
            sum.getParts().forEach(part -> add(row, part, 1));
            add(row, sum.getTotal(), PRIME - 1);
            row.keySet().removeAll(known);
            for (TreeMap<String, Long> other : reduced) {
                subtract(row, other);
            }
            if (!row.isEmpty()) {
                long inverse = BigInteger.valueOf(row.firstEntry().getValue())
                        .modInverse(BigInteger.valueOf(PRIME))
                        .longValue();
                row.replaceAll((name, value) -> value * inverse % PRIME);
                reduced.forEach(other -> subtract(other, row));
                reduced.add(row);
            }
        }
        Set<String> solved = new TreeSet<>();
        reduced.stream().filter(row -> row.size() == 1).forEach(row -> solved.addAll(row.keySet()));
        return solved;
    }

    /** @param pivot whose first entry is 1 */
    private static void subtract(TreeMap<String, Long> row, TreeMap<String, Long> pivot) {
        Long times = row.get(pivot.firstKey());
        if (times != null) {
            pivot.forEach((name, value) -> add(row, name, PRIME - times * value % PRIME));
        }
    }

    private static void add(TreeMap<String, Long> row, String name, long value) {
        long sum = (row.getOrDefault(name, 0L) + value) % PRIME;
        if (sum == 0) {
            row.remove(name);
        } else {
            row.put(name, sum);
        }
    }
}
