/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.AboutPerson;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;

/** What is known of a person since his index release, by what the site has decided. */
@Value
@Builder
public class FollowUp implements AboutPerson {

    /** Why there is no index day, and so no status at any horizon. */
    public enum NoIndex {
        INDEX_RELEASE_NOT_SET,
        CLOCK_NOT_SET,
        NOT_RELEASED,
        /** The day of the index release that starts the clock has not come, or is not known; also where nobody charted the day on which he left. */
        CLOCK_NOT_STARTED
    }

    String patient;

    /** The day at the site on which this is told. */
    LocalDate asOf;

    /** What the site has decided. */
    OutcomeRegisterSettings settings;

    /** Null where there is no index day. */
    Release indexRelease;

    /** The first day of the follow-up; null where there is none. */
    LocalDate indexDay;

    /** Null where there is an index day. */
    NoIndex noIndex;

    /** What is known today, any offence counted by the day of the facts; null without an index day. */
    HorizonStatus now;

    /** In order of day; empty without an index day. */
    List<Horizon> horizons;

    /** In order of day; empty without an index day. */
    List<CheckDue> checksDue;

    /** The person's, none voided, in the order of their dates. */
    List<OutcomeEvent> events;

    /** The person's, none voided, in the order of their days. */
    List<FollowUpCheck> checks;

    /** @return whether the day of a check that is not done has come */
    public boolean isCheckDue() {
        return getNextCheck().filter(due -> !due.getDay().isAfter(asOf)).isPresent();
    }

    /** @return the first check that is not done, which is overdue from the day after; empty where none is due any more */
    public Optional<CheckDue> getNextCheck() {
        return checksDue.stream().filter(due -> due.getDoneBy() == null).findFirst();
    }
}
