/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of an episode of care. It names no patient. */
final class EpisodeView {

    static final View<EpisodeOnPage> VIEW = new View<EpisodeOnPage>("episode", (e, level) -> e.getUuid())
            .ref("display", (e, level) -> display(e.getEpisode()))
            .standard(Fields.PATIENT, (e, level) -> new SimpleObject().add("uuid", e.getPatient()))
            .standard("begun", (e, level) -> day(e.getBegun()))
            .standard("ended", (e, level) -> day(e.getEnded()))
            .standard("endReason", (e, level) -> choice(reasons(), e.getEndReason()))
            .standard("phase", (e, level) -> phase(e.phase().orElse(null)))
            .standard("phases", (e, level) -> Shown.each(e.getPhases(), EpisodeView::span))
            .standard("plannedRelease", (e, level) -> day(e.plannedRelease().orElse(null)))
            .standard("released", (e, level) -> day(e.released().orElse(null)))
            .standard("plannedEnd", (e, level) -> day(e.plannedEnd().orElse(null)))
            .standard(
                    "inCharge",
                    (e, level) -> AssessmentView.reference(e.inCharge().orElse(null)))
            .standard(EpisodeBody.ENTRY, (e, level) -> RecordView.asAnswers(e.getEntry()))
            .standard(EpisodeBody.RELEASE, (e, level) -> RecordView.asAnswers(e.getRelease()))
            .standard(EpisodeBody.EXTENSION, (e, level) -> RecordView.asAnswers(e.getExtension()))
            .standard(EpisodeBody.END, (e, level) -> RecordView.asAnswers(e.getEnd()))
            .standard("waves", (e, level) -> PlanView.waves(e))
            .standard("unscheduled", (e, level) -> PlanView.unscheduled(e))
            .standard("care", (e, level) -> PlanView.care(e))
            .standard("faults", (e, level) -> Shown.each(e.getFaults(), AssessmentView::fault))
            .standard(Fields.VERSION, (e, level) -> e.getVersion())
            .standard("voided", (e, level) -> e.isVoided())
            .full("answers", (e, level) -> answers(e.getEpisode()))
            .full("auditInfo", (e, level) -> auditInfo(e.getEpisode()));

    private EpisodeView() {}

    /** @return the phase with its label; null for none */
    static SimpleObject phase(String code) {
        return choice(Definitions.phase(), code);
    }

    private static Question reasons() {
        return Definitions.recordType(Records.END).known(Records.REASON);
    }

    private static SimpleObject choice(Question question, String code) {
        return code == null
                ? null
                : Shown.choice(
                        question.choice(code).orElse(Choice.builder().code(code).build()));
    }

    /** @param day null for none */
    private static String day(Object day) {
        return day == null ? null : day.toString();
    }

    private static String display(Episode episode) {
        String phase = episode.phase()
                .flatMap(code -> Definitions.phase().choice(code))
                .map(choice -> Shown.text(choice.getLabel()))
                .orElse("…");
        return episode.isOpen()
                ? Messages.text("smpr.episode.open", phase, day(episode.getBegun()))
                : Messages.text("smpr.episode.ended", phase, day(episode.getBegun()), day(episode.getEnded()));
    }

    /** @return a phase with its first and its last day; null for the last of one that lasts */
    static SimpleObject span(PhaseSpan span) {
        return new SimpleObject()
                .add("phase", phase(span.getPhase()))
                .add("from", day(span.getFrom()))
                .add("to", day(span.getTo() == null ? null : span.getTo().minusDays(1)));
    }

    private static SimpleObject answers(Episode episode) {
        SimpleObject shown = new SimpleObject();
        episode.records()
                .forEach(record -> shown.add(
                        EpisodeBody.partOf(record.getType().getCode()),
                        new SimpleObject()
                                .add("uuid", record.getUuid())
                                .add(Fields.DATE, Shown.moment(record.getDate()))
                                .add("answers", RecordView.answers(record))
                                .add("auditInfo", RecordView.auditInfo(record))));
        return shown;
    }

    private static SimpleObject auditInfo(Episode episode) {
        return AssessmentView.auditInfo(
                episode.getCreator(),
                episode.getDateCreated(),
                episode.isVoided(),
                episode.getVoidedBy(),
                episode.getDateVoided(),
                episode.getVoidReason());
    }
}
