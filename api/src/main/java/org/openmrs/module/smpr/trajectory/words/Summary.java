/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.words;

import java.util.List;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;

/** A trajectory in five sentences, written automatically and to be validated: nobody's statement until a clinician makes it his. */
@Value
public class Summary {

    /** The language it is in (ISO 639-1). */
    String language;

    List<Sentence> sentences;

    /** One sentence, and what it says it from. */
    @Value
    public static class Sentence {

        String text;

        /** The assessments that its numbers and dates come from. */
        List<Assessment> restsOn;
    }

    /** @return the sentences, a line each */
    public String text() {
        return sentences.stream().map(Sentence::getText).collect(Collectors.joining("\n"));
    }
}
