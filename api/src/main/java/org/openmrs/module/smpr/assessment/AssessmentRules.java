/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;

/** What must hold between the answers of one assessment, whether it is being charted or stands in the record. */
final class AssessmentRules {

    private final Instrument instrument;

    AssessmentRules(Instrument instrument) {
        this.instrument = instrument;
    }

    List<Fault> faults(Map<String, List<Object>> answers) {
        List<Fault> faults = new ArrayList<>();
        for (Question question : instrument.getQuestions()) {
            List<Object> values = answers.getOrDefault(question.getCode(), Collections.emptyList());
            if (values.size() > 1 && !question.isMultiple()) {
                faults.add(Fault.of(Fields.of(question), "severalAnswers"));
            } else if (values.stream().distinct().count() < values.size()) {
                faults.add(Fault.of(Fields.of(question), "sameAnswerTwice"));
            }
            refuseOutOfRange(question, values, faults);
        }
        refuseIncomplete(answers, faults);
        refuseReversedWindow(answers, faults);
        return faults;
    }

    private static void refuseOutOfRange(Question question, List<Object> values, List<Fault> faults) {
        for (Object value : values) {
            if (value instanceof Double
                    && (question.getMin() != null && (Double) value < question.getMin()
                            || question.getMax() != null && (Double) value > question.getMax())) {
                faults.add(Fault.of(
                        Fields.of(question), "outOfRange", number(question.getMin()), number(question.getMax())));
            }
        }
    }

    private static String number(Double limit) {
        return limit == null ? "…" : limit % 1 == 0 ? String.valueOf(limit.longValue()) : limit.toString();
    }

    /** A draft may leave anything open; whether a record is one must be said in any case. */
    private void refuseIncomplete(Map<String, List<Object>> answers, List<Fault> faults) {
        Optional<Object> status = first(answers, CommonQuestions.STATUS);
        boolean complete = status.filter(CommonQuestions.COMPLETE::equals).isPresent();
        for (Question question : instrument.getQuestions()) {
            boolean open = !first(answers, question.getCode()).isPresent();
            boolean asked = question.getCode().equals(CommonQuestions.STATUS) || complete;
            if (open && asked && isRequired(question, answers)) {
                faults.add(Fault.of(Fields.of(question), "missing"));
            }
        }
    }

    /** A dimension that depends on another is required exactly where the other's answer asks for it. */
    private boolean isRequired(Question question, Map<String, List<Object>> answers) {
        if (question.getPart() != Question.Part.RATING || question.getSubItem() != null) {
            return question.isRequired();
        }
        Dimension dimension = instrument.getDimensions().stream()
                .filter(d -> d.getCode().equals(question.getDimension()))
                .findFirst()
                .get();
        return question.isRequired()
                || question.getContext() == null
                        && dimension.getNotAskedWhere().entrySet().stream()
                                .allMatch(where -> first(answers, question.getItem() + "." + where.getKey())
                                        .filter(given -> !where.getValue().contains(given))
                                        .isPresent());
    }

    private static void refuseReversedWindow(Map<String, List<Object>> answers, List<Fault> faults) {
        Optional<Object> start = first(answers, CommonQuestions.WINDOW_START);
        Optional<Object> end = first(answers, CommonQuestions.WINDOW_END);
        if (start.isPresent() && end.isPresent() && ((LocalDate) end.get()).isBefore((LocalDate) start.get())) {
            faults.add(Fault.of(CommonQuestions.WINDOW_END, "endBeforeStart"));
        }
    }

    private static Optional<Object> first(Map<String, List<Object>> answers, String question) {
        List<Object> values = answers.getOrDefault(question, Collections.emptyList());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }
}
