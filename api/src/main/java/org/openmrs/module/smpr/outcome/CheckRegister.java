/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.openmrs.module.smpr.assessment.Fault;

/** Keeps the checks. */
final class CheckRegister extends Register<FollowUpCheckRow, FollowUpCheck> {

    CheckRegister(OutcomeDao dao, MergedPatients mergedPatients, Clock clock) {
        super(FollowUpCheckRow.class, Comparator.comparing(FollowUpCheck::getDay), dao, mergedPatients, clock);
    }

    @Override
    FollowUpCheckRow newRow() {
        return new FollowUpCheckRow();
    }

    @Override
    FollowUpCheck read(FollowUpCheck before, PatientRow patient, GivenAnswers given, Days days, List<Fault> faults) {
        return new CheckRules(given, faults, days)
                .read(before == null ? FollowUpCheck.builder().build() : before);
    }
}
