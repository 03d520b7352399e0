/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.CountedFrom;
import org.openmrs.module.smpr.site.Wave;

/**
 * One instrument of one wave in one episode, and which assessments suit it. Whatever it says of days follows from the record
 * and not from today: it can be kept, and compared with today later.
 */
final class Slot {

    @Getter
    private final Episode episode;

    @Getter
    private final Wave wave;

    @Getter
    private final String instrument;

    private final List<StatedDay> stated;

    /** The phases of the episode in which it is made, where it is not made in any. */
    private final List<PhaseSpan> own;

    /** Null where the day that it is counted from is not known. */
    @Getter
    private final LocalDate due;

    /** The last day of its phase or its episode; null while they last. The day of a change counts to both: it has a morning and an evening. */
    private final LocalDate lastInCare;

    private final DueReason lastBecause;

    /** The last day before the next wave with the same instrument opens; null for none. */
    private LocalDate lastBeforeNext;

    /** @param stated of the person */
    Slot(Episode episode, Wave wave, String instrument, List<StatedDay> stated) {
        this.episode = episode;
        this.wave = wave;
        this.instrument = instrument;
        this.stated = stated.stream()
                .filter(day -> day.getOf() == wave.getCountedFrom() && episode.contains(day.getRecorded()))
                .collect(Collectors.toList());
        this.own = episode.getPhases().stream()
                .filter(span -> wave.getPhases().contains(span.getPhase()))
                .collect(Collectors.toList());
        this.due = countedFrom().map(wave::due).orElse(null);
        LocalDate endOfPhase = isPhaseOver() ? lastOf(own).getTo() : null;
        LocalDate endOfEpisode = endOfEpisode();
        boolean phaseFirst = endOfPhase != null && (endOfEpisode == null || endOfPhase.isBefore(endOfEpisode));
        this.lastInCare = phaseFirst ? endOfPhase : endOfEpisode;
        if (lastInCare == null) {
            this.lastBecause = null;
        } else if (phaseFirst) {
            this.lastBecause = DueReason.PHASE_OVER;
        } else {
            this.lastBecause = hasDied() ? DueReason.DIED : DueReason.ENDED;
        }
    }

    /** @return each instrument of each wave of each episode, in order */
    static List<Slot> all(List<Episode> episodes, List<StatedDay> stated, List<Wave> waves) {
        List<Slot> all = new ArrayList<>();
        for (Episode episode : episodes) {
            List<Slot> own = new ArrayList<>();
            for (Wave wave : waves) {
                wave.getInstruments().forEach(code -> own.add(new Slot(episode, wave, code, stated)));
            }
            for (int i = 0; i < own.size(); i++) {
                Slot slot = own.get(i);
                own.subList(i + 1, own.size()).stream()
                        .filter(later -> later.instrument.equals(slot.instrument))
                        .map(later -> later.term().orElse(null))
                        .filter(term -> term != null && !term.isOverBeforeDue())
                        .map(Term::getOpens)
                        .min(Comparator.naturalOrder())
                        .ifPresent(opens -> slot.lastBeforeNext = opens.minusDays(1));
            }
            all.addAll(own);
        }
        return all;
    }

    /** @return why it is not to be done whatever the day, as the record stands; empty where the day decides */
    Optional<DueReason> reason() {
        if (!episode.isOpen()
                && wave.getCountedFrom() == CountedFrom.RELEASE
                && !episode.released().isPresent()) {
            return Optional.of(hasDied() ? DueReason.DIED : DueReason.NEVER_RELEASED);
        }
        if (due == null) {
            return Optional.of(
                    wave.getCountedFrom() == CountedFrom.RELEASE ? DueReason.NO_RELEASE_DAY : DueReason.NO_END_DAY);
        }
        if (isPossible()) {
            return Optional.empty();
        }
        if (episode.isOpen()) {
            return Optional.of(DueReason.NOT_IN_PHASE);
        }
        return Optional.of(hasDied() ? DueReason.DIED : DueReason.NEVER_IN_PHASE);
    }

    /** @return from when until when it is to be done; empty where {@link #reason} says why not */
    Optional<Term> term() {
        return reason().isPresent() ? Optional.empty() : Optional.of(term(due));
    }

    /** @return the same of the independent second rating beside that first one */
    Term second(MadeAssessment first) {
        if (wave.getSecondWithinDays() == null) {
            return term(dueOf(first));
        }
        LocalDate from = first.getDay().minusDays(wave.getSecondWithinDays());
        LocalDate to = first.getDay().plusDays(wave.getSecondWithinDays());
        return term(due == null ? first.getDay() : due).toBuilder()
                .due(first.getDay())
                .from(from)
                .to(to)
                .opens(from)
                .build()
                .until(to, DueReason.TOO_FAR_APART);
    }

    /** @return the same of one that was made: by the day that it was due when it was made, if it lies within the window of that */
    Term of(MadeAssessment made) {
        return term(dueOf(made));
    }

    private Term term(LocalDate onDay) {
        LocalDate from = onDay.minusDays(wave.getDaysBefore());
        LocalDate to = onDay.plusDays(wave.getDaysAfter());
        Term term = Term.builder()
                .due(onDay)
                .from(from)
                .to(to)
                .opens(inPhase(from))
                .last(lastInCare)
                .lastBecause(lastBecause)
                .build();
        // Its own window stays open, whatever opens beside it.
        return lastBeforeNext == null
                ? term
                : term.until(lastBeforeNext.isAfter(to) ? lastBeforeNext : to, DueReason.NEXT_WAVE);
    }

