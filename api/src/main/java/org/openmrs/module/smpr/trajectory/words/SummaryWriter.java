/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.trajectory.Comparison;
import org.openmrs.module.smpr.trajectory.Expectation;
import org.openmrs.module.smpr.trajectory.Gap;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.JudgementSeries;
import org.openmrs.module.smpr.trajectory.Movement;
import org.openmrs.module.smpr.trajectory.Protector;
import org.openmrs.module.smpr.trajectory.RatingChange;
import org.openmrs.module.smpr.trajectory.Reason;
import org.openmrs.module.smpr.trajectory.Review;
import org.openmrs.module.smpr.trajectory.ScaleChange;
import org.openmrs.module.smpr.trajectory.Target;
import org.openmrs.module.smpr.trajectory.Targets;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.Verdict;

/**
 * Writes a trajectory in five sentences, from templates: what it rests on, the final opinions, what moved, what to work on,
 * what is not known. It holds no sum, and every number and date in it is that of an assessment.
 */
public final class SummaryWriter {

    /** More targets than these are counted, and not named. */
    private static final int MOST_TARGETS = 5;

    /** The same of items that moved. */
    private static final int MOST_ITEMS = 6;

    private final Language language;

    /** @param language of the reader */
    public SummaryWriter(Language language) {
        this.language = language;
    }

    public Summary write(Trajectory trajectory) {
        if (trajectory.isWithheld()) {
            return new Summary(language.getLocale().getLanguage(), Collections.singletonList(withheld(trajectory)));
        }
        return new Summary(
                language.getLocale().getLanguage(),
                Collections.unmodifiableList(Arrays.asList(
                        basis(trajectory),
                        opinions(trajectory),
                        movement(trajectory),
                        targets(trajectory),
                        unknown(trajectory))));
    }

    private Summary.Sentence withheld(Trajectory trajectory) {
        String names = trajectory.getInstruments().stream()
                .filter(InstrumentTrajectory::isWithheld)
                .map(instrument -> language.text(instrument.getInstrument().getLabel()))
                .collect(Collectors.joining(", "));
        return sentence(say("withheld", names), Collections.emptyList());
    }

    private Summary.Sentence basis(Trajectory trajectory) {
        List<Assessment> counted = trajectory.getTimeline().getAssessments().stream()
                .filter(InstrumentTrajectory::counts)
                .collect(Collectors.toList());
        if (counted.isEmpty()) {
            return sentence(say(trajectory.isPart() ? "basis.nonePart" : "basis.none"), counted);
        }
        String list = trajectory.getInstruments().stream().map(this::basis).collect(Collectors.joining(", "));
        return sentence(
                say(
                                trajectory.isPart() ? "basis.part" : "basis",
                                counted.size(),
                                language.day(counted.get(0)),
                                language.day(counted.get(counted.size() - 1)),
                                list)
                        + amended(counted),
                counted);
    }

    private String amended(List<Assessment> counted) {
        long amended = counted.stream().filter(Assessment::isAmended).count();
        return amended == 0 ? "" : " " + say("basis.amended", amended);
    }

    private String basis(InstrumentTrajectory trajectory) {
        String name = language.text(trajectory.getInstrument().getLabel());
        int count = trajectory.counted().size();
        return trajectory
                .latest()
                .map(latest -> say(
                        "basis.instrument",
                        name,
                        count,
                        language.day(latest),
                        language.where(latest),
                        language.answer(latest, CommonQuestions.RATER_ROLE)))
                .orElseGet(() -> say("basis.never", name));
    }

    private Summary.Sentence opinions(Trajectory trajectory) {
        List<Assessment> restsOn = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (InstrumentTrajectory instrument : trajectory.getInstruments()) {
            Map<String, List<JudgementSeries>> byContext = new LinkedHashMap<>();
            instrument.getJudgements().stream()
                    .filter(series -> series.rated().stream().anyMatch(point -> point.getLevel() != null))
                    .forEach(series -> byContext
                            .computeIfAbsent(series.getJudgement().getContext(), context -> new ArrayList<>())
                            .add(series));
            byContext.forEach(
                    (context, series) -> parts.add(opinions(instrument.getInstrument(), context, series, restsOn)));
        }
        return sentence(
                parts.isEmpty()
                        ? say(trajectory.isPart() ? "opinions.nonePart" : "opinions.none")
                        : say("opinions", language.parted(parts)),
                restsOn);
    }

