/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.metadata.StableUuid;

/** What the record of a filed summary answers, by the codes of its definition. */
final class SummaryQuestions {

    static final RecordType RECORD = Definitions.recordType("SUMMARY");

    static final String ENCOUNTER_TYPE = StableUuid.ofEncounterType(RECORD.getCode());

    static final String TEXT = "text";

    static final String LANGUAGE = "language";

    static final String WORDING = "wording";

    static final String AUTOMATIC = "AUTOMATIC";

    static final String EDITED = "EDITED";

    static final String BASIS = "basis";

    static final String SEAL = "seal";

    private SummaryQuestions() {}

    static Question question(String code) {
        return RECORD.known(code);
    }
}
