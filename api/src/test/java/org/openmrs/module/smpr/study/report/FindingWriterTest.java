/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.Test;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.words.Html;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;

public class FindingWriterTest {

    private static final List<Term> FLOW_NOTE = Collections.singletonList(Term.of("note", "flow"));

    private static String written(Finding finding) {
        Html html = new Html();
        new FindingWriter(new Wording(TestLanguage.ENGLISH), html).write(finding, "finding-1");
        return html.toString();
    }

    private static Finding.FindingBuilder finding() {
        return Finding.builder().code("flow").n(Cell.count(43)).missing(Cell.count(2));
    }

    private static String rows(ResultTable table) {
        String html = written(finding().tables(Collections.singletonList(table)).build());
        return html.substring(html.indexOf("<tbody>"), html.indexOf("</tbody>")).replaceAll("\\s*\n\\s*", "");
    }

    @Test
    public void shouldSayHowManyItRestsOn_AndHowManyAreMissing() {
        assertTrue(written(finding().build()).contains("Rests on 43 people. Missing: 2."));
        assertTrue(written(finding().n(Cell.count(150_000)).build()).contains("Rests on 150000 people."));
        assertTrue(written(finding().n(Cell.count(1)).missing(Cell.count(1)).build())
                .contains("Rests on one person. Missing: 1."));
        assertTrue(written(finding().n(Cell.count(0)).missing(Cell.count(0)).build())
                .contains("Rests on nobody. Nobody is missing."));
    }

    @Test
    public void shouldNotSayThatNobodyIsMissingWhereThatMeansNothing() {
        String html = written(Finding.builder().code("flow").n(Cell.count(43)).build());

        assertTrue(html.contains("Rests on 43 people."));
        assertFalse(html, html.contains("issing"));
    }

    @Test
    public void shouldSayThatTheyAreTooFewToBeTold() {
        assertTrue(written(finding()
                        .n(Cell.suppressed())
                        .missing(Cell.suppressed())
                        .build())
                .contains("On how many people it rests is not told. How many are missing is not told."));
    }

    @Test
    public void shouldSayWhetherItWasPlanned_AndNothingOfWhatCannotBe() {
        assertFalse(written(finding().build()).contains("exploratory"));
        assertTrue(written(finding()
                        .planned(true)
                        .standing(Collections.singletonList(Term.of("standing", "NOT_IN_PLAN")))
                        .build())
                .contains("<span class=\"planned\">planned</span>"));
        String exploratory = written(finding()
                .planned(false)
                .standing(Collections.singletonList(Term.of("standing", "NO_PLAN")))
                .build());
        assertTrue(exploratory.contains("<span class=\"exploratory\">exploratory</span>"));
        assertTrue(exploratory.contains("Missing: 2. No plan of analysis has been frozen."));
    }

    @Test
    public void shouldPutTheBoundsOfAnIntervalTogether_InTheUnitsOfWhatStandsBeforeThem() {
        ResultTable.Rows shares = new ResultTable.Rows(
                Column.term("step"), Column.share("share"), Column.lower("lower", 1), Column.upper("upper", 1));
        shares.add(Cell.of(Term.ofCode("a")), Cell.number(0.5), Cell.number(0.25), Cell.number(0.75));
        shares.add(Cell.of(Term.ofCode("b")), Cell.number(Double.NaN), Cell.empty(), Cell.empty());
        shares.add(Cell.of(Term.ofCode("c")), Cell.suppressed(), Cell.suppressed(), Cell.suppressed());
        assertEquals(
                "<tbody><tr><th scope=\"row\">a</th><td class=\"number\">50.0%</td><td class=\"number\">25.0% to 75.0%</td></tr>"
                        + "<tr><th scope=\"row\">b</th><td class=\"number\">–</td><td class=\"number\">–</td></tr>"
                        + "<tr><th scope=\"row\">c</th><td class=\"number\">n.t.</td><td class=\"number\">n.t.</td></tr>",
                rows(shares.as("flow").build()));
        ResultTable.Rows numbers = new ResultTable.Rows(
                Column.term("step"), Column.number("mean", 2), Column.lower("lower", 2), Column.upper("upper", 2));
        numbers.add(Cell.of(Term.ofCode("a")), Cell.number(0.5), Cell.number(-0.25), Cell.number(1.25));
        assertTrue(rows(numbers.as("flow").build()).contains("\u22120.25 to 1.25"));
    }

