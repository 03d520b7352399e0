/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.AboutPerson;

/** Which participants are asked for. */
@Value
@Builder
public class ParticipantSearch implements AboutPerson {

    /** The uuid of the patient; null for everybody. */
    String patient;

    /** Null for any. */
    ParticipantState state;

    boolean includeVoided;

    /** How many are passed over. */
    int startIndex;

    /** How many are given at most; null for all. */
    Integer limit;
}
