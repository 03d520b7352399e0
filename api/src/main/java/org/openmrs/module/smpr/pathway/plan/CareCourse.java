/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.site.CareGap;

/**
 * The kept contacts of one episode, and the times without any. They are counted from the last kept contact, or, where there
 * was none since, from the first of the days in a row on which the site watches contacts: of the episode, or of the phases
 * that the site has named. A change of phase is no contact, and where both phases are watched it starts nothing anew.
 */
final class CareCourse {

    private final Episode episode;

    /** Days of kept contacts within the episode. */
    private final TreeSet<LocalDate> kept;

    private final List<KeptContact> contacts;

    /** Null where the site has set nothing. */
    private final CareGap gap;

    /** In a row each; the end is the first day no longer watched, null while it lasts. */
    private final List<PhaseSpan> watched;

    /** @param contacts of the person */
    CareCourse(Episode episode, List<KeptContact> contacts, CareGap gap) {
        this.episode = episode;
        this.contacts = contacts.stream()
                .filter(contact -> episode.contains(contact.getDay()))
                .collect(Collectors.toList());
        this.kept = this.contacts.stream().map(KeptContact::getDay).collect(Collectors.toCollection(TreeSet::new));
        this.gap = gap;
        this.watched = gap == null ? Collections.emptyList() : watched();
    }

    /** @return how it stands today */
    CareGiven on(LocalDate today) {
        LocalDate asOf = episode.isOpen() || today.isBefore(episode.getEnded()) ? today : episode.getEnded();
        LocalDate lastKept = kept.isEmpty() ? null : kept.last();
        Optional<LocalDate> brokenFrom = brokenFrom();
        Optional<LocalDate> released = episode.released();
        Optional<LocalDate> first = released.flatMap(this::firstContact);
        boolean broken = brokenFrom.filter(day -> !day.isAfter(today)).isPresent();
        return CareGiven.builder()
                .lastKept(lastKept)
                .daysSince(lastKept == null ? null : ChronoUnit.DAYS.between(lastKept, asOf))
                .broken(countedFrom().isPresent() ? Boolean.valueOf(broken) : null)
                .brokenSince(broken ? brokenFrom.get() : null)
                .watched(watched.stream().anyMatch(span -> !span.getFrom().isAfter(asOf)))
                .breaks(breaks(today))
                .released(released.orElse(null))
                .firstContact(first.orElse(null))
                .releaseToFirstContact(first.map(day -> ChronoUnit.DAYS.between(released.get(), day))
                        .orElse(null))
                .build();
    }

    /** @return the first day on which contacts are, or will be, missing for too long; empty where they are not watched */
    Optional<LocalDate> brokenFrom() {
        return countedFrom().map(day -> day.plusDays(gap.getDays() + 1L));
    }

    /** @return the day from which the time without a contact counts that lasts now */
    private Optional<LocalDate> countedFrom() {
        PhaseSpan now = watched.isEmpty() ? null : watched.get(watched.size() - 1);
        if (!episode.isOpen() || now == null || now.getTo() != null) {
            return Optional.empty();
        }
        return Optional.of(kept.isEmpty() || kept.last().isBefore(now.getFrom()) ? now.getFrom() : kept.last());
    }

    private List<BreakInCare> breaks(LocalDate today) {
        List<BreakInCare> breaks = new ArrayList<>();
        for (PhaseSpan span : watched) {
            LocalDate end = span.getTo() == null ? null : span.getTo().minusDays(1);
            LocalDate from = span.getFrom();
            for (LocalDate day : kept.tailSet(from)) {
                if (end != null && day.isAfter(end)) {
                    break;
                }
                add(breaks, from, day, day);
                from = day;
            }
            add(breaks, from, end, end == null || end.isAfter(today) ? today : end);
        }
        return Collections.unmodifiableList(breaks);
    }

    private void add(List<BreakInCare> breaks, LocalDate from, LocalDate to, LocalDate until) {
        long days = ChronoUnit.DAYS.between(from, until);
        if (days > gap.getDays()) {
            breaks.add(new BreakInCare(from, to, days));
        }
    }

    /** One in custody on the day of release was before it. */
    private Optional<LocalDate> firstContact(LocalDate released) {
        return contacts.stream()
                .filter(contact -> !contact.isInCustody())
                .map(KeptContact::getDay)
                .filter(day -> !day.isBefore(released))
                .min(LocalDate::compareTo);
    }

    private List<PhaseSpan> watched() {
        if (gap.getPhases().isEmpty()) {
            LocalDate end = episode.isOpen() ? null : episode.getEnded().plusDays(1);
            return Collections.singletonList(new PhaseSpan(null, episode.getBegun(), end));
        }
        List<PhaseSpan> watched = new ArrayList<>();
        for (PhaseSpan span : episode.getPhases()) {
            if (gap.getPhases().contains(span.getPhase())) {
                PhaseSpan before = watched.isEmpty() ? null : watched.get(watched.size() - 1);
                if (before != null && span.getFrom().equals(before.getTo())) {
                    watched.set(watched.size() - 1, new PhaseSpan(null, before.getFrom(), span.getTo()));
                } else {
                    watched.add(new PhaseSpan(null, span.getFrom(), span.getTo()));
                }
            }
        }
        return watched;
    }
}
