/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Value;

/** The days from one to another, both among them. */
@Value
public class Span {

    LocalDate from;

    LocalDate to;

    public long getDays() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** @return the days that are in any of the spans and lie within the limits, in order, none touching another */
    static List<Span> merged(List<Span> spans, LocalDate first, LocalDate last) {
        List<Span> sorted = spans.stream()
                .map(span -> new Span(latest(span.from, first), earliest(span.to, last)))
                .filter(span -> !span.to.isBefore(span.from))
                .sorted(Comparator.comparing(Span::getFrom))
                .collect(Collectors.toList());
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted) {
            Span before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && !span.from.isAfter(before.to.plusDays(1))) {
                merged.set(merged.size() - 1, new Span(before.from, latest(before.to, span.to)));
            } else {
                merged.add(span);
            }
        }
        return Collections.unmodifiableList(merged);
    }

    static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
