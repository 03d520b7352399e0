/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;

/** Something that is missing from the picture, which its reader has to know. */
@Value
@Builder
public class Gap {

    /** What is missing. */
    public enum Kind {
        /** A blind rating hides an assessment from the reader. */
        HIDDEN,
        /** No complete assessment with the instrument. */
        NEVER_ASSESSED,
        /** The latest is older than the instrument looks back or ahead. */
        NOT_LATELY,
        /** A draft waits to be completed. */
        DRAFT,
        /** Items were omitted in the latest. */
        OMITTED,
        /** Answers of the latest are to be checked. */
        TO_CHECK,
        /** The latest looks back over a shorter time than the instrument is made for. */
        SHORT_WINDOW,
        /** The latest sets no day of the next review. */
        NO_REVIEW;

        /** @return whether it is seen whatever was or was not charted after what is told */
        boolean isOfTheAssessment() {
            return this == HIDDEN || this == DRAFT || this == OMITTED || this == TO_CHECK || this == SHORT_WINDOW;
        }
    }

    Kind kind;

    Instrument instrument;

    /** The assessment that it is seen in; null for {@link Kind#NEVER_ASSESSED} and {@link Kind#HIDDEN}. */
    Assessment assessment;

    /** The items omitted, each once; empty for the other kinds. */
    List<Item> items;

    /** How many whole months ago the latest was; null for the other kinds than {@link Kind#NOT_LATELY}. */
    Integer months;
}
