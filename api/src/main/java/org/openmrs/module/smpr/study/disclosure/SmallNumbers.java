/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Described;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/**
 * Makes results fit to leave the service: what counts from 1 to fewer people than the site has set is not told, nor is whatever would
 * let it be computed from what is told.
 *
 * <ul>
 *   <li>A count is suppressed with every number of its row that is made of it ({@link Column#getRestsOn()}). 0 is told.
 *   <li>A count of records counts as few people as have them ({@link ResultTable#getPeople()}).
 *   <li>Counts that add up are looked at together, over all the findings: while a suppressed count follows from the told ones, or can
 *       have but one value, the smallest told count of a sum that it is in is suppressed too; and at the
 *       end none that need not be.
 *   <li>Numbers that describe a group are not told where with those of others they would say what a few people are like
 *       ({@link Cell#getDescribes()}).
 *   <li>What rests on too few people as a whole is not told at all.
 *   <li>A curve is told at its start and at those of its ticks alone that a table has too, where the counts that the estimate is made
 *       of are told; and at one only where, since the last one told, either nothing happened or as many events as the site has set. It
 *       ends where fewer than that are at risk. How many are at risk and have had an event is not told with it: the tables tell that. A note says that nothing is told between.
 *   <li>A table that says days of the calendar is left out, and a column that says the value of one person.
 * </ul>
 */
public final class SmallNumbers {

    /** Says of curves what is not true of them where they are told at some times alone, and what is instead. */
    private static final Set<String> STEPS =
            Collections.unmodifiableSet(new HashSet<>(Arrays.asList("incidenceFigure", "curveToLast")));

    private static final Term POINTS = Term.of("note", "pointsFigure");

    private final int least;

    /** @param least the smallest count that is told, but for 0; 2 or more */
    public SmallNumbers(int least) {
        if (least < 2) {
            throw new IllegalArgumentException("The smallest count that is told is 2 or more, not " + least);
        }
        this.least = least;
    }

    /** @return the same findings, without what must not leave; all that leave together must be given together */
    public List<Finding> suppress(List<Finding> findings) {
        Map<String, Long> counts = new HashMap<>();
        List<Sum> sums = new ArrayList<>();
        for (Finding finding : findings) {
            sums.addAll(finding.getSums());
            put(counts, finding.getN());
            put(counts, finding.getMissing());
            for (ResultTable table : finding.getTables()) {
                sums.addAll(table.getSums());
                table.getRows().stream().flatMap(List::stream).forEach(cell -> put(counts, cell));
            }
        }
        Set<String> inCells = new HashSet<>(counts.keySet());
        findings.stream()
                .flatMap(finding -> finding.getTables().stream())
                .forEach(table -> table.getImplied().forEach((quantity, count) -> put(counts, quantity, count)));
        Map<String, Long> people = new HashMap<>(counts);
        findings.stream()
                .flatMap(finding -> finding.getTables().stream())
                .forEach(table -> people.putAll(table.getPeople()));
        Set<String> small = counts.keySet().stream()
                .filter(quantity -> isSmall(people.get(quantity)))
                .collect(Collectors.toSet());
        Set<String> suppressed = new SuppressedCounts(counts, inCells, sums, small).find();
        Untold untold = new Untold(suppressed, new HashSet<>());
        for (Optional<Described> worst = described(findings, untold).worst();
                worst.isPresent();
                worst = described(findings, untold).worst()) {
            untold.groups.add(worst.get());
        }
        return Collections.unmodifiableList(
                findings.stream().map(finding -> suppress(finding, untold)).collect(Collectors.toList()));
    }

    /** What is not told. */
    @lombok.Value
    private static class Untold {

        /** Counts, by the names of their quantities. */
        Set<String> counts;

        /** Groups that no number may describe. */
        Set<Described> groups;
    }

    /** @return the groups that numbers describe which are told */
    private NestedGroups described(List<Finding> findings, Untold untold) {
        NestedGroups groups = new NestedGroups(least);
        findings.stream()
                .filter(finding -> !isSmall(finding.getN().getCount()))
                .flatMap(finding -> finding.getTables().stream())
                .filter(table -> !table.isOfCalendar())
                .forEach(table -> table.getRows().forEach(row -> {
                    for (int i = 0; i < row.size(); i++) {
                        List<Described> describes = row.get(i).getDescribes();
                        int numbers = describes.isEmpty()
                                ? 0
                                : numbersOn(table, row, table.getColumns().get(i), untold);
                        if (numbers > 0) {
                            describes.forEach(described -> groups.add(described, numbers));
                        }
                    }
                }));
        return groups;
    }

    /** @return how many numbers of the row that are told rest on that count of it */
    private int numbersOn(ResultTable table, List<Cell> row, Column count, Untold untold) {
        Set<String> small = small(table, row, untold);
        int numbers = 0;
        for (int i = 0; i < row.size(); i++) {
            Column column = table.getColumns().get(i);
            boolean told = row.get(i).getNumber() != null && !column.isOfOnePerson() && !restsOnAny(small, column);
            numbers += told && restsOnAny(Collections.singleton(count.getCode()), column) ? 1 : 0;
        }
        return numbers;
    }

