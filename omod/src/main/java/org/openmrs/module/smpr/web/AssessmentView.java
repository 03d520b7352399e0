/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Amendment;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of an assessment. It names no patient. */
final class AssessmentView {

    static final View<Assessment> VIEW = view();

    private AssessmentView() {}

    private static View<Assessment> view() {
        View<Assessment> view = new View<Assessment>("assessment", (a, level) -> a.getUuid())
                .ref("display", (a, level) -> Shown.text(a.getInstrument().getLabel()) + " " + Shown.day(a.getDate()))
                .standard("patient", (a, level) -> new SimpleObject().add("uuid", a.getPatient()))
                .standard(
                        "instrument",
                        (a, level) -> Shown.coded(
                                a.getInstrument().getCode(), a.getInstrument().getLabel(), Level.DEFAULT))
                .standard("date", (a, level) -> Shown.moment(a.getDate()))
                .standard("location", (a, level) -> reference(a.getLocation()))
                .standard("raters", (a, level) -> Shown.each(a.getRaters(), AssessmentView::reference));
        for (Question question : AssessmentBody.COMMON) {
            view.standard(
                    question.getCode(),
                    (a, level) -> answer(a.values(question.getCode()), question.isMultiple(), Shown::value));
        }
        for (Question.Part part : Question.Part.values()) {
            if (Fields.group(part) != null) {
                view.standard(Fields.group(part), (a, level) -> group(a, part));
            }
        }
        return view.standard("phaseOfEpisode", (a, level) -> a.getPhaseOfEpisode())
                .standard("faults", (a, level) -> Shown.each(a.getFaults(), AssessmentView::fault))
                .standard("warnings", (a, level) -> Shown.each(a.getWarnings(), AssessmentView::fault))
                .standard("amended", (a, level) -> a.isAmended())
                .standard("version", (a, level) -> a.getVersion())
                .standard("voided", (a, level) -> a.isVoided())
                .full("answers", (a, level) -> answers(a))
                .full("blind", (a, level) -> isRatedBlind(a))
                .full("history", (a, level) -> Shown.each(history(a), AssessmentView::amendment))
                .full("auditInfo", (a, level) -> auditInfo(a))
                .research("scores", (a, level) -> Shown.each(scores(a), AssessmentView::score))
                .research("researchNotice", (a, level) -> Messages.text("smpr.notice.research"));
    }

    /** @return null for none */
    static SimpleObject reference(Reference reference) {
        return reference == null ? null : Shown.reference(reference.getUuid(), reference.getName());
    }

    /** @return what was charted to a question that is asked of every assessment; null where the record does not say */
    static Object stated(Assessment assessment, String question) {
        return answer(assessment.values(question), false, Shown::value);
    }

    private static SimpleObject group(Assessment assessment, Question.Part part) {
        SimpleObject group = new SimpleObject();
        assessment.getInstrument().getQuestions().stream()
                .filter(question -> question.getPart() == part)
                .filter(question -> !assessment.values(question.getCode()).isEmpty())
                .forEach(question -> group.add(
                        question.getCode(),
                        answer(assessment.values(question.getCode()), question.isMultiple(), Shown::value)));
        return group;
    }

    /** @return the one value, or a list where the question allows several, or the record is faulty and has them */
    static Object answer(List<Object> values, boolean multiple, Function<Object, ?> shown) {
        if (!multiple && values.size() < 2) {
            return values.isEmpty() ? null : shown.apply(values.get(0));
        }
        return Shown.each(values, shown);
    }

    static SimpleObject fault(Fault fault) {
        SimpleObject shown = new SimpleObject().add("field", fault.getField());
        shown.putAll(ErrorResponses.fault(fault));
        return shown;
    }

