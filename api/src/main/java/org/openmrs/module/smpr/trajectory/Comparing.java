/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.IndexScore;
import org.openmrs.module.smpr.assessment.IndexScoring;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.assessment.Scoring;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Index;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Scale;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.statistics.MeasurementError;
import org.openmrs.module.smpr.statistics.ReliableChange;

/** Compares two assessments with one instrument, like with like: what cannot be compared is said to be so, with the reason. */
final class Comparing {

    private final Instrument instrument;

    private final Assessment from;

    private final Assessment to;

    /** What stands in the way of testing anything between the two. */
    private final List<Reason> reasons;

    private final Setting before;

    private final Setting after;

    /** Whether the earlier one is the first that was made in custody. */
    private final boolean fromFirst;

    /** Whether the two may be of different editions, so that no rating of one can be held beside one of the other. */
    private final boolean otherEdition;

    Comparing(Assessment from, Assessment to, boolean fromFirst) {
        this.instrument = to.getInstrument();
        this.from = from;
        this.to = to;
        Circumstances earlier = Circumstances.of(from);
        Circumstances later = Circumstances.of(to);
        this.reasons = earlier.reasonsBeside(later);
        this.before = earlier.getSetting();
        this.after = later.getSetting();
        this.fromFirst = fromFirst;
        this.otherEdition = earlier.mayBeOfAnotherEditionThan(later);
    }

    /**
     * @param kinds why these two are compared
     * @param indexScoring null for one who may not see sums
     */
    Comparison compared(Set<Comparison.Kind> kinds, IndexScoring indexScoring) {
        List<RatingChange> ratings = ratings();
        List<ScaleChange> scales = scales(ratings);
        return Comparison.builder()
                .kinds(Collections.unmodifiableSet(EnumSet.copyOf(kinds)))
                .from(from)
                .to(to)
                .reasons(reasons)
                .ratings(ratings)
                .scales(
                        indexScoring == null
                                ? scales.stream().map(ScaleChange::withoutSums).collect(Collectors.toList())
                                : scales)
                .indices(indexScoring == null ? null : indices(indexScoring, ratings))
                .build();
    }

    /** @return what became of the rating that the question asks for */
    Movement movement(Question question) {
        Dimension.Direction higher = instrument
                .dimension(question.getDimension())
                .map(Dimension::getHigher)
                .orElse(null);
        if (higher == null || otherEdition) {
            return Movement.NOT_COMPARABLE;
        }
        Choice earlier = from.rated(question).orElse(null);
        Choice later = to.rated(question).orElse(null);
        if (isInformedOnlyOnce(question, earlier, later)) {
            return Movement.REINFORMED;
        }
        if (!isRating(earlier) || !isRating(later)) {
            return Movement.NOT_COMPARABLE;
        }
        // The answers of a list stand in their order, the refined ones without a number too.
        int steps = question.getChoices().indexOf(later) - question.getChoices().indexOf(earlier);
        if (steps == 0) {
            return Movement.SAME;
        }
        if (instrument.item(question.getItem()).filter(Item::isFixed).isPresent()) {
            return Movement.REINFORMED;
        }
        return steps > 0 == (higher == Dimension.Direction.PROTECTION) ? Movement.LESS : Movement.MORE;
    }

    /** A static item omitted at first and rated since, or the other way round. */
    private boolean isInformedOnlyOnce(Question question, Choice earlier, Choice later) {
        return instrument.item(question.getItem()).filter(Item::isFixed).isPresent()
                && earlier != null
                && later != null
                && isRating(earlier) != isRating(later)
                && (earlier.getKind() == Choice.Kind.OMITTED || later.getKind() == Choice.Kind.OMITTED);
    }

    private static boolean isRating(Choice choice) {
        return choice != null && choice.isRating();
    }

    private List<RatingChange> ratings() {
        Set<String> contexts = new HashSet<>(from.contexts());
        contexts.addAll(to.contexts());
        return instrument.getQuestions().stream()
                .filter(Question::isOfItem)
                .filter(question -> instrument
                        .dimension(question.getDimension())
                        .filter(dimension -> dimension.getHigher() != null)
                        .isPresent())
                .filter(question -> question.getContext() == null || contexts.contains(question.getContext()))
                .map(this::rating)
                .collect(Collectors.toList());
    }