    /** @return of the row the columns of the counts that no number may rest on */
    private Set<String> small(ResultTable table, List<Cell> row, Untold untold) {
        Set<String> small = new HashSet<>();
        for (int i = 0; i < row.size(); i++) {
            if (isSuppressed(row.get(i), untold)
                    || row.get(i).getDescribes().stream().anyMatch(untold.getGroups()::contains)) {
                small.add(table.getColumns().get(i).getCode());
            }
        }
        return small;
    }

    private static void put(Map<String, Long> counts, Cell cell) {
        if (cell.getQuantity() != null && cell.getCount() != null) {
            put(counts, cell.getQuantity(), cell.getCount());
        }
    }

    private static void put(Map<String, Long> counts, String quantity, long count) {
        Long before = counts.put(quantity, count);
        if (before != null && before != count) {
            throw new IllegalStateException(quantity + " is counted as " + before + " and as " + count);
        }
    }

    private boolean isSmall(long count) {
        return count > 0 && count < least;
    }

    private Finding suppress(Finding finding, Untold untold) {
        boolean few = isSmall(finding.getN().getCount());
        return finding.toBuilder()
                .n(told(finding.getN(), untold))
                .missing(told(finding.getMissing(), untold))
                .tables(Collections.unmodifiableList(finding.getTables().stream()
                        .filter(table -> !table.isOfCalendar())
                        .map(table -> suppress(table, untold, few))
                        .collect(Collectors.toList())))
                .figures(
                        few
                                ? Collections.emptyList()
                                : Collections.unmodifiableList(finding.getFigures().stream()
                                        .map(figure -> suppress(figure, untold))
                                        .collect(Collectors.toList())))
                .build();
    }

    private ResultTable suppress(ResultTable table, Untold untold, boolean few) {
        List<Integer> told = IntStream.range(0, table.getColumns().size())
                .filter(i -> !table.getColumns().get(i).isOfOnePerson())
                .boxed()
                .collect(Collectors.toList());
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : table.getRows()) {
            Set<String> small = small(table, row, untold);
            List<Cell> cells = new ArrayList<>();
            for (int i : told) {
                Column column = table.getColumns().get(i);
                cells.add(told(row.get(i), column, few || restsOnAny(small, column), few, untold));
            }
            rows.add(Collections.unmodifiableList(cells));
        }
        return table.toBuilder()
                .columns(Collections.unmodifiableList(
                        told.stream().map(table.getColumns()::get).collect(Collectors.toList())))
                .rows(Collections.unmodifiableList(rows))
                .build();
    }

    private static boolean restsOnAny(Set<String> small, Column column) {
        return column.getRestsOn().isEmpty()
                ? !small.isEmpty()
                : column.getRestsOn().stream().anyMatch(small::contains);
    }

    private boolean isSuppressed(Cell cell, Untold untold) {
        return cell.getCount() != null
                && (cell.getQuantity() == null
                        ? isSmall(cell.getCount())
                        : untold.getCounts().contains(cell.getQuantity()));
    }

    /** @param few whether the whole of it rests on too few */
    private Cell told(Cell cell, Column column, boolean small, boolean few, Untold untold) {
        if (cell.isEmpty() || column.getKind() == Column.Kind.TERM) {
            return cell;
        }
        if (cell.getCount() == null) {
            return small ? Cell.suppressed() : cell;
        }
        return few && cell.getCount() > 0 ? Cell.suppressed(cell.getQuantity()) : told(cell, untold);
    }

    private Cell told(Cell count, Untold untold) {
        return isSuppressed(count, untold) ? Cell.suppressed(count.getQuantity()) : count;
    }

    private Figure suppress(Figure figure, Untold untold) {
        return figure.toBuilder()
                .curves(Collections.unmodifiableList(figure.getCurves().stream()
                        .map(curve -> suppress(curve, untold))
                        .filter(curve -> !curve.getTimes().isEmpty())
                        .collect(Collectors.toList())))
                .notes(Collections.unmodifiableList(Stream.concat(
                                figure.getNotes().stream().filter(note -> !STEPS.contains(note.getCode())),
                                Stream.of(POINTS))
                        .collect(Collectors.toList())))
                .build();
    }

    private Curve suppress(Curve curve, Untold untold) {
        List<Double> times = new ArrayList<>();
        List<Double> estimates = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        long eventsTold = 0;
        for (int i = 0; i < curve.getTicks().size() && curve.getAtRisk().get(i) >= least; i++) {
            long since = curve.getEvents().get(i) - eventsTold;
            if ((since == 0 || since >= least) && (i == 0 || isTold(curve, i, untold))) {
                Curve.Told told = curve.toldAt(i);
                times.add(curve.getTicks().get(i));
                estimates.add(told.getEstimate());
                lower.add(told.getLower());
                upper.add(told.getUpper());
                eventsTold = curve.getEvents().get(i);
            }
        }
        return curve.toBuilder()
                .times(times)
                .estimates(estimates)
                .lower(lower)
                .upper(upper)
                .ticks(times)
                .atRisk(Collections.emptyList())
                .events(Collections.emptyList())
                .told(Collections.emptyList())
                .restsOn(Collections.emptyList())
                .build();
    }

    private static boolean isTold(Curve curve, int tick, Untold untold) {
        return tick < curve.getRestsOn().size()
                && !curve.getRestsOn().get(tick).isEmpty()
                && curve.getRestsOn().get(tick).stream().noneMatch(untold.getCounts()::contains);
    }
}
