/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Date;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.site.Site;

/** A version of the plan of analysis as it was accepted: nobody can change it any more. */
@Value
@Builder
@ToString(of = {"version", "sha256"})
public class FrozenPlan {

    String uuid;

    /** 1 for the first, one more for each that came after. */
    int version;

    /** The text, character by character. */
    String document;

    /** The SHA-256 of the text in UTF-8, as 64 hexadecimal digits. */
    String sha256;

    Date dateAccepted;

    /** The user who accepted it. */
    Reference acceptedBy;

    /** Whether it is the newest, and this version of the module can read it. */
    boolean inForce;

    /** What the text says; null where this version of the module cannot read it. */
    StudyPlan plan;

    /** What was in force at the site when it was accepted: what the plan's waves and measures were then. */
    Site site;
}
