/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.pathway.person.PersonPathway;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.trajectory.Movement;
import org.openmrs.module.smpr.trajectory.Protector;
import org.openmrs.module.smpr.trajectory.Target;
import org.openmrs.module.smpr.trajectory.Targets;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of what to work on now, and of what protects. */
final class TargetsView {

    private TargetsView() {}

    static SimpleObject of(Targets targets, PersonPathway pathway) {
        return new SimpleObject()
                .add("notice", Shown.notice(targets.getSameField()))
                .add(
                        "risk",
                        Shown.each(
                                targets.getRisk(),
                                target -> target(target)
                                        .add("care", care(pathway, target.getInstrument(), target.getItem()))))
                .add("notRatedNow", Shown.each(targets.getNotRatedNow(), TargetsView::notRatedNow))
                .add(
                        "keep",
                        Shown.each(
                                targets.getKeep(),
                                protector -> protector(protector)
                                        .add("care", care(pathway, protector.getInstrument(), protector.getItem()))))
                .add(
                        "build",
                        Shown.each(
                                targets.getBuild(),
                                protector -> protector(protector)
                                        .add("care", care(pathway, protector.getInstrument(), protector.getItem()))));
    }

    /** @return what is done about the item, the newest first; null where the reader may not see that */
    private static List<Object> care(PersonPathway pathway, Instrument instrument, Item item) {
        List<PathwayRecord> actions = pathway.actionsFor(instrument, item);
        return actions == null
                ? null
                : Shown.each(
                        actions,
                        action -> RecordView.asAnswers(action)
                                .add("uuid", action.getUuid())
                                .add("from", action.getDay().toString())
                                .add("providers", Shown.each(action.getProviders(), AssessmentView::reference)));
    }

    private static SimpleObject target(Target target) {
        return rated(target.getInstrument(), target.getQuestion())
                .add("item", Shown.item(target.getItem()))
                .add("rating", Shown.choice(target.getRating()))
                .add("relevance", Shown.choice(target.getRelevance()))
                .add("sinceLast", movement(target.getSinceLast(), target.getInstrument(), target.getQuestion()))
                .add("sinceLastReasons", ComparisonView.reasons(target.getSinceLastReasons()))
                .add("ratedBy", Shown.point(target.getRatedBy()))
                .add("standingSince", Shown.point(target.getStandingSince()))
                .add("ratedSo", target.getRatedSo())
                .add("notRated", target.getNotRated())
                .add("protectors", Shown.each(target.getProtectors(), TargetsView::protector));
    }

    /** Present or partly present when last rated, and not rated since. */
    private static SimpleObject notRatedNow(Target target) {
        return rated(target.getInstrument(), target.getQuestion())
                .add("item", Shown.item(target.getItem()))
                .add("lastRating", Shown.choice(target.getRating()))
                .add("lastRelevance", Shown.choice(target.getRelevance()))
                .add("lastRatedBy", Shown.point(target.getRatedBy()));
    }

    private static SimpleObject protector(Protector protector) {
        return rated(protector.getInstrument(), protector.getQuestion())
                .add("item", Shown.item(protector.getItem()))
                .add("rating", Shown.choice(protector.getRating()))
                .add(
                        "sinceLast",
                        movement(protector.getSinceLast(), protector.getInstrument(), protector.getQuestion()))
                .add("sinceLastReasons", ComparisonView.reasons(protector.getSinceLastReasons()))
                .add("carriedBySupport", protector.getItem().isCarriedBySupport())
                .add(
                        "marks",
                        Shown.each(
                                protector.getMarks(),
                                mark -> Shown.coded(mark.getCode(), mark.getLabel(), Level.DEFAULT)))
                .add("ratedBy", protector.getRatedBy() == null ? null : Shown.point(protector.getRatedBy()));
    }

    private static SimpleObject rated(Instrument instrument, Question question) {
        return new SimpleObject()
                .add("instrument", Shown.instrument(instrument))
                .add("field", question == null ? null : Fields.of(question))
                .add("context", question == null ? null : question.getContext());
    }

    private static SimpleObject movement(Movement movement, Instrument instrument, Question question) {
        return movement == null ? null : ComparisonView.movement(movement, instrument, question.getDimension());
    }
}
