/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Questionnaire;

/**
 * When a question is hidden or answered wrongly, in the expressions of the form engine of OpenMRS 3. The engine takes an answer
 * away when its question is hidden in a record that is edited: so nothing is hidden that is answered, unless another answer
 * says that it is not asked.
 */
final class O3Expressions {

    /** The day of what is charted. */
    static final String DATE = "SMPR_date";

    /** Which contexts the rater rates; kept in the form alone. */
    static final String CONTEXTS = "SMPR_contexts";

    /** What the form engine calls the last encounter of the form's type. */
    private static final String LAST = "HD.getObject('prevEnc')";

    private final Questionnaire questionnaire;

    private final UnaryOperator<String> concepts;

    /** @param concepts gives, by code, the uuid of the concept that stands for it */
    O3Expressions(Questionnaire questionnaire, UnaryOperator<String> concepts) {
        this.questionnaire = questionnaire;
        this.concepts = concepts;
    }

    /** @return the name of the question's answer in expressions: a valid identifier of JavaScript */
    static String id(Question question) {
        return id(question.getConceptCode());
    }

    static String id(String code) {
        return code.replaceAll("[^A-Za-z0-9_]", "_");
    }

    /** @return whether its sub-items are shown, by the name of what the rater switches */
    static String idOfSubItems(Question question) {
        return id(question.getConceptCode()) + "_subItems";
    }

    static String anyOf(Stream<String> conditions) {
        return conditions.map(O3Expressions::bracketed).collect(Collectors.joining(" || "));
    }

    static String allOf(Stream<String> conditions) {
        return conditions.map(O3Expressions::bracketed).collect(Collectors.joining(" && "));
    }

    private static String bracketed(String condition) {
        return condition.contains(" || ") || condition.contains(" ? ") ? "(" + condition + ")" : condition;
    }

    static String isEmpty(String id) {
        return "isEmpty(" + id + ")";
    }

    static String isGiven(String id) {
        return "!isEmpty(" + id + ")";
    }

    static String allEmpty(Collection<Question> questions) {
        return allOf(questions.stream().map(question -> isEmpty(id(question))));
    }

    /** @return whether the answer is that one */
    String is(Question question, Choice choice) {
        return id(question) + " === '" + concepts.apply(choice.getConceptCode()) + "'";
    }

    /** @return whether one of the questions that it depends on says that it is not asked, or does not say yet that it is */
    String isNotAsked(Question question) {
        return anyOf(question.getNotAskedWhere().entrySet().stream().flatMap(where -> {
            Question other = question(where.getKey());
            return Stream.concat(
                    where.getValue().stream()
                            .map(code -> is(other, other.choice(code).get())),
                    Stream.of(isEmpty(id(other)) + " && " + isEmpty(id(question))));
        }));
    }

    /** @return whether the context is not rated */
    String isNotRated(Choice context, List<Question> ownQuestions) {
        return allOf(Stream.of(
                "!includes(" + CONTEXTS + ", '" + concepts.apply(context.getConceptCode()) + "')",
                allEmpty(ownQuestions)));
    }

    /** @return whether the assessment is said to be complete */
    String isComplete() {
        Question status = question(CommonQuestions.STATUS);
        return is(status, status.choice(CommonQuestions.COMPLETE).get());
    }

    /** @return whether it is not said yet who rates, of an assessment that is being charted */
    String isBeforeRaterRole() {
        return "mode === 'enter' && " + isEmpty(id(question(CommonQuestions.RATER_ROLE)));
    }

    /** @return whether the day is after the other */
    static String isAfter(String day, String other) {
        return "dayjs(" + day + ").isAfter(dayjs(" + other + "), 'day')";
    }

    /**
     * @return the question's answer in the last assessment, where that is a complete one of several who agreed and this is no
     *     independent second one; else nothing
     */
    String previous(Question question) {
        Question role = question(CommonQuestions.RATER_ROLE);
        Question status = question(CommonQuestions.STATUS);
        String shown = allOf(Stream.of(
                "!(" + is(role, role.choice(CommonQuestions.INDEPENDENT).get()) + ")",
                lastSays(role, CommonQuestions.CONSENSUS),
                lastSays(status, CommonQuestions.COMPLETE)));
        return shown + " ? " + last(question) + " : null";
    }

    private String lastSays(Question question, String code) {
        String last = last(question);
        return last + " ? " + last + ".value.uuid === '"
                + concepts.apply(question.choice(code).get().getConceptCode()) + "' : false";
    }

    private String last(Question question) {
        return LAST + ".getValue('" + concepts.apply(question.getConceptCode()) + "')";
    }

    private Question question(String code) {
        return questionnaire.question(code).get();
    }
}
