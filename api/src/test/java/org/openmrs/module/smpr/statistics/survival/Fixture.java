/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Invented data, and what R found in them: the files beside the script of the same name, in the folder statistics. */
final class Fixture {

    /** How near to R's numbers ours are, relative to them or, where they are below 1, absolutely. */
    static final double NEAR = 1e-8;

    private final List<CSVRecord> rows;

    private final JsonNode results;

    Fixture(String topic) {
        try (InputStream csv = open(topic + ".csv");
                InputStream json = open(topic + ".json")) {
            rows = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .build()
                    .parse(new InputStreamReader(csv, StandardCharsets.UTF_8))
                    .getRecords();
            results = new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a set. */
    SurvivalData data(String set) {
        SurvivalData.Builder builder = SurvivalData.builder();
        for (CSVRecord row : rowsOf(set)) {
            builder.add(
                    Integer.parseInt(row.get("subject")),
                    Double.parseDouble(row.get("from")),
                    Double.parseDouble(row.get("to")),
                    Integer.parseInt(row.get("end")),
                    row.isMapped("weight") ? Double.parseDouble(row.get("weight")) : 1);
        }
        return builder.build();
    }

    SurvivalData unweighted(String set) {
        SurvivalData data = data(set);
        double[] ones = new double[data.size()];
        Arrays.fill(ones, 1);
        return data.weightedBy(ones);
    }

    double[] column(String set, String column) {
        return rowsOf(set).stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    int[] groups(String set) {
        return rowsOf(set).stream()
                .mapToInt(row -> Integer.parseInt(row.get("group")))
                .toArray();
    }

    /** What R found, by the names on the way to it. */
    JsonNode get(String... path) {
        JsonNode node = results;
        for (String name : path) {
            assertTrue(name, node.has(name));
            node = node.get(name);
        }
        return node;
    }

    /** Null, R's NA and NaN, as NaN. */
    static double number(JsonNode node) {
        return node.isNull() ? Double.NaN : node.asDouble();
    }

    static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(Fixture::number)
                .toArray();
    }

    static void assertNear(String message, double expected, double actual) {
        assertEquals(message, expected, actual, NEAR * Math.max(0.01, Math.abs(expected)));
    }

    private List<CSVRecord> rowsOf(String set) {
        List<CSVRecord> found = new ArrayList<>(rows);
        found.removeIf(row -> !row.get("set").equals(set));
        assertTrue(set, !found.isEmpty());
        return found;
    }

    private static InputStream open(String name) {
        return Fixture.class.getResourceAsStream("/statistics/" + name);
    }
}
