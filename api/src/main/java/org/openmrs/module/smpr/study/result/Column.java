/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lombok.Value;

/** What stands in one column of a table of results; its heading is the message {@code smpr.study.column.<code>}. */
@Value
public class Column {

    public enum Kind {
        /** What the row is about: a {@link Term}. */
        TERM,
        /** What the numbers of the row say, in words: a {@link Term} that is told with them or not at all. */
        STATEMENT,
        /** How many people, pairs or records: a whole number, 0 or more. */
        COUNT,
        /** A number in units of its own. */
        NUMBER,
        /** A number from 0 to 1, shown as a percentage. */
        SHARE,
        /** The lower and the upper bound of an interval around the number or the share before them, in its units. */
        LOWER,
        UPPER,
        /** A probability that a test gives. */
        P_VALUE
    }

    String code;

    Kind kind;

    /** Digits after the point that people are shown; programs are given all. */
    int decimals;

    /** The counts of its row that it is made of, and that it is not told without; all of them where none is named. */
    List<String> restsOn;

    /** Whether it is the value of one person, as the greatest of all is: it stays in the service. */
    boolean ofOnePerson;

    /** @return the same, made of those counts of its row alone: nobody could find the others out by it */
    public Column restingOn(String... counts) {
        return new Column(code, kind, decimals, Collections.unmodifiableList(Arrays.asList(counts)), ofOnePerson);
    }

    /** @return the same, as the value of one person */
    public Column ofOnePerson() {
        return new Column(code, kind, decimals, restsOn, true);
    }

    /** @return whether what stands in it is words, and no number */
    public boolean isInWords() {
        return kind == Kind.TERM || kind == Kind.STATEMENT;
    }

    public static Column term(String code) {
        return of(code, Kind.TERM, 0);
    }

    public static Column statement(String code) {
        return of(code, Kind.STATEMENT, 0);
    }

    public static Column count(String code) {
        return of(code, Kind.COUNT, 0);
    }

    public static Column number(String code, int decimals) {
        return of(code, Kind.NUMBER, decimals);
    }

    /** A share with one digit of its percentage. */
    public static Column share(String code) {
        return of(code, Kind.SHARE, 1);
    }

    public static Column lower(String code, int decimals) {
        return of(code, Kind.LOWER, decimals);
    }

    public static Column upper(String code, int decimals) {
        return of(code, Kind.UPPER, decimals);
    }

    public static Column p(String code) {
        return of(code, Kind.P_VALUE, 3);
    }

    private static Column of(String code, Kind kind, int decimals) {
        return new Column(code, kind, decimals, Collections.emptyList(), false);
    }
}
