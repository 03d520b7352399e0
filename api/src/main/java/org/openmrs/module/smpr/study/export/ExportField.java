/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Label;

/** One variable of an export: a column of a file and a line of the data dictionary; one with several answers at once is a column an answer. */
@Value
class ExportField {

    /** What REDCap calls the types of its fields. */
    enum Type {
        TEXT,
        INTEGER,
        NUMBER,
        RADIO,
        CHECKBOX,
        NOTES
    }

    /** As REDCap allows it: small letters, digits and underscores, a letter first. */
    String name;

    Type type;

    Label label;

    /** Of a radio or checkbox, in order; empty otherwise. */
    List<Choice> choices;

    static ExportField of(String name, Type type, Label label) {
        return new ExportField(name(name), type, label, Collections.emptyList());
    }

    static ExportField coded(String name, boolean multiple, Label label, List<Choice> choices) {
        return new ExportField(name(name), multiple ? Type.CHECKBOX : Type.RADIO, label, choices);
    }

    /** A code of the platform's may hold what a name of REDCap's must not. */
    static String name(String code) {
        String name =
                code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return name.matches("[a-z].*") ? name : "x" + name;
    }

    List<String> columns() {
        return type == Type.CHECKBOX
                ? choices.stream()
                        .map(choice -> name + "___"
                                + choice.getCode().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
                        .collect(Collectors.toList())
                : Collections.singletonList(name);
    }

    /** @param value a list of codes for a checkbox; null for nothing known, which is empty in every column */
    List<Object> cells(Object value) {
        if (type != Type.CHECKBOX) {
            return Collections.singletonList(value);
        }
        List<?> given = value == null ? Collections.emptyList() : (List<?>) value;
        return choices.stream()
                .map(choice -> given.isEmpty() ? null : given.contains(choice.getCode()) ? "1" : "0")
                .collect(Collectors.toList());
    }
}
