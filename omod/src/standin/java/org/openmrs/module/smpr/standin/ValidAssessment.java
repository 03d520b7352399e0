/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A complete assessment with an instrument, as it is posted: made from what REST says of the instrument. */
final class ValidAssessment {

    private static final String CONTEXT = "IN";

    private final JsonNode instrument;

    private final String text;

    /**
     * @param instrument as REST describes it
     * @param text what every free text says
     */
    ValidAssessment(JsonNode instrument, String text) {
        this.instrument = instrument;
        this.text = text;
    }

    String code() {
        return instrument.get("code").asText();
    }

    JsonNode instrument() {
        return instrument;
    }

    /** @return a body that can be changed, through and through */
    Map<String, Object> of(String patient, String date, String status) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("patient", patient);
        body.put("instrument", code());
        body.put("date", date);
        for (JsonNode question : instrument.get("questions")) {
            if (isAnswered(question)) {
                put(body, question, value(question));
            }
        }
        body.put("status", status);
        return body;
    }

    private static boolean isAnswered(JsonNode question) {
        boolean asked = question.get("context").isNull()
                || question.get("context").asText().equals(CONTEXT);
        boolean text = question.get("kind").asText().equals("TEXT")
                && !question.get("code").asText().equals("amendment");
        return asked
                && question.get("offered").asBoolean()
                && question.get("subItem").isNull()
                && (text
                        || question.get("required").asBoolean()
                        || question.get("part").asText().equals("RATING"));
    }

    /** Puts an answer into a body, in the group that the question's field names, if it names one. */
    @SuppressWarnings("unchecked")
    static void put(Map<String, Object> body, JsonNode question, Object answer) {
        String[] field = question.get("field").asText().split("\\.", 2);
        if (field.length == 1) {
            body.put(field[0], answer);
        } else {
            ((Map<String, Object>) body.computeIfAbsent(field[0], group -> new LinkedHashMap<>()))
                    .put(field[1], answer);
        }
    }

    private Object value(JsonNode question) {
        switch (question.get("kind").asText()) {
            case "CODED":
                return question.get("code").asText().equals("context") ? CONTEXT : choice(question);
            case "NUMBER":
                return 12;
            case "DATE":
                return question.get("code").asText().equals("windowStart") ? "2022-01-01" : "2022-12-31";
            default:
                return text;
        }
    }

    /** The second, where there is one: the first may say that there is nothing, so that no more is asked. */
    private static Object choice(JsonNode question) {
        List<String> offered = new ArrayList<>();
        question.get("choices").forEach(choice -> {
            if (choice.get("offered").asBoolean()) {
                offered.add(choice.get("code").asText());
            }
        });
        String chosen = offered.get(Math.min(1, offered.size() - 1));
        return question.get("multiple").asBoolean() ? new ArrayList<>(List.of(chosen)) : chosen;
    }
}
