/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What an R script found, {@code statistics/<topic>.json}, and the data that it found it in, {@code <topic>.csv}. */
public final class RFixture {

    private final String topic;

    private final JsonNode results;

    private RFixture(String topic, JsonNode results) {
        this.topic = topic;
        this.results = results;
    }

    public static RFixture of(String topic) {
        try {
            return new RFixture(
                    topic, new ObjectMapper().readTree(RFixture.class.getResource("/statistics/" + topic + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode results() {
        return results;
    }

    /** The rows of the data. */
    public List<CSVRecord> rows() {
        try (InputStreamReader reader = new InputStreamReader(
                RFixture.class.getResourceAsStream("/statistics/" + topic + ".csv"), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .build()
                    .parse(reader)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of one of the sets in the data. */
    public List<CSVRecord> rows(String set) {
        return rows().stream().filter(row -> row.get("set").equals(set)).collect(Collectors.toList());
    }

    public static double[] numbers(List<CSVRecord> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    public static int[] integers(List<CSVRecord> rows, String column) {
        return rows.stream().mapToInt(row -> Integer.parseInt(row.get(column))).toArray();
    }

    public static boolean[] flags(List<CSVRecord> rows, String column) {
        boolean[] flags = new boolean[rows.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = rows.get(i).get(column).equals("1");
        }
        return flags;
    }

    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    public static int[][] table(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        .mapToInt(JsonNode::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** To 10⁻⁸, of the number itself where it is above 1. */
    public static void assertFound(String what, JsonNode expected, double found) {
        assertFound(what, expected, found, 1e-8);
    }

    public static void assertFound(String what, JsonNode expected, double found, double tolerance) {
        if (expected == null || !expected.isNumber()) {
            throw new AssertionError("R found no number: " + what);
        }
        double number = expected.doubleValue();
        assertEquals(what, number, found, tolerance * Math.max(1, Math.abs(number)));
    }
}
