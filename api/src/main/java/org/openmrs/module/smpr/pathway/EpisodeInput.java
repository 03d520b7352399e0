/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.site.AboutPerson;

/**
 * What a caller wants of an episode: a new one begun, or one moved on, charted about and ended, all of it or nothing.
 * Nothing in it is trusted; what is null is left as it is.
 */
@Value
@ToString(of = "uuid")
@Builder(toBuilder = true)
public class EpisodeInput implements AboutPerson {

    /** The uuid of the episode to change; null for a new one. */
    String uuid;

    /** The version that the change was made from; null not to ask whether it changed meanwhile. */
    String version;

    String patient;

    /** The day on which it begins; for one that is there, another day than was charted. */
    String begun;

    /** The phase that it begins with, or moves on to; with the phase it is in, another first day of it. */
    String phase;

    /** The first day of the phase, where it moves on; null for today. */
    String phaseFrom;

    /** What is charted of its entry, release, extension and end, by code of the record, then of the question. */
    @Builder.Default
    Map<String, Map<String, Object>> records = Collections.emptyMap();

    /** The last day, where it ends; null for today. */
    String ended;

    /** Whether an end that was charted by mistake is taken away. */
    boolean reopened;

    /** The codes of records that are taken away: a release that fell through, an extension. */
    @Builder.Default
    Set<String> withdrawn = Collections.emptySet();

    /** The uuid of the provider who is in charge from {@link #inChargeFrom} on. */
    String inCharge;

    /** Null for today. */
    String inChargeFrom;

    /** What whoever read the input found wrong with its form: reported together with the rest. */
    @Builder.Default
    List<Fault> faults = Collections.emptyList();
}
