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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days of the sample, which count from the day on which the demonstration starts. */
final class DemoDays {

    /** {@code 14m}, {@code 14m+3}, {@code -8}, {@code +21}; {@code 14m~} where the month alone is known. */
    private static final Pattern DAY = Pattern.compile("(?=.*\\d)(?:(\\d+)m)?([+-]\\d+)?(~?)");

    private DemoDays() {}

    /** @return the day of whatever the lines date so many months ago */
    static LocalDate monthsAgo(int months, LocalDate today) {
        // Not all on the same day of the month.
        return today.minusMonths(months).minusDays(1 + 7L * months % 19);
    }

    /** @param word as a line gives a day */
    static LocalDate day(String word, LocalDate today) {
        Matcher parts = DAY.matcher(word);
        if (!parts.matches()) {
            throw new IllegalStateException("No day: " + word);
        }
        LocalDate from = parts.group(1) == null ? today : monthsAgo(Integer.parseInt(parts.group(1)), today);
        return parts.group(2) == null ? from : from.plusDays(Integer.parseInt(parts.group(2)));
    }

    /** @return what the line says, as REST takes it: what it gives as days stands for them */
    static Map<String, Object> facts(JsonNode line, LocalDate today) {
        Map<String, Object> facts = new LinkedHashMap<>();
        line.properties().forEach(fact -> facts.put(fact.getKey(), fact(fact.getValue(), today)));
        return facts;
    }

    private static Object fact(JsonNode value, LocalDate today) {
        if (value.isArray()) {
            List<Object> all = new ArrayList<>();
            value.forEach(one -> all.add(fact(one, today)));
            return all;
        }
        if (value.isObject()) {
            return facts(value, today);
        }
        if (!value.isTextual()) {
            return value.numberValue();
        }
        String word = value.asText();
        if (!DAY.matcher(word).matches()) {
            return word;
        }
        String day = day(word, today).toString();
        return word.endsWith("~") ? day.substring(0, 7) : day;
    }
}
