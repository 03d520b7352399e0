/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.openmrs.module.smpr.standin.BenchmarkReport.say;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.openmrs.module.smpr.platform.Server;

/**
 * How long reading a trajectory takes, against reading the same obs through the platform's own encounter resource, and
 * how that grows with the waves. It speaks HTTP alone, makes its own patients, and voids them in the end.
 */
public final class TrajectoryBenchmark {

    static final String TRAJECTORY = "smpr/trajectory/…";

    private static final String STANDARD = "encounter?patient=…&v=full";

    private static final int[] WAVES = {1, 8, 24, 96};

    private static final String INSTRUMENT = "?instrument=" + DemoAssessment.HCR;

    /** What one page may hold on a server where nobody has set that. */
    private static final int USUAL_LIMIT = 100;

    private static final int LONGEST_REFUSAL = 250;

    private final RestClient rest;

    private final MeasuredSession session;

    private final int rounds;

    /** By name, what the encounter resource is asked for: all that it shows, and no more than the answers themselves. */
    private final Map<String, String> representations = new LinkedHashMap<>();

    /** The readings of each patient, in the order in which they are read. */
    private final Map<BenchmarkPatient, List<MeasuredReading>> readings = new LinkedHashMap<>();

    private TrajectoryBenchmark(String server, String user, String password, int rounds)
            throws IOException, InterruptedException {
        this.rest = new RestClient(server, user, password);
        this.session = new MeasuredSession(server, rest.authorization());
        this.rounds = rounds;
        representations.put(STANDARD, "full");
        representations.put(
                "encounter?patient=…&v=custom:(…)",
                "custom:(uuid,encounterDatetime,obs:(concept:(uuid),value:ref))");
    }

