/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lombok.Builder;
import lombok.Value;

/** What is known at a horizon of whether somebody re-offended. What is not known is not an absence. */
@Value
@Builder
public class HorizonStatus {

    /** The six answers. */
    public enum Status {
        /** An event is known, at the latest on the day of the horizon; also where the horizon is still to come. */
        EVENT,
        /** A source that the site names as sufficient reaches the horizon, and nothing speaks of an event until then. */
        FREE_KNOWN,
        NOT_KNOWN_SINCE,
        NOT_YET_REACHED,
        /** He died until the horizon; a source that the site names as sufficient reaches his death, and nothing speaks of an event until then. */
        DIED,
        /** He died until the horizon, and nothing speaks of an event before; but no sufficient source reaches his death. */
        DIED_NOT_KNOWN
    }

    /** What else has to be said of it. */
    public enum Note {
        /** An offence may lie before the follow-up, within it or after the horizon, because its date is not known well enough. */
        EVENT_NOT_DATED,
        /** An offence is recorded as probable or unsure. */
        EVENT_UNCERTAIN,
        /** Of an offence it is not known, or not by the definition in force, whether it was violent. */
        VIOLENCE_NOT_KNOWN,
        /** Of an offence it is not known whether it was finally convicted. */
        CONVICTION_NOT_KNOWN,
        /** A check found an event, and none that counts is recorded that it, and no check before it, can have found. */
        EVENT_NOT_RECORDED,
        /** A death is recorded as probable or unsure, or its date is not known well enough. */
        DEATH_UNCERTAIN,
        /** A stay is recorded as probable or unsure, and is not among the time not at risk. */
        STAY_UNCERTAIN,
        /** An offence is left out because he was acquitted, or the case was dropped. */
        NO_CONVICTION_LEFT_OUT,
        /** The site has set no lag of convictions, without which nothing is final. */
        LAG_NOT_SET
    }

    Counted counted;

    /** The day of the horizon. */
    LocalDate horizon;

    Status status;

    /**
     * Of an event or a death, the first day that it can have been. Where it is not known, the last day until which he is
     * known to be free, or the index day. Of a horizon that is known or not reached, its day.
     */
    LocalDate day;

    /** Of an event or a death, the last day that it can have been; otherwise as {@code day}. */
    LocalDate latestDay;

    /** Whether it can still change for reasons of time: no sufficient source was asked after the lag of convictions. */
    boolean provisional;

    /** The last day until which a sufficient source makes him known to be free of an event; null for none. */
    LocalDate knownFreeUntil;

    /** The last day until which only other sources know of no event; null for none. It is never counted as the first. */
    LocalDate noEventKnownUntil;

    /** Since when he is lost to follow-up on the day of the horizon, or now where that is still to come; null where he is not. */
    LocalDate lostSince;

    /** From the index day to the horizon, to the death or until today, whichever is first; in order, none touching another. */
    List<Span> notAtRisk;

    /** In the order of their declaration. */
    Set<Note> notes;

    /** @return whether it is not known, though sources that are not sufficient know of no event until the horizon */
    public boolean isFreeByWeakSources() {
        return status == Status.NOT_KNOWN_SINCE && noEventKnownUntil != null && !noEventKnownUntil.isBefore(horizon);
    }

    /** @return whether it is not known, and he is lost to follow-up: of one who is lost a register can still tell */
    public boolean isLost() {
        return status == Status.NOT_KNOWN_SINCE && lostSince != null;
    }

    /** @return the days of the spans, the first and the last of each among them */
    public long getDaysNotAtRisk() {
        return notAtRisk.stream().mapToLong(Span::getDays).sum();
    }
}
