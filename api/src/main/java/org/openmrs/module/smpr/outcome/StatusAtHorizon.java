/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Result;
import org.openmrs.module.smpr.outcome.HorizonStatus.Note;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Certainty;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;

/**
 * Tells what is known of one person at a horizon. An event is one from the index day to the day of the horizon, both
 * among them. What is uncertain, or cannot be dated well enough, is no event and no absence of one either: from the first
 * day that it can have been, the status is not known, whether he died later or not.
 */
public final class StatusAtHorizon {

    private final LocalDate index;

    private final List<OutcomeEvent> events;

    private final List<FollowUpCheck> checks;

    private final OutcomeRegisterSettings settings;

    /** The last day that anything is told of. */
    private final LocalDate until;

    private final LocalDate today;

    private final PossibleEvents possibleEvents;

    /**
     * @param index the first day of the follow-up
     * @param events the person's; the voided among them are left out
     * @param checks the person's; the voided among them are left out
     */
    public StatusAtHorizon(
            LocalDate index,
            List<OutcomeEvent> events,
            List<FollowUpCheck> checks,
            OutcomeRegisterSettings settings,
            LocalDate today) {
        this(index, events, checks, settings, today, today);
    }

    /**
     * @param until the last day that anything may be told of: not after today, and before it where somebody is followed no longer. Of a
     *     horizon between the two it is not known what had happened by then
     */
    public StatusAtHorizon(
            LocalDate index,
            List<OutcomeEvent> events,
            List<FollowUpCheck> checks,
            OutcomeRegisterSettings settings,
            LocalDate until,
            LocalDate today) {
        this.index = index;
        this.events = standing(events);
        this.checks = standing(checks);
        this.settings = settings;
        this.until = until;
        this.today = today;
        this.possibleEvents = new PossibleEvents(
                index,
                until,
                this.events,
                this.checks,
                settings.getViolentDefinition() == null
                        ? null
                        : settings.getViolentDefinition().getName());
    }

    private static <T extends RegisterEntry> List<T> standing(List<T> entries) {
        return entries.stream()
                .filter(entry -> entry.getAudit() == null || !entry.getAudit().isVoided())
                .collect(Collectors.toList());
    }

    /**
     * @param horizon not before the index day
     * @param counted what counts as an event
     */
    public HorizonStatus at(LocalDate horizon, Counted counted) {
        List<PossibleEvent> possible = possibleEvents.of(counted);
        Optional<PossibleEvent> event = possible.stream()
                .filter(e -> e.isSureUntil(horizon))
                .min(Comparator.comparing(PossibleEvent::getEarliest).thenComparing(PossibleEvent::getLatest));
        Optional<Death> death = death().filter(d -> d.sure && !d.latest.isAfter(horizon))
                .filter(d -> possible.stream().noneMatch(e -> e.mayBeUntil(d.latest)));
        LocalDate knownFreeUntil = knownFreeUntil(possible);
        LocalDate knownUntil = knownUntil(horizon, knownFreeUntil);
        HorizonStatus.HorizonStatusBuilder status = HorizonStatus.builder()
                .counted(counted)
                .horizon(horizon)
                .knownFreeUntil(knownFreeUntil)
                .noEventKnownUntil(coveredUntil(check -> !isSufficient(check) && isEmpty(check)))
                .lostSince(lostSince(horizon))
                .notAtRisk(notAtRisk(horizon))
                .notes(notes(horizon, possible));
        if (event.isPresent()) {
            return status.status(Status.EVENT)
                    .day(event.get().getEarliest())
                    .latestDay(event.get().getLatest())
                    .provisional(settings.getConvictionLagYears() == null
                            || !event.get().isConvicted())
                    .build();
        }
        if (death.isPresent()) {
            boolean known = knownFreeUntil != null && !knownFreeUntil.isBefore(death.get().latest);
            return status.status(known ? Status.DIED : Status.DIED_NOT_KNOWN)
                    .day(death.get().earliest)
                    .latestDay(death.get().latest)
                    .provisional(!known || !isFinalAt(death.get().latest))
                    .build();
        }
        if (today.isBefore(horizon)) {
            return status.status(Status.NOT_YET_REACHED)
                    .day(horizon)
                    .latestDay(horizon)
                    .provisional(true)
                    .build();
        }
        if (!knownUntil.isBefore(horizon)) {
            return status.status(Status.FREE_KNOWN)
                    .day(horizon)
                    .latestDay(horizon)
                    .provisional(!isFinalAt(horizon))
                    .build();
        }
        return status.status(Status.NOT_KNOWN_SINCE)
                .day(knownUntil)
                .latestDay(knownUntil)
                .provisional(true)
                .build();
    }

    /** @return the last day that an established death can have been; empty where none is recorded */
    Optional<LocalDate> diedUntil() {
        return death().filter(d -> d.sure).map(d -> d.latest);
    }

    boolean isSufficient(FollowUpCheck check) {
        return settings.getSufficientSources().contains(check.getSource());
    }

    /** @return the checks that are not voided */
    List<FollowUpCheck> getChecks() {
        return checks;
    }