    private RatingChange rating(Question question) {
        Item item = instrument.item(question.getItem()).get();
        Optional<Question> relevance = instrument.relevanceOf(question);
        return RatingChange.builder()
                .question(question)
                .item(item)
                .from(from.rated(question).orElse(null))
                .to(to.rated(question).orElse(null))
                .relevanceFrom(relevance.flatMap(from::rated).orElse(null))
                .relevanceTo(relevance.flatMap(to::rated).orElse(null))
                .movement(movement(question))
                .expected(item.isCarriedBySupport() && isSupported() ? set(Expectation.CARRIED_BY_SUPPORT) : set())
                .build();
    }

    /** @return whether nothing stands in the way of testing anything between the two; of one beside itself, whether it can be tested at all */
    static boolean isLikeWithLike(Assessment one, Assessment other) {
        return Circumstances.of(one).reasonsBeside(Circumstances.of(other)).isEmpty();
    }

    /** What holds for everything between the two. */
    List<Reason> reasons() {
        return reasons;
    }

    private List<ScaleChange> scales(List<RatingChange> ratings) {
        Map<String, ScaleScore> earlier = scores(from);
        Map<String, ScaleScore> later = scores(to);
        List<String> contexts =
                instrument.contexts().stream().map(Choice::getCode).collect(Collectors.toList());
        Map<String, ScaleScore> either = new LinkedHashMap<>(later);
        earlier.forEach(either::putIfAbsent);
        return either.entrySet().stream()
                .map(entry -> scale(entry.getValue(), earlier.get(entry.getKey()), later.get(entry.getKey()), ratings))
                .sorted(Comparator.comparing(
                                (ScaleChange change) -> instrument.getScales().indexOf(change.getScale()))
                        .thenComparing(change -> contexts.indexOf(change.getContext())))
                .collect(Collectors.toList());
    }

    private static Map<String, ScaleScore> scores(Assessment assessment) {
        return new Scoring(assessment.getSettings())
                .scores(assessment).stream()
                        .collect(Collectors.toMap(
                                score -> score.getScale().getCode() + "." + score.getContext(),
                                Function.identity(),
                                (one, other) -> one,
                                LinkedHashMap::new));
    }

    private ScaleChange scale(ScaleScore either, ScaleScore earlier, ScaleScore later, List<RatingChange> ratings) {
        Scale scale = either.getScale();
        Reliability reliability = to.getSettings().getReliability().get(scale.getCode());
        List<Reason> untestable = new ArrayList<>();
        if (scale.isWithFixedItems()) {
            untestable.add(Reason.STATIC_ITEMS);
            if (isReinformed(scale, ratings)) {
                untestable.add(Reason.REINFORMED);
            }
        }
        if (earlier == null || later == null) {
            untestable.add(Reason.OTHER_CONTEXT);
        } else {
            addNoValue(earlier, untestable);
            addNoValue(later, untestable);
        }
        if (reliability == null && !scale.isWithFixedItems()) {
            untestable.add(Reason.NO_RELIABILITY);
        }
        untestable.addAll(reasons);
        boolean subtractable = earlier != null
                && later != null
                && earlier.getValue() != null
                && later.getValue() != null
                && !otherEdition;
        ReliableChange change = untestable.isEmpty()
                ? ReliableChange.of(
                        earlier.getValue(),
                        later.getValue(),
                        new MeasurementError(reliability.getSd(), reliability.getReliability()))
                : null;
        return ScaleChange.builder()
                .scale(scale)
                .context(either.getContext())
                .from(earlier)
                .to(later)
                .difference(subtractable ? later.getValue() - earlier.getValue() : null)
                .reliability(reliability)
                .reliableChange(change)
                .verdict(change == null ? untested(untestable) : tested(change))
                .reasons(Collections.unmodifiableList(untestable))
                .expected(expected(scale))
                .build();
    }

    private static Verdict tested(ReliableChange change) {
        switch (change.getDirection()) {
            case LOWER:
                return Verdict.LOWER;
            case HIGHER:
                return Verdict.HIGHER;
            default:
                return Verdict.NO_DETECTABLE_CHANGE;
        }
    }

    /** Between two settings nothing would be tested either if a reliability were known. */
    private static Verdict untested(List<Reason> reasons) {
        return reasons.contains(Reason.SETTING_CHANGED)
                        && EnumSet.of(Reason.SETTING_CHANGED, Reason.NO_RELIABILITY)
                                .containsAll(reasons)
                ? Verdict.DESCRIPTIVE
                : Verdict.NOT_TESTABLE;
    }

