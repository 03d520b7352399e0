/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.List;
import java.util.Optional;
import lombok.Builder;
import lombok.Value;

/** The answers a question can have, in their order: a rating scale, or the levels of a judgement. */
@Value
@Builder(toBuilder = true)
public class ChoiceList {

    String code;

    /** What the answers are; null where the question or the dimension says it. */
    Label label;

    List<Choice> choices;

    /** @return the choice of that code, if the list has it */
    public Optional<Choice> find(String choiceCode) {
        return choices.stream()
                .filter(choice -> choice.getCode().equals(choiceCode))
                .findFirst();
    }

    /** @return the smallest number a choice of this list counts; empty where none counts */
    public Optional<Integer> lowest() {
        return choices.stream().map(Choice::getValue).filter(v -> v != null).min(Integer::compare);
    }

    /** @return the largest number a choice of this list counts; empty where none counts */
    public Optional<Integer> highest() {
        return choices.stream().map(Choice::getValue).filter(v -> v != null).max(Integer::compare);
    }
}
