/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.EqualsAndHashCode;
import lombok.ToString;
import lombok.Value;

/** What stands in one place of a table: a count, a number, a term, nothing, or that it is not told. */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class Cell {

    private static final Cell EMPTY = new Cell(null, null, null, null, false, Collections.emptyList());

    private static final Cell SUPPRESSED = new Cell(null, null, null, null, true, Collections.emptyList());

    /** Null where it is no count. */
    Long count;

    /** Null where it is no number; never NaN nor infinite. */
    Double number;

    /** Null where it is no term. */
    Term term;

    /**
     * Names what is counted, where the same is counted elsewhere too or adds up with other counts; null where nothing
     * does.
     */
    String quantity;

    /** Whether there is something here that is not told, because it counts too few people. */
    boolean suppressed;

    /** What the numbers of its row that rest on this count say of whom; of a number, as of what is no description of people, nothing. */
    @EqualsAndHashCode.Exclude
    @ToString.Exclude
    List<Described> describes;

    public static Cell of(Term term) {
        return new Cell(null, null, term, null, false, Collections.emptyList());
    }

    public static Cell count(long count) {
        return count(null, count);
    }

    /** @param quantity names what is counted */
    public static Cell count(String quantity, long count) {
        return new Cell(count, null, null, quantity, false, Collections.emptyList());
    }

    /** @return the same count of people, of whom the numbers that rest on it say that too */
    public Cell describing(Described... described) {
        List<Described> all = new ArrayList<>(describes);
        all.addAll(Arrays.asList(described));
        return new Cell(count, number, term, quantity, suppressed, Collections.unmodifiableList(all));
    }

    /** @param number NaN or infinite where the data do not define it: the cell is empty then */
    public static Cell number(double number) {
        return Double.isNaN(number) || Double.isInfinite(number)
                ? EMPTY
                : new Cell(null, number, null, null, false, Collections.emptyList());
    }

    public static Cell empty() {
        return EMPTY;
    }

    public static Cell suppressed() {
        return SUPPRESSED;
    }

    /** @param quantity names what is counted; null where it has no name */
    public static Cell suppressed(String quantity) {
        return quantity == null ? SUPPRESSED : new Cell(null, null, null, quantity, true, Collections.emptyList());
    }

    public boolean isEmpty() {
        return count == null && number == null && term == null && !suppressed;
    }
}