    /** Of one context, as it was last rated, which need not be at the latest assessment. */
    private String opinions(
            Instrument instrument, String context, List<JudgementSeries> series, List<Assessment> restsOn) {
        Assessment last = last(series.get(0)).getAssessment();
        return say(
                "opinions.of",
                language.text(instrument.getLabel()),
                language.day(last),
                language.context(instrument, context).map(where -> where + ", ").orElse("")
                        + series.stream().map(each -> opinion(each, restsOn)).collect(Collectors.joining(", ")));
    }

    private static JudgementSeries.Point last(JudgementSeries series) {
        return series.rated().get(series.rated().size() - 1);
    }

    /** What it was when last rated, and what it was when it was first given. */
    private String opinion(JudgementSeries series, List<Assessment> restsOn) {
        JudgementSeries.Point latest = last(series);
        JudgementSeries.Point first = series.rated().stream()
                .filter(point -> point.getLevel() != null)
                .findFirst()
                .orElse(latest);
        restsOn.add(latest.getAssessment());
        String now = language.pair(language.text(series.getJudgement().getLabel()), language.text(latest.getLevel()));
        if (first == latest) {
            return now;
        }
        restsOn.add(first.getAssessment());
        String before = language.day(first.getAssessment());
        if (first.getLevel().equals(latest.getLevel()) && isOfOneContext(first, latest)) {
            return now + " " + say("opinion.same", before);
        }
        return now + " "
                + say(
                        "opinion.before",
                        isOfOneContext(first, latest)
                                ? before
                                : before + ", " + language.context(first.getAssessment()),
                        language.text(first.getLevel().getLabel()));
    }

    /** What is judged once an assessment is judged for the context of that assessment. */
    private static boolean isOfOneContext(JudgementSeries.Point first, JudgementSeries.Point latest) {
        return first.getAssessment()
                .values(CommonQuestions.CONTEXT)
                .equals(latest.getAssessment().values(CommonQuestions.CONTEXT));
    }

    private Summary.Sentence movement(Trajectory trajectory) {
        List<Assessment> restsOn = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        Set<Expectation> expected = new LinkedHashSet<>();
        for (InstrumentTrajectory instrument : trajectory.getInstruments()) {
            for (Comparison told : instrument.told()) {
                parts.add(movement(instrument.getInstrument(), told));
                restsOn.add(told.getFrom());
                restsOn.add(told.getTo());
                if (isComparable(told)) {
                    told.getScales().stream()
                            .filter(scale -> !scale.getReasons().contains(Reason.OTHER_CONTEXT))
                            .forEach(scale -> expected.addAll(scale.getExpected()));
                }
            }
        }
        if (parts.isEmpty()) {
            return sentence(say(trajectory.isPart() ? "movement.nonePart" : "movement.none"), restsOn);
        }
        String text = language.parted(parts);
        if (!expected.isEmpty()) {
            text = say(
                    "movement.expected",
                    text,
                    language.parted(expected.stream()
                            .map(each -> say("expected." + each.name()))
                            .collect(Collectors.toList())));
        } else {
            text = say("movement", text);
        }
        return sentence(text, restsOn);
    }

    /** Where not one rating can be held beside an earlier one, there is nothing that was to be expected either. */
    private static boolean isComparable(Comparison comparison) {
        return comparison.getRatings().stream()
                .filter(comparison::ratesAtBoth)
                .anyMatch(change -> !change.getItem().isFixed() && change.getMovement() != Movement.NOT_COMPARABLE);
    }

