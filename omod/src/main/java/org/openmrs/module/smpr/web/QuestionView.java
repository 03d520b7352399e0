/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Questionnaire;
import org.openmrs.module.smpr.metadata.ConceptSourceSmpr;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.webservices.rest.SimpleObject;

/** A question of an instrument or of another record, with the field of a request that answers it and the concepts that it is charted with. */
final class QuestionView {

    private QuestionView() {}

    /** @return every question that can be answered, in order of the form */
    static List<Object> of(Questionnaire questionnaire, Dictionary dictionary, Level level) {
        return Shown.each(questionnaire.getQuestions(), question -> of(questionnaire, question, dictionary, level));
    }

    private static SimpleObject of(Questionnaire questionnaire, Question question, Dictionary dictionary, Level level) {
        return Shown.coded(question.getCode(), question.getLabel(), level)
                .add("field", Fields.of(question))
                .add("qualifier", Shown.text(question.getQualifier()))
                .add("kind", question.getKind().name())
                .add("part", question.getPart().name())
                .add("concept", dictionary.uuid(question.getConceptCode()).orElse(null))
                .add("mapping", mapping(question.getConceptCode()))
                .add("required", question.isRequired())
                .add("requiredWith", field(questionnaire, question.getRequiredWith()))
                .add("notAskedWhere", notAskedWhere(questionnaire, question))
                .add("offered", questionnaire.offers(question))
                .add("assessmentOf", question.getAssessmentOf())
                .add("multiple", question.isMultiple())
                .add("min", question.getMin())
                .add("max", question.getMax())
                .add("item", question.getItem())
                .add("subItem", question.getSubItem())
                .add("context", question.getContext())
                .add("dimension", question.getDimension())
                .add(
                        "choices",
                        Shown.each(question.getChoices(), choice -> choice(questionnaire, choice, dictionary, level)));
    }

    private static String field(Questionnaire questionnaire, String questionCode) {
        return questionnaire.question(questionCode).map(Fields::of).orElse(null);
    }

    /** @return by field, its answers on which the question is not asked */
    private static SimpleObject notAskedWhere(Questionnaire questionnaire, Question question) {
        SimpleObject where = new SimpleObject();
        question.getNotAskedWhere().forEach((other, answers) -> where.add(field(questionnaire, other), answers));
        return where;
    }

    private static SimpleObject choice(Questionnaire questionnaire, Choice choice, Dictionary dictionary, Level level) {
        return Shown.coded(choice.getCode(), choice.getLabel(), level)
                .add("concept", dictionary.uuid(choice.getConceptCode()).orElse(null))
                .add("mapping", mapping(choice.getConceptCode()))
                .add("kind", choice.getKind().name())
                .add("value", choice.getValue())
                .add("offered", questionnaire.offers(choice));
    }

    /** @return what finds the concept on any server, whatever its uuid is there: {@code SMPR:SAPROF.05} */
    private static String mapping(String conceptCode) {
        return ConceptSourceSmpr.NAME + ":" + conceptCode;
    }
}
