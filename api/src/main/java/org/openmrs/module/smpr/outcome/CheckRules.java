/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.List;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.outcome.FollowUpCheck.CareContact;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Housing;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Kind;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Result;
import org.openmrs.module.smpr.outcome.FollowUpCheck.SubstanceUse;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Ties;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Work;
import org.openmrs.module.smpr.site.OutcomeSource;

/** Reads a check from what came in, and notes every fault. */
final class CheckRules {

    private final GivenAnswers given;

    private final List<Fault> faults;

    private final Days days;

    /** @param faults what is found wrong is added here */
    CheckRules(GivenAnswers given, List<Fault> faults, Days days) {
        this.given = given;
        this.faults = faults;
        this.days = days;
    }

    /** @param before the check as it stands; an empty one for a new one */
    FollowUpCheck read(FollowUpCheck before) {
        FollowUpCheck check = before.toBuilder()
                .day(given.day(RegisterFields.DAY, before.getDay()))
                .kind(given.code(RegisterFields.KIND, Kind.class, before.getKind()))
                .source(given.code(RegisterFields.SOURCE, OutcomeSource.class, before.getSource()))
                .result(given.code(RegisterFields.RESULT, Result.class, before.getResult()))
                .coversUntil(given.day(RegisterFields.COVERS_UNTIL, before.getCoversUntil()))
                .housing(given.code(RegisterFields.HOUSING, Housing.class, before.getHousing()))
                .work(given.code(RegisterFields.WORK, Work.class, before.getWork()))
                .ties(given.code(RegisterFields.TIES, Ties.class, before.getTies()))
                .substanceUse(given.code(RegisterFields.SUBSTANCE_USE, SubstanceUse.class, before.getSubstanceUse()))
                .careContact(given.code(RegisterFields.CARE_CONTACT, CareContact.class, before.getCareContact()))
                .note(given.text(RegisterFields.NOTE, before.getNote()))
                .build();
        given.refuseUnread();
        refuseGaps(check);
        days.refuse(RegisterFields.DAY, check.getDay(), check.getDay());
        LocalDate until = check.getCoversUntil();
        days.refuse(RegisterFields.COVERS_UNTIL, until, until);
        if (until != null && check.getDay() != null && until.isAfter(check.getDay())) {
            faults.add(Fault.of(RegisterFields.COVERS_UNTIL, "afterTheCheck"));
        }
        return check;
    }

    private void refuseGaps(FollowUpCheck check) {
        require(RegisterFields.DAY, check.getDay());
        require(RegisterFields.KIND, check.getKind());
        require(RegisterFields.SOURCE, check.getSource());
        require(RegisterFields.RESULT, check.getResult());
        if (check.getResult() == Result.NO_EVENT_KNOWN) {
            require(RegisterFields.COVERS_UNTIL, check.getCoversUntil());
        }
        if (check.getResult() == Result.NOT_FOUND && check.getCoversUntil() != null) {
            faults.add(Fault.of(RegisterFields.COVERS_UNTIL, "nothingFound"));
        }
    }

    private void require(String field, Object answer) {
        if (answer == null) {
            faults.add(Fault.of(field, "missing"));
        }
    }
}