    private String movement(Instrument instrument, Comparison comparison) {
        return language.pair(
                say(
                        comparison.getKinds().contains(Comparison.Kind.CHOSEN)
                                ? "movement.instrument.chosen"
                                : "movement.instrument",
                        language.text(instrument.getLabel()),
                        language.day(comparison.getFrom()),
                        language.day(comparison.getTo())),
                comparison.getReasons().contains(Reason.OTHER_EDITION)
                        ? say("movement.otherEdition")
                        : String.join(", ", moved(instrument, comparison)) + " – " + verdicts(comparison, instrument));
    }

    private List<String> moved(Instrument instrument, Comparison comparison) {
        List<String> said = new ArrayList<>();
        if (!isComparable(comparison)) {
            said.add(say("moved.nothing"));
            return said;
        }
        for (Movement movement : Movement.values()) {
            List<RatingChange> changes = comparison.getRatings().stream()
                    .filter(change -> change.getMovement() == movement && comparison.ratesAtBoth(change))
                    .filter(change -> !change.getItem().isFixed() || movement == Movement.REINFORMED)
                    .collect(Collectors.toList());
            if (movement == Movement.LESS || movement == Movement.MORE) {
                said.add(say(
                        "moved." + movement + "." + higher(instrument), changes.size(), items(changes, instrument)));
            } else if (movement == Movement.SAME) {
                said.add(say("moved.SAME", changes.size()));
            } else if (!changes.isEmpty()) {
                said.add(say("moved." + movement, changes.size(), items(changes, instrument)));
            }
        }
        if (!comparison.getRatings().stream().allMatch(comparison::ratesAtBoth)) {
            said.add(say("moved.otherContext"));
        }
        return said;
    }

    private static Dimension.Direction higher(Instrument instrument) {
        return instrument.getDimensions().stream()
                .map(Dimension::getHigher)
                .filter(direction -> direction != null)
                .findFirst()
                .orElse(Dimension.Direction.RISK);
    }

    private String items(List<RatingChange> changes, Instrument instrument) {
        return changes.isEmpty() || changes.size() > MOST_ITEMS
                ? ""
                : " ("
                        + changes.stream()
                                .map(change -> inContext(
                                        change.getItem().getCode(),
                                        instrument,
                                        change.getQuestion().getContext()))
                                .collect(Collectors.joining(", "))
                        + ")";
    }

    private String inContext(String code, Instrument instrument, String context) {
        return language.context(instrument, context)
                .map(where -> code + " " + where)
                .orElse(code);
    }

    private String verdicts(Comparison comparison, Instrument instrument) {
        List<String> said = new ArrayList<>();
        for (Verdict verdict : Arrays.asList(Verdict.LOWER, Verdict.HIGHER, Verdict.NO_DETECTABLE_CHANGE)) {
            List<ScaleChange> scales = comparison.getScales().stream()
                    .filter(scale -> scale.getVerdict() == verdict)
                    .collect(Collectors.toList());
            if (!scales.isEmpty()) {
                said.add(language.pair(names(scales, instrument), language.say("smpr.verdict." + verdict)));
            }
        }
        return said.isEmpty() ? untested(comparison) : String.join(" – ", said);
    }

    private String names(List<ScaleChange> scales, Instrument instrument) {
        return scales.stream()
                .map(scale -> inContext(
                        language.uncapitalized(language.text(scale.getScale().getLabel())),
                        instrument,
                        scale.getContext()))
                .collect(Collectors.joining(", "));
    }

    /** Why, as far as it is the same for all that could be tested otherwise. */
    private String untested(Comparison comparison) {
        List<ScaleChange> scales = comparison.getScales().stream()
                .filter(scale -> !scale.getScale().isWithFixedItems())
                .collect(Collectors.toList());
        if (scales.stream().anyMatch(scale -> scale.getVerdict() == Verdict.DESCRIPTIVE)) {
            return say("verdict.DESCRIPTIVE");
        }
        // That a context was not rated twice is said already.
        List<ScaleChange> ratedTwice = scales.stream()
                .filter(scale -> !scale.getReasons().contains(Reason.OTHER_CONTEXT))
                .collect(Collectors.toList());
        List<Reason> shared = new ArrayList<>(Arrays.asList(Reason.values()));
        (ratedTwice.isEmpty() ? scales : ratedTwice).forEach(scale -> shared.retainAll(scale.getReasons()));
        return scales.isEmpty() || shared.isEmpty()
                ? say("verdict.NOT_TESTABLE")
                : say(
                        "verdict.NOT_TESTABLE.because",
                        shared.stream()
                                .map(reason -> language.say("smpr.reason." + reason))
                                .collect(Collectors.joining(", ")));
    }