    private static void addNoValue(ScaleScore score, Collection<Reason> reasons) {
        if (score.getNoValue() == null) {
            return;
        }
        Reason reason;
        switch (score.getNoValue()) {
            case ALL_OMITTED:
            case BEYOND_LIMIT:
            case NO_LIMIT_SET:
                reason = Reason.TOO_MANY_OMITTED;
                break;
            default:
                reason = Reason.NO_VALUE;
        }
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    private static boolean isReinformed(Scale scale, List<RatingChange> ratings) {
        return ratings.stream()
                .filter(change -> scale.getItems().contains(change.getItem().getCode())
                        && scale.getDimension().equals(change.getQuestion().getDimension()))
                .anyMatch(change -> change.getMovement() == Movement.REINFORMED);
    }

    private Set<Expectation> expected(Scale scale) {
        Set<Expectation> expected = set();
        if (isSupported()
                && instrument.getItems().stream()
                        .anyMatch(item ->
                                item.isCarriedBySupport() && scale.getItems().contains(item.getCode()))) {
            expected.add(Expectation.CARRIED_BY_SUPPORT);
        }
        if (scale.isFallsWithFreedom() && (isRelease() || isEndOfSupport())) {
            expected.add(Expectation.FALLS_WITH_FREEDOM);
        }
        if (scale.isLooksBack() && fromFirst) {
            expected.add(Expectation.MAY_CONTAIN_INDEX_OFFENCE);
        }
        return expected;
    }

    private static Set<Expectation> set(Expectation... expected) {
        Set<Expectation> set = EnumSet.noneOf(Expectation.class);
        Collections.addAll(set, expected);
        return set;
    }

    private boolean isSupported() {
        return isSupported(before) || isSupported(after);
    }

    private static boolean isSupported(Setting setting) {
        return setting.isCommunity() && !setting.isAfterCare();
    }

    private boolean isRelease() {
        return !before.isForCommunity() && after.isForCommunity();
    }

    private boolean isEndOfSupport() {
        return before.isFlatShare() && before.isKnownBeside(after) && !after.isFlatShare()
                || !before.isAfterCare() && after.isAfterCare();
    }

    private List<IndexChange> indices(IndexScoring scoring, List<RatingChange> ratings) {
        List<IndexScore> earlier = scoring.scores(from);
        List<IndexScore> later = scoring.scores(to);
        List<IndexChange> changes = new ArrayList<>();
        for (IndexScore end : later) {
            earlier.stream()
                    .filter(start ->
                            start.getIndex().getCode().equals(end.getIndex().getCode()))
                    .forEach(start -> changes.add(index(start, end, ratings)));
        }
        return changes;
    }

    /** What stands in the way between the assessments that it is subtracted from stands in its way too. */
    private IndexChange index(IndexScore start, IndexScore end, List<RatingChange> ratings) {
        Index index = end.getIndex();
        Set<Reason> untestable = EnumSet.of(Reason.STATIC_ITEMS);
        untestable.addAll(reasons);
        addReinformed(index.getMinus(), ratings, untestable);
        boolean subtractable = !otherEdition;
        if (start.getCounterpart() != null && end.getCounterpart() != null) {
            Comparing counterparts = new Comparing(start.getCounterpart(), end.getCounterpart(), false);
            untestable.addAll(counterparts.reasons);
            counterparts.addReinformed(index.getOfScale(), counterparts.ratings(), untestable);
            subtractable &= !counterparts.otherEdition;
        }
        if (!Objects.equals(start.getContext(), end.getContext())) {
            untestable.add(Reason.OTHER_CONTEXT);
            subtractable = false;
        }
        for (IndexScore score : Arrays.asList(start, end)) {
            for (ScaleScore sum : Arrays.asList(score.getFrom(), score.getSubtracted())) {
                if (sum == null) {
                    untestable.add(Reason.NO_VALUE);
                } else {
                    addNoValue(sum, untestable);
                }
            }
            subtractable &= score.getValue() != null;
        }
        return new IndexChange(
                start,
                end,
                subtractable ? end.getValue() - start.getValue() : null,
                Collections.unmodifiableList(new ArrayList<>(untestable)));
    }

    private void addReinformed(String scale, List<RatingChange> ratings, Set<Reason> reasons) {
        instrument
                .scale(scale)
                .filter(summed -> isReinformed(summed, ratings))
                .ifPresent(summed -> reasons.add(Reason.REINFORMED));
    }
}
