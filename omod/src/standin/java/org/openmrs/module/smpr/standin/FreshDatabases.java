/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import org.junit.Assume;

/**
 * A MariaDB with as many databases as a test likes, each as OpenMRS leaves one before the module's first start: OpenMRS
 * makes its tables once, and before any module.
 */
final class FreshDatabases implements AutoCloseable {

    private static final String BASE = "base";

    private final org.openmrs.module.smpr.platform.Database server;

    private FreshDatabases() {
        server = org.openmrs.module.smpr.platform.Database.of("mariadb");
    }

    /** @param data a folder for the server that makes the tables */
    static FreshDatabases start(Path data) throws Exception {
        if (!"mariadb".equals(System.getProperty("platform.database"))) {
            String message = "SKIPPED: several servers on one database are tried on MariaDB only (-Pmariadb)";
            System.out.println(message);
            Assume.assumeTrue(message, false);
        }
        FreshDatabases databases = new FreshDatabases();
        try {
            databases.makeBase(data);
            return databases;
        } catch (Exception | Error e) {
            databases.close();
            throw e;
        }
    }

    private void makeBase(Path data) throws Exception {
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement()) {
            // Only servers are killed here, never the database: it need not wait for the disk.
            statement.execute("set global innodb_flush_log_at_trx_commit = 0");
            statement.execute("create database " + BASE);
        }
        try (ServerProcess platform = ServerProcess.server(url(BASE), data)) {
            platform.url();
        }
        try (Connection connection = connect(BASE)) {
            // OpenMRS's own tables come by Liquibase, so that Liquibase's are there before those of any module.
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            LockServiceFactory.getInstance().getLockService(database).init();
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .getChangeLogService(database)
                    .init();
            database.commit();
        }
    }

    /** @return the address of a database that no module has been started on */
    String create(String name) throws SQLException {
        try (Connection connection = connect(BASE);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            List<String> tables = column(statement, "show tables", 1);
            List<String> commands = new ArrayList<>();
            for (String table : tables) {
                commands.addAll(column(statement, "show create table " + table, 2));
            }
            statement.execute("use " + name);
            statement.execute("set foreign_key_checks = 0");
            for (String command : commands) {
                statement.execute(command);
            }
            for (String table : tables) {
                statement.execute("insert into " + table + " select * from " + BASE + "." + table);
            }
        }
        return url(name);
    }

    private static List<String> column(Statement statement, String query, int column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(column));
            }
        }
        return values;
    }

    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name));
    }

    String url(String name) {
        return server.url().replaceFirst("/openmrs\\?", "/" + name + "?");
    }

    @Override
    public void close() {
        server.close();
    }
}
