/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.site.AboutPerson;

/** A participant as he comes in: new, or what is to be changed of one. */
@Value
@Builder
public class ParticipantInput implements AboutPerson {

    /** Of the one that is amended; null for a new one. */
    String uuid;

    /** The version that the amendment was made from; null to amend whatever is there. */
    String version;

    /** The uuid of the patient; may be left out of an amendment. */
    String patient;

    /** Codes, days and uuids by field. In an amendment only what is named changes, and null takes an answer away. */
    @Builder.Default
    Map<String, String> answers = Collections.emptyMap();

    /** By code of the criterion, the same. */
    @Builder.Default
    Map<String, String> criteria = Collections.emptyMap();

    /** Why an opposition is taken back; null where none is. */
    String reason;

    /** What is wrong with the form in which it came in. */
    @Builder.Default
    List<Fault> faults = Collections.emptyList();
}
