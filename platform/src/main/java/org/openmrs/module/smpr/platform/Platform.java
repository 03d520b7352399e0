/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ServiceContext;
import org.openmrs.util.OpenmrsUtil;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericXmlApplicationContext;

/** The running platform: one Spring context over one database, rebuilt when modules come or go. */
public final class Platform {
    private static volatile String[] moduleMappings = {};

    private final Database database;
    private final ApplicationContext previous = ServiceContext.getInstance().getApplicationContext();
    private final Properties previousProperties = Context.getRuntimeProperties();
    private final String previousDirectory = OpenmrsUtil.getApplicationDataDirectory();
    private ConfigurableApplicationContext context;

    private Platform(Database database) {
        this.database = database;
    }

    /** Starts without modules; an empty database gets its tables and base data first. */
    public static Platform start(Database database, File appDataDirectory, String adminPassword) {
        Platform platform = new Platform(database);
        OpenmrsUtil.setApplicationDataDirectory(appDataDirectory.getAbsolutePath());
        platform.build("update", Platform.class.getClassLoader(), List.of());
        BaseData.install(adminPassword);
        return platform;
    }

    /** Starts anew with a module's classes, mapping files and contexts. */
    public ConfigurableApplicationContext refresh(
            ClassLoader loader, List<String> mappingFiles, String... contextLocations) {
        context.close();
        build("none", loader, mappingFiles, contextLocations);
        return context;
    }

    private void build(String schema, ClassLoader loader, List<String> mappingFiles, String... locations) {
        moduleMappings = mappingFiles.toArray(String[]::new);
        Context.setRuntimeProperties(database.properties(schema));
        GenericXmlApplicationContext fresh = new GenericXmlApplicationContext();
        fresh.setClassLoader(loader);
        fresh.load(Stream.concat(Stream.of("classpath:applicationContext-service.xml"), Stream.of(locations))
                .toArray(String[]::new));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            fresh.refresh();
        } finally {
            thread.setContextClassLoader(before);
        }
        context = fresh;
    }

    /** Chooses database and directory for the tests of this process: see the system property platform.database. */
    public static synchronized void prepareTests() {
        if (Database.current() == null) {
            String kind = System.getProperty("platform.database", "h2");
            Database database = Database.of(kind);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            Context.setRuntimeProperties(database.properties(kind.startsWith("jdbc:") ? "create" : "update"));
            try {
                OpenmrsUtil.setApplicationDataDirectory(
                        Files.createTempDirectory("openmrs").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The Spring context in force. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    /** The mapping files of the modules. */
    public static String[] moduleMappings() {
        return moduleMappings.clone();
    }

    /** Closes the context, not the database; what was there before is in force again. */
    public void stop() {
        if (context != null) {
            context.close();
        }
        moduleMappings = new String[0];
        Context.setRuntimeProperties(previousProperties);
        OpenmrsUtil.setApplicationDataDirectory(previousDirectory);
        ServiceContext.getInstance().setApplicationContext(previous);
    }
}
