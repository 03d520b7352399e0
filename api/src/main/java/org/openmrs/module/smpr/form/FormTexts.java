/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.JsonNodeReader;
import org.openmrs.module.smpr.instrument.Label;

/** What forms say besides the labels of the definitions: titles, hints and what is wrong. */
final class FormTexts {

    private static final String FILE = "forms.json";

    private static final Map<String, Label> TEXTS = read();

    private FormTexts() {}

    /** @return the text of that key in both languages */
    static Label text(String key) {
        Label text = TEXTS.get(key);
        if (text == null) {
            throw new IllegalArgumentException(FILE + " has no text " + key);
        }
        return text;
    }

    /** @return a text made anew in each language */
    static Label each(Function<Locale, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        Label.LANGUAGES.forEach(language -> texts.put(language, text.apply(Locale.forLanguageTag(language))));
        return new Label(texts);
    }

    /** @return the text as it begins a line */
    static Label capitalized(Label label) {
        return each(l -> {
            String text = label.in(l);
            return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(l) + text.substring(1);
        });
    }

    private static Map<String, Label> read() {
        try (InputStream in = FormTexts.class.getClassLoader().getResourceAsStream(FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return JsonNodeReader.read(FILE, reader.lines().collect(Collectors.joining("\n")), json -> {
                json.integer("format");
                Map<String, Label> texts = new LinkedHashMap<>();
                JsonNodeReader entries = json.object("texts");
                entries.keys().forEach(key -> texts.put(key, entries.label(key)));
                return texts;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
