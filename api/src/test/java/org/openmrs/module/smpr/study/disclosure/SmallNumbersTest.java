/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

public class SmallNumbersTest {

    private static final String ALL = "all";

    private final SmallNumbers smallNumbers = new SmallNumbers(5);

    @Test
    public void shouldNotTellASmallCountNorWhatIsMadeOfIt() {
        ResultTable told = told(rows(
                        Column.term("horizon"),
                        Column.count("events"),
                        Column.count("deaths"),
                        Column.share("incidence").restingOn("events"),
                        Column.share("deathIncidence").restingOn("deaths"),
                        Column.number("ratio", 2))
                .add(term("12"), Cell.count(7), Cell.count(3), number(0.2), number(0.1), number(2.3))
                .as("incidence")
                .build());

        assertEquals(
                Arrays.asList(
                        term("12"),
                        Cell.count(7),
                        Cell.suppressed(),
                        number(0.2),
                        Cell.suppressed(),
                        Cell.suppressed()),
                told.getRows().get(0));
    }

    @Test
    public void shouldTellThatThereIsNobody() {
        ResultTable told = told(rows(Column.term("group"), Column.count("n"), Column.share("share"))
                .add(term("a"), Cell.count(0), number(0))
                .as("groups")
                .build());

        assertEquals(
                Arrays.asList(term("a"), Cell.count(0), number(0)),
                told.getRows().get(0));
    }

    /** Who knows that 43 are analysed, and that it rests on 40, knows that 3 are missing. */
    @Test
    public void shouldNotTellOnHowManyItRestsWhereThatTellsHowFewAreMissing() {
        Finding whole = finding("flow").n(Cell.count(ALL, 43)).build();
        Finding part = finding("survival")
                .n(Cell.count("n", 40))
                .missing(Cell.count("missing", 3))
                .sums(Collections.singletonList(Sum.of(ALL, "n", "missing")))
                .build();

        List<Finding> told = smallNumbers.suppress(Arrays.asList(whole, part));

        assertEquals(Cell.count(ALL, 43), told.get(0).getN());
        assertTrue(told.get(1).getN().isSuppressed());
        assertTrue(told.get(1).getMissing().isSuppressed());
    }

    @Test
    public void shouldTellNothingOfWhatRestsOnTooFew() {
        Finding told = smallNumbers
                .suppress(Collections.singletonList(finding("change")
                        .n(Cell.count(3))
                        .tables(Collections.singletonList(
                                rows(Column.term("measure"), Column.count("pairs"), Column.number("mean", 1))
                                        .add(term("C"), Cell.count(8), number(1.5))
                                        .as("t")
                                        .build()))
                        .figures(Collections.singletonList(figure(curve())))
                        .build()))
                .get(0);

        assertTrue(told.getN().isSuppressed());
        assertEquals(
                Arrays.asList(term("C"), Cell.suppressed(), Cell.suppressed()),
                told.getTables().get(0).getRows().get(0));
        assertEquals(Collections.emptyList(), told.getFigures());
    }

    /** 7 until the one horizon and 9 until the next would tell that there were 2 between them. */
    @Test
    public void shouldNotTellTwoCountsOfWhichTheDifferenceIsSmall() {
        ResultTable told = told(rows(Column.term("horizon"), Column.count("events"))
                .add(term("12"), Cell.count("12", 7))
                .add(term("24"), Cell.count("24", 9))
                .as("incidence")
                .sums(Collections.singletonList(Sum.of("24", "12", "between")))
                .implied(Map.of("between", 2L))
                .build());

        assertEquals(
                1,
                told.getRows().stream().filter(row -> row.get(1).isSuppressed()).count());
    }

    @Test(expected = IllegalStateException.class)
    public void shouldRefuseACountThatIsNotTheSameEverywhere() {
        smallNumbers.suppress(Arrays.asList(
                finding("flow").n(Cell.count(ALL, 43)).build(),
                finding("baseline").n(Cell.count(ALL, 42)).build()));
    }

    /** A step tells the day of each event: what is left are regular times, none of which tells of fewer than 5 since the last. */
    @Test
    public void shouldTellACurveOnlyWhereEnoughHappenedAndEnoughAreAtRisk() {
        Curve told = smallNumbers
                .suppress(Collections.singletonList(finding("survival")
                        .n(Cell.count(40))
                        .figures(Collections.singletonList(figure(curve())))
                        .build()))
                .get(0)
                .getFigures()
                .get(0)
                .getCurves()
                .get(0);

        assertEquals(Arrays.asList(0.0, 200.0), told.getTimes());
        assertEquals(Arrays.asList(0.0, 0.3), told.getEstimates());
        assertEquals(Collections.emptyList(), told.getEvents());
        assertEquals(Collections.emptyList(), told.getAtRisk());
        assertEquals(Arrays.asList(0.0, 200.0), told.getTicks());
    }

