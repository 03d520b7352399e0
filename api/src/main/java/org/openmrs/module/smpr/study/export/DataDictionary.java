/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVPrinter;

/** Writes what the variables of an export are, in the format in which REDCap takes a data dictionary. */
final class DataDictionary {

    static final String STUDY_CODE = "study_code";

    private static final String IDENTIFIER = "Identifier?";

    private static final String NOTES = "notes";

    private static final List<String> HEADER = Arrays.asList(
            "Variable / Field Name",
            "Form Name",
            "Section Header",
            "Field Type",
            "Field Label",
            "Choices, Calculations, OR Slider Labels",
            "Field Note",
            "Text Validation Type OR Show Slider Number",
            "Text Validation Min",
            "Text Validation Max",
            IDENTIFIER,
            "Branching Logic (Show field only if...)",
            "Required Field?",
            "Custom Alignment",
            "Question Number (surveys only)",
            "Matrix Group Name",
            "Matrix Ranking?",
            "Field Annotation");

    private final Locale locale;

    DataDictionary(Locale locale) {
        this.locale = locale;
    }

    /** @param tables the first of them without repetition, which the record begins with */
    void write(List<ExportTable> tables, CSVPrinter out) throws IOException {
        out.printRecord(HEADER);
        out.printRecord(row(STUDY_CODE, tables.get(0).getName(), "text", "study code", "", "", ""));
        for (ExportTable table : tables) {
            boolean first = true;
            for (ExportField field : table.getFields()) {
                List<String> row = row(
                        field.getName(),
                        table.getName(),
                        type(field),
                        field.getLabel().in(locale),
                        choices(field),
                        validation(field),
                        first ? table.getLabel().in(locale) : "");
                out.printRecord(row);
                first = false;
            }
        }
    }

    private static List<String> row(
            String name, String form, String type, String label, String choices, String validation, String section) {
        List<String> row = new ArrayList<>(Arrays.asList(name, form, section, type, label, choices, "", validation));
        while (row.size() < HEADER.size()) {
            row.add("");
        }
        // A free text can hold a name; whatever else there is stands under the study code.
        row.set(HEADER.indexOf(IDENTIFIER), type.equals(NOTES) ? "y" : "");
        return row;
    }

    private static String type(ExportField field) {
        switch (field.getType()) {
            case RADIO:
                return "radio";
            case CHECKBOX:
                return "checkbox";
            case NOTES:
                return NOTES;
            default:
                return "text";
        }
    }

    private String choices(ExportField field) {
        return field.getChoices().stream()
                .map(choice ->
                        choice.getCode() + ", " + choice.getLabel().in(locale).replace("|", "/"))
                .collect(Collectors.joining(" | "));
    }

    private static String validation(ExportField field) {
        switch (field.getType()) {
            case INTEGER:
                return "integer";
            case NUMBER:
                return "number";
            default:
                return "";
        }
    }
}
