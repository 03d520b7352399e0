/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.OutcomeSource;

/** Something that became of a person: as it was recorded, and nothing of it inferred. */
@Value
@Builder(toBuilder = true)
public class OutcomeEvent implements RegisterEntry {

    /** What happened. */
    public enum Kind {
        NEW_OFFENCE,
        DEATH,
        SUICIDE_ATTEMPT,
        /** One that was survived; one that was not is a death of that cause. */
        OVERDOSE,
        HOSPITALIZATION,
        DETENTION_ON_OLDER_SENTENCE,
        /** He is lost to follow-up. */
        LOSS;

        /** @return whether it lasts from one day to another, and has no date of its own */
        public boolean lasts() {
            return isTimeNotAtRisk() || this == LOSS;
        }

        /** @return whether nobody could re-offend outside meanwhile */
        public boolean isTimeNotAtRisk() {
            return this == HOSPITALIZATION || this == DETENTION_ON_OLDER_SENTENCE;
        }
    }

    /** What somebody died of. */
    public enum Cause {
        SUICIDE,
        OVERDOSE,
        ILLNESS,
        ACCIDENT,
        HOMICIDE,
        OTHER,
        NOT_KNOWN
    }

    /** How far justice has come with an offence. */
    public enum Conviction {
        /** It can no longer be appealed against. */
        FINAL,
        NOT_YET,
        /** He was acquitted, or the case was dropped: it counts as no offence. */
        NONE,
        NOT_KNOWN
    }

    public enum Answer {
        YES,
        NO,
        NOT_KNOWN
    }

    /** The classes of French law, in their order. */
    public enum Severity {
        CONTRAVENTION,
        DELIT,
        CRIME,
        NOT_KNOWN
    }

    /** Who the victim is to him. */
    public enum Victim {
        PARTNER_OR_FORMER,
        FAMILY,
        ACQUAINTANCE,
        STRANGER,
        PROFESSIONAL,
        NO_VICTIM,
        NOT_KNOWN
    }

    /** As a court gave it; the module never infers it. */
    public enum Qualification {
        RECIDIVE_LEGALE,
        REITERATION,
        NEITHER,
        NOT_YET_KNOWN
    }

    public enum Certainty {
        ESTABLISHED,
        PROBABLE,
        UNSURE
    }

    String uuid;

    /** The uuid of the patient whom it is told of: the one who was kept, where patients were merged. */
    String patient;

    String version;

    Kind kind;

    /** Of the facts, or of what else happened; null where it is not known, or where it lasts. */
    PartialDate date;

    /** Its first day, where it lasts; null otherwise. */
    LocalDate from;

    /** Its last day, where it lasts; null where that is not known or not yet there. */
    LocalDate to;

    /** When the register's people learned of it; null where that is not known. */
    LocalDate informed;

    /** Of an offence; null otherwise. */
    Conviction conviction;

    /** The day of the final conviction; null where there is none or it is not known. */
    LocalDate convicted;

    /** Of an offence; null otherwise. */
    Answer violent;

    /** The name of the site's definition by which it was answered whether it was violent; null where it was not answered. */
    String violentBy;

    /** Of an offence; null otherwise. */
    Severity severity;

    /** Of an offence; null otherwise. */
    Victim victim;

    /** Of an offence; null otherwise. */
    Qualification qualification;

    /** Of a death; null otherwise. */
    Cause cause;

    OutcomeSource source;

    Certainty certainty;

    RegisterAudit audit;
}
