/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openmrs.module.smpr.platform.Server;

/**
 * What the module installs, written as content for the Initializer module, with the uuids that it has: read from a server on which
 * it was installed just now, so that it is the same.
 */
final class InitializerContent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String OURS =
            " c.concept_id in (select m.concept_id from concept_reference_map m join concept_reference_term t"
                    + " on t.concept_reference_term_id = m.concept_reference_term_id"
                    + " join concept_reference_source s on s.concept_source_id = t.concept_source_id"
                    + " where s.name = 'SMPR')";

    private static final String PROGRAM = " from program p join concept c on c.concept_id = p.concept_id where p.name = 'SMPR'";

    private final Connection connection;

    private final Path folder;

    private InitializerContent(Connection connection, Path folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /** @param args the {@code .omod} file, the folder to write, and a data folder with the settings of a site where there are any */
    public static void main(String[] args) throws Exception {
        if (args.length < 2 || args[1].isEmpty()) {
            System.err.println("usage: OMOD-FILE FOLDER [DATA-FOLDER]");
            System.exit(2);
        }
        boolean given = args.length > 2 && !args[2].isEmpty();
        Path folder = Path.of(args[1]);
        write(Path.of(args[0]), folder, given ? Path.of(args[2]) : null);
        System.out.println("Content for the Initializer module is in " + folder.toAbsolutePath());
    }

    /** @param data null for no settings of a site */
    static void write(Path omod, Path folder, Path data) throws Exception {
        String database = Demo.database("content");
        Server.Options options = new Server.Options().module(omod).port(0).database(database);
        try (Server server = Server.start(data == null ? options : options.data(data));
                Connection connection = DriverManager.getConnection(database, "sa", "")) {
            new InitializerContent(connection, folder).write();
        }
    }

    private void write() throws IOException, SQLException {
        csv("conceptsources", "Uuid,Name,Description", "select uuid, name, description from concept_reference_source where name = 'SMPR'");
        csv(
                "privileges",
                "Privilege name,Description",
                "select privilege, description from privilege where privilege like '% SMPR %' order by privilege");
        csv(
                "roles",
                "Uuid,Role name,Description,Privileges",
                "select uuid, role, description, (select listagg(p.privilege, '; ') within group (order by p.privilege)"
                        + " from role_privilege p where p.role = r.role) from role r where role like 'SMPR: %' order by role");
        csv(
                "encountertypes",
                "Uuid,Name,Description,View privilege,Edit privilege",
                "select uuid, name, description, view_privilege, edit_privilege from encounter_type where name like 'SMPR %'"
                        + " order by encounter_type_id");
        concepts();
        csv("programs", "Uuid,Name,Description,Program concept", "select p.uuid, p.name, p.description, c.uuid" + PROGRAM);
        csv(
                "programworkflows",
                "Uuid,Program,Workflow concept",
                "select w.uuid, p.uuid, c.uuid from program_workflow w join program p on p.program_id = w.program_id"
                        + " join concept c on c.concept_id = w.concept_id where p.name = 'SMPR'");
        csv(
                "programworkflowstates",
                "Uuid,Workflow,State concept,Initial,Terminal",
                "select s.uuid, w.uuid, c.uuid, s.initial, s.terminal from program_workflow_state s"
                        + " join program_workflow w on w.program_workflow_id = s.program_workflow_id join program p on p.program_id = w.program_id"
                        + " join concept c on c.concept_id = s.concept_id where p.name = 'SMPR'"
                        + " order by s.program_workflow_state_id");
        forms();
    }

    /** In the order in which they were installed, each after its answers and members. */
    private void concepts() throws IOException, SQLException {
        StringBuilder header = new StringBuilder("Uuid,Data class,Data type,Same as mappings,Answers,Members,Absolute low,Absolute high,Allow decimals");
        StringBuilder names = new StringBuilder();
        for (String type : List.of("FULLY_SPECIFIED", "SHORT")) {
            for (String language : List.of("en", "fr")) {
                String name = (type.equals("SHORT") ? "Short name:" : "Fully specified name:") + language;
                header.append(',').append(name).append(',').append(name).append(":Uuid");
                String of = " from concept_name n where n.concept_id = c.concept_id and n.voided = false and n.locale = '"
                        + language + "' and n.concept_name_type = '" + type + "')";
                names.append(", (select n.name").append(of).append(", (select n.uuid").append(of);
            }
        }
        csv(
                "concepts",
                header.toString(),
                "select c.uuid, (select name from concept_class where concept_class_id = c.class_id),"
                        + " (select name from concept_datatype where concept_datatype_id = c.datatype_id),"
                        + " (select listagg(concat('SMPR:', t.code), '; ') from concept_reference_map m"
                        + " join concept_reference_term t on t.concept_reference_term_id = m.concept_reference_term_id where m.concept_id = c.concept_id),"
                        + " (select listagg(p.uuid, '; ') within group (order by a.sort_weight) from concept_answer a"
                        + " join concept p on p.concept_id = a.answer_concept where a.concept_id = c.concept_id),"
                        + " (select listagg(p.uuid, '; ') within group (order by e.sort_weight) from concept_set e"
                        + " join concept p on p.concept_id = e.concept_id where e.concept_set = c.concept_id),"
                        + " n.low_absolute, n.hi_absolute, n.allow_decimal" + names
                        + " from concept c left join concept_numeric n on n.concept_id = c.concept_id where" + OURS
                        + " order by c.concept_id");
    }

    private void forms() throws IOException, SQLException {
        String query = "select f.name, f.description, f.published, f.retired, e.name, r.name, v.value from form f"
                + " join encounter_type e on e.encounter_type_id = f.encounter_type join form_resource r on r.form_id = f.form_id"
                + " join clob_datatype_storage v on v.uuid = r.value_reference where e.name like 'SMPR %' order by r.form_resource_id";
        for (List<String> row : rows(query)) {
            ObjectNode document = (ObjectNode) JSON.readTree(row.get(6));
            String file = row.get(0).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            if (document.has("translations")) {
                write("ampathformstranslations", file + "_translations_" + document.get("language").asText() + ".json", document);
            } else {
                document.put("description", row.get(1));
                document.put("published", Boolean.parseBoolean(row.get(2)));
                document.put("retired", Boolean.parseBoolean(row.get(3)));
                document.put("encounter", row.get(4));
                write("ampathforms", file + ".json", document);
            }
        }
    }

    private void write(String domain, String file, ObjectNode document) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve(domain)).resolve(file),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    }

    private void csv(String domain, String header, String query) throws IOException, SQLException {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (List<String> row : rows(query)) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell == null ? "" : '"' + cell.replace("\"", "\"\"") + '"'));
            text.append(String.join(",", cells)).append('\n');
        }
        Files.writeString(Files.createDirectories(folder.resolve(domain)).resolve("smpr.csv"), text);
    }

    private List<List<String>> rows(String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
