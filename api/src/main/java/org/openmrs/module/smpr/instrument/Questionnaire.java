/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.List;
import java.util.Optional;

/** What an encounter of one type can answer, one flat obs an answer: an instrument, or another record. */
public interface Questionnaire {

    /** @return the namespace of its codes, by which its encounter type is known */
    String getCode();

    Label getLabel();

    /** @return everything that can be answered, in order of the form */
    List<Question> getQuestions();

    /** @return the question of that code, if there is one */
    default Optional<Question> question(String questionCode) {
        return getQuestions().stream()
                .filter(question -> question.getCode().equals(questionCode))
                .findFirst();
    }

    /** @return whether the site uses what the question belongs to */
    default boolean offers(Question question) {
        return true;
    }

    /** @return whether the site uses what the choice belongs to */
    default boolean offers(Choice choice) {
        return true;
    }
}
