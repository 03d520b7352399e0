/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.Date;
import java.util.Map;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.site.AboutPerson;

/** Work that takes longer than a request: what was asked for, by whom, how far it is and what came of it. */
@Value
@ToString(of = "uuid")
@Builder(toBuilder = true)
public class Job implements AboutPerson {

    /** What went wrong where no kind of job has said: each, like the kinds' own, has a message {@code smpr.job.reason.<code>}. */
    public static final class Reason {

        /** The node that ran it gave no sign of life any more, and it cannot be taken up again. */
        public static final String NODE_LOST = "NODE_LOST";

        /** Who asked for it is retired, or may no more. */
        public static final String NOT_ALLOWED = "NOT_ALLOWED";

        /** A failure of ours; the server's log has it. */
        public static final String ERROR = "ERROR";

        /** What it had written into the record before it failed could not be taken back. */
        public static final String NOT_TAKEN_BACK = "NOT_TAKEN_BACK";

        /** A participant has said meanwhile that nothing of him may be used; what it had made is deleted. */
        public static final String PARTICIPANT_STOPPED = "PARTICIPANT_STOPPED";

        private Reason() {}
    }

    String uuid;

    /** The code of its {@link JobKind}. */
    String kind;

    JobState state;

    /** Why it failed, or was withdrawn: a code; null where it was neither. */
    String reason;

    /** What was asked for, as its kind has it. */
    Map<String, Object> parameters;

    /** The uuid of the user who asked for it; null where he is no longer there. */
    String askedBy;

    String askedByName;

    Date dateAsked;

    /** Null before it was first taken up. */
    Date dateStarted;

    /** Null before it has ended. */
    Date dateEnded;

    /** How much of what it is doing now is done, in units of its own. */
    long done;

    /** Out of how much; 0 where that is not known. */
    long total;

    /** What it is doing now: a code, whose message is {@code smpr.job.doing.<code>}; null before it has said. */
    String doing;

    /** Whether somebody has asked that it be given up. */
    boolean cancelRequested;

    /** What came of it, as its kind has it; null where nothing has, or it is no longer kept. */
    Map<String, Object> result;

    /** The file that it has made; null for none, and where it is no longer kept. */
    JobFile file;

    /** Until when file and result are kept; null before it has ended. */
    Date expires;

    /** @return null: it is of many people, or of none in particular */
    @Override
    public String getPatient() {
        return null;
    }
}
