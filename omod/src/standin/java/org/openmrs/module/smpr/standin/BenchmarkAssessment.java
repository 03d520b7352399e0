/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A complete assessment as long as they are in practice, rated by chance: made from what REST says of the instrument.
 * Both contexts are rated, relevance wherever it is asked, some of the sub-items, and half of the texts are written.
 */
final class BenchmarkAssessment {

    private static final int OMITTED_OF_HUNDRED = 3;

    private static final int SUB_ITEMS_OF_HUNDRED = 40;

    private static final int TEXTS_OF_HUNDRED = 50;

    private static final int WINDOW_MONTHS = 6;

    /** What is answered alike every time, so that every assessment counts. */
    private static final Map<String, Object> COMMON = Map.of(
            "informant", List.of("FILE", "INTERVIEW"),
            "context", "IN",
            "horizon", 12,
            "raterRole", "CONSENSUS",
            "status", "COMPLETE");

    private final JsonNode instrument;

    private final Dice dice;

    /** @param instrument as REST describes it */
    BenchmarkAssessment(JsonNode instrument, Dice dice) {
        this.instrument = instrument;
        this.dice = dice;
    }

    Map<String, Object> of(String patient, String location, LocalDate day) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("patient", patient);
        body.put("instrument", instrument.get("code").asText());
        body.put("date", day.toString());
        body.put("location", location);
        Map<String, Object> given = new LinkedHashMap<>();
        for (JsonNode question : instrument.get("questions")) {
            Object answer = isAsked(question, given) ? answer(question, day) : null;
            if (answer != null) {
                given.put(question.get("field").asText(), answer);
                ValidAssessment.put(body, question, answer);
            }
        }
        return body;
    }

    private static boolean isAsked(JsonNode question, Map<String, Object> given) {
        return question.get("offered").asBoolean()
                && question.get("notAskedWhere").properties().stream().allMatch(where -> {
                    Object other = given.get(where.getKey());
                    return other != null && !texts(where.getValue()).contains(other);
                });
    }

    /** @return null where it is left open */
    private Object answer(JsonNode question, LocalDate day) {
        String code = question.get("code").asText();
        if (COMMON.containsKey(code)) {
            return COMMON.get(code);
        }
        switch (question.get("kind").asText()) {
            case "CODED":
                return coded(question);
            case "DATE":
                return date(question, code, day).toString();
            case "TEXT":
                return code.equals("amendment") || !dice.chance(TEXTS_OF_HUNDRED) ? null : text();
            default:
                return null;
        }
    }

    private Object coded(JsonNode question) {
        switch (question.get("part").asText()) {
            case "RATING":
                if (!question.get("subItem").isNull() && !dice.chance(SUB_ITEMS_OF_HUNDRED)) {
                    return null;
                }
                return dice.oneOf(choices(question, dice.chance(OMITTED_OF_HUNDRED) ? "OMITTED" : "RATING"));
            case "MARK":
                List<String> marked = choices(question, "RATING");
                return marked.subList(0, 1 + dice.below(3));
            case "COMMON":
                return choices(question, "RATING").get(0);
            default:
                return dice.oneOf(choices(question, "RATING"));
        }
    }

    private static List<String> choices(JsonNode question, String kind) {
        List<String> choices = new ArrayList<>();
        question.get("choices").forEach(choice -> {
            if (choice.get("offered").asBoolean() && choice.get("kind").asText().equals(kind)) {
                choices.add(choice.get("code").asText());
            }
        });
        return choices;
    }

    private static LocalDate date(JsonNode question, String code, LocalDate day) {
        if (code.equals("windowStart")) {
            return day.minusMonths(WINDOW_MONTHS);
        }
        return code.equals("windowEnd") || !question.get("assessmentOf").isNull() ? day : day.plusMonths(WINDOW_MONTHS);
    }

    /** @return some hundred letters */
    private String text() {
        return IntStream.range(0, 3 + dice.below(6))
                .mapToObj(i -> "Invented for a benchmark, and about nobody.")
                .collect(Collectors.joining(" "));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
