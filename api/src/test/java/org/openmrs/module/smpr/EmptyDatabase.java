/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A database with nothing in it, gone when closed: on H2 or, as the system property {@code platform.database} says, on the
 * stand-in's own MariaDB or the server of a JDBC address.
 */
public final class EmptyDatabase implements AutoCloseable {

    private static final String ADDRESS = address(System.getProperty("platform.database", "h2"));

    private final String name = "smpr_" + UUID.randomUUID().toString().replace("-", "");

    private final Connection connection;

    public EmptyDatabase() throws SQLException {
        if (ADDRESS.startsWith("jdbc:")) {
            connection = DriverManager.getConnection(ADDRESS);
            execute("create database " + name);
            connection.setCatalog(name);
        } else {
            connection = DriverManager.getConnection("jdbc:h2:mem:" + name);
        }
    }

    /** By reflection, because the official artifacts, which these tests run against too, know no such thing. */
    private static String address(String database) {
        if (!database.equals("mariadb")) {
            return database;
        }
        try {
            String standIn = "org.openmrs.module.smpr.platform.";
            Class.forName(standIn + "Platform").getMethod("prepareTests").invoke(null);
            Class<?> type = Class.forName(standIn + "Database");
            return (String)
                    type.getMethod("url").invoke(type.getMethod("current").invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection connection() {
        return connection;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        if (ADDRESS.startsWith("jdbc:")) {
            execute("drop database " + name);
        }
        connection.close();
    }
}
