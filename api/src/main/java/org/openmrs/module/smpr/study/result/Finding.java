/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;

/** What one analysis found, with all that it takes to read it. Its title is the message {@code smpr.study.finding.<code>}. */
@Value
@Builder(toBuilder = true)
public class Finding {

    /** Names the analysis: {@code flow}, {@code survival}, … */
    String code;

    /** What it was asked: an outcome, a pair of waves, … */
    @Builder.Default
    List<Term> about = Collections.emptyList();

    /** Whether it was planned; null for what describes the data, and is no analysis that could be. */
    Boolean planned;

    /** By which plan, or why it is exploratory, in sentences: messages {@code smpr.study.standing.<code>}. */
    @Builder.Default
    List<Term> standing = Collections.emptyList();

    /** How many people it rests on. */
    @Builder.Default
    Cell n = Cell.count(0);

    /** How many of those whom it is about it does not rest on, because something is not known of them; empty where it is about whatever is known. */
    @Builder.Default
    Cell missing = Cell.empty();

    /** How these two add up with others; by the names of their quantities. */
    @Builder.Default
    List<Sum> sums = Collections.emptyList();

    /** What it counts and from when, in sentences: messages {@code smpr.study.definition.<code>}. */
    @Builder.Default
    List<Term> definitions = Collections.emptyList();

    @Builder.Default
    List<ResultTable> tables = Collections.emptyList();

    @Builder.Default
    List<Figure> figures = Collections.emptyList();

    /** What has to be known before it is read, in sentences: messages {@code smpr.study.note.<code>}. */
    @Builder.Default
    List<Term> notes = Collections.emptyList();
}
