/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;

/** The invented people of {@code demo-cohort.json}, charted as people are: over REST, one assessment after the other. */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class DemoCohort {

    /** The platform's identifier type without a check digit. */
    private static final String IDENTIFIER_TYPE = "8d79403a-c2cc-11de-8d13-0010c6dffd0f";

    private final JsonNode file;

    private final LocalDate today;

    static DemoCohort read() throws IOException {
        try (InputStream file = DemoCohort.class.getResourceAsStream("/demo-cohort.json")) {
            return new DemoCohort(new ObjectMapper().readTree(file), LocalDate.now());
        }
    }

    /** @return names: a given and a family name each */
    List<String> raters() {
        return texts(file.get("raters"));
    }

    /** @return the name of the place where people of a context are seen, by the context's code */
    Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        file.get("places")
                .properties()
                .forEach(place -> places.put(place.getKey(), place.getValue().asText()));
        return places;
    }

    /** @return by what the people can be looked for */
    List<String> givenNames() {
        return file.get("people").findValuesAsText("givenName");
    }

    void load(RestClient rest, DemoStaff staff) throws IOException, InterruptedException {
        JsonNode instrument = rest.get("smpr/instrument/" + file.get("instrument").asText());
        NativeEncounter encounters = new NativeEncounter(instrument);
        for (JsonNode person : file.get("people")) {
            String patient = rest.post("patient", patient(person, staff)).get("uuid").asText();
            for (JsonNode charted : person.get("assessments")) {
                Map<String, Object> assessment = assessment(charted, patient, staff);
                if (charted.path("native").asBoolean()) {
                    rest.post("encounter", encounters.of(assessment));
                } else {
                    rest.post("smpr/assessment", assessment);
                }
            }
        }
    }

    private static Map<String, Object> patient(JsonNode person, DemoStaff staff) {
        return Map.of(
                "person",
                Map.of(
                        "gender",
                        "M",
                        "birthdate",
                        person.get("birthdate").asText(),
                        "names",
                        List.of(Map.of(
                                "givenName", person.get("givenName").asText(),
                                "familyName", person.get("familyName").asText()))),
                "identifiers",
                List.of(Map.of(
                        "identifier",
                        person.get("identifier").asText(),
                        "identifierType",
                        IDENTIFIER_TYPE,
                        "location",
                        staff.place("IN"),
                        "preferred",
                        true)));
    }

    private Map<String, Object> assessment(JsonNode charted, String patient, DemoStaff staff) {
        int monthsAgo = charted.get("monthsAgo").asInt();
        // Not all on the same day of the month.
        LocalDate date = today.minusMonths(monthsAgo).minusDays(1 + 7L * monthsAgo % 19);
        String context = charted.get("context").asText();
        Map<String, Object> assessment = new LinkedHashMap<>();
        assessment.put("patient", patient);
        assessment.put("instrument", file.get("instrument").asText());
        assessment.put("date", date.toString());
        assessment.put("location", staff.place(context));
        assessment.put("raters", List.of(staff.rater(charted.path("rater").asInt(1))));
        assessment.put("edition", file.get("edition").asText());
        assessment.put(
                "informant", charted.has("informant") ? texts(charted.get("informant")) : List.of("FILE", "INTERVIEW"));
        assessment.put("context", context);
        assessment.put("horizon", file.get("horizon").asInt());
        assessment.put("raterRole", charted.path("raterRole").asText("SINGLE"));
        assessment.put("status", charted.path("status").asText("COMPLETE"));
        assessment.put("ratings", ratings(charted.get("ratings").asText()));
        assessment.put("marks", Map.of("key", texts(charted.get("key")), "goal", texts(charted.get("goal"))));
        Map<String, Object> judgements = new HashMap<>();
        for (String judgement : List.of("FPJ", "IFRJ")) {
            if (charted.has(judgement)) {
                judgements.put(judgement, charted.get(judgement).asText());
            }
        }
        assessment.put("judgements", judgements);
        return assessment;
    }

    /** {@code "1 0 - 0+1"}: item 3 open, item 4 answered twice. */
    private static Map<String, Object> ratings(String line) {
        Map<String, Object> ratings = new LinkedHashMap<>();
        int item = 0;
        for (String rating : line.replace("|", " ").trim().split("\\s+")) {
            String code = String.format("%02d", ++item);
            if (rating.contains("+")) {
                ratings.put(code, List.of(rating.split("\\+")));
            } else if (!rating.equals("-")) {
                ratings.put(code, rating);
            }
        }
        return ratings;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
