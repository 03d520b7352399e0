/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.study.plan.FrozenPlan;
import org.openmrs.module.smpr.study.plan.PlanStanding;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows, with every result of the study, of whether it was planned. */
final class PlanStandingView {

    private static final String KEY = "smpr.study.standing.";

    private PlanStandingView() {}

    /** @return planned with the version and day of the plan, or exploratory with every reason, in the words of the session */
    static SimpleObject of(PlanStanding standing) {
        FrozenPlan plan = standing.getPlan();
        String version = plan == null ? null : String.valueOf(plan.getVersion());
        String accepted =
                plan == null ? null : Messages.language().day(Times.day(plan.getDateAccepted(), Shown.zone()));
        return Shown.named(standing.getKind(), KEY + standing.getKind(), version, accepted)
                .add("planVersion", plan == null ? null : plan.getVersion())
                .add("dateAccepted", plan == null ? null : Shown.moment(plan.getDateAccepted()))
                .add("reasons", Shown.each(standing.getReasons(), reason -> Shown.named(reason, KEY + reason.name())));
    }
}