    private static List<Object> answers(Assessment assessment) {
        return Shown.each(assessment.getAnswers().entrySet(), answer -> {
            Question question =
                    assessment.getInstrument().question(answer.getKey()).get();
            return new SimpleObject()
                    .add("field", Fields.of(question))
                    .add("display", Shown.text(question.getLabel()))
                    .add("value", answer(answer.getValue(), question.isMultiple(), Shown::value))
                    .add(
                            "valueDisplay",
                            answer(answer.getValue(), question.isMultiple(), value -> display(question, value)));
        });
    }

    static String display(Question question, Object value) {
        return question.choice(value.toString())
                .map(Choice::getLabel)
                .map(Shown::text)
                .orElseGet(() -> Shown.value(value).toString());
    }

    private static SimpleObject auditInfo(Assessment assessment) {
        return auditInfo(
                assessment.getCreator(),
                assessment.getDateCreated(),
                assessment.isVoided(),
                assessment.getVoidedBy(),
                assessment.getDateVoided(),
                assessment.getVoidReason());
    }

    /** @return who charted an encounter and when; of a voided one, who voided it, when and why */
    static SimpleObject auditInfo(
            String creator, Date dateCreated, boolean voided, String voidedBy, Date dateVoided, String voidReason) {
        SimpleObject info = new SimpleObject().add("creator", creator).add("dateCreated", Shown.moment(dateCreated));
        return voided
                ? info.add("voidedBy", voidedBy)
                        .add("dateVoided", dateVoided == null ? null : Shown.moment(dateVoided))
                        .add("voidReason", voidReason)
                : info;
    }

    private static List<Amendment> history(Assessment assessment) {
        return Context.getService(AssessmentService.class).getHistory(assessment);
    }

    /** @return null where it is not known, and where there is nothing to be known */
    private static Boolean isRatedBlind(Assessment assessment) {
        return assessment.isIndependent()
                ? Context.getService(AssessmentService.class)
                        .isRatedBlind(assessment)
                        .orElse(null)
                : null;
    }

    private static SimpleObject amendment(Amendment amendment) {
        return new SimpleObject()
                .add("date", Shown.moment(amendment.getDate()))
                .add("by", amendment.getBy())
                .add("reason", amendment.getReason())
                .add("ofDraft", amendment.isOfDraft())
                .add("changes", Shown.each(amendment.getChanges(), AssessmentView::change));
    }

    private static SimpleObject change(Amendment.Change change) {
        Question question = change.getQuestion();
        return new SimpleObject()
                .add("field", Fields.of(question))
                .add("display", Shown.text(question.getLabel()))
                .add("before", answer(change.getBefore(), question.isMultiple(), Shown::value))
                .add("after", answer(change.getAfter(), question.isMultiple(), Shown::value))
                .add(
                        "beforeDisplay",
                        answer(change.getBefore(), question.isMultiple(), value -> display(question, value)))
                .add(
                        "afterDisplay",
                        answer(change.getAfter(), question.isMultiple(), value -> display(question, value)));
    }

    private static List<ScaleScore> scores(Assessment assessment) {
        return Context.getService(AssessmentService.class).getScores(assessment);
    }

    private static SimpleObject score(ScaleScore score) {
        SimpleObject shown = new SimpleObject()
                .add("scale", score.getScale().getCode())
                .add("display", Shown.text(score.getScale().getLabel()))
                .add("context", score.getContext())
                .add("min", score.getScale().getMin())
                .add("max", score.getScale().getMax())
                .add("containsStatic", score.getScale().isWithFixedItems());
        shown.putAll(values(score));
        return shown;
    }

    /** @return what was summed, and why there is no value where there is none */
    static SimpleObject values(ScaleScore score) {
        return Shown.withoutValue(
                new SimpleObject()
                        .add("value", score.getValue())
                        .add("raw", score.getRaw())
                        .add("prorated", score.getProrated())
                        .add("mean", score.getMean())
                        .add("rated", score.getRated())
                        .add("omitted", score.getOmitted())
                        .add("notApplicable", score.getNotApplicable())
                        .add("missing", score.getMissing()),
                score.getNoValue(),
                "smpr.noValue.");
    }
}
