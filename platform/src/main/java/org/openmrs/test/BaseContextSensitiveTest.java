/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.hibernate.SessionFactory;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Credentials;
import org.openmrs.api.context.ServiceContext;
import org.openmrs.api.context.UsernamePasswordCredentials;
import org.openmrs.module.smpr.platform.BaseData;
import org.openmrs.module.smpr.platform.Platform;
import org.springframework.test.annotation.Rollback;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.junit4.AbstractJUnit4SpringContextTests;
import org.springframework.test.context.transaction.TransactionalTestExecutionListener;
import org.springframework.transaction.annotation.Transactional;

/** A test in a running platform, as user admin, in a transaction that is rolled back. */
@ContextConfiguration(
        locations = {
            "classpath:applicationContext-service.xml",
            "classpath*:openmrs-servlet.xml",
            "classpath*:moduleApplicationContext.xml",
            "classpath*:TestingApplicationContext.xml"
        })
@TestExecutionListeners(TransactionalTestExecutionListener.class)
@Transactional
@Rollback
public abstract class BaseContextSensitiveTest extends AbstractJUnit4SpringContextTests {
    private static final String PASSWORD = "test";

    protected BaseContextSensitiveTest() {
        Platform.prepareTests();
    }

    public Properties getRuntimeProperties() {
        return Context.getRuntimeProperties();
    }

    @Before
    public void baseSetupWithStandardDataAndAuthentication() throws SQLException {
        ServiceContext.getInstance().setApplicationContext(applicationContext);
        if (!Context.isSessionOpen()) {
            Context.openSession();
        }
        BaseData.install(PASSWORD);
        authenticate();
    }

    public void authenticate() {
        Context.authenticate(getCredentials());
    }

    protected Credentials getCredentials() {
        return new UsernamePasswordCredentials("admin", PASSWORD);
    }

    public Connection getConnection() {
        return applicationContext
                .getBean(SessionFactory.class)
                .getCurrentSession()
                .doReturningWork(c -> c);
    }

    public void deleteAllData() {
        Context.clearSession();
        try (Statement statement = getConnection().createStatement()) {
            boolean h2 = getConnection().getMetaData().getURL().startsWith("jdbc:h2:");
            statement.execute(h2 ? "set referential_integrity false" : "set foreign_key_checks = 0");
            for (String table : tables()) {
                statement.execute("truncate table " + table + (h2 ? " restart identity" : ""));
            }
            statement.execute(h2 ? "set referential_integrity true" : "set foreign_key_checks = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        Connection connection = getConnection();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    @After
    public void clearSessionAfterEachTest() {
        if (Context.isSessionOpen()) {
            Context.logout();
        }
    }

    @AfterClass
    public static void closeSessionAfterEachClass() throws Exception {
        if (Context.isSessionOpen()) {
            Context.closeSession();
        }
    }
}
