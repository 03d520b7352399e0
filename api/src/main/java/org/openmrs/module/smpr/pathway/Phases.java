/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.metadata.PathwayProgram;
import org.openmrs.module.smpr.pathway.record.Records;

/** The phases that an episode goes through, and the ends that it can have, as the states of the program. */
final class Phases {

    /** In the order in which they follow each other. */
    static final List<String> IN_ORDER =
            Arrays.asList(CommonQuestions.CUSTODY, CommonQuestions.PRE_RELEASE, CommonQuestions.APC);

    private static final Map<String, String> BY_STATE = new LinkedHashMap<>();

    private static final Map<String, String> ENDS_BY_STATE = new LinkedHashMap<>();

    static {
        IN_ORDER.forEach(phase -> BY_STATE.put(PathwayProgram.stateOf(phase), phase));
        Definitions.recordType(Records.END).known(Records.REASON).getChoices().stream()
                .map(Choice::getCode)
                .forEach(reason -> ENDS_BY_STATE.put(PathwayProgram.endOf(reason), reason));
    }

    private Phases() {}

    /** @return the phase that the state of that uuid stands for; empty where it is another */
    static Optional<String> phase(String state) {
        return Optional.ofNullable(BY_STATE.get(state));
    }

    /** @return the reason of the end that the state of that uuid stands for; empty where it is no end */
    static Optional<String> end(String state) {
        return Optional.ofNullable(ENDS_BY_STATE.get(state));
    }

    static Map<String, String> ends() {
        return Collections.unmodifiableMap(ENDS_BY_STATE);
    }
}
