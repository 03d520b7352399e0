/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;
import org.openmrs.test.BaseModuleContextSensitiveTest;

/**
 * The stand-in's tables are OpenMRS's: their columns exist there, of the same kind and as nullable. What OpenMRS has is in
 * schema.tsv, a copy of the lines needed of the project's list; -Dsignatures=DIRECTORY makes that copy anew.
 */
public class SchemaTest extends BaseModuleContextSensitiveTest {
    private static final Path COPY = Path.of("src/test/resources/schema.tsv");

    @Test
    public void everyColumnIsOneOfOpenmrs() throws Exception {
        String lists = System.getProperty("signatures");
        Map<String, String> theirs = read(lists == null ? COPY : Path.of(lists, "schema-2.8.9.tsv"));
        List<String> copy = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        ours().forEach((column, kind) -> {
            String line = theirs.get(column);
            if (line == null) {
                faults.add("not of OpenMRS: " + column);
                return;
            }
            String[] cells = line.split("\t");
            String expected = kind(cells[2]) + (cells[3].equals("NO") ? " not null" : "");
            if (!expected.equals(kind)) {
                faults.add(column + " is " + kind + " instead of " + expected);
            }
            copy.add(line);
        });
        assertEquals("", String.join("\n", faults));
        if (lists != null) {
            Files.write(COPY, copy);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t");
            lines.put(cells[0] + "." + cells[1], line);
        }
        return lines;
    }

    private Map<String, String> ours() throws SQLException {
        Map<String, String> ours = new TreeMap<>();
        Connection connection = getConnection();
        try (ResultSet columns =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                String kind = kind(columns.getString("TYPE_NAME").toLowerCase(Locale.ROOT));
                if (!table.startsWith("thing_")) {
                    ours.put(
                            table + "." + columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                            kind + (columns.getString("IS_NULLABLE").equals("NO") ? " not null" : ""));
                }
            }
        }
        return ours;
    }

    private static String kind(String type) {
        if (type.matches("tinyint.*|bit.*|boolean")) {
            return "boolean";
        }
        if (type.matches(".*(char|text|character|clob).*")) {
            return "text";
        }
        if (type.matches("datetime.*|timestamp.*")) {
            return "time";
        }
        return type.replaceAll("\\(.*| precision", "").replace("integer", "int");
    }
}
