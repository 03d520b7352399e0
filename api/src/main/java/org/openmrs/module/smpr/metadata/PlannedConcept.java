/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;

/** A concept that the definitions ask for. */
@Value
@Builder
class PlannedConcept {

    /** What sort of concept it is: a question by the form of its answer, an answer, or a set of questions. */
    enum Sort {
        CODED,
        NUMERIC,
        DATE,
        TEXT,
        ANSWER,
        SET
    }

    /** Code in the concept source {@code SMPR}. */
    String code;

    Sort sort;

    /** The fully specified name: distinctive, for no two concepts of a dictionary may share one. */
    Label name;

    /** The short name: the plain label. */
    Label shortName;

    /** The codes of the answers of a coded question, in order; empty for others. */
    @Builder.Default
    List<String> answers = Collections.emptyList();

    /** The codes of the members of a set, in order; empty for others. */
    @Builder.Default
    List<String> members = Collections.emptyList();

    /** Limits of a numeric answer, inclusive; null for none. */
    Double min;

    Double max;

    String getUuid() {
        return StableUuid.ofConcept(code);
    }
}
