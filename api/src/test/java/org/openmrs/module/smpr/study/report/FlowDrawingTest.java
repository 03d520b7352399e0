/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

public class FlowDrawingTest {

    private static ResultTable.Rows rows() {
        return new ResultTable.Rows(Column.term("step"), Column.count("n"));
    }

    private static void add(ResultTable.Rows rows, String step, long n) {
        rows.add(Cell.of(Term.ofCode(step)), Cell.count(step, n));
    }

    private static List<String> draw(ResultTable table) throws Exception {
        NodeList texts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(new FlowDrawing(new Wording(TestLanguage.ENGLISH)).draw(table))))
                .getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .collect(Collectors.toList());
    }

    @Test
    public void shouldGoDownFromTotalToTotal_WithThoseWhoGoNoFurtherBesideThem_AndNobodyLeftOut() throws Exception {
        ResultTable.Rows rows = rows();
        add(rows, "people", 10);
        add(rows, "not considered", 3);
        add(rows, "considered", 7);
        add(rows, "opposed", 0);
        add(rows, "not eligible", 2);
        add(rows, "included", 5);
        add(rows, "lost", 1);
        add(rows, "followed", 4);
        List<String> texts = draw(rows.as("flow")
                .sums(Arrays.asList(
                        Sum.of("people", "not considered", "considered"),
                        Sum.of("considered", "opposed", "not eligible", "included"),
                        Sum.of("included", "lost", "followed")))
                .build());
        assertEquals(
                Arrays.asList(
                        "people",
                        "10",
                        "3",
                        "not considered",
                        "considered",
                        "7",
                        "2",
                        "not eligible",
                        "included",
                        "5",
                        "1",
                        "lost",
                        "4",
                        "followed"),
                texts);
        assertFalse("Nobody is not worth a line", texts.contains("opposed"));
    }

    @Test
    public void shouldSayWhatIsNotTold_InItsPlace() throws Exception {
        ResultTable.Rows rows = rows();
        rows.add(Cell.of(Term.ofCode("people")), Cell.count("people", 10));
        rows.add(Cell.of(Term.ofCode("few")), Cell.suppressed("few"));
        rows.add(Cell.of(Term.ofCode("others")), Cell.suppressed("others"));
        assertEquals(
                Arrays.asList("people", "10", "n.t.", "few", "n.t.", "others"),
                draw(rows.as("flow")
                        .sums(Arrays.asList(Sum.of("people", "few", "others")))
                        .build()));
    }
}
