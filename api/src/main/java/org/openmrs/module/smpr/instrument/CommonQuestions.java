/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

/** Codes of the questions, and of their answers, that are asked of every assessment whatever the instrument. */
public final class CommonQuestions {

    public static final String NAMESPACE = "ASSESSMENT";

    public static final String EDITION = "edition";

    public static final String INFORMANT = "informant";

    public static final String CONTEXT = "context";

    /** In which phase of care it was made, as far as the form asks. */
    public static final String PHASE = "phase";

    public static final String INSTITUTION = "IN";

    public static final String COMMUNITY = "OUT";

    public static final String WINDOW_START = "windowStart";

    public static final String WINDOW_END = "windowEnd";

    public static final String HORIZON = "horizon";

    public static final String RATER_ROLE = "raterRole";

    public static final String STATUS = "status";

    /** Why a complete assessment was amended, once for each amendment; written with the amendment, never by itself. */
    public static final String AMENDMENT = "amendment";

    public static final String DRAFT = "DRAFT";

    public static final String COMPLETE = "COMPLETE";

    public static final String CONSENSUS = "CONSENSUS";

    public static final String INDEPENDENT = "INDEPENDENT";

    public static final String CUSTODY = "CUSTODY";

    public static final String PRE_RELEASE = "PRE-RELEASE";

    /** Post-prison care. */
    public static final String APC = "APC";

    /** The phase of those in post-prison care who have a place in the flat-share. */
    public static final String UCTI = "UCTI";

    /** The phase of those whose care has ended. */
    public static final String AFTER_CARE = "AFTER-CARE";

    private CommonQuestions() {}
}
