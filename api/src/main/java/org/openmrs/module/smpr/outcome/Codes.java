/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;

/** Codes and days as the register's tables keep them. */
final class Codes {

    private Codes() {}

    /** @return the text that is kept; null for none */
    static String text(Object answer) {
        return answer == null ? null : answer.toString();
    }

    /** @return the constant of that name; null for none */
    static <E extends Enum<E>> E constant(String name, Class<E> type) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** @return the day; null for none */
    static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
