/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** What a fresh OpenMRS database holds. */
public final class BaseData {
    private BaseData() {}

    /** Puts them into an empty database; does nothing to another. */
    public static void install(String adminPassword) {
        try (Connection connection = Database.current().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (ResultSet users = connection.createStatement().executeQuery("select count(*) from users")) {
                users.next();
                if (users.getInt(1) > 0) {
                    return;
                }
            }
            ScriptUtils.executeSqlScript(
                    connection, new EncodedResource(new ClassPathResource("base-data.sql"), StandardCharsets.UTF_8));
            String salt = Passwords.salt();
            run(
                    connection,
                    "update users set password = ?, salt = ? where user_id = 1",
                    Passwords.hash(adminPassword, salt),
                    salt);
            for (Field name : PrivilegeConstants.class.getFields()) {
                String privilege = name.get(null).toString();
                String uuid = UUID.nameUUIDFromBytes(privilege.getBytes(StandardCharsets.UTF_8))
                        .toString();
                run(
                        connection,
                        "insert into privilege (privilege, description, uuid) values (?, '', ?)",
                        privilege,
                        uuid);
            }
            ScriptUtils.executeSqlScript(
                    connection, new EncodedResource(new ClassPathResource("base-roles.sql"), StandardCharsets.UTF_8));
            connection.commit();
        } catch (SQLException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
