/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Charts an assessment as any form of the platform does: an encounter with its obs, of which the module checks nothing. */
final class NativeEncounter {

    private static final List<String> GROUPS = List.of("ratings", "marks", "judgements", "fields");

    private final String encounterType;

    private final Map<String, JsonNode> questions = new HashMap<>();

    /** @param instrument as REST describes it */
    NativeEncounter(JsonNode instrument) {
        encounterType = instrument.get("encounterType").asText();
        instrument
                .get("questions")
                .forEach(question -> questions.put(question.get("field").asText(), question));
    }

    /** @param assessment as it is posted to the module */
    Map<String, Object> of(Map<String, Object> assessment) {
        List<Map<String, Object>> obs = new ArrayList<>();
        assessment.forEach((name, value) -> {
            if (GROUPS.contains(name)) {
                ((Map<?, ?>) value).forEach((code, answer) -> add(obs, name + "." + code, answer));
            } else if (questions.containsKey(name)) {
                add(obs, name, value);
            }
        });
        Map<String, Object> encounter = new LinkedHashMap<>();
        encounter.put("patient", assessment.get("patient"));
        encounter.put("encounterType", encounterType);
        encounter.put("encounterDatetime", assessment.get("date"));
        encounter.put("location", assessment.get("location"));
        encounter.put("obs", obs);
        return encounter;
    }

    private void add(List<Map<String, Object>> obs, String field, Object answers) {
        JsonNode question = questions.get(field);
        for (Object answer : answers instanceof Collection ? (Collection<?>) answers : List.of(answers)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("concept", question.get("concept").asText());
            one.put("value", value(question, answer));
            obs.add(one);
        }
    }

    private static Object value(JsonNode question, Object answer) {
        for (JsonNode choice : question.get("choices")) {
            if (choice.get("code").asText().equals(answer)) {
                return choice.get("concept").asText();
            }
        }
        return answer;
    }
}
