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
 * A database with nothing in it, on H2 or, where the system property {@code platform.database} is a JDBC address, on that
 * server; gone when closed.
 */
public final class EmptyDatabase implements AutoCloseable {

    private static final String ADDRESS = System.getProperty("platform.database", "h2");

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