    /** No step is an event there, and nothing under the axis says how many were at risk. */
    @Test
    public void shouldSayOfCurvesToldAtSomeTimesAloneThatNothingIsToldBetween() {
        Figure whole = figure(curve()).toBuilder()
                .notes(Arrays.asList(
                        Term.of("note", "incidenceFigure"), Term.of("note", "curveToLast"), Term.of("note", "bounds")))
                .build();

        Figure told = smallNumbers
                .suppress(Collections.singletonList(finding("survival")
                        .n(Cell.count(40))
                        .figures(Collections.singletonList(whole))
                        .build()))
                .get(0)
                .getFigures()
                .get(0);

        assertEquals(Arrays.asList(Term.of("note", "bounds"), Term.of("note", "pointsFigure")), told.getNotes());
        assertTrue(told.getCurves().get(0).isOfPoints());
        assertFalse(curve().isOfPoints());
    }

    /** What a table does not tell a curve does not either. */
    @Test
    public void shouldTellACurveOnlyWhereATableTellsTheCountsThatItIsMadeOf() {
        ResultTable table = rows(Column.term("horizon"), Column.count("events"))
                .add(term("6"), Cell.count("events.200", 6))
                .add(term("12"), Cell.count("events.400", 8))
                .as("incidence")
                .sums(Collections.singletonList(Sum.of("events.400", "events.200", "between")))
                .implied(Map.of("between", 2L))
                .build();

        Curve told = smallNumbers
                .suppress(Collections.singletonList(finding("survival")
                        .n(Cell.count(40))
                        .tables(Collections.singletonList(table))
                        .figures(Collections.singletonList(figure(curve())))
                        .build()))
                .get(0)
                .getFigures()
                .get(0)
                .getCurves()
                .get(0);

        assertEquals(Collections.singletonList(0.0), told.getTimes());
    }

    @Test
    public void shouldLeaveOutWhatSaysDaysOfTheCalendar() {
        Finding told = smallNumbers
                .suppress(Collections.singletonList(finding("implementation")
                        .n(Cell.count(40))
                        .tables(Collections.singletonList(rows(Column.term("month"), Column.count("contacts"))
                                .add(term("2024-03"), Cell.count(8))
                                .as("months")
                                .ofCalendar(true)
                                .build()))
                        .build()))
                .get(0);

        assertEquals(Collections.emptyList(), told.getTables());
    }

    /** The longest break in care is one man's. */
    @Test
    public void shouldLeaveOutWhatIsTheValueOfOnePerson() {
        ResultTable told = told(rows(
                        Column.term("delay"),
                        Column.count("n"),
                        Column.number("max", 0).ofOnePerson(),
                        Column.number("median", 0))
                .add(term("firstContact"), Cell.count(20), number(212), number(9))
                .as("delays")
                .build());

        assertEquals(
                Arrays.asList("delay", "n", "median"),
                told.getColumns().stream().map(Column::getCode).collect(Collectors.toList()));
        assertEquals(
                Arrays.asList(term("firstContact"), Cell.count(20), number(9)),
                told.getRows().get(0));
    }

    @Test
    public void shouldRefuseThatEverythingIsTold() {
        for (int least : new int[] {-1, 0, 1}) {
            try {
                new SmallNumbers(least);
                assertFalse("taken: " + least, true);
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage(), e.getMessage().contains(String.valueOf(least)));
            }
        }
    }

    /** 2 events until day 100, 6 until day 200, and at day 300 fewer than 5 at risk. */
    private static Curve curve() {
        return Curve.builder()
                .of(Term.of("term", "event"))
                .times(Arrays.asList(0.0, 40.0, 150.0, 250.0))
                .estimates(Arrays.asList(0.0, 0.1, 0.3, 0.5))
                .lower(Arrays.asList(0.0, 0.05, 0.2, 0.3))
                .upper(Arrays.asList(0.0, 0.2, 0.4, 0.7))
                .ticks(Arrays.asList(0.0, 100.0, 200.0, 300.0))
                .atRisk(Arrays.asList(40L, 30L, 20L, 4L))
                .events(Arrays.asList(0L, 2L, 6L, 11L))
                .restsOn(Arrays.asList(
                        Collections.emptyList(),
                        Collections.singletonList("events.100"),
                        Collections.singletonList("events.200"),
                        Collections.singletonList("events.300")))
                .build();
    }

    private static Figure figure(Curve curve) {
        return Figure.builder()
                .code("incidence")
                .curves(Collections.singletonList(curve))
                .build();
    }

    private ResultTable told(ResultTable table) {
        return smallNumbers
                .suppress(Collections.singletonList(finding("survival")
                        .n(Cell.count(40))
                        .tables(Collections.singletonList(table))
                        .build()))
                .get(0)
                .getTables()
                .get(0);
    }

    private static Finding.FindingBuilder finding(String code) {
        return Finding.builder().code(code);
    }

    private static ResultTable.Rows rows(Column... columns) {
        return new ResultTable.Rows(columns);
    }

    private static Cell term(String code) {
        return Cell.of(Term.of("term", code));
    }

    private static Cell number(double number) {
        return Cell.number(number);
    }
}
