/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.openmrs.module.smpr.statistics.Interval;

/** The invented data of statistics/discrimination.R and what R made of them. */
final class DiscriminationFixture {

    private DiscriminationFixture() {}

    /** A column of one of the tables: roc or survival. */
    static double[] column(String table, String name) {
        return records(table).stream()
                .mapToDouble(record -> Double.parseDouble(record.get(name)))
                .toArray();
    }

    static boolean[] outcome() {
        return booleans(column("roc", "outcome"));
    }

    static FollowUp followUp() {
        return FollowUp.of(column("survival", "time"), status());
    }

    static int[] status() {
        return Arrays.stream(column("survival", "status"))
                .mapToInt(x -> (int) x)
                .toArray();
    }

    /** What R found, by a path of names. */
    static JsonNode result(String path) {
        try (InputStream json = DiscriminationFixture.class.getResourceAsStream("/statistics/discrimination.json")) {
            JsonNode found = new ObjectMapper().readTree(json).at("/" + path);
            if (found.isMissingNode()) {
                throw new IllegalArgumentException("R has no " + path);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertInterval(JsonNode expected, Interval interval) {
        assertEquals(expected.get(0).asDouble(), interval.getLower(), 1e-8);
        assertEquals(expected.get(1).asDouble(), interval.getUpper(), 1e-8);
    }

    /** The same values again and again. */
    static double[] copies(double[] values, int times) {
        return IntStream.range(0, values.length * times)
                .mapToDouble(i -> values[i % values.length])
                .toArray();
    }

    static FollowUp copies(FollowUp followUp, int[] status, int times) {
        return FollowUp.of(
                copies(followUp.times(), times),
                IntStream.range(0, status.length * times)
                        .map(i -> status[i % status.length])
                        .toArray());
    }

    static boolean[] booleans(double... values) {
        boolean[] booleans = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            booleans[i] = values[i] == 1;
        }
        return booleans;
    }

    static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    static double[] numbers(double... values) {
        return values;
    }

    static int[] codes(int... values) {
        return values;
    }

    private static List<CSVRecord> records(String table) {
        try (InputStream csv = DiscriminationFixture.class.getResourceAsStream(
                        "/statistics/discrimination-" + table + ".csv");
                InputStreamReader reader = new InputStreamReader(csv, StandardCharsets.UTF_8)) {
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
}
