/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Mark;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.SameField;
import org.openmrs.module.smpr.instrument.TargetRule;

/** Finds what to work on now in the latest assessments. */
final class TargetFinder {

    private static final List<Movement> ORDER =
            Arrays.asList(Movement.MORE, Movement.SAME, Movement.NOT_COMPARABLE, null, Movement.LESS);

    private final Map<String, InstrumentTrajectory> trajectories = new LinkedHashMap<>();

    private final SameField sameField;

    TargetFinder(List<InstrumentTrajectory> trajectories, SameField sameField) {
        trajectories.forEach(
                trajectory -> this.trajectories.put(trajectory.getInstrument().getCode(), trajectory));
        this.sameField = sameField;
    }

    Targets targets() {
        return new Targets(
                risk(), notRatedNow(), riskRatedBy(), marked(Mark.Purpose.KEEP), marked(Mark.Purpose.BUILD), sameField);
    }

    private List<Target> risk() {
        List<Target> targets = new ArrayList<>();
        for (InstrumentTrajectory trajectory : trajectories.values()) {
            TargetRule rule = trajectory.getInstrument().getTargets();
            Assessment latest = trajectory.latest().orElse(null);
            if (rule != null && latest != null) {
                trajectory.getInstrument().getQuestions().stream()
                        .filter(question -> isAsked(question, rule) && isTarget(latest, question, rule))
                        .map(question -> target(trajectory, latest, question, rule))
                        .forEach(targets::add);
            }
        }
        targets.sort(Comparator.comparing(TargetFinder::relevance)
                .reversed()
                .thenComparing(target -> ORDER.indexOf(
                        target.getSinceLastReasons().isEmpty() ? target.getSinceLast() : Movement.NOT_COMPARABLE))
                .thenComparing(
                        target -> target.getQuestion().getChoices().indexOf(target.getRating()),
                        Comparator.reverseOrder()));
        return Collections.unmodifiableList(targets);
    }

    private List<Target> notRatedNow() {
        List<Target> targets = new ArrayList<>();
        for (InstrumentTrajectory trajectory : trajectories.values()) {
            Instrument instrument = trajectory.getInstrument();
            TargetRule rule = instrument.getTargets();
            Assessment latest = trajectory.latest().orElse(null);
            if (rule != null && latest != null) {
                Set<String> contexts = instrument.contextsOf(latest.getAnswers().keySet());
                instrument.getQuestions().stream()
                        .filter(question -> isAsked(question, rule)
                                && !item(instrument, question).isFixed())
                        .filter(question -> question.getContext() == null || contexts.contains(question.getContext()))
                        .filter(question -> !isRated(latest, question))
                        .forEach(question -> lastRated(trajectory, question)
                                .filter(earlier -> isTarget(earlier, question, rule))
                                .ifPresent(earlier -> targets.add(notRatedNow(instrument, earlier, question))));
            }
        }
        return Collections.unmodifiableList(targets);
    }

    private static boolean isRated(Assessment assessment, Question question) {
        return assessment
                .rated(question)
                .filter(choice -> choice.getKind() == Choice.Kind.RATING)
                .isPresent();
    }

    private static Optional<Assessment> lastRated(InstrumentTrajectory trajectory, Question question) {
        return trajectory.counted().stream()
                .filter(assessment -> isRated(assessment, question))
                .reduce((earlier, later) -> later);
    }

    private static Target notRatedNow(Instrument instrument, Assessment earlier, Question question) {
        return Target.builder()
                .instrument(instrument)
                .item(item(instrument, question))
                .question(question)
                .rating(earlier.rated(question).orElse(null))
                .relevance(
                        instrument.relevanceOf(question).flatMap(earlier::rated).orElse(null))
                .sinceLastReasons(Collections.emptyList())
                .ratedBy(earlier)
                .standingSince(earlier)
                .ratedSo(1)
                .protectors(Collections.emptyList())
                .build();
    }

    private List<Assessment> riskRatedBy() {
        List<Assessment> ratedBy = new ArrayList<>();
        for (InstrumentTrajectory trajectory : trajectories.values()) {
            Instrument instrument = trajectory.getInstrument();
            trajectory
                    .latest()
                    .filter(latest -> instrument.getTargets() != null
                            && instrument.getQuestions().stream()
                                    .filter(question -> isAsked(question, instrument.getTargets())
                                            && !item(instrument, question).isFixed())
                                    .anyMatch(question -> latest.rated(question)
                                            .filter(choice -> choice.getKind() == Choice.Kind.RATING)
                                            .isPresent()))
                    .ifPresent(ratedBy::add);
        }
        return Collections.unmodifiableList(ratedBy);
    }

    private static boolean isAsked(Question question, TargetRule rule) {
        return question.getPart() == Question.Part.RATING
                && question.getSubItem() == null
                && rule.getDimension().equals(question.getDimension());
    }

    private static boolean isTarget(Assessment assessment, Question question, TargetRule rule) {
        return !item(assessment.getInstrument(), question).isFixed()
                && assessment
                        .rated(question)
                        .filter(choice -> rule.getChoices().contains(choice.getCode()))
                        .isPresent();
    }

    private static Item item(Instrument instrument, Question question) {
        return instrument
                .item(question.getItem())
                .orElseThrow(() -> new IllegalArgumentException(question.getCode() + " rates no item"));
    }

