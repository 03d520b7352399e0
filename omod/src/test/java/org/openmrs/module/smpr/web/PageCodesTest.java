/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Question;

/** The page's own words for the answers that its windows offer are the server's, code for code. */
public class PageCodesTest {

    private static final Path CODES = Path.of("src/main/webapp/resources/codes.js");

    private static final Path MESSAGES = Path.of("../api/src/main/resources");

    /** By the page's list, what the keys of its messages begin with. */
    private static final Map<String, String> MESSAGES_OF = messagesOf();

    @Test
    public void shouldCallEachAnswerAsTheServerDoes() throws IOException {
        for (String language : new String[] {"en", "fr"}) {
            assertEquals(language, ofServer(language), ofPage(language));
        }
    }

    private static Map<String, Map<String, String>> ofServer(String language) throws IOException {
        Properties messages = messages(language.equals("en") ? "messages.properties" : "messages_fr.properties");
        Map<String, Map<String, String>> lists = new TreeMap<>();
        MESSAGES_OF.forEach((list, prefix) -> {
            Map<String, String> words = new TreeMap<>();
            messages.stringPropertyNames().stream()
                    .filter(key -> key.matches(Pattern.quote(prefix) + "\\w+"))
                    .forEach(key -> words.put(key.substring(prefix.length()), messages.getProperty(key)));
            lists.put(list, words);
        });
        Map<String, String> phases = words(phase().getChoices(), language);
        // An episode goes through three alone: of a place, and of what is after care, the record says itself.
        phases.keySet().removeAll(Set.of(CommonQuestions.UCTI, CommonQuestions.AFTER_CARE));
        lists.put("phase", phases);
        return lists;
    }

    private static Map<String, String> words(Collection<Choice> choices, String language) {
        Map<String, String> words = new TreeMap<>();
        choices.forEach(
                choice -> words.put(choice.getCode(), choice.getLabel().texts().get(language)));
        return words;
    }

    private static Question phase() {
        return Definitions.commonQuestions().stream()
                .filter(question -> question.getCode().equals(CommonQuestions.PHASE))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Map<String, String>> ofPage(String language) throws IOException {
        String codes = Files.readString(CODES);
        String part = part(codes, "\n  " + language + ": {\n", "\n  },");
        Map<String, Map<String, String>> lists = new TreeMap<>();
        Matcher list =
                Pattern.compile("(?s)\\n?    (\\w+): \\{\\n(.*?)\\n    \\},").matcher(part);
        while (list.find()) {
            Map<String, String> words = new TreeMap<>();
            Matcher word = Pattern.compile("\"?([\\w-]+)\"?: \"([^\"]*)\",").matcher(list.group(2));
            while (word.find()) {
                words.put(word.group(1), word.group(2));
            }
            lists.put(list.group(1), words);
        }
        return lists;
    }

    private static String part(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start) + 1);
    }

    private static Properties messages(String file) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file))) {
            messages.load(reader);
        }
        return messages;
    }

    private static Map<String, String> messagesOf() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        for (String list : new String[] {
            "eventKind", "checkKind", "cause", "conviction", "violent", "severity", "victim", "qualification",
            "certainty", "source", "result", "housing", "work", "ties", "substanceUse", "careContact"
        }) {
            prefixes.put(list, "smpr.outcome." + list + ".");
        }
        prefixes.put("priority", "smpr.placement.priority.");
        prefixes.put("leftBecause", "smpr.placement.left.");
        prefixes.put("dueKind", "smpr.dueKind.");
        return prefixes;
    }
}
