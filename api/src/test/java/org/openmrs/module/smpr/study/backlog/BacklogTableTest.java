/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;

public class BacklogTableTest {

    @Test
    public void shouldCountTheLinesOfTheFileThroughLineBreaksWithinCells() throws IOException {
        for (String lineBreak : List.of("\n", "\r\n")) {
            BacklogTable table = table(String.join(
                    lineBreak,
                    "patient,text",
                    "a,\"one" + lineBreak + "two" + lineBreak + "three\"",
                    "b,plain",
                    "",
                    ",",
                    "c,\"four",
                    "five\"",
                    "d,last"));
            assertEquals(List.of("patient", "text"), table.getHeader());
            assertEquals(List.of(2, 5, 8, 10), lines(table));
            assertNull(table.getUnreadableLine());
        }
    }

    @Test
    public void shouldReadWhatSpreadsheetsWrite() throws IOException {
        BacklogTable french = table("\uFEFFpatient; 05 ;informant\r\nINV-1;2;FILE|INTERVIEW\r\n");
        assertEquals(List.of("patient", "05", "informant"), french.getHeader());
        assertEquals(
                List.of("INV-1", "2", "FILE|INTERVIEW"), french.next(10).get(0).getCells());
        BacklogTable english = table("patient,05\n\"INV;1\",\"say \"\"yes\"\"\"");
        assertEquals(List.of("INV;1", "say \"yes\""), english.next(10).get(0).getCells());
    }

    @Test
    public void shouldSayFromWhichLineOnItCannotBeRead() throws IOException {
        BacklogTable open = table("patient,text\na,b\nc,\"never closed\nd,e\nf,g\n");
        assertEquals(List.of(2), lines(open));
        assertEquals(Integer.valueOf(3), open.getUnreadableLine());

        BacklogTable after = table("patient,text\na,\"b\"c\nd,e\n");
        assertEquals(List.of(), lines(after));
        assertEquals(Integer.valueOf(2), after.getUnreadableLine());
    }

    @Test
    public void shouldHaveNoHeaderWhereThereIsNothing() throws IOException {
        assertEquals(List.of(), table("").getHeader());
        assertEquals(List.of(), table("\uFEFF").getHeader());
        assertEquals(List.of(), table("\n\n").getHeader());
    }

    @Test
    public void shouldGiveAsManyRowsAsAreAskedFor() throws IOException {
        BacklogTable table = table("patient\na\nb\nc\n");
        assertEquals(2, table.next(2).size());
        assertEquals(1, table.next(2).size());
        assertEquals(0, table.next(2).size());
    }

    private static List<Integer> lines(BacklogTable table) {
        List<Row> rows = new ArrayList<>(table.next(100));
        return rows.stream().map(Row::getLine).collect(Collectors.toList());
    }

    private static BacklogTable table(String text) throws IOException {
        return BacklogTable.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
