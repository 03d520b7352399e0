/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lombok.Value;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A server that is killed on the way through its first start, and the start after that. */
public class KilledStartTest {

    /** A killed server's lock is waited for, which takes time and no computing. */
    private static final int AT_ONCE = 3;

    /** In the order in which a first start comes to them. */
    private static final List<Moment> MOMENTS = List.of(
            new Moment("connected", "select count(*) from information_schema.processlist where db = database()", 2),
            new Moment("Liquibase's lock held", "select count(*) from DATABASECHANGELOGLOCK where locked", 1),
            new Moment("its first table", tables("smpr\\_%"), 1),
            new Moment("the table of its locks", tables("smpr\\_node\\_lock"), 1),
            new Moment("the row of its lock", "select count(*) from smpr_node_lock", 1),
            new Moment("its first privilege", "select count(*) from privilege where privilege like '%SMPR%'", 1),
            new Moment("a further privilege", "select count(*) from privilege where privilege like '%SMPR%'", 4),
            new Moment("lock held", "select count(*) from smpr_node_lock where owner is not null", 1),
            new Moment("its first role", "select count(*) from role where role like 'SMPR:%'", 1),
            new Moment("its last role", "select count(*) from role where role like 'SMPR:%'", 4),
            new Moment("its first encounter type", "select count(*) from encounter_type", 1),
            new Moment("the concept source", "select count(*) from concept_reference_source", 1),
            concepts(1),
            concepts(2),
            concepts(30),
            concepts(80),
            concepts(130),
            concepts(225),
            new Moment(
                    "lock free again",
                    "select count(*) from smpr_node_lock where owner is null and (select count(*) from concept) > 200",
                    1),
            new Moment("a form", "select count(*) from form", 4));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path omod;

    private Map<String, List<String>> whole;

    @Test
    public void shouldBeCompletedByTheNextStart() throws Exception {
        omod = ServerProcess.moduleFile();
        ExecutorService starts = Executors.newFixedThreadPool(AT_ONCE);
        try (FreshDatabases databases = FreshDatabases.start(data("platform"))) {
            String address = databases.create("whole");
            try (Connection connection = databases.connect("whole")) {
                whole = startToTheEnd(connection, address, "whole");
            }
            List<Future<String>> killed = new ArrayList<>();
            for (Moment moment : MOMENTS) {
                String name = "killed" + killed.size();
                killed.add(starts.submit(() -> killAndStartAgain(databases, name, moment)));
            }
            for (Future<String> one : killed) {
                System.out.println(one.get());
            }
            assertEquals(20, killed.size());
        } finally {
            starts.shutdownNow();
        }
    }

    private String killAndStartAgain(FreshDatabases databases, String name, Moment moment) throws Exception {
        boolean liquibase;
        String address = databases.create(name);
        try (Connection connection = databases.connect(name)) {
            try (ServerProcess server = ServerProcess.server(address, data(name + "-1"), omod)) {
                moment.await(connection, server);
                server.kill();
            }
            liquibase = releaseLiquibase(connection);
            assertEquals(moment.what, whole, startToTheEnd(connection, address, name + "-2"));
        }
        return "Killed: " + moment.what + (liquibase ? " (in Liquibase)" : "");
    }

    /**
     * While change sets run, Liquibase holds a lock that knows no lease, before any code of a module is there to do
     * something about it. OpenMRS releases it at its next start; the stand-in does not, and this does it in its place.
     */
    private static boolean releaseLiquibase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("update DATABASECHANGELOGLOCK set locked = 0 where locked = 1") > 0;
        }
    }

    private Map<String, List<String>> startToTheEnd(Connection connection, String address, String name)
            throws Exception {
        try (ServerProcess server = ServerProcess.server(address, data(name), omod)) {
            server.url();
            assertFalse(server.log(), server.saysThatSomethingFailed());
            return InstalledMetadata.of(connection);
        }
    }

    private Path data(String name) throws IOException {
        return folder.newFolder(name).toPath();
    }

    private static String tables(String like) {
        return "select count(*) from information_schema.tables where table_schema = database() and table_name like '"
                + like + "'";
    }

    private static Moment concepts(int number) {
        return new Moment(number + " concepts", "select count(*) from concept", number);
    }

    /** A state of the database that a first start comes through. */
    @Value
    private static class Moment {

        /** How often the database is looked at. */
        private static final long PAUSE_MILLIS = 3;

        String what;

        /** Counts something. */
        String query;

        int atLeast;

        void await(Connection connection, ServerProcess server) throws SQLException, InterruptedException {
            try (Statement statement = connection.createStatement()) {
                while (!isReached(statement)) {
                    if (server.serves()) {
                        throw new AssertionError("Never seen: " + what + "\n" + server.log());
                    }
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        }

        private boolean isReached(Statement statement) throws SQLException {
            try (ResultSet count = statement.executeQuery(query)) {
                return count.next() && count.getInt(1) >= atLeast;
            } catch (SQLSyntaxErrorException e) {
                // The table is not there yet.
                return false;
            }
        }
    }
}
