/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.Value;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.module.smpr.instrument.Questionnaire;

/** What is to be charted, found valid. */
@Value
@Builder
public class EncounterInput {

    /** The uuid that a new encounter gets; null for a random one. */
    String newUuid;

    Questionnaire questionnaire;

    EncounterType type;

    Patient patient;

    Date date;

    /** Null for none. */
    Location location;

    /** Null to leave them as they are. */
    List<Provider> raters;

    /** Every answer that the record is to have, by code of the question. */
    Map<String, List<Object>> answers;

    /** Whether anything of it is not yet so in the record. */
    boolean changed;

    /** Why; null where none was given. */
    String reason;
}
