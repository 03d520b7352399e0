/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.Getter;

/** An invented patient with as many waves of all instruments as he is measured with. */
@Getter
final class BenchmarkPatient {

    static final String NAME = "Invented Benchmark";

    private static final int DAYS_BETWEEN_WAVES = 30;

    private final int waves;

    private final String uuid;

    /** How many obs were charted. */
    private int obs;

    /** Of all waves, one assessment with each instrument. */
    private int assessments;

    private BenchmarkPatient(int waves, String uuid) {
        this.waves = waves;
        this.uuid = uuid;
    }

    /** @throws IllegalStateException where the server has no place, or an identifier cannot be made up */
    static BenchmarkPatient register(RestClient rest, int waves) throws IOException, InterruptedException {
        Map<String, Object> identifier = Map.of(
                "identifier", "BENCH-" + Long.toString(System.currentTimeMillis(), 36) + "-" + waves,
                "identifierType", plainIdentifierType(rest.get("patientidentifiertype?v=full")),
                "location", place(rest),
                "preferred", true);
        Map<String, Object> person = Map.of(
                "gender", "M",
                "birthdate", "1970-01-01",
                "names", List.of(Map.of("givenName", NAME.split(" ")[0], "familyName", NAME.split(" ")[1])));
        JsonNode patient = rest.post("patient", Map.of("person", person, "identifiers", List.of(identifier)));
        return new BenchmarkPatient(waves, patient.get("uuid").asText());
    }

    /** What has a check digit or a format comes from a generator of the server's. */
    private static String plainIdentifierType(JsonNode types) {
        String plain = null;
        for (JsonNode type : types.get("results")) {
            if (type.path("validator").asText("").isEmpty()
                    && type.path("format").asText("").isEmpty()) {
                plain = type.get("uuid").asText();
            } else if (type.path("required").asBoolean()) {
                throw new IllegalStateException("Every patient here has to have an identifier that cannot be made up: "
                        + type.get("display").asText());
            }
        }
        if (plain == null) {
            throw new IllegalStateException("Every type of identifier here has a check digit or a format");
        }
        return plain;
    }

    private static String place(RestClient rest) throws IOException, InterruptedException {
        JsonNode places = rest.get("location?limit=1").get("results");
        if (places.isEmpty()) {
            throw new IllegalStateException("There is no location to register a patient at");
        }
        return places.get(0).get("uuid").asText();
    }

    /** Charts everything through the module's own REST. */
    void chart(RestClient rest, List<JsonNode> instruments) throws IOException, InterruptedException {
        String place = place(rest);
        Dice dice = new Dice(waves);
        LocalDate yesterday = LocalDate.now().minusDays(1);
        for (int wave = 1; wave <= waves; wave++) {
            LocalDate day = yesterday.minusDays((long) (waves - wave) * DAYS_BETWEEN_WAVES);
            for (JsonNode instrument : instruments) {
                Map<String, Object> body = new BenchmarkAssessment(instrument, dice).of(uuid, place, day);
                rest.post("smpr/assessment?v=ref", body);
                assessments++;
                obs += answers(instrument, body);
            }
        }
    }

    private static int answers(JsonNode instrument, Map<String, Object> body) {
        List<Object> answers = new ArrayList<>();
        instrument.get("questions").forEach(question -> {
            Object value = body;
            for (String name : question.get("field").asText().split("\\.", 2)) {
                value = value == null ? null : ((Map<?, ?>) value).get(name);
            }
            if (value instanceof Collection) {
                answers.addAll((Collection<?>) value);
            } else if (value != null) {
                answers.add(value);
            }
        });
        return answers.size();
    }
}
