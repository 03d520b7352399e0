/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON documents that a form for OpenMRS 3 consists of, by the end of the name that each has in the record, and a value
 * by which one sees whether anything that matters of them was changed: the form's description states that of what was generated.
 */
final class FormDocuments {

    /** The end, and all, of the name of the document that says what is asked. */
    static final String SCHEMA = "JSON schema";

    /** Before the language in the name of a document of translations. */
    static final String TRANSLATIONS = "_translations_";

    /** What a document says of the form as a whole, which is kept with the form and can be written there. */
    private static final List<String> OF_THE_FORM = Arrays.asList(
            "name", "uuid", "version", "description", "encounter", "encounterType", "published", "retired", "form");

    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private final SortedMap<String, String> texts;

    /** @param texts the JSON of each, by the end of its name */
    FormDocuments(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    SortedMap<String, String> getTexts() {
        return texts;
    }

    /** @return the description of a form that these are generated for */
    String description() {
        return CheckValue.sentence(checkValue());
    }

    /** @return the same for documents that say the same, whatever the order of their keys and the space between them */
    String checkValue() {
        List<Object> contents = new ArrayList<>();
        texts.forEach((name, text) -> {
            contents.add(name);
            contents.add(content(text));
        });
        try {
            return CheckValue.of(MAPPER.writeValueAsString(contents));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object content(String text) {
        try {
            Object content = MAPPER.readValue(text, Object.class);
            if (content instanceof Map) {
                OF_THE_FORM.forEach(((Map<?, ?>) content)::remove);
            }
            return content;
        } catch (JsonProcessingException e) {
            // What somebody has put there; it is none of ours.
            return text;
        }
    }
}
