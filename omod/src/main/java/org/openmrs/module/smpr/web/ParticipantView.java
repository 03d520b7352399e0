/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.study.participant.Opposition;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.study.participant.ParticipantFields;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of somebody who is considered for the study. */
final class ParticipantView {

    static final View<Participant> VIEW = new View<Participant>("study/participant", (p, level) -> p.getUuid())
            .ref("display", (p, level) -> Messages.text("smpr.study.participant", p.getStudyCode(), words(p)))
            .ref("studyCode", (p, level) -> p.getStudyCode())
            .ref("state", (p, level) -> coded("state", p.getState()))
            .standard(Fields.PATIENT, (p, level) -> new SimpleObject().add("uuid", p.getPatient()))
            .standard(
                    ParticipantFields.INDEX_EPISODE, (p, level) -> new SimpleObject().add("uuid", p.getIndexEpisode()))
            .standard(ParticipantFields.CRITERIA, (p, level) -> criteria(p))
            .standard("eligible", (p, level) -> coded("answer", p.getEligible()))
            .standard(ParticipantFields.DATE_INFORMED, (p, level) -> text(p.getInformed()))
            .standard(ParticipantFields.INFORMED_BY, (p, level) -> user(p.getInformedBy()))
            .standard(ParticipantFields.DATE_NOT_OPPOSED, (p, level) -> text(p.getNotOpposed()))
            .standard("notOpposedRecordedBy", (p, level) -> user(p.getNotOpposedRecordedBy()))
            .standard(ParticipantFields.DATE_INCLUDED, (p, level) -> text(p.getIncluded()))
            .standard(
                    ParticipantFields.OPPOSITION,
                    (p, level) -> p.opposition()
                            .map(o -> coded("opposition", o.getKind()))
                            .orElse(null))
            .standard(
                    ParticipantFields.DATE_OPPOSED,
                    (p, level) -> p.opposition().map(o -> text(o.getDay())).orElse(null))
            .standard(
                    "dateStoppedCollecting",
                    (p, level) -> text(p.stoppedCollecting().orElse(null)))
            .standard("dateStoppedUsing", (p, level) -> text(p.stoppedUsing().orElse(null)))
            .standard("standing", (p, level) -> p.isStanding())
            .standard("faults", (p, level) -> Shown.each(p.getFaults(), AssessmentView::fault))
            .standard(Fields.VERSION, (p, level) -> p.getVersion())
            .standard("voided", (p, level) -> p.getAudit().isVoided())
            .full("oppositions", (p, level) -> Shown.each(p.getOppositions(), ParticipantView::opposition))
            .full("auditInfo", (p, level) -> OutcomeEventView.auditInfo(p.getAudit()));

    private ParticipantView() {}

    private static String words(Participant participant) {
        return Messages.text("smpr.study.state." + participant.getState());
    }

    /** @return null for none */
    private static SimpleObject coded(String list, Enum<?> code) {
        return code == null ? null : Shown.named(code, "smpr.study." + list + "." + code.name());
    }

    /** @return by code of the criterion, so that it can be sent back */
    private static Map<String, Object> criteria(Participant participant) {
        Map<String, Object> criteria = new LinkedHashMap<>();
        participant.getCriteria().forEach((code, answer) -> criteria.put(code, coded("answer", answer)));
        return criteria;
    }

    private static SimpleObject user(Reference user) {
        return user == null ? null : Shown.reference(user.getUuid(), user.getName());
    }

    private static SimpleObject opposition(Opposition opposition) {
        return new SimpleObject()
                .add(ParticipantFields.OPPOSITION, coded("opposition", opposition.getKind()))
                .add(ParticipantFields.DATE_OPPOSED, text(opposition.getDay()))
                .add("recordedBy", opposition.getRecordedBy())
                .add("dateRecorded", Shown.moment(opposition.getDateRecorded()))
                .add("voided", opposition.isVoided())
                .add("voidedBy", opposition.getVoidedBy())
                .add("dateVoided", opposition.getDateVoided() == null ? null : Shown.moment(opposition.getDateVoided()))
                .add("voidReason", opposition.getVoidReason());
    }

    private static String text(Object day) {
        return day == null ? null : day.toString();
    }
}
