/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.ToString;
import org.openmrs.module.smpr.instrument.Label;

/** A thing that results are told of, by a code for programs and in words for people: from the message files, or as the site calls it. */
@Getter
@EqualsAndHashCode
@ToString(of = "code")
public final class Term {

    private final String code;

    /** Null where the words are the site's. */
    private final String messageKey;

    /** What the message speaks of: texts, numbers, days, and other terms. */
    private final List<Object> arguments;

    /** Null where the words are a message. */
    private final Label label;

    private Term(String code, String messageKey, List<Object> arguments, Label label) {
        this.code = code;
        this.messageKey = messageKey;
        this.arguments = arguments;
        this.label = label;
    }

    /** @return one whose words are the message {@code smpr.study.<kind>.<code>} */
    public static Term of(String kind, String code, Object... arguments) {
        return new Term(
                code, "smpr.study." + kind + "." + code, Collections.unmodifiableList(Arrays.asList(arguments)), null);
    }

    /** @return one whose words are a message that is there already for what the code names elsewhere too */
    public static Term ofMessage(String code, String messageKey, Object... arguments) {
        return new Term(code, messageKey, Collections.unmodifiableList(Arrays.asList(arguments)), null);
    }

    /** @return the same words for another code */
    public Term withCode(String other) {
        return new Term(other, messageKey, arguments, label);
    }

    /** @return one that the definitions or the site have words for */
    public static Term of(String code, Label label) {
        return new Term(code, null, Collections.emptyList(), label);
    }

    /** @return one that is called by its code in every language */
    public static Term ofCode(String code) {
        return of(code, Label.inEveryLanguage(code));
    }
}
