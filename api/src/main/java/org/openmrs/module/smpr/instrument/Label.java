/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.ToString;

/** A text a person sees, once a language. */
@EqualsAndHashCode
@ToString
public final class Label {

    /** The languages every text of the module exists in. */
    public static final Set<String> LANGUAGES =
            Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList("en", "fr")));

    private final Map<String, String> texts;

    /** @param texts a text a language code (ISO 639-1); English is the language of last resort */
    public Label(Map<String, String> texts) {
        this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** @return a label that reads the same in every language */
    public static Label inEveryLanguage(String text) {
        Map<String, String> texts = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> texts.put(language, text));
        return new Label(texts);
    }

    /** @return the text in the language of {@code locale}, else in English, else in any language; never null */
    public String in(Locale locale) {
        String text = texts.get(locale.getLanguage());
        if (text == null) {
            text = texts.get("en");
        }
        return text != null
                ? text
                : texts.isEmpty() ? "" : texts.values().iterator().next();
    }

    /** @return the texts by language code, unmodifiable */
    public Map<String, String> texts() {
        return texts;
    }

    /** @return this label with the texts of {@code other} in the languages that {@code other} has */
    public Label replacedBy(Label other) {
        if (other == null) {
            return this;
        }
        Map<String, String> merged = new LinkedHashMap<>(texts);
        merged.putAll(other.texts);
        return new Label(merged);
    }
}
