/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What all tables of a database hold, but for those that a reading writes too: the log of access, and what is derived from the record when asked. */
final class DatabaseRows {

    private static final Set<String> WRITTEN_BY_READING = Set.of("smpr_access_log", "smpr_projected_assessment", "smpr_due", "smpr_due_person");

    private DatabaseRows() {}

    /** @return by table, the number of its rows and a checksum of all that is in them */
    static Map<String, String> of(Connection connection) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        for (String table : tables(connection)) {
            if (!WRITTEN_BY_READING.contains(table.toLowerCase())) {
                List<String> rows = rows(connection, table);
                content.put(table, rows.size() + " rows " + Integer.toHexString(rows.hashCode()));
            }
        }
        return content;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> line = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    line.add(rows.getString(column));
                }
                lines.add(line.toString());
            }
        }
        Collections.sort(lines);
        return lines;
    }
}
