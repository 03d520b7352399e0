/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Question;

/** One change of an assessment after it was first charted: who, when, why, and what stood there before. */
@Value
public class Amendment {

    Date date;

    /** A user name; null where the platform has none. */
    String by;

    /** The reason given, or what another route of the platform left as one; null for none. */
    String reason;

    /** Whether the assessment was a draft until then, whose changes need no reason. */
    boolean ofDraft;

    List<Change> changes;

    /** One question whose answers changed. */
    @Value
    public static class Change {

        Question question;

        /** The answers as they were, and as they are since; empty for none. */
        List<Object> before;

        List<Object> after;
    }
}
