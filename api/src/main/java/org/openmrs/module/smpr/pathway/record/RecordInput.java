/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.site.AboutPerson;

/** What a caller wants charted of the pathway: a new record, or a change of one. Nothing in it is trusted; what is null is left as it is in a change. */
@Value
@ToString(of = "uuid")
@Builder(toBuilder = true)
public class RecordInput implements AboutPerson {

    /** The uuid of the record to change; null for a new one. */
    String uuid;

    /** The code of the record: one of {@link Records}. */
    String type;

    /** The version that the change was made from; null not to ask whether it changed meanwhile. */
    String version;

    String patient;

    /** A {@link java.util.Date}, or a text: an ISO 8601 date, or date and time with an offset; for a new record without one the present moment. */
    Object date;

    String location;

    /** Uuids of providers; for a new record without them the signed-in user's own, if he has one. */
    List<String> providers;

    /** Answers by code of the question: a choice's code, an ISO 8601 date, a number, a text, or a list of them; a null takes an answer away. */
    @Builder.Default
    Map<String, Object> answers = Collections.emptyMap();

    /** What whoever read the input found wrong with its form: reported together with the rest. */
    @Builder.Default
    List<Fault> faults = Collections.emptyList();
}
