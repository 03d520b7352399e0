/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.util.Collections;
import java.util.Map;
import lombok.Value;
import org.openmrs.module.smpr.study.participant.ParticipantState;

/** How many people there are, those who take no part in the study as counts alone. */
@Value
public class Population {

    /** People with an episode of care, whoever they are, and those considered who have none any more. */
    long people;

    /** Of those, the people of whom nobody has recorded whether they can take part. */
    long notConsidered;

    /** Of those considered, how many are of each state today. */
    Map<ParticipantState, Long> states;

    /** How many of those considered were told of the study, whatever became of it. */
    long informed;

    /** How many of those included have no index episode in the record any more, and are in no analysis. */
    long withoutEpisode;

    /** @return how many are of that state; 0 for none */
    public long of(ParticipantState state) {
        return states.getOrDefault(state, 0L);
    }

    public Map<ParticipantState, Long> getStates() {
        return Collections.unmodifiableMap(states);
    }
}
