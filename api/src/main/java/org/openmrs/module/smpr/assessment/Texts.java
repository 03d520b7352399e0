/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

/** Which texts can be kept. */
public final class Texts {

    /** What fits into the platform's column of 65,535 bytes, in letters of three bytes. */
    public static final int LONGEST = 20_000;

    private Texts() {}

    /**
     * @return whether every character of the text is one of XML 1.0, so that any report can show it: no control characters
     *     but tabs and line breaks, and no half of a character, which a database replaces by a question mark; and one of the
     *     first 65,536, because the tables of many OpenMRS (utf8mb3) have no others, and some cut a text there without a word
     */
    public static boolean canBeKept(String text) {
        return text.codePoints()
                .allMatch(c -> c >= ' ' && c < Character.MIN_SURROGATE
                        || c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c > Character.MAX_SURROGATE && c < 0xFFFE);
    }
}
