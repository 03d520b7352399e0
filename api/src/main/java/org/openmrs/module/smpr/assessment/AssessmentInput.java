/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.site.AboutPerson;

/**
 * What a caller wants charted: a new assessment, or an amendment of one. Nothing in it is trusted. What is null is left
 * as it is in an amendment.
 */
@Value
@ToString(of = "uuid")
@Builder(toBuilder = true)
public class AssessmentInput implements AboutPerson {

    /** The uuid of the assessment to amend; null for a new one. */
    String uuid;

    /** The uuid that a new assessment gets; null for a random one. */
    String newUuid;

    /** The version that the amendment was made from; null not to ask whether it changed meanwhile. */
    String version;

    /** Why a complete assessment is amended. */
    String reason;

    String patient;

    String instrument;

    /** A {@link java.util.Date}, or a text: an ISO 8601 date, or date and time with an offset. */
    Object date;

    String location;

    /** Uuids of providers. */
    List<String> raters;

    /**
     * Answers by field ({@code ratings.05}, {@code context}): a choice's code, a number, an ISO 8601 date, a text, or a
     * list of them. A null takes an answer away; no map at all changes none.
     */
    Map<String, Object> answers;

    /** What whoever read the input found wrong with its form: reported together with the rest. */
    @Builder.Default
    List<Fault> faults = Collections.emptyList();
}