    /** @return the last day until which a sufficient source makes him known to be free; null for none */
    private LocalDate knownFreeUntil(List<PossibleEvent> possible) {
        // A check that found what is not recorded extends nothing: what it found may lie on any day since the index
        // day.
        LocalDate covered = coveredUntil(this::isSufficient);
        if (covered == null) {
            return null;
        }
        LocalDate free =
                possible.stream().map(event -> event.getEarliest().minusDays(1)).reduce(covered, Span::earliest);
        return free.isBefore(index) ? null : free;
    }

    /** @return the last day of which it is known that he was free, and had not died; the index day where that is none */
    private LocalDate knownUntil(LocalDate horizon, LocalDate knownFreeUntil) {
        if (knownFreeUntil == null) {
            return index;
        }
        return death().filter(d -> d.isDoubtfulAt(horizon))
                .map(d -> Span.latest(index, Span.earliest(knownFreeUntil, d.earliest.minusDays(1))))
                .orElse(knownFreeUntil);
    }

    /** @return the last day that such a check reaches; null where none reaches the index day */
    private LocalDate coveredUntil(Predicate<FollowUpCheck> such) {
        return checks.stream()
                .filter(such)
                .map(FollowUpCheck::getCoversUntil)
                .filter(until -> until != null && !until.isBefore(index))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean isEmpty(FollowUpCheck check) {
        return check.getResult() == Result.NO_EVENT_KNOWN;
    }

    /** Nobody knows that a conviction was not entered later unless he has looked later. */
    private boolean isFinalAt(LocalDate horizon) {
        Integer lag = settings.getConvictionLagYears();
        return lag != null
                && checks.stream()
                        .anyMatch(check -> isSufficient(check)
                                && check.getCoversUntil() != null
                                && !check.getCoversUntil().isBefore(horizon.plusYears(lag)));
    }

    private LocalDate lostSince(LocalDate horizon) {
        LocalDate day = Span.earliest(horizon, until);
        return ofKind(kind -> kind == Kind.LOSS)
                .filter(loss -> !loss.getFrom().isAfter(day)
                        && (loss.getTo() == null || !loss.getTo().isBefore(day)))
                .map(OutcomeEvent::getFrom)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Span> notAtRisk(LocalDate horizon) {
        LocalDate end = Span.earliest(horizon, until);
        LocalDate last = death().filter(d -> d.sure)
                .map(d -> Span.earliest(d.latest, end))
                .orElse(end);
        List<Span> stays = ofKind(Kind::isTimeNotAtRisk)
                .filter(stay -> stay.getCertainty() == Certainty.ESTABLISHED)
                .map(stay -> new Span(stay.getFrom(), stay.getTo() == null ? last : stay.getTo()))
                .collect(Collectors.toList());
        return Span.merged(stays, index, last);
    }

    private Set<Note> notes(LocalDate horizon, List<PossibleEvent> possible) {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        possible.stream().filter(event -> event.mayBeUntil(horizon)).forEach(event -> {
            notes.addAll(event.getDoubts());
            if (event.getDoubts().isEmpty() && !event.isSureUntil(horizon)) {
                notes.add(Note.EVENT_NOT_DATED);
            }
        });
        death().filter(d -> d.isDoubtfulAt(horizon)).ifPresent(d -> notes.add(Note.DEATH_UNCERTAIN));
        if (ofKind(Kind::isTimeNotAtRisk)
                .anyMatch(stay -> stay.getCertainty() != Certainty.ESTABLISHED
                        && !stay.getFrom().isAfter(horizon)
                        && (stay.getTo() == null || !stay.getTo().isBefore(index)))) {
            notes.add(Note.STAY_UNCERTAIN);
        }
        if (possibleEvents.leavesOutWhatWasNotConvicted(horizon)) {
            notes.add(Note.NO_CONVICTION_LEFT_OUT);
        }
        if (settings.getConvictionLagYears() == null) {
            notes.add(Note.LAG_NOT_SET);
        }
        return Collections.unmodifiableSet(notes);
    }

    private Stream<OutcomeEvent> ofKind(Predicate<Kind> such) {
        return events.stream().filter(event -> such.test(event.getKind()));
    }

    /** @return the death that is surest and then first; empty where none is recorded */
    private Optional<Death> death() {
        return ofKind(kind -> kind == Kind.DEATH)
                .map(this::death)
                .min(Comparator.comparing((Death d) -> !d.sure).thenComparing(d -> d.earliest));
    }

    private Death death(OutcomeEvent event) {
        PartialDate date = event.getDate();
        LocalDate earliest = date == null ? index : Span.latest(date.getEarliest(), index);
        LocalDate latest = Stream.of(date == null ? null : date.getLatest(), event.getInformed())
                .filter(Objects::nonNull)
                .reduce(until, Span::earliest);
        return new Death(event.getCertainty() == Certainty.ESTABLISHED, earliest, Span.latest(earliest, latest));
    }

    private static final class Death {

        final boolean sure;

        final LocalDate earliest;

        final LocalDate latest;

        Death(boolean sure, LocalDate earliest, LocalDate latest) {
            this.sure = sure;
            this.earliest = earliest;
            this.latest = latest;
        }

        /** @return whether it is not known whether he was dead by then */
        boolean isDoubtfulAt(LocalDate horizon) {
            return !earliest.isAfter(horizon) && (!sure || latest.isAfter(horizon));
        }
    }
}
