/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.outcome.RegisterAudit;
import org.openmrs.module.smpr.outcome.RegisterFields;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of an event of the outcome register. */
final class OutcomeEventView {

    static final View<OutcomeEvent> VIEW = new View<OutcomeEvent>("outcomeevent", (e, level) -> e.getUuid())
            .ref("display", (e, level) -> display(e))
            .standard(Fields.PATIENT, (e, level) -> new SimpleObject().add("uuid", e.getPatient()))
            .standard(RegisterFields.KIND, (e, level) -> coded("eventKind", e.getKind()))
            .standard(RegisterFields.DATE, (e, level) -> text(e.getDate()))
            .standard(RegisterFields.FROM, (e, level) -> text(e.getFrom()))
            .standard(RegisterFields.TO, (e, level) -> text(e.getTo()))
            .standard(RegisterFields.INFORMED, (e, level) -> text(e.getInformed()))
            .standard(RegisterFields.CONVICTION, (e, level) -> coded("conviction", e.getConviction()))
            .standard(RegisterFields.CONVICTED, (e, level) -> text(e.getConvicted()))
            .standard(RegisterFields.VIOLENT, (e, level) -> coded("violent", e.getViolent()))
            .standard("violentBy", (e, level) -> e.getViolentBy())
            .standard(RegisterFields.SEVERITY, (e, level) -> coded("severity", e.getSeverity()))
            .standard(RegisterFields.VICTIM, (e, level) -> coded("victim", e.getVictim()))
            .standard(RegisterFields.QUALIFICATION, (e, level) -> coded("qualification", e.getQualification()))
            .standard(RegisterFields.CAUSE, (e, level) -> coded("cause", e.getCause()))
            .standard(RegisterFields.SOURCE, (e, level) -> coded("source", e.getSource()))
            .standard(RegisterFields.CERTAINTY, (e, level) -> coded("certainty", e.getCertainty()))
            .standard(Fields.VERSION, (e, level) -> e.getVersion())
            .standard("voided", (e, level) -> e.getAudit().isVoided())
            .full("auditInfo", (e, level) -> auditInfo(e.getAudit()));

    private OutcomeEventView() {}

    /** @return the code and its words; null for none */
    static SimpleObject coded(String list, Enum<?> code) {
        return code == null ? null : Shown.named(code, "smpr.outcome." + list + "." + code.name());
    }

    /** @return a day as it is exchanged; null for none */
    static String text(Object day) {
        return day == null ? null : day.toString();
    }

    static SimpleObject auditInfo(RegisterAudit audit) {
        SimpleObject shown = AssessmentView.auditInfo(
                audit.getCreator(),
                audit.getDateCreated(),
                audit.isVoided(),
                audit.getVoidedBy(),
                audit.getDateVoided(),
                audit.getVoidReason());
        return shown.add("changedBy", audit.getChangedBy())
                .add("dateChanged", audit.getDateChanged() == null ? null : Shown.moment(audit.getDateChanged()));
    }

    private static String display(OutcomeEvent event) {
        String kind = Messages.text("smpr.outcome.eventKind." + event.getKind());
        Object day = event.getDate() == null ? event.getFrom() : event.getDate();
        return day == null
                ? Messages.text("smpr.outcome.event.undated", kind)
                : Messages.text("smpr.outcome.event", kind, day.toString());
    }
}
