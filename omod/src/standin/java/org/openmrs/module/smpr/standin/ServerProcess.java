/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Assume;
import org.openmrs.module.smpr.SmprActivator;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.platform.Server;
import org.openmrs.module.smpr.web.SmprRestController;

/** The stand-in in a process of its own, to which the module comes as its packaged file alone; and what it says. */
final class ServerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 600;

    /** How the server and the demonstration say that they answer. */
    private static final Pattern ADDRESS = Pattern.compile("(?: *page +)?(http://[\\w.]+:\\d+/openmrs)");

    private final Process process;

    private final Thread reader;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private final CompletableFuture<String> url = new CompletableFuture<>();

    private ServerProcess(Class<?> main, List<String> arguments) throws IOException {
        process = java(main, arguments.toArray(new String[0])).redirectErrorStream(true).start();
        reader = new Thread(this::read, "log of process " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** @return what runs one of the programs here, the module being on no class path */
    static ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                // That level keeps so little that a long test fills it, and all is interpreted from then on.
                "-XX:ReservedCodeCacheSize=240m",
                "-Dliquibase.changelogLockPollRate=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-classpath",
                classPath(),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command);
    }

    /** @return the module's file; without one, which is before it is packaged, the test is left out */
    static Path moduleFile() {
        String file = System.getProperty("omod.file");
        Assume.assumeTrue("The file is not packaged yet", file != null);
        return Path.of(file);
    }

    /** Starts the server alone, on a free port. */
    static ServerProcess server(String database, Path data, Path... modules) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--database", database, "--data", "" + data));
        Arrays.stream(modules).forEach(module -> arguments.addAll(List.of("--omod", module.toString())));
        return new ServerProcess(Server.class, arguments);
    }

    /** Starts the demonstration, on a free port. */
    static ServerProcess demo(String database, Path data, Path module) throws IOException {
        return new ServerProcess(Demo.class, List.of("" + module, "0", "" + data, database));
    }

    /** Starts the demonstration, on a free port and with data in a temporary folder. */
    static ServerProcess demo(String database, Path module) throws IOException {
        return new ServerProcess(Demo.class, List.of("" + module, "0", "", database));
    }

    /** This test's own, without what is in the module's file. */
    private static String classPath() {
        Set<Path> packaged = Stream.of(SmprActivator.class, TestPeople.class, SmprRestController.class)
                .map(ServerProcess::source)
                .collect(Collectors.toSet());
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !packaged.contains(Path.of(entry).toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path source(Class<?> type) {
        URL source = type.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(source.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher address = ADDRESS.matcher(line);
                if (address.lookingAt()) {
                    url.complete(address.group(1));
                }
            }
        } catch (IOException e) {
            log.add("The log was not read to its end: " + e);
        }
        url.completeExceptionally(new IllegalStateException("It ended without serving"));
    }

    /** @return where it is, once it answers */
    String url() {
        try {
            return url.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The server did not start:\n" + log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return whether it answers, or has ended */
    boolean serves() {
        return url.isDone();
    }

    boolean saysThatSomethingFailed() {
        String log = log();
        return log.contains("ERROR") || log.contains("Exception") || log.contains("left out");
    }

    /** @return what it has said until now, on both of its streams */
    String log() {
        synchronized (log) {
            return String.join("\n", log);
        }
    }

    /** Ends it as a power cut does: it has no say in it. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends it in order. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The server did not end:\n" + log());
            }
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
