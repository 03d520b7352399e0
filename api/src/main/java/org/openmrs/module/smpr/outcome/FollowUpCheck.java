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

/** That somebody looked, in one source, for what became of a person. */
@Value
@Builder(toBuilder = true)
public class FollowUpCheck implements RegisterEntry {

    public enum Kind {
        YEARLY,
        END_OF_CARE,
        OTHER
    }

    /** What was found of new offences. */
    public enum Result {
        NO_EVENT_KNOWN,
        /** One is known, and is to be recorded as an event. */
        EVENT_KNOWN,
        /** Neither: he, or his file, was not found. */
        NOT_FOUND
    }

    public enum Housing {
        OWN,
        WITH_OTHERS,
        SHELTER,
        INSTITUTION,
        NONE,
        NOT_KNOWN
    }

    public enum Work {
        WORK,
        TRAINING,
        LOOKING,
        NONE,
        NOT_KNOWN
    }

    /** People who are close to him. */
    public enum Ties {
        SEVERAL,
        FEW,
        NONE,
        NOT_KNOWN
    }

    public enum SubstanceUse {
        NONE,
        SOME,
        HARMFUL,
        NOT_KNOWN
    }

    public enum CareContact {
        REGULAR,
        IRREGULAR,
        NONE,
        NOT_KNOWN
    }

    String uuid;

    /** The uuid of the patient whom it is told of: the one who was kept, where patients were merged. */
    String patient;

    String version;

    /** The day on which somebody looked. */
    LocalDate day;

    Kind kind;

    OutcomeSource source;

    Result result;

    /** The day that the source's information reaches, not after {@code day}; null where nothing was found out. */
    LocalDate coversUntil;

    /** Null where it was not asked, as are the next. */
    Housing housing;

    Work work;

    Ties ties;

    SubstanceUse substanceUse;

    CareContact careContact;

    /** Null for none. */
    String note;

    RegisterAudit audit;
}
