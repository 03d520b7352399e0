/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.CSVFormat;
import java.util.stream.Stream;
import java.util.LinkedHashMap;
import java.time.LocalDate;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.Assume;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The study of the demonstration, exported as its analyst does it. */
public class StudyExportInDemoTest {

    private static final int PATIENCE_SECONDS = 120;

    private static final Pattern DATE = Pattern.compile("\\b(19|20)\\d\\d-\\d\\d(-\\d\\d)?\\b");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void shouldNameNobody_GiveTheReportsNumbersBackToR_AndBeGoneOnceOneInItOpposes() throws Exception {
        Assume.assumeFalse("mariadb".equals(System.getProperty("platform.database")));
        Path omod = ServerProcess.moduleFile();
        String database = folder.getRoot().toPath().resolve("database") + ";AUTO_SERVER=TRUE;QUERY_CACHE_SIZE=512";
        try (ServerProcess server = ServerProcess.demo("h2:" + database, folder.newFolder("data").toPath(), omod)) {
            Imported imported = imported(new RestClient(server.url(), DemoStaff.ADMINISTRATOR, DemoStaff.ADMINISTRATOR_PASSWORD));
            RestClient analyst = new RestClient(server.url(), DemoStaff.ANALYST, DemoStaff.ANALYST_PASSWORD);
            Map<String, byte[]> files = exported(analyst);

            assertTrue(
                    files.keySet().toString(),
                    files.keySet()
                            .containsAll(Set.of(
                                    "README.txt",
                                    "analysis.R",
                                    "participants.csv",
                                    "scores.csv",
                                    "hcr20v3.csv",
                                    "saprof.csv",
                                    "capp.csv",
                                    "waves.csv",
                                    "care.csv",
                                    "places.csv",
                                    "followup.csv",
                                    "status.csv",
                                    "data_dictionary.csv",
                                    "settings.json",
                                    "plan.json",
                                    "results.csv",
                                    "report.html")));
            assertNamesNobody(files, "jdbc:h2:file:" + database);
            assertTellsNoDate(files);
            assertGivesBack(imported, files);
            assertRepeatedByR(files);
            assertGoneOnceOneInItOpposes(
                    imported.studyCode,
                    analyst,
                    new RestClient(server.url(), DemoStaff.COORDINATOR, DemoStaff.COORDINATOR_PASSWORD));
        }
    }

    private static void assertGoneOnceOneInItOpposes(String studyCode, RestClient analyst, RestClient coordinator)
            throws IOException, InterruptedException {
        String made = address(analyst.get("smpr/study/job?kind=EXPORT&state=DONE&limit=1").get("results").get(0));
        for (JsonNode participant : coordinator.get("smpr/study/participant?state=INCLUDED&limit=100&v=full").get("results")) {
            if (participant.get("studyCode").textValue().equals(studyCode)) {
                coordinator.post(
                        "smpr/study/participant/" + participant.get("uuid").textValue(),
                        Map.of("opposition", "STOP_USING", "dateOpposed", LocalDate.now().toString()));
            }
        }

        JsonNode withdrawn = analyst.get(made);
        assertEquals("CANCELLED", state(withdrawn));
        assertEquals("PARTICIPANT_STOPPED", withdrawn.get("reason").get("code").textValue());
        assertTrue(withdrawn.get("file").isNull());
        IllegalStateException gone = assertThrows(IllegalStateException.class, () -> analyst.bytes(made + "/part/1"));
        assertTrue(gone.getMessage(), gone.getMessage().contains("404"));
        assertTrue(rows(exported(analyst).get("participants.csv")).noneMatch(row -> row.get("study_code").equals(studyCode)));
    }

