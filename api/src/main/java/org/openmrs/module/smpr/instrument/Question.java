/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.Builder;
import lombok.Value;

/**
 * One thing that an assessment can answer. Concepts, validation, scoring, REST and forms all follow from an
 * instrument's list of questions.
 */
@Value
@Builder(toBuilder = true)
public class Question {

    /** The form of the answer. */
    public enum Kind {
        CODED,
        NUMBER,
        DATE,
        TEXT
    }

    /** Which part of an assessment the answer belongs to. */
    public enum Part {
        /** What is asked of every assessment: edition, informant, context, … */
        COMMON,
        RATING,
        MARK,
        JUDGEMENT,
        /** A free field of the instrument: formulation, date of the next review, … */
        FIELD,
        /** An answer of what is charted and is no assessment. */
        RECORD
    }

    /** Code within the instrument: {@code 05}, {@code H1.presence}, {@code R2.OUT.relevance}, {@code context}. */
    String code;

    /** Code in the concept source {@code SMPR}: {@code SAPROF.05}, {@code ASSESSMENT.context}. */
    String conceptCode;

    Label label;

    /** What the label alone does not say, such as the dimension and the context; null where nothing is to add. */
    Label qualifier;

    Kind kind;

    Part part;

    /** The answers of a coded question, in order, those of options included; empty for the other kinds. */
    List<Choice> choices;

    /** Whether several answers can be given at once. */
    boolean multiple;

    /** Whether a complete assessment must answer it, where it is asked. */
    boolean required;

    /** The option of the instrument that a site must use for it to be asked; null for always. */
    String option;

    /** By the code of another question, its answers on which this one is not asked; empty for always asked. */
    @Builder.Default
    Map<String, Set<String>> notAskedWhere = Collections.emptyMap();

    /** The code of another question whose answer, in a complete assessment, takes an answer to this one; null for none. */
    String requiredWith;

    /** For a day that names an assessment with another instrument: the code of that instrument; null otherwise. */
    String assessmentOf;

    /** Whether its day is one that has been: not after the day on which it is charted. */
    boolean past;

    /** Whether its day is when the assessment is to be made again. */
    boolean review;

    /** Limits of a number, inclusive; null for none. */
    Double min;

    Double max;

    /** For a rating: the code of its item; null otherwise. */
    String item;

    /** For a rating of a sub-item: its code; null otherwise. */
    String subItem;

    /** For what is rated or judged per context: the code of the context; null otherwise. */
    String context;

    /** For a rating: the code of its dimension; null otherwise. */
    String dimension;

    /** @return whether it rates an item itself, and not one of its sub-items */
    public boolean isOfItem() {
        return part == Part.RATING && subItem == null;
    }

    /** @return the choice of that code, if the question has it */
    public Optional<Choice> choice(String choiceCode) {
        return choices.stream()
                .filter(choice -> choice.getCode().equals(choiceCode))
                .findFirst();
    }
}