    private Summary.Sentence targets(Trajectory trajectory) {
        Targets targets = trajectory.getTargets();
        Set<Assessment> restsOn = new LinkedHashSet<>();
        List<String> parts = new ArrayList<>();
        if (targets.getRisk().isEmpty()) {
            restsOn.addAll(targets.getRiskRatedBy());
            parts.add(noTarget(targets, trajectory.isPart()));
        } else {
            List<String> named = targets.getRisk().stream()
                    .limit(MOST_TARGETS)
                    .map(target -> {
                        restsOn.add(target.getRatedBy());
                        restsOn.add(target.getStandingSince());
                        return target(target);
                    })
                    .collect(Collectors.toList());
            int others = targets.getRisk().size() - named.size();
            Target first = targets.getRisk().get(0);
            parts.add(say(
                    others > 0 ? "targets.more" : "targets",
                    language.text(first.getInstrument().getLabel()),
                    language.day(first.getRatedBy()),
                    String.join(", ", named),
                    others));
        }
        if (!targets.getNotRatedNow().isEmpty()) {
            targets.getNotRatedNow().forEach(target -> restsOn.add(target.getRatedBy()));
            parts.add(say(
                    "targets.notRatedNow",
                    targets.getNotRatedNow().stream().map(this::notRatedNow).collect(Collectors.joining(", "))));
        }
        add("keep", targets.getKeep(), parts, restsOn);
        add("build", targets.getBuild(), parts, restsOn);
        return sentence(say("targets.all", language.parted(parts)), restsOn);
    }

    private String noTarget(Targets targets, boolean part) {
        return targets.getRiskRatedBy().isEmpty()
                ? say(part ? "targets.notRatedPart" : "targets.notRated")
                : say(
                        targets.getNotRatedNow().isEmpty() ? "targets.none" : "targets.noneOfRated",
                        targets.getRiskRatedBy().stream()
                                .map(rating -> say(
                                        "targets.ratedBy",
                                        language.text(rating.getInstrument().getLabel()),
                                        language.day(rating)))
                                .collect(Collectors.joining(", ")));
    }

    private String notRatedNow(Target target) {
        return say(
                "target.notRatedNow",
                inContext(
                        target.getItem().getCode() + " "
                                + language.text(target.getItem().getLabel()),
                        target.getInstrument(),
                        target.getQuestion().getContext()),
                language.text(target.getRating().getLabel()),
                language.day(target.getRatedBy()));
    }

    private String target(Target target) {
        String name = target.getItem().getCode() + " "
                + language.text(target.getItem().getLabel());
        String rating = language.text(target.getRating().getLabel());
        String rated = language.context(
                        target.getInstrument(), target.getQuestion().getContext())
                .map(where -> where + ", " + rating)
                .orElse(rating);
        String since = language.day(target.getStandingSince());
        return target.getRelevance() == null
                ? say("target.noRelevance", name, rated, since)
                : say("target", name, rated, language.text(target.getRelevance().getLabel()), since);
    }

    private void add(String key, List<Protector> protectors, List<String> parts, Set<Assessment> restsOn) {
        if (!protectors.isEmpty()) {
            protectors.forEach(protector -> restsOn.add(protector.getRatedBy()));
            Protector first = protectors.get(0);
            parts.add(say(
                    key,
                    language.text(first.getInstrument().getLabel()),
                    language.day(first.getRatedBy()),
                    protectors.stream()
                            .map(protector -> protector.getItem().getCode() + " "
                                    + language.text(protector.getItem().getLabel()))
                            .collect(Collectors.joining(", "))));
        }
    }