    private static Map<String, byte[]> exported(RestClient analyst) throws IOException, InterruptedException {
        JsonNode job = done(analyst, analyst.post("smpr/study/export", Map.of("texts", false)));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        for (int part = 1; part <= job.get("file").get("parts").intValue(); part++) {
            zip.write(analyst.bytes(address(job) + "/part/" + part));
        }
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static JsonNode done(RestClient asking, JsonNode begun) throws IOException, InterruptedException {
        JsonNode job = begun;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (Set.of("WAITING", "RUNNING").contains(state(job))) {
            assertTrue("It is still " + job, System.nanoTime() < until);
            Thread.sleep(200);
            job = asking.get(address(job));
        }
        assertEquals(job.toString(), "DONE", state(job));
        return job;
    }

    private static String address(JsonNode job) {
        return "smpr/study/job/" + job.get("uuid").textValue();
    }

    /** An assessment of earlier years, as a table had it. */
    private static final class Imported {

        /** By column of the table. */
        final Map<String, String> cells = new LinkedHashMap<>();

        String studyCode;

        /** Days from the entry of the man whose it is. */
        static final int DAY = 20;
    }

    /** Brings a SAPROF of a participant in from a table: every rating that there is. */
    private static Imported imported(RestClient administrator) throws IOException, InterruptedException {
        JsonNode participant = administrator
                .get("smpr/study/participant?state=INCLUDED&limit=1&v=full")
                .get("results")
                .get(0);
        JsonNode episode = administrator.get(
                "smpr/episode/" + participant.get("indexEpisode").get("uuid").textValue());
        Imported imported = new Imported();
        imported.studyCode = participant.get("studyCode").textValue();
        Map<String, String> cells = imported.cells;
        cells.put("patient", participant.get("patient").get("uuid").textValue());
        cells.put(
                "date",
                LocalDate.parse(episode.get("begun").textValue())
                        .plusDays(Imported.DAY)
                        .toString());
        cells.put("edition", "2012");
        cells.put("informant", "FILE|INTERVIEW");
        cells.put("context", "IN");
        cells.put("horizon", "12");
        cells.put("raterRole", "CONSENSUS");
        for (int item = 1; item <= 17; item++) {
            cells.put(String.format("%02d", item), item == 12 ? "NA" : String.valueOf(item % 3));
        }
        cells.put("key", "05|09");
        cells.put("FPJ", "MODERATE");
        JsonNode job = done(
                administrator,
                administrator.post(
                        "smpr/study/import",
                        Map.of(
                                "instrument",
                                "SAPROF",
                                "file",
                                String.join(",", cells.keySet()) + "\n" + String.join(",", cells.values()) + "\n")));
        assertEquals(job.toString(), 1, job.get("result").get("written").intValue());
        return imported;
    }

    /** @param imported among the assessments of the export, with the ratings that the table had */
    private static void assertGivesBack(Imported imported, Map<String, byte[]> files) throws IOException {
        CSVRecord man = rows(files.get("participants.csv"))
                .filter(row -> row.get("study_code").equals(imported.studyCode))
                .findFirst()
                .orElseThrow(AssertionError::new);
        String day = String.valueOf(Integer.parseInt(man.get("entry_day")) + Imported.DAY);
        CSVRecord given = rows(files.get("saprof.csv"))
                .filter(row -> row.get("study_code").equals(imported.studyCode)
                        && row.get("saprof_day").equals(day))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not in the export: " + imported.cells));
        imported.cells.forEach((column, cell) -> {
            if (column.matches("\\d\\d|edition|context|raterRole|FPJ")) {
                assertEquals(column, cell, given.get("saprof_" + column.toLowerCase(Locale.ROOT)));
            }
        });
        for (String item : List.of("01", "05", "09", "17")) {
            assertEquals(
                    item,
                    Set.of("05", "09").contains(item) ? "1" : "0",
                    given.get("saprof_key___" + item));
        }
    }

    private static Stream<CSVRecord> rows(byte[] file) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .build()
                .parse(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8))
                .stream();
    }

    private static String state(JsonNode job) {
        JsonNode state = job.get("state");
        return state.isTextual() ? state.textValue() : state.get("code").textValue();
    }

    private static void assertNamesNobody(Map<String, byte[]> files, String database) throws SQLException {
        Set<String> secrets = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(database, "sa", "");
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "select n.given_name from person_name n join patient p on p.patient_id = n.person_id",
                    "select n.family_name from person_name n join patient p on p.patient_id = n.person_id",
                    "select identifier from patient_identifier",
                    "select uuid from person",
                    "select uuid from encounter",
                    "select uuid from patient_program",
                    "select uuid from smpr_study_participant",
                    "select uuid from users",
                    "select cast(birthdate as varchar) from person where birthdate is not null")) {
                int before = secrets.size();
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        if (rows.getString(1) != null && rows.getString(1).length() > 2) {
                            secrets.add(rows.getString(1));
                        }
                    }
                }
                assertTrue("Nothing to look for: " + sql, secrets.size() > before);
            }
        }
        files.forEach((name, content) ->
                assertEquals(name, Set.of(), told(new String(content, StandardCharsets.UTF_8), secrets)));
    }

    /** @return those of the secrets that stand in the text as words of their own, in whatever case */
    private static Set<String> told(String text, Set<String> secrets) {
        Map<Integer, Set<String>> byLength = secrets.stream()
                .map(secret -> secret.toLowerCase(Locale.ROOT))
                .collect(Collectors.groupingBy(String::length, Collectors.toSet()));
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> told = new TreeSet<>();
        for (int from = 0; from < lower.length(); from++) {
            if (from == 0 || !Character.isLetterOrDigit(lower.charAt(from - 1))) {
                for (Map.Entry<Integer, Set<String>> words : byLength.entrySet()) {
                    int to = from + words.getKey();
                    if ((to < lower.length() && !Character.isLetterOrDigit(lower.charAt(to)) || to == lower.length())
                            && words.getValue().contains(lower.substring(from, to))) {
                        told.add(lower.substring(from, to));
                    }
                }
            }
        }
        return told;
    }

    /** Of people: the plan and the report say when they are of. */
    private static void assertTellsNoDate(Map<String, byte[]> files) {
        files.forEach((name, content) -> {
            if (name.endsWith(".csv")) {
                Matcher date = DATE.matcher(new String(content, StandardCharsets.UTF_8));
                assertFalse(name, date.find());
            }
        });
    }

    private void assertRepeatedByR(Map<String, byte[]> files) throws IOException, InterruptedException {
        Assume.assumeTrue("R is not here", hasR());
        Path unpacked = folder.newFolder("export").toPath();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(unpacked.resolve(file.getKey()), file.getValue());
        }
        Process r = new ProcessBuilder("Rscript", unpacked.resolve("analysis.R").toString(), unpacked.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(r.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, 0, r.waitFor());
        Matcher compared = Pattern.compile("(\\d+) numbers of the report are the same").matcher(said);
        assertTrue(said, compared.find());
        assertTrue(said, Integer.parseInt(compared.group(1)) > 50);
    }

    private static boolean hasR() throws InterruptedException {
        try {
            return new ProcessBuilder("Rscript", "-e", "library(survival)")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
