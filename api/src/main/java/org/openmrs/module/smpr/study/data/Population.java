/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.study.participant.ParticipantState;

/** How many people there are, those who take no part in the study as counts alone. */
@Value
public class Population {

    /** One of whom somebody has recorded whether he can take part, as he stands today. */
    @Value
    public static class Considered {

        ParticipantState state;

        /** By what the plan in force asks for: on the day of inclusion, of those not included today. */
        Participant.Answer eligible;

        /** Whether he was told of the study, whatever became of it. */
        boolean informed;
    }

    /** People with an episode of care of whom nobody has recorded whether they can take part. */
    long notConsidered;

    List<Considered> considered;

    /** How many of those included have no index episode in the record any more, and are in no analysis. */
    long withoutEpisode;

    /** @return people with an episode of care, whoever they are, and those considered who have none any more */
    public long getPeople() {
        return notConsidered + considered.size();
    }

    /** @return how many are of that state; 0 for none */
    public long of(ParticipantState state) {
        return considered.stream().filter(one -> one.getState() == state).count();
    }
}
