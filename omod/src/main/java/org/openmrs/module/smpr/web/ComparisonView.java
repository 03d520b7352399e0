/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.statistics.ReliableChange;
import org.openmrs.module.smpr.trajectory.Comparison;
import org.openmrs.module.smpr.trajectory.Expectation;
import org.openmrs.module.smpr.trajectory.IndexChange;
import org.openmrs.module.smpr.trajectory.Movement;
import org.openmrs.module.smpr.trajectory.RatingChange;
import org.openmrs.module.smpr.trajectory.Reason;
import org.openmrs.module.smpr.trajectory.ScaleChange;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of two assessments held side by side: in full every rating, otherwise those that did not stay the same. */
final class ComparisonView {

    private final Comparison comparison;

    private final Level level;

    /** Whether the reader was given the sums. */
    private final boolean sums;

    private ComparisonView(Comparison comparison, Level level) {
        this.comparison = comparison;
        this.level = level;
        this.sums = comparison.getIndices() != null;
    }

    static SimpleObject of(Comparison comparison, Level level) {
        return new ComparisonView(comparison, level).shown();
    }

    private SimpleObject shown() {
        SimpleObject shown = new SimpleObject()
                .add("kinds", Shown.each(comparison.getKinds(), kind -> Shown.named(kind, "smpr.comparison." + kind)))
                .add("from", Shown.point(comparison.getFrom()))
                .add("to", Shown.point(comparison.getTo()))
                .add("reasons", reasons(comparison.getReasons()))
                .add(
                        "same",
                        comparison.getRatings().stream()
                                .filter(ComparisonView::isSame)
                                .count())
                .add("ratings", Shown.each(ratings(), this::rating))
                .add("scales", Shown.each(comparison.getScales(), this::scale));
        return sums ? shown.add("indices", Shown.each(comparison.getIndices(), ComparisonView::index)) : shown;
    }

    private List<RatingChange> ratings() {
        return comparison.getRatings().stream()
                .filter(rating -> level == Level.FULL || !isSame(rating))
                .collect(Collectors.toList());
    }

    private static boolean isSame(RatingChange rating) {
        return rating.getMovement() == Movement.SAME;
    }

    private SimpleObject rating(RatingChange rating) {
        Instrument instrument = comparison.getTo().getInstrument();
        return new SimpleObject()
                .add("field", Fields.of(rating.getQuestion()))
                .add("item", Shown.item(rating.getItem()))
                .add("context", rating.getQuestion().getContext())
                .add("static", rating.getItem().isFixed())
                .add("from", Shown.choice(rating.getFrom()))
                .add("to", Shown.choice(rating.getTo()))
                .add("relevanceFrom", Shown.choice(rating.getRelevanceFrom()))
                .add("relevanceTo", Shown.choice(rating.getRelevanceTo()))
                .add(
                        "movement",
                        movement(
                                rating.getMovement(),
                                instrument,
                                rating.getQuestion().getDimension()))
                .add("expected", expected(rating.getExpected()));
    }

    /** @return in the words of what a higher rating says in that dimension; null for none */
    static SimpleObject movement(Movement movement, Instrument instrument, String dimension) {
        return movement == null
                ? null
                : Shown.named(
                        movement,
                        movement.messageKey(instrument
                                .dimension(dimension)
                                .map(Dimension::getHigher)
                                .orElse(null)));
    }

    private SimpleObject scale(ScaleChange change) {
        SimpleObject shown = Shown.coded(
                        change.getScale().getCode(), change.getScale().getLabel(), Level.DEFAULT)
                .add("context", change.getContext())
                .add("verdict", Shown.named(change.getVerdict(), "smpr.verdict." + change.getVerdict()))
                .add("reasons", reasons(change.getReasons()))
                .add("expected", expected(change.getExpected()))
                .add("reliability", Shown.reliability(change.getReliability()));
        return sums
                ? shown.add("from", change.getFrom() == null ? null : AssessmentView.values(change.getFrom()))
                        .add("to", change.getTo() == null ? null : AssessmentView.values(change.getTo()))
                        .add("difference", change.getDifference())
                        .add("reliableChange", reliableChange(change.getReliableChange()))
                : shown;
    }

    private static SimpleObject reliableChange(ReliableChange change) {
        return change == null
                ? null
                : new SimpleObject()
                        .add("index", change.getIndex())
                        .add("standardErrorOfDifference", change.getError().standardErrorOfDifference())
                        .add("minimalDetectableChange", change.getError().minimalDetectableChange());
    }

    private static SimpleObject index(IndexChange change) {
        return Shown.coded(
                        change.getTo().getIndex().getCode(),
                        change.getTo().getIndex().getLabel(),
                        Level.DEFAULT)
                .add("notice", Shown.text(change.getTo().getIndex().getNotice()))
                .add("from", SeriesView.index(change.getFrom()))
                .add("to", SeriesView.index(change.getTo()))
                .add("difference", change.getDifference())
                .add("reasons", reasons(change.getReasons()));
    }

    static List<Object> reasons(Collection<Reason> reasons) {
        return Shown.each(reasons, reason -> Shown.named(reason, "smpr.reason." + reason));
    }

    private static List<Object> expected(Collection<Expectation> expected) {
        return Shown.each(expected, one -> Shown.named(one, "smpr.expectation." + one));
    }
}
