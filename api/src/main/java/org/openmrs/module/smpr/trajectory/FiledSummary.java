/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.AboutPerson;

/**
 * A trajectory in words as a clinician has validated it, by name and at a moment: an encounter, and its obs. It is never
 * amended. Where the record is not {@linkplain #isIntact() intact}, nobody is known to have validated what it says: the
 * words are not given, and nothing is compared.
 */
@Value
@ToString(of = "uuid")
@Builder(toBuilder = true)
public class FiledSummary implements AboutPerson {

    /** The uuid of the encounter. */
    String uuid;

    /** The uuid of the patient. */
    String patient;

    /** The moment of its validation: the date of the encounter, which is not to be relied on where it is not intact. */
    Date date;

    /** The clinician: the provider of the encounter, who need not have validated what is not intact; null where the record names none. */
    Reference validator;

    /** The language it is in (ISO 639-1); null where it is not intact. */
    String language;

    /** Empty where it is not intact. */
    List<String> sentences;

    /** Whether the wording is the clinician's, and not the one written automatically; false where it is not intact. */
    boolean edited;

    /** What it rests on; where it is not intact, as far as that can be read. */
    Basis basis;

    /**
     * Whether the record says what was validated, names who did, and what it rests on can be read: not so where another way
     * than the module's has charted or changed it.
     */
    boolean intact;

    /** What is different now from what it rests on, as far as the reader may see; empty where nothing is, and where it is not intact; null where a blind rating hides it from him. */
    List<BasisChange> changedSince;

    boolean voided;

    /** Who charted it: a user name; null where the platform has none. */
    String creator;

    Date dateCreated;

    /** Who voided it, when and why; null where it is live, or the platform does not say. */
    String voidedBy;

    Date dateVoided;

    String voidReason;

    /** @return whether it is intact, and the assessments and settings are what they were when it was validated, as far as that is known */
    public boolean isUpToDate() {
        return intact && changedSince != null && changedSince.isEmpty();
    }

    /** @return the same for one from whom a blind rating hides what it would be compared with */
    public FiledSummary comparedWithNothing() {
        return toBuilder().changedSince(null).build();
    }

    /**
     * @param now what a summary of the person would rest on now
     * @param instruments those that the assessments, then and now, were made with
     */
    public FiledSummary comparedWith(Basis now, Collection<Instrument> instruments) {
        return intact
                ? toBuilder().changedSince(basis.changesTo(now, instruments)).build()
                : this;
    }
}
