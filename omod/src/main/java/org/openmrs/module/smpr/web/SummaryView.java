/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.trajectory.Basis;
import org.openmrs.module.smpr.trajectory.BasisChange;
import org.openmrs.module.smpr.trajectory.FiledSummary;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.words.Summary;
import org.openmrs.module.smpr.trajectory.words.SummaryWriter;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of a trajectory in words: as they are written automatically, and as a clinician has validated them. It names no patient. */
final class SummaryView {

    static final View<FiledSummary> VIEW = new View<FiledSummary>("summary", (s, level) -> s.getUuid())
            .ref("display", (s, level) -> display(s))
            .standard("patient", (s, level) -> new SimpleObject().add("uuid", s.getPatient()))
            .standard("date", (s, level) -> Shown.moment(s.getDate()))
            .standard("validator", (s, level) -> AssessmentView.reference(s.getValidator()))
            .standard(SummaryBody.LANGUAGE, (s, level) -> verified(s, s.getLanguage()))
            .standard(SummaryBody.TEXT, (s, level) -> verified(s, s.getSentences()))
            .standard("edited", (s, level) -> verified(s, s.isEdited()))
            .standard("intact", (s, level) -> s.isIntact())
            .standard("upToDate", (s, level) -> verified(s, s.getChangedSince() == null ? null : s.isUpToDate()))
            .standard(
                    "changedSince",
                    (s, level) -> verified(
                            s,
                            s.getChangedSince() == null ? null : Shown.each(s.getChangedSince(), SummaryView::change)))
            .standard("voided", (s, level) -> s.isVoided())
            .full("basis", (s, level) -> verified(s, Shown.each(s.getBasis().getEntries(), SummaryView::entry)))
            .full("auditInfo", (s, level) -> auditInfo(s));

    private SummaryView() {}

    /** @return the trajectory in words, as they are written automatically, each sentence with what it rests on */
    static SimpleObject automatic(Trajectory trajectory) {
        Summary summary = new SummaryWriter(Messages.language()).write(trajectory);
        return new SimpleObject()
                .add("notice", Messages.text("smpr.summary.auto"))
                .add(SummaryBody.LANGUAGE, summary.getLanguage())
                .add(
                        "sentences",
                        Shown.each(
                                summary.getSentences(),
                                sentence -> new SimpleObject()
                                        .add(SummaryBody.TEXT, sentence.getText())
                                        .add("restsOn", Shown.each(sentence.getRestsOn(), Assessment::getUuid))));
    }

    /** @return what has to be named when a summary of the trajectory is filed; null of a part, of which none is */
    static String version(Trajectory trajectory) {
        return trajectory.getBasis() == null ? null : trajectory.getBasis().version();
    }

    /** @param filed null for none */
    static SimpleObject inTrajectory(FiledSummary filed) {
        return filed == null ? null : VIEW.of(filed, Level.DEFAULT);
    }

    /** @return what the summary is shown with; null where it is not intact, so that nothing is told that nobody may have validated */
    private static <T> T verified(FiledSummary filed, T shown) {
        return filed.isIntact() ? shown : null;
    }

    private static String display(FiledSummary filed) {
        String day = Messages.language().day(filed.getDate());
        return filed.isIntact()
                ? Messages.text("smpr.filed.display", filed.getValidator().getName(), day)
                : Messages.text("smpr.filed.notIntact", day);
    }

    private static SimpleObject change(BasisChange change) {
        Basis.Entry entry = change.getEntry();
        return new SimpleObject()
                .add("code", change.getKind().name())
                .add("display", Messages.language().change(change))
                .add("assessment", entry == null ? null : entry.getAssessment())
                .add(
                        Fields.INSTRUMENT,
                        Shown.coded(
                                change.getInstrument().getCode(),
                                change.getInstrument().getLabel(),
                                Level.DEFAULT))
                .add(Fields.DATE, entry == null ? null : entry.getDay().toString());
    }

    private static SimpleObject entry(Basis.Entry entry) {
        return new SimpleObject()
                .add("assessment", entry.getAssessment())
                .add(Fields.INSTRUMENT, entry.getInstrument())
                .add(Fields.DATE, entry.getDay().toString())
                .add(Fields.VERSION, entry.getVersion());
    }

    private static SimpleObject auditInfo(FiledSummary filed) {
        return AssessmentView.auditInfo(
                filed.getCreator(),
                filed.getDateCreated(),
                filed.isVoided(),
                filed.getVoidedBy(),
                filed.getDateVoided(),
                filed.getVoidReason());
    }
}
