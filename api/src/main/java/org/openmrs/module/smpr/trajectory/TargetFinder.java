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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** By instrument, its latest assessment beside the one before; none of one that was not rated twice. */
    private final Map<String, Comparing> sinceLast = new HashMap<>();

    TargetFinder(List<InstrumentTrajectory> trajectories, SameField sameField) {
        for (InstrumentTrajectory trajectory : trajectories) {
            String code = trajectory.getInstrument().getCode();
            List<Assessment> standing = trajectory.getStanding();
            this.trajectories.put(code, trajectory);
            if (standing.size() > 1) {
                sinceLast.put(
                        code,
                        new Comparing(standing.get(standing.size() - 2), standing.get(standing.size() - 1), false));
            }
        }
        this.sameField = sameField;
    }

    Targets targets() {
        return new Targets(
                risk(), notRatedNow(), riskRatedBy(), marked(Mark.Purpose.KEEP), marked(Mark.Purpose.BUILD), sameField);
    }

    private List<Target> risk() {
        List<Target> targets = new ArrayList<>();
        for (InstrumentTrajectory trajectory : trajectories.values()) {
            trajectory
                    .latest()
                    .ifPresent(latest -> candidates(latest)
                            .filter(question -> isTarget(latest, question))
                            .map(question -> target(trajectory, latest, question))
                            .forEach(targets::add));
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
            trajectory.latest().ifPresent(latest -> {
                Set<String> contexts = latest.contexts();
                candidates(latest)
                        .filter(question -> question.getContext() == null || contexts.contains(question.getContext()))
                        .filter(question -> !isRated(latest, question))
                        .forEach(question -> lastRated(trajectory, question)
                                .filter(earlier -> isTarget(earlier, question))
                                .ifPresent(earlier ->
                                        targets.add(notRatedNow(trajectory.getInstrument(), earlier, question))));
            });
        }
        return Collections.unmodifiableList(targets);
    }

    private static boolean isRated(Assessment assessment, Question question) {
        return assessment.rated(question).filter(Choice::isRating).isPresent();
    }

    private static Optional<Assessment> lastRated(InstrumentTrajectory trajectory, Question question) {
        return trajectory.getStanding().stream()
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
            trajectory
                    .latest()
                    .filter(latest -> candidates(latest).anyMatch(question -> isRated(latest, question)))
                    .ifPresent(ratedBy::add);
        }
        return Collections.unmodifiableList(ratedBy);
    }

    /** What of the assessment's instrument can be a target; nothing where it has none. */
    private static Stream<Question> candidates(Assessment assessment) {
        Instrument instrument = assessment.getInstrument();
        TargetRule rule = instrument.getTargets();
        return rule == null
                ? Stream.empty()
                : instrument.getQuestions().stream()
                        .filter(question ->
                                question.isOfItem() && rule.getDimension().equals(question.getDimension()))
                        .filter(question -> !item(instrument, question).isFixed());
    }

    /** @param question one of the {@link #candidates} */
    private static boolean isTarget(Assessment assessment, Question question) {
        Set<String> choices = assessment.getInstrument().getTargets().getChoices();
        return assessment
                .rated(question)
                .filter(choice -> choices.contains(choice.getCode()))
                .isPresent();
    }

    private static Item item(Instrument instrument, Question question) {
        return instrument
                .item(question.getItem())
                .orElseThrow(() -> new IllegalArgumentException(question.getCode() + " rates no item"));
    }

    /** As its place among the levels; −1 where it is not stated. */
    private static int relevance(Target target) {
        return target.getRelevance() == null || !target.getRelevance().isRating()
                ? -1
                : target.getInstrument()
                        .relevanceOf(target.getQuestion())
                        .map(question -> question.getChoices().indexOf(target.getRelevance()))
                        .orElse(-1);
    }

    private Target target(InstrumentTrajectory trajectory, Assessment latest, Question question) {
        Instrument instrument = trajectory.getInstrument();
        List<Assessment> standing = trajectory.getStanding();
        Assessment since = latest;
        int ratedSo = 1;
        int notRated = 0;
        int notRatedSince = 0;
        for (int i = standing.size() - 2; i >= 0; i--) {
            Assessment earlier = standing.get(i);
            if (isTarget(earlier, question)) {
                since = earlier;
                ratedSo++;
                notRated = notRatedSince;
            } else if (isRated(earlier, question)) {
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
                .sinceLast(sinceLast(instrument, question))
                .sinceLastReasons(sinceLastReasons(instrument))
                .ratedBy(latest)
                .standingSince(since)
                .ratedSo(ratedSo)
                .notRated(notRated)
                .protectors(protectors(instrument, question))
                .build();
    }

    private Movement sinceLast(Instrument instrument, Question question) {
        Comparing comparing = sinceLast.get(instrument.getCode());
        return comparing == null ? null : comparing.movement(question);
    }

    private List<Reason> sinceLastReasons(Instrument instrument) {
        Comparing comparing = sinceLast.get(instrument.getCode());
        return comparing == null ? Collections.emptyList() : comparing.reasons();
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

    private Protector protector(InstrumentTrajectory trajectory, Item item) {
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
                .sinceLast(question.map(q -> sinceLast(instrument, q)).orElse(null))
                .sinceLastReasons(sinceLastReasons(instrument))
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
                .filter(q -> q.isOfItem() && item.getCode().equals(q.getItem()) && dimension.equals(q.getDimension()))
                .collect(Collectors.toList());
    }
}