    @Test
    public void shouldNotRepeatForTheEyeWhatTheRowAboveBeganWith_ButNeverItsLastCell() {
        ResultTable.Rows rows =
                new ResultTable.Rows(Column.term("wave"), Column.term("instrument"), Column.number("mean", 0));
        rows.add(Cell.of(Term.ofCode("T0")), Cell.of(Term.ofCode("x")), Cell.number(1));
        rows.add(Cell.of(Term.ofCode("T0")), Cell.of(Term.ofCode("y")), Cell.number(1));
        rows.add(Cell.of(Term.ofCode("T1")), Cell.of(Term.ofCode("y")), Cell.number(1));
        assertEquals(
                "<tbody><tr><th scope=\"row\">T0</th><td>x</td><td class=\"number\">1</td></tr>"
                        + "<tr><th scope=\"row\" class=\"again\">T0</th><td>y</td><td class=\"number\">1</td></tr>"
                        + "<tr><th scope=\"row\">T1</th><td>y</td><td class=\"number\">1</td></tr>",
                rows(rows.as("flow").build()));
    }

    @Test
    public void shouldPutCountsByTwoTermsAcross_AndSayWhereThereIsNone() {
        ResultTable.Rows rows =
                new ResultTable.Rows(Column.term("horizon"), Column.term("horizonStatus"), Column.count("n"));
        rows.add(Cell.of(Term.ofCode("12")), Cell.of(Term.ofCode("event")), Cell.count(1));
        rows.add(Cell.of(Term.ofCode("12")), Cell.of(Term.ofCode("free")), Cell.suppressed());
        rows.add(Cell.of(Term.ofCode("24")), Cell.of(Term.ofCode("event")), Cell.count(2));
        assertEquals(
                "<tbody><tr><th scope=\"row\">12</th><td class=\"number\">1</td><td class=\"number\">n.t.</td></tr>"
                        + "<tr><th scope=\"row\">24</th><td class=\"number\">2</td><td class=\"number\">–</td></tr>",
                rows(rows.as("horizons").build()));
        String html = written(finding()
                .tables(Collections.singletonList(rows.as("horizons").build()))
                .build());
        assertTrue(html, html.contains("<th scope=\"colgroup\" class=\"across\" colspan=\"2\">what is known</th>"));
    }

    @Test
    public void shouldNotPutAcrossWhatWouldBeNoShorter_OrHasNoPlaceOfItsOwn() {
        ResultTable.Rows each = new ResultTable.Rows(Column.term("variable"), Column.term("level"), Column.count("n"));
        each.add(Cell.of(Term.ofCode("a")), Cell.of(Term.ofCode("x")), Cell.count(1));
        each.add(Cell.of(Term.ofCode("b")), Cell.of(Term.ofCode("y")), Cell.count(1));
        assertTrue(rows(each.as("flow").build()).contains("<td>x</td>"));
        ResultTable.Rows twice = new ResultTable.Rows(Column.term("variable"), Column.term("level"), Column.count("n"));
        twice.add(Cell.of(Term.ofCode("a")), Cell.of(Term.ofCode("x")), Cell.count(1));
        twice.add(Cell.of(Term.ofCode("a")), Cell.of(Term.ofCode("x")), Cell.count(1));
        twice.add(Cell.of(Term.ofCode("a")), Cell.of(Term.ofCode("y")), Cell.count(1));
        assertTrue(rows(twice.as("flow").build()).contains("<td>x</td>"));
    }

    @Test
    public void shouldSayThatATableHasNothingToTell() {
        String html = written(finding()
                .tables(Collections.singletonList(
                        new ResultTable.Rows(Column.term("step")).as("flow").build()))
                .build());
        assertTrue(html.contains("Nothing to tell."));
        assertFalse(html, html.contains("<table>"));
    }

    @Test
    public void shouldSayOnceThatATableCountsNobody_ButNeverOfOneThatHidesSmallCounts() {
        ResultTable.Rows nobody = new ResultTable.Rows(
                Column.term("step"), Column.count("n"), Column.number("mean", 1), Column.statement("remark"));
        nobody.add(Cell.of(Term.ofCode("a")), Cell.count(0), Cell.empty(), Cell.of(Term.ofCode("not done")));
        String html = written(finding()
                .tables(Collections.singletonList(
                        nobody.as("flow").notes(FLOW_NOTE).build()))
                .build());
        assertTrue(html, html.contains("Nobody is counted here."));
        assertFalse(html, html.contains("<table>") || html.contains("Each step adds up"));
        nobody.add(Cell.of(Term.ofCode("b")), Cell.suppressed(), Cell.empty(), Cell.empty());
        assertTrue(rows(nobody.as("flow").build()).contains("n.t."));
    }

