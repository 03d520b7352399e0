/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.CommonQuestions;

/** In which order the days and phases of an episode can follow each other, noting whatever cannot be. */
final class EpisodeRules {

    static final String BEGUN = "begun";

    static final String PHASE_FROM = "phaseFrom";

    static final String ENDED = "ended";

    private static final String COMPLETED = "COMPLETED";

    private final LocalDate today;

    private final List<Fault> faults;

    /** @param faults what is found wrong is added here */
    EpisodeRules(LocalDate today, List<Fault> faults) {
        this.today = today;
        this.faults = faults;
    }

    /**
     * @param others the other episodes of the person, voided ones left out
     * @param phase that it begins with
     */
    void begin(List<Episode> others, LocalDate day, String phase) {
        if (others.stream().anyMatch(Episode::isOpen)) {
            faults.add(Fault.of(Fields.PATIENT, "episodeOpen"));
        }
        if (!phase.equals(CommonQuestions.CUSTODY) && !phase.equals(CommonQuestions.PRE_RELEASE)) {
            faults.add(Fault.of(EpisodeReader.PHASE, "apcBeforeRelease"));
        }
        if (others.stream()
                .anyMatch(other -> !other.isOpen() && other.getEnded().isAfter(day))) {
            faults.add(Fault.of(BEGUN, "beforeEndOfOther"));
        }
        refuseFuture(BEGUN, day);
    }

    /** The first day of an episode, charted wrongly before. */
    void beginOtherwise(Episode episode, List<Episode> others, LocalDate day) {
        refuseFuture(BEGUN, day);
        if (others.stream().anyMatch(other -> !other.isOpen() && overlaps(episode, other, day))) {
            faults.add(Fault.of(BEGUN, "beforeEndOfOther"));
        }
        boolean behindSecond = episode.getPhases().size() > 1
                && day.isAfter(episode.getPhases().get(1).getFrom());
        if (behindSecond || !episode.isOpen() && day.isAfter(episode.getEnded())) {
            faults.add(Fault.of(BEGUN, "afterPhase"));
        }
    }

    private static boolean overlaps(Episode episode, Episode other, LocalDate day) {
        return other.getBegun().isBefore(episode.getBegun()) && other.getEnded().isAfter(day);
    }

    /**
     * @param leftBuilding the day on which he left the building, as it will be charted with this
     * @param from the first day of the phase
     */
    void move(Episode episode, String phase, LocalDate from, Optional<LocalDate> leftBuilding) {
        if (phase.equals(CommonQuestions.UCTI)) {
            faults.add(Fault.of(EpisodeReader.PHASE, "phaseOfPlacement"));
            return;
        }
        if (!Phases.IN_ORDER.contains(phase)) {
            faults.add(Fault.of(EpisodeReader.PHASE, "unknownAnswer", phase));
            return;
        }
        if (!episode.isOpen()) {
            faults.add(Fault.of(EpisodeReader.PHASE, "episodeEnded"));
        }
        refuseFuture(PHASE_FROM, from);
        String now = episode.phase().orElse(null);
        boolean corrected = phase.equals(now);
        if (CommonQuestions.APC.equals(now) && !corrected) {
            faults.add(Fault.of(EpisodeReader.PHASE, "phaseAfterRelease"));
        }
        LocalDate notBefore = firstDayOfLast(episode, corrected);
        if (from.isBefore(notBefore)) {
            faults.add(Fault.of(PHASE_FROM, "beforePhase"));
        }
        if (phase.equals(CommonQuestions.APC)
                && !leftBuilding.filter(day -> !day.isAfter(from)).isPresent()) {
            faults.add(Fault.of(EpisodeReader.PHASE, "apcBeforeRelease"));
        }
    }

    /** Where the last phase itself is corrected, the one before it counts. */
    private static LocalDate firstDayOfLast(Episode episode, boolean corrected) {
        List<PhaseSpan> phases = episode.getPhases();
        int index = phases.size() - (corrected ? 2 : 1);
        return index < 0 ? episode.getBegun() : phases.get(index).getFrom();
    }

    /**
     * @param phase that it ends in; null where the record does not say
     * @param phaseFrom the first day of that phase
     */
    void end(Episode episode, String phase, LocalDate phaseFrom, String reason, LocalDate day) {
        if (!episode.isOpen()) {
            faults.add(Fault.of(EpisodeReader.END, "episodeEnded"));
        }
        refuseFuture(ENDED, day);
        if (day.isBefore(phaseFrom)) {
            faults.add(Fault.of(ENDED, "endBeforeStart"));
        }
        if (COMPLETED.equals(reason) && !CommonQuestions.APC.equals(phase)) {
            faults.add(Fault.of(EpisodeReader.END, "completedBeforeApc"));
        }
    }

    /** An end that is taken away. */
    void reopen(Episode episode, List<Episode> others) {
        if (episode.isOpen()) {
            faults.add(Fault.of(EpisodeReader.END, "episodeNotEnded"));
        }
        if (others.stream().anyMatch(other -> !other.getBegun().isBefore(episode.getBegun()))) {
            faults.add(Fault.of(EpisodeReader.END, "laterEpisode"));
        }
    }

    /** The day on which he left the building, beside the days of the phases. */
    void release(Optional<LocalDate> postPrisonCareBegun, Optional<LocalDate> leftBuilding) {
        if (postPrisonCareBegun.isPresent()
                && leftBuilding
                        .filter(day -> day.isAfter(postPrisonCareBegun.get()))
                        .isPresent()) {
            faults.add(Fault.of("release.leftBuilding", "apcBeforeRelease"));
        }
    }

    /** A later end than was planned, of the post-prison care that there is. */
    void extend(Optional<LocalDate> postPrisonCareBegun, LocalDate until) {
        if (!postPrisonCareBegun.filter(until::isAfter).isPresent()) {
            faults.add(Fault.of("extension.until", "notExtended"));
        }
    }

    private void refuseFuture(String field, LocalDate day) {
        if (day.isAfter(today)) {
            faults.add(Fault.of(field, "inTheFuture"));
        }
    }
}
