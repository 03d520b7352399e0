/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Result;
import org.openmrs.module.smpr.outcome.HorizonStatus.Note;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Answer;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Certainty;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Conviction;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;

/** Finds what of a person's record is an event since his index day, or may be one, and why it may not. */
final class PossibleEvents {

    private final LocalDate index;

    private final LocalDate today;

    private final List<OutcomeEvent> offences;

    private final List<FollowUpCheck> checks;

    /** Null where the site has none. */
    private final String violentBy;

    /**
     * @param events none voided
     * @param checks none voided
     * @param violentBy the name of the site's definition of violence; null for none
     */
    PossibleEvents(
            LocalDate index, LocalDate today, List<OutcomeEvent> events, List<FollowUpCheck> checks, String violentBy) {
        this.index = index;
        this.today = today;
        this.offences = events.stream()
                .filter(event -> event.getKind() == Kind.NEW_OFFENCE)
                .collect(Collectors.toList());
        this.checks = checks;
        this.violentBy = violentBy;
    }

    List<PossibleEvent> of(Counted counted) {
        List<PossibleEvent> events = new ArrayList<>();
        List<OutcomeEvent> counting = new ArrayList<>();
        offences.forEach(offence -> {
            PossibleEvent event = event(offence, counted);
            if (event != null) {
                events.add(event);
                counting.add(offence);
            }
        });
        unexplained(counting).stream().map(this::unrecorded).forEach(events::add);
        return events;
    }

    /**
     * An offence explains one check, of which it was not after the day. One that does not count explains none: the check
     * may have found another, which does.
     *
     * @param counting the offences that count
     * @return the checks that found an event since the index day that none of them is left to explain
     */
    private List<FollowUpCheck> unexplained(List<OutcomeEvent> counting) {
        List<OutcomeEvent> left = new ArrayList<>(counting);
        // In order of day, whatever can explain a check can explain every later one too: any will do.
        return checks.stream()
                .filter(check -> check.getResult() == Result.EVENT_KNOWN
                        && !check.getDay().isBefore(index))
                .sorted(Comparator.comparing(FollowUpCheck::getDay))
                .filter(check -> {
                    Optional<OutcomeEvent> found = left.stream()
                            .filter(offence -> isNotAfter(offence, check.getDay()))
                            .findFirst();
                    found.ifPresent(left::remove);
                    return !found.isPresent();
                })
                .collect(Collectors.toList());
    }

    /** @return whether an offence that can lie between the index day and the horizon counts for none, because no conviction came of it */
    boolean leavesOutWhatWasNotConvicted(LocalDate horizon) {
        return offences.stream()
                .anyMatch(offence -> offence.getConviction() == Conviction.NONE
                        && !factsUntil(offence).isBefore(index)
                        && isNotAfter(offence, horizon));
    }

    /** What a source tells of later may have happened before it told of nothing. */
    private PossibleEvent unrecorded(FollowUpCheck check) {
        return new PossibleEvent(index, check.getDay(), false, EnumSet.of(Note.EVENT_NOT_RECORDED));
    }

    /** @return null where it is none, whatever is not known of it */
    private PossibleEvent event(OutcomeEvent offence, Counted counted) {
        if (offence.getConviction() == Conviction.NONE || factsUntil(offence).isBefore(index)) {
            return null;
        }
        boolean convicted = offence.getConviction() == Conviction.FINAL;
        Set<Note> doubts = EnumSet.noneOf(Note.class);
        LocalDate first = factsFrom(offence).orElse(LocalDate.MIN);
        if (first.isBefore(index)) {
            doubts.add(Note.EVENT_NOT_DATED);
        }
        LocalDate last = factsUntil(offence);
        if (counted.isByConviction()) {
            if (offence.getConviction() == Conviction.NOT_YET) {
                return null;
            }
            if (!convicted) {
                doubts.add(Note.CONVICTION_NOT_KNOWN);
            }
            first = offence.getConvicted() == null ? first : offence.getConvicted();
            last = offence.getConvicted() == null ? today : offence.getConvicted();
            if (last.isBefore(index)) {
                return null;
            }
        }
        if (offence.getCertainty() != Certainty.ESTABLISHED) {
            doubts.add(Note.EVENT_UNCERTAIN);
        }
        if (counted.isViolent()) {
            boolean answered = offence.getViolent() != Answer.NOT_KNOWN
                    && violentBy != null
                    && violentBy.equals(offence.getViolentBy());
            if (answered && offence.getViolent() == Answer.NO) {
                return null;
            }
            if (!answered) {
                doubts.add(Note.VIOLENCE_NOT_KNOWN);
            }
        }
        return new PossibleEvent(Span.latest(first, index), Span.latest(last, index), convicted, doubts);
    }

    /** @return whether the facts can have been by that day */
    private static boolean isNotAfter(OutcomeEvent offence, LocalDate day) {
        return !factsFrom(offence).filter(first -> first.isAfter(day)).isPresent();
    }

    /** @return the first day that the facts can have been; empty where nothing is known of it */
    private static Optional<LocalDate> factsFrom(OutcomeEvent offence) {
        return Optional.ofNullable(offence.getDate()).map(PartialDate::getEarliest);
    }

    /** @return the last day that the facts can have been: nobody learns of them, or convicts for them, before */
    private LocalDate factsUntil(OutcomeEvent offence) {
        LocalDate dated = offence.getDate() == null ? null : offence.getDate().getLatest();
        return Stream.of(dated, offence.getInformed(), offence.getConvicted())
                .filter(Objects::nonNull)
                .reduce(today, Span::earliest);
    }
}
