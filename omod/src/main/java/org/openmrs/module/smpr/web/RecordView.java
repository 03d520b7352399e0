/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of a record of the pathway: its answers by the codes of its questions. It names no patient. */
final class RecordView {

    static final View<PathwayRecord> CONTACT = view("contact", Records.CONTACT);

    static final View<PathwayRecord> ACTION = view("action", Records.ACTION);

    static final View<PathwayRecord> RELAY = view("relay", Records.RELAY);

    private RecordView() {}

    private static View<PathwayRecord> view(String path, String type) {
        View<PathwayRecord> view = new View<PathwayRecord>(path, (r, level) -> r.getUuid())
                .ref("display", (r, level) -> display(r))
                .standard(Fields.PATIENT, (r, level) -> new SimpleObject().add("uuid", r.getPatient()))
                .standard(Fields.DATE, (r, level) -> Shown.moment(r.getDate()))
                .standard(Fields.LOCATION, (r, level) -> AssessmentView.reference(r.getLocation()))
                .standard("providers", (r, level) -> Shown.each(r.getProviders(), AssessmentView::reference));
        for (Question question : Definitions.recordType(type).getQuestions()) {
            view.standard(question.getCode(), (r, level) -> answer(r, question));
        }
        return view.standard("faults", (r, level) -> Shown.each(r.getFaults(), AssessmentView::fault))
                .standard(Fields.VERSION, (r, level) -> r.getVersion())
                .standard("voided", (r, level) -> r.isVoided())
                .full("answers", (r, level) -> answers(r))
                .full("auditInfo", (r, level) -> auditInfo(r));
    }

    private static String display(PathwayRecord record) {
        return Shown.text(record.getType().getLabel()) + " " + Shown.day(record.getDate());
    }

    /** @return its answers, by code of the question, as they can be sent back; null for no record */
    static SimpleObject asAnswers(PathwayRecord record) {
        if (record == null) {
            return null;
        }
        SimpleObject shown = new SimpleObject();
        record.getType().getQuestions().stream()
                .filter(question -> !record.values(question.getCode()).isEmpty())
                .forEach(question -> shown.add(question.getCode(), answer(record, question)));
        return shown;
    }

    private static Object answer(PathwayRecord record, Question question) {
        return AssessmentView.answer(record.values(question.getCode()), question.isMultiple(), Shown::value);
    }

    /** @return its answers with the words of question and answer */
    static List<Object> answers(PathwayRecord record) {
        return Shown.each(record.getAnswers().entrySet(), entry -> {
            Question question = record.getType().known(entry.getKey());
            return new SimpleObject()
                    .add("field", Fields.of(question))
                    .add("display", Shown.text(question.getLabel()))
                    .add("value", AssessmentView.answer(entry.getValue(), question.isMultiple(), Shown::value))
                    .add(
                            "valueDisplay",
                            AssessmentView.answer(
                                    entry.getValue(),
                                    question.isMultiple(),
                                    value -> AssessmentView.display(question, value)));
        });
    }

    static SimpleObject auditInfo(PathwayRecord record) {
        return AssessmentView.auditInfo(
                record.getCreator(),
                record.getDateCreated(),
                record.isVoided(),
                record.getVoidedBy(),
                record.getDateVoided(),
                record.getVoidReason());
    }
}
