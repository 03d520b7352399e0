/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openmrs.module.smpr.platform.Database;

/** The running demonstration under requests that are wrong; {@code .ci/run} sends ten thousand on MariaDB. Another seed: {@code -Dmalformed.seed=…}. */
public class MalformedRequestsTest {

    private static final int REQUESTS = Integer.getInteger("malformed.requests", 2_000);

    private static final long SEED = Long.getLong("malformed.seed", 20261125L);

    private static final int CONNECTIONS = 4;

    private static final int FAILURES_SHOWN = 20;

    /** What an answer to people has no use for. */
    private static final Pattern INSIDE = Pattern.compile(
            "org\\.openmrs|java\\.|javax\\.|springframework|hibernate|jackson|Exception|\\bat \\w+\\.|\\.java:\\d"
                    + "|(?i:select .* from |insert into |jdbc:|sqlstate)");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> failures = new ArrayList<>();

    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    public void shouldRefuseThemAllAndChangeNothing() throws Exception {
        Path omod = ServerProcess.moduleFile();
        if ("mariadb".equals(System.getProperty("platform.database"))) {
            try (Database database = Database.of("mariadb")) {
                shouldRefuseThemAll(database.url(), omod);
            }
        } else {
            shouldRefuseThemAll("h2:" + folder.getRoot().toPath().resolve("database") + ";AUTO_SERVER=TRUE;QUERY_CACHE_SIZE=512", omod);
        }
    }

    private void shouldRefuseThemAll(String database, Path omod) throws Exception {
        try (ServerProcess server = ServerProcess.demo(database, folder.newFolder("data").toPath(), omod)) {
            MarkedPerson person = new MarkedPerson(new RestClient(server.url(), DemoStaff.USER, DemoStaff.PASSWORD));
            ValidAssessment instrument = person.getInstruments().get(0);
            try (Connection connection = connect(database)) {
                Map<String, String> before = DatabaseRows.of(connection);

                sendAll(requests(person), server.url());

                System.out.println(REQUESTS + " malformed requests with seed " + SEED + ", by status: " + statuses);
                assertTrue(failures.size() + " failures:\n" + String.join("\n", failures) + "\n" + server.log(), failures.isEmpty());
                assertEquals(before, DatabaseRows.of(connection));
                assertFalse(server.log(), server.log().contains(MarkedPerson.MARK));
                person.chart(instrument, "2024-02-02", "DRAFT");
                assertNotEquals("What is charted shows", before, DatabaseRows.of(connection));
            }
        }
    }

    private static Connection connect(String database) throws SQLException {
        return database.startsWith("h2:")
                ? DriverManager.getConnection(database.replaceFirst("^h2:", "jdbc:h2:file:"), "sa", "")
                : DriverManager.getConnection(database);
    }

    private static MalformedRequests requests(MarkedPerson person) {
        return new MalformedRequests(SEED, person);
    }

    private void sendAll(MalformedRequests requests, String server) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Sessions sessions = new Sessions(server, i % 2 == 0 ? "en" : "fr");
                all.add(connections.submit(() -> {
                    for (int number = next.getAndIncrement(); number < REQUESTS; number = next.getAndIncrement()) {
                        judge(number, requests.get(number), sessions);
                    }
                    sessions.close();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            connections.shutdownNow();
        }
    }

    private void judge(int number, WireRequest request, Sessions sessions) {
        String fault;
        int status = 0;
        String body = "";
        try {
            RawConnection.Answer answer = sessions.send(request);
            status = answer.getStatus();
            body = answer.getBody();
            fault = fault(request, answer);
        } catch (IOException e) {
            fault = e.toString();
        }
        synchronized (failures) {
            statuses.merge(status, 1, Integer::sum);
            if (fault != null && failures.size() < FAILURES_SHOWN) {
                failures.add(number + ": " + fault + "\n  " + request + "\n  " + status + " " + shortened(body));
            }
        }
    }

    /** @return what is wrong with the answer; null where nothing is */
    private static String fault(WireRequest request, RawConnection.Answer answer) throws IOException {
        int status = answer.getStatus();
        if (status >= 500) {
            return "A failure of the server";
        }
        if (status < 400) {
            return request.isHarmless() ? null : "Accepted";
        }
        if (answer.getBody().contains(MarkedPerson.MARK)) {
            return "Data of a person";
        }
        // What the container cannot read, it answers itself.
        if (!request.isUnreadable() && INSIDE.matcher(answer.getBody()).find()) {
            return "The inside of the server";
        }
        boolean told = !request.isUnreadable() && !request.getVerb().equals("HEAD");
        return status == 400 && told && !namesFields(answer.getBody()) ? "No field is named" : null;
    }

    private static boolean namesFields(String body) throws IOException {
        JsonNode fields = JSON.readTree(body).at("/error/fieldErrors");
        boolean named = fields.size() > 0;
        for (JsonNode faults : fields) {
            named &= faults.size() > 0;
            for (JsonNode fault : faults) {
                String message = fault.path("message").asText();
                named &= !message.isEmpty() && !message.startsWith("smpr.");
            }
        }
        return named;
    }

    private static String shortened(String text) {
        return text.length() < 600 ? text : text.substring(0, 600) + "…";
    }

    /** One connection, over which each who signs in has a session. */
    private static final class Sessions implements AutoCloseable {

        private final String server;

        private final String language;

        private final RawConnection connection;

        private final Map<Caller, String> cookies = new EnumMap<>(Caller.class);

        Sessions(String server, String language) {
            this.server = server;
            this.language = language;
            this.connection = new RawConnection(server);
        }

        RawConnection.Answer send(WireRequest request) throws IOException {
            Caller caller = request.getCaller();
            if (caller.isSignedIn() && !cookies.containsKey(caller)) {
                RawConnection.Answer answer = send(caller.signIn(language), null);
                cookies.put(caller, answer.getHeaders().get("set-cookie").split(";")[0]);
            }
            return send(request, cookies.get(caller));
        }

        private RawConnection.Answer send(WireRequest request, String cookie) throws IOException {
            String host = server.replaceAll("^http://|/openmrs$", "");
            return connection.send(request.bytes(host, cookie), request.getVerb().equals("HEAD"));
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
