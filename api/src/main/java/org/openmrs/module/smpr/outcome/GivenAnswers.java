/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Texts;
import org.openmrs.module.smpr.assessment.Times;

/** Reads what came in field by field, noting every fault; what was not given stays as it is. */
public final class GivenAnswers {

    private final Map<String, String> given;

    private final List<Fault> faults;

    private final Set<String> read = new HashSet<>();

    /** @param faults what is found wrong is added here */
    public GivenAnswers(Map<String, String> given, List<Fault> faults) {
        this.given = given;
        this.faults = faults;
    }

    /** @return whether an answer, and not its absence, was given */
    public boolean has(String field) {
        return given.get(field) != null;
    }

    /** @return whether an answer, or its absence, was given */
    public boolean names(String field) {
        return given.containsKey(field);
    }

    /** @return the constant of that name */
    public <E extends Enum<E>> E code(String field, Class<E> type, E before) {
        return value(field, before, text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            faults.add(Fault.of(
                    field,
                    "notOneOf",
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
            return before;
        });
    }

    public LocalDate day(String field, LocalDate before) {
        return value(
                field,
                before,
                text -> Times.day(text).orElseGet(() -> {
                    faults.add(Fault.of(field, "notADate"));
                    return before;
                }));
    }

    public PartialDate date(String field, PartialDate before) {
        return value(
                field,
                before,
                text -> PartialDate.of(text).orElseGet(() -> {
                    faults.add(Fault.of(field, "notAPartialDate"));
                    return before;
                }));
    }

    public String text(String field, String before) {
        return value(field, before, text -> {
            if (text.length() > Texts.LONGEST) {
                faults.add(Fault.of(field, "tooLong", String.valueOf(Texts.LONGEST)));
            }
            if (!Texts.canBeKept(text)) {
                faults.add(Fault.of(field, "unwritable"));
            }
            return text.trim().isEmpty() ? null : text;
        });
    }

    private <T> T value(String field, T before, Function<String, T> reading) {
        read.add(field);
        if (!given.containsKey(field)) {
            return before;
        }
        String text = given.get(field);
        return text == null ? null : reading.apply(text);
    }

    /** Notes every field that nothing has asked for. */
    public void refuseUnread() {
        given.keySet().stream()
                .filter(field -> !read.contains(field))
                .forEach(field -> faults.add(Fault.of(field, "unknownProperty", field)));
    }
}
