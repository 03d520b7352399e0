/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.AboutPerson;

/** A trajectory in words as a clinician has validated it, by name and at a moment: an encounter, and its obs. It is never amended. */
@Value
@ToString(of = "uuid")
@Builder(toBuilder = true)
public class FiledSummary implements AboutPerson {

    /** The uuid of the encounter. */
    String uuid;

    /** The uuid of the patient. */
    String patient;

    /** The moment of its validation: the date of the encounter. */
    Date date;

    /** The clinician: the provider of the encounter; null where the record names none. */
    Reference validator;

    /** The language it is in (ISO 639-1); null where the record does not say. */
    String language;

    List<String> sentences;

    /** Whether the wording is the clinician's, and not the one written automatically. */
    boolean edited;

    /** What it rests on. */
    Basis basis;

    /** Whether the record says what was validated, and names who did: not so where another way than the module's has charted or changed it. */
    boolean intact;

    /** What is different now from what it rests on, as far as the reader may see; empty where nothing is, null where a blind rating hides it from him. */
    List<BasisChange> changedSince;

    boolean voided;

    /** Who charted it: a user name; null where the platform has none. */
    String creator;

    Date dateCreated;

    /** Who voided it, when and why; null where it is live, or the platform does not say. */
    String voidedBy;

    Date dateVoided;

    String voidReason;

    /** @return whether the assessments are known to be what they were when it was validated */
    public boolean isUpToDate() {
        return changedSince != null && changedSince.isEmpty();
    }

    FiledSummary comparedWithNothing() {
        return toBuilder().changedSince(null).build();
    }

    FiledSummary comparedWith(Basis now, Collection<Instrument> instruments) {
        return toBuilder().changedSince(basis.changesTo(now, instruments)).build();
    }
}
