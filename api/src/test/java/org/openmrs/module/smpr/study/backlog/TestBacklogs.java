/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.Patient;
import org.openmrs.module.smpr.assessment.AssessmentInput;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;

/** Writes tables of assessments as a spreadsheet would: a row a map from the name of a column to its cell. */
public final class TestBacklogs {

    private TestBacklogs() {}

    /** What a rater would have sent, with its questions under their own codes. */
    public static Map<String, String> row(Instrument instrument, Patient patient, TestAssessments assessment) {
        AssessmentInput input = assessment.input();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("patient", patient.getPatientIdentifier().getIdentifier());
        row.put("date", String.valueOf(input.getDate()));
        row.put("location", input.getLocation());
        row.put("raters", input.getRaters() == null ? null : String.join("|", input.getRaters()));
        row.putAll(cells(instrument, input.getAnswers()));
        return row;
    }

    /** @param answers by field */
    public static Map<String, String> cells(Instrument instrument, Map<String, Object> answers) {
        Map<String, String> codes =
                instrument.getQuestions().stream().collect(Collectors.toMap(Fields::of, Question::getCode));
        Map<String, String> cells = new LinkedHashMap<>();
        answers.forEach((field, answer) -> cells.put(
                codes.get(field),
                answer instanceof Collection
                        ? ((Collection<?>) answer)
                                .stream().map(Object::toString).collect(Collectors.joining("|"))
                        : answer.toString()));
        return cells;
    }

    @SafeVarargs
    public static String csv(Map<String, String>... rows) {
        return csv(Arrays.asList(rows));
    }

    public static String csv(List<Map<String, String>> rows) {
        Set<String> header = new LinkedHashSet<>();
        rows.forEach(row -> header.addAll(row.keySet()));
        List<String> lines = new ArrayList<>();
        lines.add(header.stream().map(TestBacklogs::quoted).collect(Collectors.joining(",")));
        rows.forEach(row -> lines.add(
                header.stream().map(name -> quoted(row.getOrDefault(name, ""))).collect(Collectors.joining(","))));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String quoted(String cell) {
        return cell == null ? "" : cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
