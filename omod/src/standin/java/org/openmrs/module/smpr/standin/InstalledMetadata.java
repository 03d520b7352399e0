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
import java.util.TreeMap;

/** The metadata of a database, by table: a line each, with whatever two servers or two starts must agree in. */
final class InstalledMetadata {

    /** What tells a row from any other and is the same on every server: never a number that a database counts out. */
    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("concept", "select uuid, retired from concept"),
            Map.entry(
                    "concept_name",
                    "select uuid, name, locale, concept_name_type, locale_preferred, voided from concept_name"),
            Map.entry("concept_numeric", "select c.uuid from concept_numeric n join concept c using (concept_id)"),
            Map.entry("concept_source", "select uuid, name from concept_reference_source"),
            Map.entry("concept_reference_term", "select uuid, code from concept_reference_term"),
            Map.entry("concept_reference_map", "select uuid from concept_reference_map"),
            Map.entry("concept_answer", "select uuid, sort_weight from concept_answer"),
            Map.entry("concept_set", "select uuid, sort_weight from concept_set"),
            Map.entry("encounter_type", "select uuid, name, view_privilege, edit_privilege from encounter_type"),
            Map.entry("role", "select role, uuid from role"),
            Map.entry("privilege", "select privilege from privilege"),
            Map.entry("role_privilege", "select role, privilege from role_privilege"),
            Map.entry("form", "select uuid, name, version, published, description from form"),
            Map.entry("form_resource", "select uuid, name, datatype, value_reference from form_resource"),
            Map.entry("clob", "select uuid from clob_datatype_storage"),
            Map.entry("global_property", "select property, property_value from global_property"),
            Map.entry("lock", "select name, owner from smpr_node_lock"),
            Map.entry("change_set", "select id from DATABASECHANGELOG"));

    private InstalledMetadata() {}

    /** @return sorted lines, so that what is there twice is in it twice */
    static Map<String, List<String>> of(Connection connection) throws SQLException {
        Map<String, List<String>> metadata = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> rows : ROWS.entrySet()) {
                metadata.put(rows.getKey(), lines(statement, rows.getValue()));
            }
        }
        return metadata;
    }

    private static List<String> lines(Statement statement, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> line = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    line.add(rows.getString(column));
                }
                lines.add(String.join(" | ", line));
            }
        }
        Collections.sort(lines);
        return lines;
    }
}
