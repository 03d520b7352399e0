/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Questionnaire;
import org.openmrs.module.smpr.metadata.Dictionary;

/** Reads what single obs say, as answers to the questions of one instrument or other record. */
public final class AnswerReader {

    private final Map<String, Question> questions;

    private final Dictionary dictionary;

    private final ZoneId zone;

    /** @param zone the site's time zone, in which days are counted */
    public AnswerReader(Questionnaire questionnaire, Dictionary dictionary, ZoneId zone) {
        this.questions = questionnaire.getQuestions().stream()
                .collect(Collectors.toMap(Question::getConceptCode, q -> q, (a, b) -> a, LinkedHashMap::new));
        this.dictionary = dictionary;
        this.zone = zone;
    }

    /** @return the question that was answered; empty where it is none of those */
    public Optional<Question> question(ObsRow row) {
        return dictionary.code(row.getQuestion()).map(questions::get);
    }

    /** @return what the concept that was asked stands for; empty where it is none of the module's */
    public Optional<String> code(ObsRow row) {
        return dictionary.code(row.getQuestion());
    }

    /**
     * @param faults what is wrong with the answer is added here
     * @return the answer; an unknown one as its code or uuid, so that the question does not pass for unanswered; empty
     *     where the obs says nothing
     */
    public Optional<Object> value(Question question, ObsRow row, List<Fault> faults) {
        Object value = value(question, row);
        if (value == null) {
            faults.add(Fault.of(Fields.of(question), "emptyAnswer"));
        } else if (question.getKind() == Question.Kind.CODED
                && !question.choice((String) value).isPresent()) {
            faults.add(Fault.of(Fields.of(question), "unknownAnswer", (String) value));
        }
        return Optional.ofNullable(value);
    }

    /**
     * @param rows what the record says now, in order of charting
     * @param faults what is wrong with the answers is added here
     * @return the answers by code of the question, in the order of the form, whatever the order of charting
     */
    public Map<String, List<Object>> answers(List<ObsRow> rows, List<Fault> faults) {
        // By code: whoever hashes a question hashes all its labels and choices.
        Map<String, List<Object>> given = new HashMap<>();
        for (ObsRow row : rows) {
            Question question = question(row).orElse(null);
            if (question != null) {
                value(question, row, faults)
                        .ifPresent(value -> given.computeIfAbsent(question.getCode(), code -> new ArrayList<>())
                                .add(value));
            } else {
                code(row).ifPresent(code -> faults.add(Fault.of(code, "unknownQuestion", code)));
            }
        }
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        for (Question question : questions.values()) {
            List<Object> values = given.get(question.getCode());
            if (values != null) {
                answers.put(question.getCode(), Collections.unmodifiableList(values));
            }
        }
        return Collections.unmodifiableMap(answers);
    }

    /** @return whether the obs says that the assessment is complete */
    boolean saysComplete(ObsRow row) {
        return question(row)
                .filter(question -> question.getCode().equals(CommonQuestions.STATUS))
                .filter(question -> CommonQuestions.COMPLETE.equals(value(question, row)))
                .isPresent();
    }

    private Object value(Question question, ObsRow row) {
        switch (question.getKind()) {
            case CODED:
                return row.getCoded() == null ? null : coded(question, row.getCoded());
            case NUMBER:
                return row.getNumber();
            case DATE:
                return row.getDate() == null ? null : day(row);
            default:
                return row.getText();
        }
    }

    private String coded(Question question, String concept) {
        String code = dictionary.code(concept).orElse(concept);
        return question.getChoices().stream()
                .filter(choice -> choice.getConceptCode().equals(code))
                .map(Choice::getCode)
                .findFirst()
                .orElse(code);
    }

    private LocalDate day(ObsRow row) {
        return Times.day(row.getDate(), zone);
    }
}
