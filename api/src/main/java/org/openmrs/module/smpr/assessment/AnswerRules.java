/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Questionnaire;

/** What the definition of a questionnaire asks of the answers, each by itself and one with another. */
public final class AnswerRules {

    private final Questionnaire questionnaire;

    private final Map<String, List<Object>> answers;

    public AnswerRules(Questionnaire questionnaire, Map<String, List<Object>> answers) {
        this.questionnaire = questionnaire;
        this.answers = answers;
    }

    /** @return numbers that the platform does not keep */
    public List<Fault> outOfRange() {
        List<Fault> faults = new ArrayList<>();
        for (Question question : questionnaire.getQuestions()) {
            for (Object value : values(question.getCode())) {
                if (value instanceof Double
                        && (question.getMin() != null && (Double) value < question.getMin()
                                || question.getMax() != null && (Double) value > question.getMax())) {
                    faults.add(Fault.of(
                            Fields.of(question), "outOfRange", number(question.getMin()), number(question.getMax())));
                }
            }
        }
        return faults;
    }

    private static String number(Double limit) {
        return limit == null ? "…" : limit % 1 == 0 ? String.valueOf(limit.longValue()) : limit.toString();
    }

    /** @return several answers where there is one at the most, the same one twice, and one that stands by itself beside others */
    public List<Fault> contradictions() {
        List<Fault> faults = new ArrayList<>();
        for (Question question : questionnaire.getQuestions()) {
            List<Object> values = values(question.getCode());
            if (values.size() > 1 && !question.isMultiple()) {
                faults.add(Fault.of(Fields.of(question), "severalAnswers"));
            } else if (question.getKind() == Question.Kind.CODED
                    && values.stream().distinct().count() < values.size()) {
                faults.add(Fault.of(Fields.of(question), "sameAnswerTwice"));
            } else if (values.size() > 1) {
                question.getChoices().stream()
                        .filter(choice -> choice.isAlone() && values.contains(choice.getCode()))
                        .map(Choice::getCode)
                        .forEach(code -> faults.add(Fault.of(Fields.of(question), "notWithOthers", code)));
            }
        }
        return faults;
    }

    /**
     * @param asked whether a question is asked at all
     * @return required answers that are missing, and answers to what is not asked
     */
    public List<Fault> incomplete(Predicate<Question> asked) {
        List<Fault> faults = new ArrayList<>();
        for (Question question : questionnaire.getQuestions()) {
            boolean open = values(question.getCode()).isEmpty();
            if (open && isRequired(question) && asked.test(question) && isAsked(question)) {
                faults.add(Fault.of(Fields.of(question), "missing"));
            } else if (!open && isExcluded(question)) {
                faults.add(Fault.of(Fields.of(question), "notAsked"));
            }
        }
        return faults;
    }

    private boolean isRequired(Question question) {
        return question.isRequired()
                || question.getRequiredWith() != null
                        && !values(question.getRequiredWith()).isEmpty();
    }

    private boolean isAsked(Question question) {
        return questionnaire.offers(question)
                && !isExcluded(question)
                && question.getNotAskedWhere().keySet().stream()
                        .allMatch(other -> first(other).isPresent());
    }

    /** Whether another answer says that it is not asked. */
    private boolean isExcluded(Question question) {
        return question.getNotAskedWhere().entrySet().stream()
                .anyMatch(where ->
                        first(where.getKey()).filter(where.getValue()::contains).isPresent());
    }

    private List<Object> values(String question) {
        return answers.getOrDefault(question, Collections.emptyList());
    }

    private Optional<Object> first(String question) {
        return values(question).stream().findFirst();
    }
}
