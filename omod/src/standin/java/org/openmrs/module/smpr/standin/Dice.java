/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Chance that can be repeated, and the values that it throws. */
final class Dice {

    /** Texts that are no code, day, number or uuid of anything, and much that programs have stumbled over. */
    private static final List<String> NONSENSE = List.of(
            "",
            " ",
            "nonsense",
            "null",
            "undefined",
            "true",
            "-1",
            "1.5",
            "0x41",
            "1e3",
            "NaN",
            "99999999999999999999",
            "2026-13-45",
            "0000-00-00",
            "+12026-01-01",
            "2026-02-30T25:61:00.000+9900",
            "😀",
            "line\r\nSet-Cookie: a=b",
            "\u202Ekcab",
            "ﬁ İ ß ñ",
            "'; drop table obs; --",
            "%00%s%n",
            "..",
            "../../../etc/passwd",
            "a/b\\c;d?e#f",
            "${jndi:ldap://127.0.0.1/a}",
            "#{T(Runtime).x}",
            "<script>alert(1)</script>",
            "*",
            "x".repeat(300),
            "x".repeat(5_000));

    /** Texts with what no text has. */
    private static final List<String> UNWRITABLE =
            List.of("\u0000", "bell \u0007 escape \u001B[31m", "lone \uD83D", "\uDE00 lone", "\uFFFE", "x\uFFFF", "a 😀");

    private final Random random;

    Dice(long seed) {
        // Seeds that follow one another start alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextLong();
    }

    boolean chance(int ofHundred) {
        return random.nextInt(100) < ofHundred;
    }

    /** @return from 0 to below the bound */
    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    String nonsense() {
        return chance(10) ? uuid() : chance(15) ? unwritable() : oneOf(NONSENSE);
    }

    /** @return a text with a control character, or half of a character */
    String unwritable() {
        return oneOf(UNWRITABLE);
    }

    String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** @return any JSON value */
    Object anything() {
        switch (below(9)) {
            case 0:
                return null;
            case 1:
                return chance(50);
            case 2:
                return random.nextInt();
            case 3:
                return oneOf(-0.0, 1.5, 1e300, Double.MIN_VALUE, Long.MAX_VALUE, 0);
            case 4:
                List<Object> list = new ArrayList<>();
                for (int i = below(3); i >= 0; i--) {
                    list.add(anything());
                }
                return list;
            case 5:
                Map<String, Object> map = new LinkedHashMap<>();
                map.put(oneOf("uuid", "code", "value", nonsense()), anything());
                return map;
            default:
                return nonsense();
        }
    }

    /** @return a JSON value that is neither a text, nor a number, nor null, nor an empty list, whatever is in it */
    Object noScalar() {
        return oneOf(true, Map.of(), Map.of("name", "x"), List.of(List.of()), List.of(Map.of()), nested(40));
    }

    private static Object nested(int depth) {
        return depth == 0 ? "x" : List.of(nested(depth - 1));
    }
}
