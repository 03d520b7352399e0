/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Questionnaire;

/** Reads the answers that a caller sends, noting whatever is not an answer of the instrument or other record. */
public final class InputReader {

    private final Questionnaire questionnaire;

    private final List<Fault> faults;

    /** @param faults what is found wrong is added here */
    public InputReader(Questionnaire questionnaire, List<Fault> faults) {
        this.questionnaire = questionnaire;
        this.faults = faults;
    }

    /** @return the values by code of the question; an empty list for an answer to be taken away */
    public Map<String, List<Object>> read(Map<String, Object> input) {
        Map<String, Question> questions = questionnaire.getQuestions().stream()
                .collect(Collectors.toMap(Fields::of, q -> q, (a, b) -> a, LinkedHashMap::new));
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        input.forEach((field, given) -> {
            Question question = questions.get(field);
            // Why it is amended is said with the amendment, and stays.
            if (question == null || question.getCode().equals(CommonQuestions.AMENDMENT)) {
                faults.add(Fault.of(field, "unknownQuestion", field));
            } else if (given != null && !questionnaire.offers(question)) {
                faults.add(Fault.of(field, "notUsedHere", field));
            } else {
                answers.put(question.getCode(), values(question, given));
            }
        });
        return answers;
    }

    private List<Object> values(Question question, Object given) {
        if (given == null) {
            return Collections.emptyList();
        }
        Collection<?> parts = given instanceof Collection ? (Collection<?>) given : Collections.singleton(given);
        List<Object> values = new ArrayList<>();
        for (Object part : parts) {
            value(question, part).ifPresent(values::add);
        }
        return values;
    }

    private Optional<?> value(Question question, Object given) {
        switch (question.getKind()) {
            case CODED:
                return choice(question, given);
            case NUMBER:
                return number(question, given);
            case DATE:
                return day(question, given);
            default:
                return text(question, given);
        }
    }

    private Optional<String> choice(Question question, Object given) {
        // Numbers are accepted where a choice is called by one: 2 for "2".
        String code = given instanceof String || given instanceof Integer ? given.toString() : null;
        Choice choice = code == null ? null : question.choice(code).orElse(null);
        if (choice == null) {
            faults.add(Fault.of(Fields.of(question), "unknownAnswer", String.valueOf(code)));
            return Optional.empty();
        }
        if (!questionnaire.offers(choice)) {
            faults.add(Fault.of(Fields.of(question), "notUsedHere", code));
            return Optional.empty();
        }
        return Optional.of(code);
    }

    private Optional<Double> number(Question question, Object given) {
        if (given instanceof Number && ((Number) given).doubleValue() % 1 == 0) {
            return Optional.of(((Number) given).doubleValue());
        }
        faults.add(Fault.of(Fields.of(question), "notANumber"));
        return Optional.empty();
    }

    private Optional<LocalDate> day(Question question, Object given) {
        Optional<LocalDate> day = given instanceof String ? Times.day((String) given) : Optional.empty();
        if (!day.isPresent()) {
            faults.add(Fault.of(Fields.of(question), "notADate"));
        }
        return day;
    }

    private Optional<String> text(Question question, Object given) {
        if (given instanceof String) {
            String text = (String) given;
            if (text.length() > Texts.LONGEST) {
                faults.add(Fault.of(Fields.of(question), "tooLong", String.valueOf(Texts.LONGEST)));
            }
            if (!Texts.canBeKept(text)) {
                faults.add(Fault.of(Fields.of(question), "unwritable"));
            }
            return text.trim().isEmpty() ? Optional.empty() : Optional.of(text);
        }
        faults.add(Fault.of(Fields.of(question), "notAText"));
        return Optional.empty();
    }
}