    /**
     * @param args the {@code .omod} file, the database of the stand-in, and how many rounds are measured; of a server that
     *     runs already its address, a user and his password too, and then no stand-in is started
     */
    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("usage: OMOD-FILE DATABASE ROUNDS [ADDRESS USER PASSWORD]");
            System.exit(2);
        }
        int rounds = Math.max(1, Integer.parseInt(args[2]));
        if (args.length > 3 && !args[3].isEmpty()) {
            new TrajectoryBenchmark(args[3].replaceAll("/+$", ""), args[4], args[5], rounds).run();
            return;
        }
        Server.Options options = new Server.Options()
                .module(Path.of(args[0]))
                .port(0)
                .database(args[1].equals("h2") ? Demo.database("bench") : args[1])
                .adminPassword(DemoStaff.ADMINISTRATOR_PASSWORD);
        try (Server server = Server.start(options)) {
            say("On the stand-in, which is not OpenMRS: what counts is measured with -Dbench.url=…");
            new TrajectoryBenchmark(server.url(), DemoStaff.ADMINISTRATOR, DemoStaff.ADMINISTRATOR_PASSWORD, rounds)
                    .run();
        }
    }

    private void run() throws IOException, InterruptedException {
        say(
                "OpenMRS %s on Java %s, webservices.rest %s, smpr %s",
                told("systeminformation", "SystemInfo.OpenMRSInstallation.openmrsVersion"),
                told("systeminformation", "SystemInfo.JavaRuntimeEnv.javaVersion"),
                told("module/webservices.rest?v=full", "version"),
                told("module/smpr?v=full", "version"));
        try {
            chart();
            for (BenchmarkPatient patient : readings.keySet()) {
                prepare(patient, readings.get(patient));
            }
            measure();
            readings.forEach((patient, of) -> BenchmarkReport.print(patient, of, standard(of)));
            BenchmarkReport.printCosts(readings);
        } finally {
            cleanUp();
        }
    }

    /** Not every user is told everything, and nobody is by the stand-in. */
    private String told(String path, String name) throws IOException, InterruptedException {
        try {
            JsonNode value = rest.get(path).findValue(name);
            return value == null ? "(not told)" : value.asText().trim().replaceAll("\\s+", " ");
        } catch (IllegalStateException e) {
            return "(not told)";
        }
    }

    private void chart() throws IOException, InterruptedException {
        List<JsonNode> instruments = new ArrayList<>();
        for (String code : DemoAssessment.INSTRUMENTS) {
            instruments.add(rest.get("smpr/instrument/" + code));
        }
        long start = System.nanoTime();
        for (int waves : WAVES) {
            BenchmarkPatient patient = BenchmarkPatient.register(rest, waves);
            readings.put(patient, new ArrayList<>());
            patient.chart(rest, instruments);
        }
        say(
                "%d assessments of %d invented patients, %d instruments a wave, charted in %.0f s",
                sum(BenchmarkPatient::getAssessments), readings.size(), instruments.size(), seconds(start));
    }

    /** Looks at what each reading gives, and that it is what was charted. */
    private void prepare(BenchmarkPatient patient, List<MeasuredReading> of) throws IOException, InterruptedException {
        for (String name : List.copyOf(representations.keySet())) {
            try {
                of.add(new MeasuredReading(name, pages(patient, representations.get(name))));
            } catch (IllegalStateException e) {
                representations.remove(name);
                say("Not compared with %s, which is refused here: %s", name, cut(e.getMessage()));
            }
        }
        String trajectory = "smpr/trajectory/" + patient.getUuid();
        of.add(new MeasuredReading(TRAJECTORY, List.of(trajectory)));
        of.add(new MeasuredReading(TRAJECTORY + INSTRUMENT, List.of(trajectory + INSTRUMENT)));
        of.add(new MeasuredReading(TRAJECTORY + "/chart" + INSTRUMENT, List.of(trajectory + "/chart" + INSTRUMENT)));
        int shown = 0;
        for (JsonNode instrument : rest.get(trajectory).get("instruments")) {
            shown += instrument.get("assessments").size();
        }
        requireSame("assessments of the trajectory", patient.getAssessments(), shown);
    }

    /** @return all pages of the patient's encounters, as long as the server lets them be */
    private List<String> pages(BenchmarkPatient patient, String representation)
            throws IOException, InterruptedException {
        String list = "encounter?patient=" + patient.getUuid() + "&v=" + representation;
        IllegalStateException refusal = null;
        for (String limit : List.of("&limit=" + patient.getAssessments(), "&limit=" + USUAL_LIMIT, "")) {
            try {
                return pages(patient, list + limit, new ArrayList<>());
            } catch (IllegalStateException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    private List<String> pages(BenchmarkPatient patient, String list, List<String> pages)
            throws IOException, InterruptedException {
        int encounters = 0;
        int obs = 0;
        boolean more = true;
        while (more) {
            String path = list + "&startIndex=" + encounters;
            JsonNode page = rest.get(path);
            pages.add(path);
            for (JsonNode encounter : page.get("results")) {
                encounters++;
                obs += encounter.get("obs").size();
            }
            more = page.path("links").findValuesAsText("rel").contains("next");
        }
        requireSame("encounters", patient.getAssessments(), encounters);
        requireSame("obs of the encounters", patient.getObs(), obs);
        return pages;
    }

    private static void requireSame(String what, int charted, int read) {
        if (charted != read) {
            throw new AssertionError(what + ": " + charted + " charted, " + read + " read");
        }
    }

    /** Every reading once a round, so that what else happens on the machine happens to all of them. */
    private void measure() throws IOException, InterruptedException {
        int warmUp = rounds / 2;
        long start = System.nanoTime();
        for (int round = 0; round < warmUp + rounds; round++) {
            for (List<MeasuredReading> of : readings.values()) {
                for (MeasuredReading reading : of) {
                    reading.read(session, round >= warmUp);
                }
            }
        }
        MeasuredReading drifted = readings.values().stream()
                .flatMap(List::stream)
                .max(Comparator.comparingDouble(reading -> Math.abs(reading.drift())))
                .orElseThrow();
        say(
                "Read in one session, one request after the other, each once a round: %d rounds to warm up and %d measured,"
                        + " in %.0f s. From their first half to their second the medians moved by no more than %+.0f %% (%s)",
                warmUp, rounds, seconds(start), 100 * drifted.drift(), drifted.getName());
    }

    private static MeasuredReading standard(List<MeasuredReading> of) {
        return of.stream()
                .filter(reading -> reading.getName().equals(STANDARD))
                .findFirst()
                .orElse(null);
    }

    private void cleanUp() throws IOException, InterruptedException {
        long start = System.nanoTime();
        int voided = 0;
        for (BenchmarkPatient patient : readings.keySet()) {
            try {
                rest.delete("patient/" + patient.getUuid(), "Invented for a benchmark");
                voided++;
            } catch (IllegalStateException e) {
                say("The patient %s was NOT voided: %s", patient.getUuid(), cut(e.getMessage()));
            }
        }
        int logged = readings.values().stream()
                .flatMap(List::stream)
                .filter(reading -> reading.getName().startsWith(TRAJECTORY))
                .mapToInt(MeasuredReading::getTimes)
                .sum();
        say(
                "%nLeft on the server: %d patients called %s, %d of them voided (in %.0f s), with %d encounters and %d obs;"
                        + " in the access log some %d entries",
                readings.size(),
                BenchmarkPatient.NAME,
                voided,
                seconds(start),
                sum(BenchmarkPatient::getAssessments),
                sum(BenchmarkPatient::getObs),
                sum(BenchmarkPatient::getAssessments) + logged);
    }

    private int sum(ToIntFunction<BenchmarkPatient> count) {
        return readings.keySet().stream().mapToInt(count).sum();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static String cut(String message) {
        return message.length() > LONGEST_REFUSAL ? message.substring(0, LONGEST_REFUSAL) + "…" : message;
    }
}