    @Test
    public void shouldLeaveOutAColumnOfStatementsWhereThereIsNone() {
        ResultTable.Rows rows =
                new ResultTable.Rows(Column.term("step"), Column.number("mean", 1), Column.statement("remark"));
        rows.add(Cell.of(Term.ofCode("a")), Cell.number(1), Cell.empty());
        assertEquals(
                "<tbody><tr><th scope=\"row\">a</th><td class=\"number\">1.0</td></tr>",
                rows(rows.as("flow").build()));
        rows.add(Cell.of(Term.ofCode("b")), Cell.empty(), Cell.of(Term.ofCode("not done")));
        assertEquals(
                "<tbody><tr><th scope=\"row\">a</th><td class=\"number\">1.0</td><td></td></tr>"
                        + "<tr><th scope=\"row\">b</th><td class=\"number\">–</td><td>not done</td></tr>",
                rows(rows.as("flow").build()));
    }

    @Test
    public void shouldFoldALongTable_ByItsLengthOnPaper() {
        ResultTable.Rows rows = new ResultTable.Rows(Column.term("month"), Column.term("phase"), Column.count("n"));
        for (int month = 1; month <= 36; month++) {
            rows.add(Cell.of(Term.ofCode("m" + month)), Cell.of(Term.ofCode("in")), Cell.count(month));
            rows.add(Cell.of(Term.ofCode("m" + month)), Cell.of(Term.ofCode("out")), Cell.count(month));
        }
        Finding.FindingBuilder finding = finding();
        assertFalse(written(finding.tables(
                                Collections.singletonList(rows.as("months").build()))
                        .build())
                .contains("<details>"));
        rows.add(Cell.of(Term.ofCode("m37")), Cell.of(Term.ofCode("in")), Cell.count(1));
        String html = written(
                finding.tables(Collections.singletonList(rows.as("months").build()))
                        .build());
        assertTrue(html, html.contains("<summary>37 rows, folded</summary>"));
        Html unfolded = new Html();
        new FindingWriter(new Wording(TestLanguage.ENGLISH), unfolded, true).write(finding.build(), "finding-1");
        assertFalse(unfolded.toString().contains("<summary>37 rows"));
        assertTrue(unfolded.toString().contains("m37"));
    }

    @Test
    public void shouldSayThatAFigureHasNothingToDraw_InsteadOfDrawingIt() {
        Curve none = Curve.builder()
                .of(Term.ofCode("a"))
                .times(Collections.emptyList())
                .estimates(Collections.emptyList())
                .lower(Collections.emptyList())
                .upper(Collections.emptyList())
                .build();
        String html = written(finding()
                .figures(Collections.singletonList(Figure.builder()
                        .code("incidence")
                        .curves(Collections.singletonList(none))
                        .build()))
                .build());
        assertTrue(html, html.contains("Nothing to draw"));
        assertFalse(html, html.contains("<svg"));
    }

    @Test
    public void shouldEscapeWhatTheSiteCallsThings() {
        String html = written(finding()
                .about(Collections.singletonList(Term.ofCode("<b>\"x\" & y</b>")))
                .build());
        assertTrue(html, html.contains("&lt;b&gt;&quot;x&quot; &amp; y&lt;/b&gt;"));
    }

    @Test
    public void shouldEndEveryTableAndFindingWithWhatItIsAndIsNot() {
        String html = written(finding()
                .notes(Collections.singletonList(Term.of("note", "registerOff")))
                .definitions(Collections.singletonList(Term.of("definition", "flow")))
                .tables(Collections.singletonList(new ResultTable.Rows(Column.term("step"))
                        .add(Cell.of(Term.ofCode("a")))
                        .as("flow")
                        .notes(FLOW_NOTE)
                        .build()))
                .build());
        assertTrue(html.indexOf("class=\"warning\"") < html.indexOf("<table>"));
        assertTrue(html.indexOf("<table>") < html.indexOf("Each step adds up"));
        assertTrue(html.indexOf("Each step adds up") < html.indexOf("<summary>Definitions"));
    }
}
