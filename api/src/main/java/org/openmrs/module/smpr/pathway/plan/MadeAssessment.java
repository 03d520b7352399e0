/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import java.util.Set;
import lombok.Value;
import lombok.With;

/** That there is a complete assessment, and nothing of what it says. */
@Value
public class MadeAssessment {

    /** The uuid of the encounter; null where a blind rating hides it from the reader. */
    @With
    String uuid;

    /** The code of the instrument. */
    String instrument;

    LocalDate day;

    /** Whether it is an independent second rating. */
    boolean independent;

    /** Whether several have agreed on it. */
    boolean consensus;

    MadeAssessment hiding(Set<String> hidden) {
        return hidden.contains(uuid) ? withUuid(null) : this;
    }
}
