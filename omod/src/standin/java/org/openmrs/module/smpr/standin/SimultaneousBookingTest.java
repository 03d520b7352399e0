package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Two servers on one database, and sixteen people who want the same beds at the same moment. */
public class SimultaneousBookingTest {

    private static final int ROUNDS = Integer.getInteger("booking.rounds", 200);

    private static final int CLIENTS = 16;

    private static final int PLACES = 5;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final ExecutorService callers = Executors.newFixedThreadPool(CLIENTS);

    private final LocalDate from = LocalDate.now().plusDays(10);

    private final LocalDate until = from.plusMonths(6);

    @Test
    public void shouldPromiseNoBedTwice() throws Exception {
        Path omod = ServerProcess.moduleFile();
        try (FreshDatabases databases = FreshDatabases.start(data("platform"));
                ServerProcess one = ServerProcess.server(databases.create("shared"), data("one"), omod)) {
            one.url();
            try (ServerProcess other = ServerProcess.server(databases.url("shared"), data("other"), omod);
                    Connection connection = databases.connect("shared")) {
                List<RestClient> clients = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    clients.add(new RestClient((i % 2 == 0 ? one : other).url(), "admin", "Admin123"));
                }
                long start = System.nanoTime();
                sixteenForFivePlaces(clients, connection);
                oneManInTwoUnits(clients, connection);
                System.out.printf("%d rounds of simultaneous bookings took %.1f s%n", ROUNDS, (System.nanoTime() - start) / 1e9);
                for (ServerProcess server : List.of(one, other)) {
                    assertFalse(server.log(), server.saysThatSomethingFailed());
                }
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private void sixteenForFivePlaces(List<RestClient> clients, Connection connection) throws Exception {
        RestClient any = clients.get(0);
        String unit = unit(any);
        List<String> men = men(any);
        for (int round = 0; round < ROUNDS; round++) {
            List<HttpResponse<String>> answers = atOnce(clients, caller -> reservation(men.get(caller), unit));

            List<String> reserved = new ArrayList<>();
            for (HttpResponse<String> answer : answers) {
                JsonNode body = JSON.readTree(answer.body());
                if (answer.statusCode() == 201) {
                    reserved.add(body.get("uuid").asText());
                } else {
                    assertEquals(answer.body(), 409, answer.statusCode());
                    assertEquals("smpr.place.FULL", body.at("/error/code").asText());
                    assertEquals(until.toString(), body.at("/error/freeFrom").asText());
                }
            }
            assertEquals("round " + round, PLACES, reserved.size());
            assertEquals(PLACES, mostInANight(connection));
            for (int i = 0; i < PLACES; i++) {
                RestClient client = clients.get(i);
                if (round % 2 == 0) {
                    client.delete("smpr/placement/" + reserved.get(i), "next round");
                } else {
                    client.post(
                            "smpr/placement/" + reserved.get(i), Map.of("status", "WITHDRAWN", "reason", "next round"));
                }
            }
            assertEquals(0, mostInANight(connection));
        }
    }

    private void oneManInTwoUnits(List<RestClient> clients, Connection connection) throws Exception {
        RestClient any = clients.get(0);
        List<String> units = List.of(unit(any), unit(any));
        String man = man(any, "two");
        for (int round = 0; round < ROUNDS / 10; round++) {
            List<HttpResponse<String>> answers =
                    atOnce(clients.subList(0, 4), caller -> reservation(man, units.get(caller / 2)));

            List<String> reserved = new ArrayList<>();
            for (HttpResponse<String> answer : answers) {
                JsonNode body = JSON.readTree(answer.body());
                if (answer.statusCode() == 201) {
                    reserved.add(body.get("uuid").asText());
                } else {
                    assertEquals(answer.body(), 409, answer.statusCode());
                    assertEquals("smpr.place.ALREADY_OPEN", body.at("/error/code").asText());
                }
            }
            assertEquals(1, reserved.size());
            assertEquals(1, mostInANight(connection));
            any.delete("smpr/placement/" + reserved.get(0), "next round");
        }
    }

    private List<HttpResponse<String>> atOnce(List<RestClient> clients, IntFunction<Map<String, ?>> body)
            throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            RestClient client = clients.get(i);
            Map<String, ?> posted = body.apply(i);
            answers.add(callers.submit(() -> {
                start.await();
                return client.tryPost("smpr/placement", posted);
            }));
        }
        start.countDown();
        List<HttpResponse<String>> all = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    private Map<String, ?> reservation(String man, String unit) {
        return Map.of(
                "patient",
                man,
                "unit",
                unit,
                "status",
                "RESERVED",
                "from",
                from.toString(),
                "plannedEnd",
                until.toString());
    }

    private static String unit(RestClient client) throws Exception {
        String location = client.get("location").at("/results/0/uuid").asText();
        return client.post("smpr/unit", Map.of("name", "Invented flat-share", "location", location, "capacity", PLACES))
                .get("uuid")
                .asText();
    }

    private static List<String> men(RestClient client) throws Exception {
        List<String> men = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            men.add(man(client, String.valueOf(i)));
        }
        return men;
    }

    /** Somebody in care. */
    private static String man(RestClient client, String number) throws Exception {
        String patient = new Registration(client).register("Invented", "Aspen", "UCTI-" + number);
        client.post("smpr/episode", Map.of("patient", patient, "begun", "2025-01-10"));
        return patient;
    }

    /** @return how many places are booked in the night that has the most, of any unit */
    private static int mostInANight(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(c), 0) from"
                        + " (select count(*) as c from smpr_night group by unit_id, night) n")) {
            assertTrue(row.next());
            return row.getInt(1);
        }
    }

    private Path data(String name) throws Exception {
        return folder.newFolder(name).toPath();
    }
}
