/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Copies people with all that is charted of them, but for what their answers were before they were amended, row by row in the database: a cohort of thousands within minutes. */
final class CopiedPeople {

    /** Between the numbers of a copy and those of the next: more rows than this no table has of the people copied. */
    private static final int STRIDE = 100_000;

    /** In an order in which a row comes after those that it refers to, with the column that numbers its rows. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("person", "person_id");
        TABLES.put("person_name", "person_name_id");
        TABLES.put("patient", "patient_id");
        TABLES.put("patient_identifier", "patient_identifier_id");
        TABLES.put("patient_program", "patient_program_id");
        TABLES.put("patient_state", "patient_state_id");
        TABLES.put("encounter", "encounter_id");
        TABLES.put("encounter_provider", "encounter_provider_id");
        TABLES.put("obs", "obs_id");
        TABLES.put("smpr_study_participant", "study_participant_id");
        TABLES.put("smpr_outcome_event", "outcome_event_id");
        TABLES.put("smpr_followup_check", "followup_check_id");
    }

    /** Columns that name a row of one of these tables. */
    private static final Set<String> REFERENCES = Set.of("standing_patient_id", "obs_group_id");

    private final Supplier<Connection> connection;

    private final Map<String, Integer> first = new LinkedHashMap<>();

    private final Map<String, Integer> last = new LinkedHashMap<>();

    /** Before those are charted who will be copied.
     *
     * @param connection the one of the transaction that there is then
     */
    CopiedPeople(Supplier<Connection> connection) throws SQLException {
        this.connection = connection;
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            first.put(table.getKey(), largest(table.getKey(), table.getValue()) + 1);
        }
    }

    /** After they are charted. */
    void end() throws SQLException {
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            last.put(table.getKey(), largest(table.getKey(), table.getValue()));
            if (last.get(table.getKey()) - first.get(table.getKey()) >= STRIDE) {
                throw new IllegalStateException("More rows of " + table.getKey() + " than can be copied");
            }
        }
    }

    /** @param number of the copy, from 1; no other has it */
    void copy(int number) throws SQLException {
        try (Statement statement = connection.get().createStatement()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                List<String> columns = columns(table.getKey());
                List<String> values = new ArrayList<>();
                columns.forEach(column -> values.add(value(column, number)));
                statement.executeUpdate(
                        "insert into " + table.getKey() + " (" + String.join(", ", columns) + ") select "
                                + String.join(", ", values) + " from " + table.getKey() + " where " + table.getValue()
                                + " between " + first.get(table.getKey()) + " and " + last.get(table.getKey())
                                + " order by " + table.getValue());
            }
        }
    }

    /** Has the database look at how large its tables have become, as it does by itself where they grow day by day. */
    void analyze() throws SQLException {
        try (Statement statement = connection.get().createStatement()) {
            statement
                    .executeQuery("analyze table " + String.join(", ", TABLES.keySet()))
                    .close();
        }
    }

    private static String value(String column, int number) {
        if (column.equals("person_id") || TABLES.containsValue(column) || REFERENCES.contains(column)) {
            return column + " + " + (long) number * STRIDE;
        }
        switch (column) {
            case "uuid":
            case "index_episode":
                // Of no version that is given out: one that begins with this number by chance is none of these.
                return "concat('" + String.format("%06d", number) + "', substring(" + column
                        + ", 7, 8), 'c', substring(" + column + ", 16))";
            case "identifier":
            case "study_code":
                return "concat('" + String.format("%03X", number) + "', substring(" + column + ", 4))";
            case "previous_version":
                return "null";
            default:
                return column;
        }
    }

    private int largest(String table, String column) throws SQLException {
        try (Statement statement = connection.get().createStatement();
                ResultSet found = statement.executeQuery("select coalesce(max(" + column + "), 0) from " + table)) {
            found.next();
            return found.getInt(1);
        }
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.get().createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                columns.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