    /** As its place among the levels; −1 where it is not stated. */
    private static int relevance(Target target) {
        return target.getRelevance() == null || target.getRelevance().getKind() != Choice.Kind.RATING
                ? -1
                : target.getInstrument()
                        .relevanceOf(target.getQuestion())
                        .map(question -> question.getChoices().indexOf(target.getRelevance()))
                        .orElse(-1);
    }

    private Target target(InstrumentTrajectory trajectory, Assessment latest, Question question, TargetRule rule) {
        Instrument instrument = trajectory.getInstrument();
        List<Assessment> counted = trajectory.counted();
        Assessment since = latest;
        int ratedSo = 1;
        int notRated = 0;
        int notRatedSince = 0;
        for (int i = counted.size() - 2; i >= 0; i--) {
            Assessment earlier = counted.get(i);
            if (isTarget(earlier, question, rule)) {
                since = earlier;
                ratedSo++;
                notRated = notRatedSince;
            } else if (earlier.rated(question)
                    .filter(choice -> choice.getKind() == Choice.Kind.RATING)
                    .isPresent()) {
                break;
            } else {
                notRatedSince++;
            }
        }
        return Target.builder()
                .instrument(instrument)
                .item(item(instrument, question))
                .question(question)
                .rating(latest.rated(question).orElse(null))
                .relevance(
                        instrument.relevanceOf(question).flatMap(latest::rated).orElse(null))
                .sinceLast(sinceLast(trajectory, question))
                .sinceLastReasons(sinceLastReasons(trajectory))
                .ratedBy(latest)
                .standingSince(since)
                .ratedSo(ratedSo)
                .notRated(notRated)
                .protectors(protectors(instrument, question))
                .build();
    }

    private static Movement sinceLast(InstrumentTrajectory trajectory, Question question) {
        return sinceLast(trajectory)
                .map(comparing -> comparing.movement(question))
                .orElse(null);
    }

    private static List<Reason> sinceLastReasons(InstrumentTrajectory trajectory) {
        return sinceLast(trajectory).map(Comparing::reasons).orElse(Collections.emptyList());
    }

    private static Optional<Comparing> sinceLast(InstrumentTrajectory trajectory) {
        List<Assessment> counted = trajectory.counted();
        return counted.size() < 2
                ? Optional.empty()
                : Optional.of(new Comparing(counted.get(counted.size() - 2), counted.get(counted.size() - 1), false));
    }

    private List<Protector> protectors(Instrument instrument, Question question) {
        return sameField.of(instrument.getCode(), question.getItem()).stream()
                .map(this::protector)
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    /** @return null for an item of an instrument that the reader may not see */
    private Protector protector(String code) {
        InstrumentTrajectory trajectory = trajectories.get(code.substring(0, code.indexOf('.')));
        return trajectory == null
                ? null
                : trajectory
                        .getInstrument()
                        .item(code.substring(code.indexOf('.') + 1))
                        .map(item -> protector(trajectory, item))
                        .orElse(null);
    }

    private List<Protector> marked(Mark.Purpose purpose) {
        List<Protector> marked = new ArrayList<>();
        for (InstrumentTrajectory trajectory : trajectories.values()) {
            Assessment latest = trajectory.latest().orElse(null);
            for (Mark mark : trajectory.getInstrument().getMarks()) {
                if (latest != null && mark.getPurpose() == purpose) {
                    trajectory.getInstrument().getItems().stream()
                            .filter(item -> carries(latest, mark, item))
                            .map(item -> protector(trajectory, item))
                            .forEach(marked::add);
                }
            }
        }
        return Collections.unmodifiableList(marked);
    }

    private static boolean carries(Assessment assessment, Mark mark, Item item) {
        return assessment.values(mark.getCode()).contains(item.getCode());
    }

    private static Protector protector(InstrumentTrajectory trajectory, Item item) {
        Instrument instrument = trajectory.getInstrument();
        Optional<Assessment> latest = trajectory.latest();
        List<Question> questions = questions(instrument, item);
        Optional<Question> rated = questions.stream()
                .filter(q -> latest.flatMap(assessment -> assessment.rated(q)).isPresent())
                .findFirst();
        Optional<Question> question =
                rated.isPresent() ? rated : questions.stream().findFirst();
        return Protector.builder()
                .instrument(instrument)
                .item(item)
                .question(question.orElse(null))
                .rating(latest.flatMap(assessment -> question.flatMap(assessment::rated))
                        .orElse(null))
                .sinceLast(question.map(q -> sinceLast(trajectory, q)).orElse(null))
                .sinceLastReasons(sinceLastReasons(trajectory))
                .marks(latest.map(assessment -> instrument.getMarks().stream()
                                .filter(mark -> carries(assessment, mark, item))
                                .collect(Collectors.toList()))
                        .orElse(Collections.emptyList()))
                .ratedBy(latest.orElse(null))
                .build();
    }

    /** @return the question that rates the item, one for each context where it is rated for each */
    private static List<Question> questions(Instrument instrument, Item item) {
        String dimension = instrument.getDimensions().get(0).getCode();
        return instrument.getQuestions().stream()
                .filter(q -> q.getPart() == Question.Part.RATING
                        && q.getSubItem() == null
                        && item.getCode().equals(q.getItem())
                        && dimension.equals(q.getDimension()))
                .collect(Collectors.toList());
    }
}