    private Summary.Sentence unknown(Trajectory trajectory) {
        Set<Assessment> restsOn = new LinkedHashSet<>();
        List<String> open = new ArrayList<>();
        if (trajectory.isPart()) {
            open.add(say("unknown.outside"));
        }
        never(trajectory.getGaps()).ifPresent(open::add);
        for (InstrumentTrajectory instrument : trajectory.getInstruments()) {
            instrument
                    .latest()
                    .flatMap(latest -> ofLatest(latest, trajectory.getGaps()))
                    .ifPresent(open::add);
        }
        for (Gap gap : trajectory.getGaps()) {
            if (gap.getAssessment() != null) {
                restsOn.add(gap.getAssessment());
            }
            if (gap.getKind() == Gap.Kind.WAVE_OVERDUE) {
                open.add(say(
                        "gap.WAVE_OVERDUE",
                        language.text(gap.getInstrument().getLabel()),
                        language.text(gap.getWave().getWave().getLabel()),
                        language.day(gap.getWave().getOverdueSince())));
            }
            if (gap.getKind() == Gap.Kind.HIDDEN) {
                open.add(say("gap.HIDDEN", language.text(gap.getInstrument().getLabel())));
            }
            if (gap.getKind() == Gap.Kind.DRAFT) {
                open.add(say(
                        "gap.DRAFT", language.text(gap.getInstrument().getLabel()), language.day(gap.getAssessment())));
            }
        }
        trajectory
                .getPathway()
                .noContactSince()
                .ifPresent(day -> open.add(say("unknown.noContact", language.day(day))));
        List<String> ahead = new ArrayList<>();
        for (Review review : trajectory.getReviews()) {
            if (review.getDate() != null) {
                restsOn.add(review.getSetBy());
                (review.isOverdue() ? open : ahead)
                        .add(say(
                                review.isOverdue() ? "review.overdue" : "review",
                                language.text(review.getInstrument().getLabel()),
                                language.day(review.getDate())));
            }
        }
        if (open.isEmpty()) {
            return sentence(say("unknown.nothing", language.parted(ahead), ahead.size()), restsOn);
        }
        open.addAll(ahead);
        return sentence(say("unknown", language.parted(open)), restsOn);
    }

    /** The instruments with which nothing is complete, in one. */
    private Optional<String> never(List<Gap> gaps) {
        String names = gaps.stream()
                .filter(gap -> gap.getKind() == Gap.Kind.NEVER_ASSESSED)
                .map(gap -> language.text(gap.getInstrument().getLabel()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(say("gap.NEVER_ASSESSED", names));
    }

    /** What is missing from the latest assessment with an instrument, in one. */
    private Optional<String> ofLatest(Assessment latest, List<Gap> gaps) {
        String facts = gaps.stream()
                .filter(gap -> latest.equals(gap.getAssessment()))
                .map(this::fact)
                .collect(Collectors.joining(", "));
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(say(
                        "gap.ofLatest", language.text(latest.getInstrument().getLabel()), language.day(latest), facts));
    }

    private String fact(Gap gap) {
        int items = gap.getItems().size();
        switch (gap.getKind()) {
            case NOT_LATELY:
                return say("gap.NOT_LATELY", gap.getMonths());
            case OMITTED:
                return items > MOST_ITEMS
                        ? say(
                                "gap.OMITTED.many",
                                items,
                                gap.getInstrument().getItems().size())
                        : say(
                                "gap.OMITTED",
                                gap.getItems().stream().map(Item::getCode).collect(Collectors.joining(", ")),
                                items);
            default:
                return say("gap." + gap.getKind());
        }
    }

    private Summary.Sentence sentence(String text, Collection<Assessment> restsOn) {
        return new Summary.Sentence(
                language.capitalized(text),
                Collections.unmodifiableList(new ArrayList<>(new LinkedHashSet<>(restsOn))));
    }

    private String say(String key, Object... arguments) {
        return language.say("smpr.summary." + key, arguments);
    }
}
