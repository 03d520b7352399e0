/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import lombok.Value;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Runs the change log on an empty database, and compares what it makes with what Hibernate expects to find. */
public class LiquibaseTest {

    /** JDBC types that serve a Hibernate type. */
    private static final Map<String, Set<Integer>> TYPES = Map.ofEntries(
            Map.entry("int", Set.of(Types.INTEGER)),
            Map.entry("integer", Set.of(Types.INTEGER)),
            Map.entry("long", Set.of(Types.BIGINT)),
            Map.entry("double", Set.of(Types.DOUBLE)),
            Map.entry("boolean", Set.of(Types.BOOLEAN, Types.BIT, Types.TINYINT)),
            Map.entry("string", Set.of(Types.VARCHAR, Types.CHAR)),
            Map.entry("text", Set.of(Types.CLOB, Types.LONGVARCHAR, Types.VARCHAR)),
            Map.entry("materialized_blob", Set.of(Types.BLOB, Types.LONGVARBINARY)),
            Map.entry("date", Set.of(Types.DATE)),
            Map.entry("LocalDate", Set.of(Types.DATE)),
            Map.entry("timestamp", Set.of(Types.TIMESTAMP)));

    private EmptyDatabase database;

    @Before
    public void createWhatThePlatformHas() throws SQLException {
        database = new EmptyDatabase();
        database.execute("create table users (user_id int not null primary key)");
        database.execute("create table location (location_id int not null primary key)");
        database.execute("create table patient (patient_id int not null primary key)");
    }

    @After
    public void drop() throws SQLException {
        database.close();
    }

    @Test
    public void shouldMakeTheTablesThatAreMapped() throws Exception {
        update();

        assertEquals(mapped(), made());
    }

    @Test
    public void shouldMakeColumnsOfTheMappedTypes() throws Exception {
        update();

        Map<String, Column> made = columns();
        for (Element property : properties()) {
            String name = nameOf(property);
            Column column = made.get(name);
            String type = property.getTagName().equals("many-to-one") ? "int" : property.getAttribute("type");
            assertTrue(name + " is no " + type, TYPES.get(type).contains(column.type));
            assertEquals(
                    name + ", null",
                    property.getTagName().equals("id")
                            || property.getAttribute("not-null").equals("true"),
                    !column.nullable);
            if (property.hasAttribute("length")) {
                assertEquals(name + ", length", Integer.parseInt(property.getAttribute("length")), column.size);
            }
        }
    }

    @Test
    public void shouldLeaveNothingInTheOutcomeRegisterOfAPatientWhoIsDeleted() throws Exception {
        update();
        database.execute("insert into patient values (7)");
        database.execute(
                "insert into smpr_followup_check (uuid, patient_id, date_checked, kind, source, result, version,"
                        + " creator, date_created, voided) values ('a check', 7, '2026-01-01', 'YEARLY', 'VISIT',"
                        + " 'NOT_FOUND', 0, 1, '2026-01-01 00:00:00', false)");
        database.execute("insert into smpr_outcome_event (uuid, patient_id, kind, source, certainty, version, creator,"
                + " date_created, voided) values ('an event', 7, 'DEATH', 'PRESS', 'UNSURE', 0, 1,"
                + " '2026-01-01 00:00:00', false)");

        database.execute("delete from patient where patient_id = 7");

        assertEquals(0, count("select count(*) from smpr_followup_check"));
        assertEquals(0, count("select count(*) from smpr_outcome_event"));
    }

    @Test
    public void shouldLeaveNothingInTheStudyOfAPatientWhoIsDeletedAndLetNobodyTakePartTwice() throws Exception {
        update();
        database.execute("insert into patient values (7)");
        database.execute(participant("a participant", "7", "234-5673"));
        database.execute(participant("a voided one", "null", "324-5674"));
        database.execute("insert into smpr_study_opposition (uuid, study_participant_id, opposition, date_opposed,"
                + " recorded_by, date_recorded, voided) select 'an opposition', study_participant_id, 'STOP_USING',"
                + " '2026-01-01', 1, '2026-01-01 00:00:00', false from smpr_study_participant where"
                + " uuid = 'a participant'");
        assertThrows(SQLException.class, () -> database.execute(participant("another", "7", "432-5675")));

        database.execute("delete from patient where patient_id = 7");

        assertEquals(0, count("select count(*) from smpr_study_participant"));
        assertEquals(0, count("select count(*) from smpr_study_opposition"));
    }

    private static String participant(String uuid, String standing, String code) {
        return "insert into smpr_study_participant (uuid, patient_id, standing_patient_id, study_code, index_episode,"
                + " criteria, version, creator, date_created, voided) values ('" + uuid + "', 7, " + standing + ", '"
                + code + "', 'an episode', '{}', 0, 1, '2026-01-01 00:00:00', false)";
    }

    @Test
    public void shouldDoNothingTheSecondTime() throws Exception {
        update();
        Map<String, Column> before = columns();

        update();

        assertEquals(before, columns());
        assertEquals(1, count("select count(*) from smpr_node_lock where name = 'installation'"));
    }

    @Test
    public void shouldDoNothingWhereTheTablesAreKnownAndTheLogOfChangesIsLost() throws Exception {
        update();
        Map<String, Column> before = columns();
        database.execute("drop table DATABASECHANGELOG");

        update();

        assertEquals(before, columns());
        assertEquals(1, count("select count(*) from smpr_node_lock where name = 'installation'"));
        assertEquals(0, count("select count(*) from DATABASECHANGELOG where EXECTYPE <> 'MARK_RAN'"));
    }

    private void update() throws Exception {
        Database target = DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(database.connection()));
        new Liquibase("liquibase.xml", new ClassLoaderResourceAccessor(), target).update(new Contexts());
        database.connection().setAutoCommit(true);
    }

    private Set<String> mapped() throws Exception {
        Set<String> names = new TreeSet<>();
        for (Element property : properties()) {
            names.add(nameOf(property));
        }
        return names;
    }

    private Set<String> made() throws SQLException {
        return columns().keySet();
    }

    private static List<Element> properties() throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(InputStream.nullInputStream()));
        List<Element> properties = new ArrayList<>();
        try (InputStream in = LiquibaseTest.class.getResourceAsStream("/Smpr.hbm.xml")) {
            Element mapping = builder.parse(in).getDocumentElement();
            for (String tag : List.of("id", "property", "many-to-one")) {
                NodeList found = mapping.getElementsByTagName(tag);
                for (int i = 0; i < found.getLength(); i++) {
                    properties.add((Element) found.item(i));
                }
            }
        }
        return properties;
    }

    private static String nameOf(Element property) {
        return ((Element) property.getParentNode()).getAttribute("table") + "." + property.getAttribute("column");
    }

    /** The columns of the module's tables, by table and column. */
    private Map<String, Column> columns() throws SQLException {
        Map<String, Column> columns = new TreeMap<>();
        try (ResultSet row = database.connection()
                .getMetaData()
                .getColumns(database.connection().getCatalog(), null, null, null)) {
            while (row.next()) {
                String table = row.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (table.startsWith("smpr_")) {
                    columns.put(
                            table + "." + row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                            new Column(
                                    row.getInt("DATA_TYPE"),
                                    row.getInt("COLUMN_SIZE"),
                                    row.getString("IS_NULLABLE").equals("YES")));
                }
            }
        }
        return columns;
    }

    private int count(String query) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    @Value
    private static class Column {

        int type;

        int size;

        boolean nullable;
    }
}
