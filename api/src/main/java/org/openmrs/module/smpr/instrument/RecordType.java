/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.List;
import lombok.Builder;
import lombok.Value;

/** What is charted as an encounter of a type of its own, with one flat obs an answer, and is no assessment. */
@Value
@Builder
public class RecordType implements Questionnaire {

    /** Which of the module's subjects it belongs to, and whose privileges its encounters so take. */
    public enum Subject {
        ASSESSMENT,
        PATHWAY
    }

    /** Begins the codes of its concepts ({@code SUMMARY.text}); no instrument has the same. */
    String code;

    /** The name of its encounter type, and what the names of its concepts begin with. */
    Label label;

    /** What it is. */
    Label title;

    Subject subject;

    List<Question> questions;

    /** @return the question of that code, which it is known to have */
    public Question known(String questionCode) {
        return question(questionCode)
                .orElseThrow(() -> new IllegalArgumentException(code + " has no question " + questionCode));
    }
}