    /** @return as {@link Matching} compares it: in its window as it is now, or as it stood on the day of the assessment, or late */
    long suits(MadeAssessment made) {
        LocalDate day = made.getDay();
        boolean neverInPhase = !wave.getPhases().isEmpty() && own.isEmpty();
        if (neverInPhase || isBeforePhase(day) || lastInCare != null && day.isAfter(lastInCare)) {
            return 0;
        }
        LocalDate on = dueOf(made);
        if (on == null) {
            return 0;
        }
        if (isInWindow(on, day)) {
            return Matching.suits(true, on, day);
        }
        Term term = term(on);
        boolean late = day.isAfter(term.getTo()) && (term.getLast() == null || !day.isAfter(term.getLast()));
        return late ? Matching.suits(false, on, day) : 0;
    }

    /** @return how a second rating suits, beside that first one */
    long suitsBeside(MadeAssessment first, MadeAssessment second) {
        Term term = second(first);
        LocalDate day = second.getDay();
        if (day.isBefore(term.getOpens()) || term.getLast() != null && day.isAfter(term.getLast())) {
            return 0;
        }
        return Matching.suits(!day.isAfter(term.getTo()), first.getDay(), day);
    }

    /**
     * What was done for a day that has moved since stays done.
     *
     * @return the nearest of the days on which it is due now, or was by what stood in the record on the day of the assessment,
     *     in whose window that lies; else the day on which it is due now, or null
     */
    private LocalDate dueOf(MadeAssessment made) {
        LocalDate day = made.getDay();
        return daysDue(day).stream()
                .filter(on -> isInWindow(on, day))
                .min(Comparator.comparing(on -> Math.abs(ChronoUnit.DAYS.between(on, day))))
                .orElse(due);
    }

    private Set<LocalDate> daysDue(LocalDate day) {
        Set<LocalDate> days = new LinkedHashSet<>();
        if (due != null) {
            days.add(due);
        }
        stated.stream()
                .filter(s -> s.stoodOn(day))
                .map(s -> wave.due(s.getDay()))
                .forEach(days::add);
        boolean extended = stated.stream().anyMatch(s -> s.getFrom().isBefore(day));
        if (wave.getCountedFrom() == CountedFrom.END_OF_CARE && !extended) {
            episode.postPrisonCareBegun()
                    .map(begun -> wave.due(begun.plusMonths(Episode.MONTHS_OF_POST_PRISON_CARE)))
                    .ifPresent(days::add);
        }
        return days;
    }

    private boolean isInWindow(LocalDate on, LocalDate day) {
        return !day.isBefore(on.minusDays(wave.getDaysBefore())) && !day.isAfter(on.plusDays(wave.getDaysAfter()));
    }

    private Optional<LocalDate> countedFrom() {
        switch (wave.getCountedFrom()) {
            case ENTRY:
                return Optional.of(episode.getBegun());
            case RELEASE:
                return episode.released().isPresent() ? episode.released() : episode.plannedRelease();
            default:
                Optional<LocalDate> planned = episode.plannedEnd();
                boolean endedBefore = !episode.isOpen()
                        && !planned.filter(day -> !day.isAfter(episode.getEnded()))
                                .isPresent();
                return endedBefore ? Optional.of(episode.getEnded()) : planned;
        }
    }

    /** What is made at the end of care can be made a while after it, but for those who died. */
    private LocalDate endOfEpisode() {
        if (episode.isOpen()) {
            return null;
        }
        LocalDate ended = episode.getEnded();
        boolean afterwards = wave.getCountedFrom() == CountedFrom.END_OF_CARE && !hasDied();
        LocalDate last = afterwards ? due.plusDays(wave.getDaysAfter()) : ended;
        return last.isAfter(ended) ? last : ended;
    }

    private boolean hasDied() {
        return Records.DIED.equals(episode.getEndReason());
    }

    /** Whether the person is in one of its phases, or was, and comes back into none of them. */
    private boolean isPossible() {
        return wave.getPhases().isEmpty()
                || !own.isEmpty() && (isPhaseOver() || own.contains(lastOf(episode.getPhases())));
    }

    /** Nobody comes back from post-prison care within an episode; from pre-release he may, where a release falls through. */
    private boolean isPhaseOver() {
        if (own.isEmpty() || lastOf(own).getTo() == null) {
            return false;
        }
        PhaseSpan now = lastOf(episode.getPhases());
        return !own.contains(now) && (!episode.isOpen() || now.getPhase().equals(CommonQuestions.APC));
    }

    private boolean isBeforePhase(LocalDate day) {
        return !own.isEmpty()
                && day.isBefore(own.get(0).getFrom())
                && own.get(0).getFrom().isAfter(episode.getBegun());
    }

    private LocalDate inPhase(LocalDate day) {
        return isBeforePhase(day) ? own.get(0).getFrom() : day;
    }

    private static PhaseSpan lastOf(List<PhaseSpan> spans) {
        return spans.get(spans.size() - 1);
    }
}
