/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.assessment.StandingAssessments;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.site.CareGap;
import org.openmrs.module.smpr.site.Wave;

/** Finds which assessments of a person belong to which wave of the plan, and what of it is due, missed or not to be done. */
public final class PlanOfCare {

    private final Course course;

    private final List<Wave> waves;

    private final List<Slot> slots;

    private final Map<Slot, MadeAssessment> done = new HashMap<>();

    private final Map<Slot, MadeAssessment> doneTwice = new HashMap<>();

    private final CareGap careGap;

    /** @param careGap null where the site has set nothing */
    PlanOfCare(Course course, List<Wave> waves, CareGap careGap) {
        this.course = course;
        this.waves = waves;
        this.careGap = careGap;
        this.slots = Slot.all(course.getEpisodes(), course.getStated(), waves);
        Set<String> instruments =
                slots.stream().map(Slot::getInstrument).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String instrument : instruments) {
            done.putAll(Matching.of(slots(instrument, slot -> true), standing(made(instrument, false)), Slot::suits));
            doneTwice.putAll(Matching.of(
                    slots(instrument, slot -> wantsSecond(slot) && done.containsKey(slot)),
                    made(instrument, true),
                    (slot, second) -> slot.suitsBeside(done.get(slot), second)));
        }
    }

    /** @return the same as if only these assessments and contacts had been made, by their uuids */
    public PlanOfCare withOnly(Set<String> uuids) {
        return new PlanOfCare(
                course.toBuilder()
                        .assessments(course.getAssessments().stream()
                                .filter(made -> uuids.contains(made.getUuid()))
                                .collect(Collectors.toList()))
                        .contacts(course.getContacts().stream()
                                .filter(kept -> uuids.contains(kept.getUuid()))
                                .collect(Collectors.toList()))
                        .build(),
                waves,
                careGap);
    }

    private List<Slot> slots(String instrument, Predicate<Slot> which) {
        return slots.stream()
                .filter(slot -> slot.getInstrument().equals(instrument) && which.test(slot))
                .collect(Collectors.toList());
    }

    private List<MadeAssessment> made(String instrument, boolean independent) {
        return inOrder(course.getAssessments().stream()
                .filter(made -> made.getInstrument().equals(instrument) && made.isIndependent() == independent));
    }

    /** One a day, as {@link StandingAssessments} has it: the latest consensus, else the latest. */
    private static List<MadeAssessment> standing(List<MadeAssessment> made) {
        Map<LocalDate, MadeAssessment> byDay = new LinkedHashMap<>();
        for (MadeAssessment one : made) {
            byDay.merge(
                    one.getDay(),
                    one,
                    (earlier, later) -> earlier.isConsensus() && !later.isConsensus() ? earlier : later);
        }
        return new ArrayList<>(byDay.values());
    }

    private static List<MadeAssessment> inOrder(Stream<MadeAssessment> made) {
        return made.sorted(Comparator.comparing(MadeAssessment::getDay)).collect(Collectors.toList());
    }

    private static boolean wantsSecond(Slot slot) {
        return slot.getWave().getDoubleRatings().contains(slot.getInstrument());
    }

    /** @return how it stands with each episode of the person today */
    public List<EpisodePlan> on(LocalDate today) {
        return course.getEpisodes().stream()
                .map(episode -> EpisodePlan.builder()
                        .uuid(episode.getUuid())
                        .patient(episode.getPatient())
                        .waves(waves(episode, today))
                        .unscheduled(unscheduled(episode))
                        .care(new CareCourse(episode, course.getContacts(), careGap).on(today))
                        .build())
                .collect(Collectors.toList());
    }

    private List<WaveDue> waves(Episode episode, LocalDate today) {
        List<WaveDue> waves = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.getEpisode().equals(episode)) {
                waves.add(first(slot, today));
                if (wantsSecond(slot)) {
                    waves.add(second(slot, today));
                }
            }
        }
        return Collections.unmodifiableList(waves);
    }

    private WaveDue first(Slot slot, LocalDate today) {
        MadeAssessment made = done.get(slot);
        WaveDue.WaveDueBuilder due = due(slot);
        return made != null
                ? made(due, slot.of(made), made)
                : open(due, slot, slot.term().orElse(null), today);
    }

    private WaveDue second(Slot slot, LocalDate today) {
        MadeAssessment first = done.get(slot);
        MadeAssessment second = doneTwice.get(slot);
        WaveDue.WaveDueBuilder due = due(slot).second(true);
        if (second != null) {
            return made(due, slot.second(first), second);
        }
        return open(due, slot, first == null ? slot.term().orElse(null) : slot.second(first), today);
    }

    private static WaveDue.WaveDueBuilder due(Slot slot) {
        return WaveDue.builder().wave(slot.getWave()).instrument(slot.getInstrument());
    }

    private static WaveDue made(WaveDue.WaveDueBuilder due, Term term, MadeAssessment made) {
        return dated(due, term)
                .status(DueStatus.DONE)
                .assessment(made)
                .inWindow(!made.getDay().isBefore(term.getFrom())
                        && !made.getDay().isAfter(term.getTo()))
                .build();
    }

    /** @param term null where the slot says why there is none */
    private static WaveDue open(WaveDue.WaveDueBuilder due, Slot slot, Term term, LocalDate today) {
        if (term == null) {
            DueReason reason = slot.reason().get();
            return due.status(status(reason)).reason(reason).due(slot.getDue()).build();
        }
        DueStatus status = term.on(today);
        return dated(due, term)
                .status(status)
                .reason(term.reasonOn(today))
                .overdueSince(status == DueStatus.OVERDUE ? term.overdueFrom() : null)
                .build();
    }

    private static WaveDue.WaveDueBuilder dated(WaveDue.WaveDueBuilder due, Term term) {
        return due.due(term.getDue()).from(term.getFrom()).to(term.getTo());
    }

    private static DueStatus status(DueReason reason) {
        switch (reason) {
            case NO_RELEASE_DAY:
            case NO_END_DAY:
                return DueStatus.NOT_DATED;
            case NOT_IN_PHASE:
                return DueStatus.NOT_YET;
            default:
                return DueStatus.NOT_APPLICABLE;
        }
    }

    private List<MadeAssessment> unscheduled(Episode episode) {
        Set<String> scheduled = new HashSet<>();
        Stream.of(done, doneTwice)
                .flatMap(matched -> matched.values().stream())
                .forEach(made -> scheduled.add(made.getUuid()));
        return inOrder(course.getAssessments().stream()
                .filter(made -> episode.contains(made.getDay()) && !scheduled.contains(made.getUuid())));
    }

    /** @return of the episodes that are open, or whose last wave may still be made, whatever is to be done and is not */
    List<Due> open(int aheadDays) {
        List<Due> open = new ArrayList<>();
        for (Slot slot : slots) {
            MadeAssessment first = done.get(slot);
            if (first == null) {
                slot.term().ifPresent(term -> open.add(ofWave(slot, term, DueKind.ASSESSMENT)));
            }
            if (wantsSecond(slot) && !doneTwice.containsKey(slot)) {
                Optional<Term> term = first == null ? slot.term() : Optional.of(slot.second(first));
                term.ifPresent(t -> open.add(ofWave(slot, t, DueKind.SECOND_RATING)));
            }
        }
        for (Episode episode : course.getEpisodes()) {
            if (episode.isOpen()) {
                episode.plannedRelease().ifPresent(day -> open.add(onDay(episode, DueKind.RELEASE, day, aheadDays)));
                if (episode.postPrisonCareBegun().isPresent()) {
                    episode.plannedEnd()
                            .ifPresent(day -> open.add(onDay(episode, DueKind.END_OF_CARE, day, aheadDays)));
                }
                new CareCourse(episode, course.getContacts(), careGap)
                        .brokenFrom()
                        .ifPresent(day -> open.add(onDay(episode, DueKind.CONTACT, day.minusDays(1), -1)));
            }
        }
        return open;
    }

    private static Due ofWave(Slot slot, Term term, DueKind kind) {
        return Due.builder()
                .episode(slot.getEpisode())
                .kind(kind)
                .wave(slot.getWave().getCode())
                .instrument(slot.getInstrument())
                .term(term)
                .build();
    }

    private static Due onDay(Episode episode, DueKind kind, LocalDate day, int aheadDays) {
        return Due.builder()
                .episode(episode)
                .kind(kind)
                .term(Term.builder()
                        .due(day)
                        .from(day)
                        .to(day)
                        .opens(day.minusDays(aheadDays))
                        .build())
                .build();
    }
}
