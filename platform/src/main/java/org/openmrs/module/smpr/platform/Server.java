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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lombok.Getter;
import lombok.Setter;
import lombok.experimental.Accessors;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.openmrs.module.web.ModuleResourcesServlet;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** The stand-in as a web server: services, module files, and the REST addresses under /openmrs. */
public final class Server implements AutoCloseable {
    /** What a server is started with. */
    @Getter
    @Setter
    @Accessors(fluent = true)
    public static final class Options {
        private final List<Path> modules = new ArrayList<>();
        private String address = "127.0.0.1";
        private int port = 8080;
        private String database = "h2";
        private Path data;
        private String adminPassword = "Admin123";

        /** Adds a module file; they start in the order given. */
        public Options module(Path file) {
            modules.add(file);
            return this;
        }

        private static Options read(String[] args) {
            Options options = new Options();
            for (int i = 0; i + 1 < args.length; i += 2) {
                String value = args[i + 1];
                switch (args[i]) {
                    case "--omod" -> options.module(Path.of(value));
                    case "--address" -> options.address(value);
                    case "--port" -> options.port(Integer.parseInt(value));
                    case "--database" -> options.database(value);
                    case "--data" -> options.data(Path.of(value));
                    case "--admin-password" -> options.adminPassword(value);
                    default -> throw new IllegalArgumentException("Unknown option " + args[i]);
                }
            }
            if (args.length % 2 != 0) {
                throw new IllegalArgumentException("No value for " + args[args.length - 1]);
            }
            return options;
        }
    }

    private final Options options;
    private final boolean temporary;
    private final Path data;
    private Database database;
    private Modules modules;
    private Tomcat tomcat;

    private Server(Options options) throws IOException {
        this.options = options;
        temporary = options.data() == null;
        data = temporary ? Files.createTempDirectory("openmrs") : Files.createDirectories(options.data());
    }

    /** Serves until the process ends. */
    public static void main(String[] args) {
        Options options;
        try {
            options = Options.read(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\nusage: [--omod FILE]... [--port 8080] [--address 127.0.0.1]"
                    + " [--database h2|h2:FILE|mariadb|jdbc:...] [--data DIR] [--admin-password PASSWORD]");
            System.exit(2);
            return;
        }
        Server server;
        try {
            server = start(options);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::end));
        System.out.println(server.url() + " (admin)");
        server.tomcat.getServer().await();
    }

    /**
     * Starts, and returns when requests are answered; one server at a time in a process.
     *
     * @throws IllegalStateException where the database or the web server does not start; its message says so to people
     */
    public static Server start(Options options) {
        try {
            Server server = new Server(options);
            try {
                server.start();
                return server;
            } catch (RuntimeException | LifecycleException | Error e) {
                server.stop();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            String place = options.address() + ":" + options.port();
            throw new IllegalStateException("The web server does not start on " + place + " (is the port in use?)", e);
        }
    }

    private void start() throws LifecycleException {
        Quiet.logs();
        database = Database.of(options.database());
        modules = new Modules(Platform.start(database, data.toFile(), options.adminPassword()));
        modules.start(options.modules().stream().map(Path::toFile).toList());
        tomcat = new Tomcat();
        tomcat.setSilent(true);
        tomcat.setBaseDir(data.resolve("tomcat").toString());
        Connector connector = new Connector();
        connector.setProperty("address", options.address());
        connector.setPort(options.port());
        connector.setThrowOnFailure(true);
        tomcat.setConnector(connector);
        File documents = data.resolve("tomcat/openmrs").toFile();
        documents.mkdirs();
        StandardContext web = (StandardContext) tomcat.addContext("/openmrs", documents.getAbsolutePath());
        web.setParentClassLoader(modules.loader());
        web.setClearReferencesObjectStreamClassCaches(false);
        web.setClearReferencesRmiTargets(false);
        web.setClearReferencesThreadLocals(false);
        Tomcat.addDefaultMimeTypeMappings(web);
        FilterDef filter = new FilterDef();
        filter.setFilterName("request");
        filter.setFilter(new RequestFilter(modules.loader()));
        web.addFilterDef(filter);
        FilterMap everything = new FilterMap();
        everything.setFilterName("request");
        everything.addURLPattern("/*");
        web.addFilterMap(everything);
        add(web, "rest", new DispatcherServlet(context(modules.context())), "/ws/*");
        add(web, "resources", new ModuleResourcesServlet(), "/moduleResources/*");
        tomcat.start();
    }

    private static GenericWebApplicationContext context(ApplicationContext platform) {
        GenericWebApplicationContext context = new GenericWebApplicationContext();
        context.setParent(platform);
        context.setClassLoader(platform.getClassLoader());
        return context;
    }

    private static void add(StandardContext web, String name, javax.servlet.Servlet servlet, String pattern) {
        Wrapper wrapper = Tomcat.addServlet(web, name, servlet);
        wrapper.setLoadOnStartup(1);
        wrapper.addMapping(pattern);
    }

    /** Where it is, without a slash at the end. */
    public String url() {
        return "http://" + options.address() + ":" + tomcat.getConnector().getLocalPort() + "/openmrs";
    }

    /** Stops the modules and everything else; data stay only where a place was given for them. */
    public synchronized void stop() {
        try {
            if (tomcat != null) {
                tomcat.stop();
                tomcat.destroy();
            }
        } catch (LifecycleException e) {
            throw new IllegalStateException("The web server does not stop", e);
        } finally {
            if (modules != null) {
                modules.stop();
            }
            if (database != null) {
                database.close();
            }
            if (temporary) {
                FileSystemUtils.deleteRecursively(data.toFile());
            }
            tomcat = null;
            modules = null;
            database = null;
        }
    }

    /** At the end of the process an embedded database may be gone first. */
    private void end() {
        try {
            stop();
        } catch (RuntimeException e) {
            System.err.println("Not stopped in order: " + e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
