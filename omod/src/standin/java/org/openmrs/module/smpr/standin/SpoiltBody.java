/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spoils the body of an assessment: changes it at random, and in the end by a fault that no other change makes good. */
final class SpoiltBody {

    /** Escapes what has no place in UTF-8, such as half an emoji. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<String> GROUPS = List.of("ratings", "marks", "judgements", "fields");

    private final JsonNode instrument;

    private final Map<String, Object> body;

    private final boolean amendment;

    private final Dice dice;

    /** @param body a valid one */
    SpoiltBody(JsonNode instrument, Map<String, Object> body, boolean amendment, Dice dice) {
        this.instrument = instrument;
        this.body = copy(body);
        this.amendment = amendment;
        this.dice = dice;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> copy(Map<String, Object> body) {
        Map<String, Object> copy = new LinkedHashMap<>(body);
        copy.replaceAll((name, value) -> value instanceof Map ? copy((Map<String, Object>) value) : value);
        return copy;
    }

    /** @return an object of JSON; now and then with a name in it twice, of which the last counts */
    String json() {
        if (dice.chance(5)) {
            String valid = json(body);
            return valid.substring(0, valid.length() - 1) + ",\"date\":" + json(wrongDate()) + "}";
        }
        for (int change = dice.below(4); change > 0; change--) {
            changeAnything();
        }
        spoil();
        return json(body);
    }

    private void changeAnything() {
        Map<String, Object> place = body;
        Object group = body.get(dice.oneOf(GROUPS));
        if (group instanceof Map && dice.chance(50)) {
            place = group(group);
        }
        String name = place.isEmpty() || dice.chance(20) ? dice.nonsense() : dice.oneOf(new ArrayList<>(place.keySet()));
        if (dice.chance(25)) {
            place.remove(name);
        } else {
            place.put(name, dice.anything());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> group(Object group) {
        return (Map<String, Object>) group;
    }

    private void spoil() {
        switch (dice.below(16)) {
            case 0:
                body.put("mood", dice.anything());
                break;
            case 1:
                body.put(dice.oneOf(GROUPS), dice.oneOf(Arrays.asList(null, "x", 5, true, List.of("1"))));
                break;
            case 2:
                put("ratings.99", dice.anything());
                break;
            case 3:
                body.put("patient", reference());
                if (!amendment && dice.chance(20)) {
                    body.put("patient", null);
                }
                break;
            case 4:
                body.put("instrument", dice.chance(50) ? dice.noScalar() : dice.oneOf("FOO", "saprof", "HCR20V3 ", ""));
                break;
            case 5:
                body.put("date", wrongDate());
                break;
            case 6:
                body.put("location", reference());
                break;
            case 7:
                body.put("raters", dice.oneOf("x", 5, Map.of(), Arrays.asList((Object) null), List.of(reference())));
                break;
            case 8:
                body.put("reason", dice.oneOf(dice.noScalar(), "x".repeat(dice.oneOf(300, 70_000)), "x" + dice.unwritable() + "x"));
                break;
            case 9:
                body.put("version", amendment && dice.chance(50) ? dice.nonsense() : dice.noScalar());
                break;
            default:
                JsonNode question = question();
                put(question.get("field").asText(), wrongAnswer(question));
        }
    }

    /** What refers to nothing that there is. */
    private Object reference() {
        return dice.chance(50) ? dice.nonsense() : dice.oneOf(dice.noScalar(), 5, Map.of("uuid", 5));
    }

    private Object wrongDate() {
        return dice.oneOf(
                dice.noScalar(), dice.nonsense(), 20240301, List.of(), "2199-12-31", "1899-12-31", "1900-01-01", "2024-3-1");
    }

    private JsonNode question() {
        JsonNode questions = instrument.get("questions");
        return questions.get(dice.below(questions.size()));
    }

    private Object wrongAnswer(JsonNode question) {
        if (question.get("code").asText().equals("amendment") || dice.chance(30)) {
            return dice.noScalar();
        }
        Object[] none = {1.5, Arrays.asList((Object) null)};
        switch (question.get("kind").asText()) {
            case "NUMBER":
                return dice.oneOf(none[0], none[1], "12", 0, 61, -12, 1e300, Long.MAX_VALUE, dice.nonsense());
            case "DATE":
                return dice.oneOf(none[0], none[1], 20240301, "2024-02-30", "2024-02-01T00:00:00Z", dice.nonsense());
            case "CODED":
                return dice.oneOf(none[0], none[1], -1, 99, Long.MAX_VALUE, dice.nonsense(), mixed(question));
            default:
                return dice.oneOf(none[0], none[1], 5, List.of(5), "x".repeat(20_001), dice.unwritable());
        }
    }

    /** An answer that is one, beside one that is none. */
    private Object mixed(JsonNode question) {
        Iterator<JsonNode> choices = question.get("choices").iterator();
        return Arrays.asList(choices.hasNext() ? choices.next().get("code").asText() : "x", dice.nonsense());
    }

    /** A group that is no object any more is a fault already. */
    private void put(String field, Object value) {
        String[] parts = field.split("\\.", 2);
        if (parts.length == 1) {
            body.put(field, value);
        } else {
            Object group = body.computeIfAbsent(parts[0], name -> new LinkedHashMap<>());
            if (group instanceof Map) {
                group(group).put(parts[1], value);
            }
        }
    }
}
