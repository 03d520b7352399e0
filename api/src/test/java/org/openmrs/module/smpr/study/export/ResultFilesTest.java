/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.Test;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;

public class ResultFilesTest {

    @Test
    public void shouldNameARowByWhatItIsAboutAndLeaveOutWhatItSaysInWords() throws IOException {
        ResultTable table = new ResultTable.Rows(
                        Column.term("measure"), Column.count("pairs"), Column.number("p", 3), Column.statement("exact"))
                .add(
                        Cell.of(Term.ofCode("HCR20V3.scale.C")),
                        Cell.count(5),
                        Cell.number(0.25),
                        Cell.of(Term.ofCode("exact")))
                .as("tests")
                .build();
        StringBuilder written = new StringBuilder();

        ResultFiles.write(
                List.of(Finding.builder().code("change").tables(List.of(table)).build()),
                new CSVPrinter(written, CSVFormat.DEFAULT));

        assertEquals(
                List.of(
                        "finding,finding_about,table,table_about,row,column,value,suppressed",
                        "change,,finding,,,n,0,0",
                        "change,,finding,,,missing,,0",
                        "change,,finding,,,planned,,0",
                        "change,,tests,,HCR20V3.scale.C,pairs,5,0",
                        "change,,tests,,HCR20V3.scale.C,p,0.25,0"),
                List.of(written.toString().split("\r\n")));
    }

    @Test
    public void shouldSayOnHowManyAFindingRests_OfHowManySomethingIsMissing_AndWhetherItWasPlanned()
            throws IOException {
        Finding planned = Finding.builder()
                .code("change")
                .about(List.of(Term.ofCode("T0"), Term.ofCode("T1")))
                .planned(true)
                .n(Cell.count(12))
                .missing(Cell.suppressed())
                .build();
        StringBuilder written = new StringBuilder();

        ResultFiles.write(
                List.of(
                        planned,
                        Finding.builder().code("survival").planned(false).build()),
                new CSVPrinter(written, CSVFormat.DEFAULT));

        List<String> rows = List.of(written.toString().split("\r\n"));
        assertEquals(
                List.of(
                        "change,T0/T1,finding,,,n,12,0",
                        "change,T0/T1,finding,,,missing,,1",
                        "change,T0/T1,finding,,,planned,1,0"),
                rows.subList(1, 4));
        assertEquals("survival,,finding,,,planned,0,0", rows.get(6));
    }
}
