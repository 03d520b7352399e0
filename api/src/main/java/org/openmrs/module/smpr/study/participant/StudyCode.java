/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.security.SecureRandom;

/**
 * The name of a participant in the study: {@code 4KT-7PX9}, that is three signs, a hyphen, three signs and a check sign. It
 * is drawn at random, and nothing of the record is in it. Its 23 signs are digits and consonants of which none looks like
 * another (no 0, 1, D, O, Q, I, no S beside 5, Z beside 2, B beside 8, G beside 6, and no vowel, so that it spells nothing). The
 * check sign tells one sign that was misheard, and two that were exchanged: with the values {@code v} of the first six, it is
 * {@code (v1 + 2 v2 + … + 6 v6) mod 23}.
 */
public final class StudyCode {

    private static final String SIGNS = "23456789CFHJKLMNPRTVWXY";

    private static final int RANDOM_SIGNS = 6;

    private static final int BEFORE_HYPHEN = 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    private StudyCode() {}

    /** @return a new one, out of 148 million: whether somebody has it already is for the caller to see */
    static String draw() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RANDOM_SIGNS; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.append(check(code)).insert(BEFORE_HYPHEN, '-').toString();
    }

    /** @return whether the text can be a study code; whether anybody has it is another thing */
    public static boolean isOne(String text) {
        if (text.length() != RANDOM_SIGNS + 2 || text.charAt(BEFORE_HYPHEN) != '-') {
            return false;
        }
        String signs = text.substring(0, BEFORE_HYPHEN) + text.substring(BEFORE_HYPHEN + 1);
        return signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0) && check(signs) == signs.charAt(RANDOM_SIGNS);
    }

    /** With a prime number of signs, and another weight for each place, neither one wrong sign nor two exchanged give the same. */
    private static char check(CharSequence signs) {
        int sum = 0;
        for (int i = 0; i < RANDOM_SIGNS; i++) {
            sum += (i + 1) * SIGNS.indexOf(signs.charAt(i));
        }
        return SIGNS.charAt(sum % SIGNS.length());
    }
}
