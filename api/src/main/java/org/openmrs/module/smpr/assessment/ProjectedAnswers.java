/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;

/** Writes answers and faults into a row of the projection, and reads them back: all but the words of free texts, in place of which stands an empty text. */
final class ProjectedAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProjectedAnswers() {}

    static String write(Instrument instrument, Map<String, List<Object>> answers) {
        Map<String, List<Object>> written = new LinkedHashMap<>();
        answers.forEach((code, values) -> {
            Question.Kind kind = instrument.question(code).get().getKind();
            written.put(code, values.stream().map(value -> written(kind, value)).collect(Collectors.toList()));
        });
        return json(written);
    }

    private static Object written(Question.Kind kind, Object value) {
        switch (kind) {
            case TEXT:
                return "";
            case DATE:
                return value.toString();
            default:
                return value;
        }
    }

    static Map<String, List<Object>> read(Instrument instrument, String text) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        JsonNode json = json(text);
        for (Question question : instrument.getQuestions()) {
            if (json.has(question.getCode())) {
                List<Object> values = new ArrayList<>();
                json.get(question.getCode()).forEach(value -> values.add(read(question.getKind(), value)));
                answers.put(question.getCode(), Collections.unmodifiableList(values));
            }
        }
        return Collections.unmodifiableMap(answers);
    }

    private static Object read(Question.Kind kind, JsonNode value) {
        switch (kind) {
            case NUMBER:
                return value.doubleValue();
            case DATE:
                return LocalDate.parse(value.textValue());
            default:
                return value.textValue();
        }
    }

    static String writeFaults(List<Fault> faults) {
        List<List<String>> written = new ArrayList<>();
        for (Fault fault : faults) {
            List<String> parts = new ArrayList<>();
            parts.add(fault.getField());
            parts.add(fault.getCode());
            parts.addAll(fault.getArguments());
            written.add(parts);
        }
        return json(written);
    }

    static List<Fault> readFaults(String text) {
        List<Fault> faults = new ArrayList<>();
        for (JsonNode fault : json(text)) {
            List<String> parts = new ArrayList<>();
            fault.forEach(part -> parts.add(part.textValue()));
            faults.add(new Fault(parts.get(0), parts.get(1), parts.subList(2, parts.size())));
        }
        return faults;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
