/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.outcome.FollowUpCheck;
import org.openmrs.module.smpr.outcome.RegisterFields;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of a check of the outcome register. */
final class FollowUpCheckView {

    static final View<FollowUpCheck> VIEW = new View<FollowUpCheck>("followupcheck", (c, level) -> c.getUuid())
            .ref("display", (c, level) -> display(c))
            .standard(Fields.PATIENT, (c, level) -> new SimpleObject().add("uuid", c.getPatient()))
            .standard(RegisterFields.DAY, (c, level) -> OutcomeEventView.text(c.getDay()))
            .standard(RegisterFields.KIND, (c, level) -> OutcomeEventView.coded("checkKind", c.getKind()))
            .standard(RegisterFields.SOURCE, (c, level) -> OutcomeEventView.coded("source", c.getSource()))
            .standard(RegisterFields.RESULT, (c, level) -> OutcomeEventView.coded("result", c.getResult()))
            .standard(RegisterFields.COVERS_UNTIL, (c, level) -> OutcomeEventView.text(c.getCoversUntil()))
            .standard(RegisterFields.HOUSING, (c, level) -> OutcomeEventView.coded("housing", c.getHousing()))
            .standard(RegisterFields.WORK, (c, level) -> OutcomeEventView.coded("work", c.getWork()))
            .standard(RegisterFields.TIES, (c, level) -> OutcomeEventView.coded("ties", c.getTies()))
            .standard(
                    RegisterFields.SUBSTANCE_USE,
                    (c, level) -> OutcomeEventView.coded("substanceUse", c.getSubstanceUse()))
            .standard(
                    RegisterFields.CARE_CONTACT,
                    (c, level) -> OutcomeEventView.coded("careContact", c.getCareContact()))
            .standard(RegisterFields.NOTE, (c, level) -> c.getNote())
            .standard(Fields.VERSION, (c, level) -> c.getVersion())
            .standard("voided", (c, level) -> c.getAudit().isVoided())
            .full("auditInfo", (c, level) -> OutcomeEventView.auditInfo(c.getAudit()));

    private FollowUpCheckView() {}

    private static String display(FollowUpCheck check) {
        return Messages.text(
                "smpr.outcome.check",
                check.getDay().toString(),
                Messages.text("smpr.outcome.source." + check.getSource()),
                Messages.text("smpr.outcome.result." + check.getResult()));
    }
}
