/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How the sample writes ratings: a word an item, and bars between the scales, as {@code cohort.json} explains. */
final class RatingLine {

    /** What a scale is headed by: its letter, or the setting for which the risk management items are rated. */
    private static final Pattern HEADING = Pattern.compile("[HCABDES]|IN|OUT");

    private static final Map<String, String> RELEVANCE = Map.of("l", "LOW", "m", "MODERATE", "h", "HIGH", "x", "OMIT");

    private RatingLine() {}

    /** @return the word of each item, open ones included, by the item's code; items without a heading are numbered through */
    static Map<String, String> words(String line) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String scale : line.split("\\|")) {
            List<String> items = new ArrayList<>(Arrays.asList(scale.trim().split("\\s+")));
            if (HEADING.matcher(items.get(0)).matches()) {
                String heading = items.remove(0);
                for (int i = 1; i <= items.size(); i++) {
                    words.put(heading.length() == 1 ? heading + i : "R" + i + "." + heading, items.get(i - 1));
                }
            } else {
                items.forEach(word -> words.put(String.format("%02d", words.size() + 1), word));
            }
        }
        return words;
    }

    /** @return what a line of ratings says, as it is posted */
    static Map<String, Object> ratings(String instrument, String line) {
        Map<String, Object> ratings = new LinkedHashMap<>();
        words(line).forEach((item, word) -> ratings.putAll(ratings(instrument, item, word)));
        return ratings;
    }

    /** @return what one word says: {@code Yh} is presence and relevance, {@code Y} presence alone, {@code -} nothing */
    static Map<String, Object> ratings(String instrument, String item, String word) {
        Map<String, Object> ratings = new LinkedHashMap<>();
        if (word.equals("-")) {
            return ratings;
        }
        if (!instrument.equals("HCR20V3")) {
            ratings.put(item, answer(word));
            return ratings;
        }
        String relevance = RELEVANCE.get(word.substring(word.length() - 1));
        ratings.put(item + ".presence", answer(relevance == null ? word : word.substring(0, word.length() - 1)));
        if (relevance != null) {
            ratings.put(item + ".relevance", relevance);
        }
        return ratings;
    }

    /** {@code 0+1} is answered twice. */
    private static Object answer(String word) {
        return word.contains("+") ? Arrays.asList(word.split("\\+")) : word;
    }
}
