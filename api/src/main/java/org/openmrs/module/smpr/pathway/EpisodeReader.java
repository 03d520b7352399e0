/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;

/** Reads episodes from rows of the record as they are, whoever edited the program: what does not fit is kept as a fault and breaks nothing else. */
final class EpisodeReader {

    /** What is charted of an episode. */
    static final Set<String> RECORDS = Collections.unmodifiableSet(new LinkedHashSet<>(
            Arrays.asList(Records.ENTRY, Records.RELEASE, Records.EXTENSION, Records.END, Records.IN_CHARGE)));

    static final String PHASE = "phase";

    static final String END = "end";

    private final ZoneId zone;

    /** @param zone the site's time zone, in which days are counted */
    EpisodeReader(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param programs the enrolments of one person
     * @param states of these enrolments, by id of the enrolment, voided ones left out
     * @param records what was charted of his pathway, in order, voided ones left out
     * @return in order of their beginning
     */
    List<Episode> read(
            Collection<ProgramRow> programs, Map<Integer, List<StateRow>> states, List<PathwayRecord> records) {
        List<Episode> episodes = programs.stream()
                .filter(program -> program.getEnrolled() != null)
                .sorted(Comparator.comparing(ProgramRow::getEnrolled).thenComparing(ProgramRow::getId))
                .map(program -> episode(program, states.getOrDefault(program.getId(), Collections.emptyList())))
                .collect(Collectors.toList());
        List<Episode> live =
                episodes.stream().filter(episode -> !episode.isVoided()).collect(Collectors.toList());
        return Collections.unmodifiableList(episodes.stream()
                .map(episode -> complete(episode, live, records))
                .collect(Collectors.toList()));
    }

    /** @return how the record is called as a part of an episode */
    static String partOf(String record) {
        return record.toLowerCase(Locale.ROOT);
    }

    private Episode episode(ProgramRow program, List<StateRow> rows) {
        List<Fault> faults = new ArrayList<>();
        LocalDate begun = day(program.getEnrolled());
        LocalDate completed = day(program.getCompleted());
        List<StateRow> inOrder = rows.stream()
                .sorted(Comparator.comparing(StateRow::getStart, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(StateRow::getId))
                .collect(Collectors.toList());
        StateRow terminal = inOrder.stream()
                .filter(row -> Phases.end(row.getState()).isPresent())
                .reduce((earlier, later) -> later)
                .orElse(null);
        // A widget of the platform can complete a program without a reason, and can chart a reason and leave it open.
        LocalDate ended = completed != null || terminal == null ? completed : day(terminal.getStart());
        if (ended != null && ended.isBefore(begun)) {
            faults.add(Fault.of(END, "endBeforeStart"));
        }
        if (ended != null && terminal == null) {
            faults.add(Fault.of(END, "noEndReason"));
        }
        return Episode.builder()
                .uuid(program.getUuid())
                .patient(program.getPatient())
                .begun(begun)
                .ended(ended)
                .endReason(
                        terminal == null
                                ? null
                                : Phases.end(terminal.getState()).get())
                .phases(phases(begun, ended, inOrder, faults))
                .dead(program.isDead())
                .deathDay(day(program.getDeathDate()))
                .faults(faults)
                .version(version(program, inOrder))
                .voided(program.isVoided())
                .creator(program.getCreator())
                .dateCreated(program.getDateCreated())
                .voidedBy(program.getVoidedBy())
                .dateVoided(program.getDateVoided())
                .voidReason(program.getVoidReason())
                .build();
    }

    private List<PhaseSpan> phases(LocalDate begun, LocalDate ended, List<StateRow> states, List<Fault> faults) {
        LocalDate afterEnd = ended == null ? null : ended.plusDays(1);
        List<PhaseSpan> spans = new ArrayList<>();
        for (StateRow state : states) {
            Optional<String> phase = Phases.phase(state.getState());
            if (phase.isPresent()) {
                LocalDate from = state.getStart() == null ? begun : day(state.getStart());
                // The day of a change belongs to what comes after; the last day of all to what was last.
                LocalDate to = day(state.getEnd());
                to = to == null || ended != null && !to.isBefore(ended) ? afterEnd : to;
                PhaseSpan before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
                if (before != null && (before.getTo() == null || before.getTo().isAfter(from))) {
                    if (before.getTo() == null || !before.getTo().equals(afterEnd) || !from.equals(ended)) {
                        faults.add(Fault.of(PHASE, "phasesOverlap"));
                    }
                    spans.set(spans.size() - 1, new PhaseSpan(before.getPhase(), before.getFrom(), from));
                }
                if (from.isBefore(begun) || ended != null && from.isAfter(ended)) {
                    faults.add(Fault.of(PHASE, "phaseOutside"));
                }
                spans.add(new PhaseSpan(phase.get(), from, to));
            } else if (!Phases.end(state.getState()).isPresent()) {
                faults.add(Fault.of(PHASE, "unknownPhase"));
            }
        }
        if (spans.isEmpty()) {
            faults.add(Fault.of(PHASE, "noPhase"));
        } else if (begun.isBefore(spans.get(0).getFrom())) {
            faults.add(Fault.of(PHASE, "phaseLate"));
        }
        return Collections.unmodifiableList(spans);
    }

    private Episode complete(Episode episode, List<Episode> all, List<PathwayRecord> records) {
        List<PathwayRecord> own = records.stream()
                .filter(record -> episode.equals(episodeOf(record, all)))
                .collect(Collectors.toList());
        List<Fault> faults = new ArrayList<>(episode.getFaults());
        Episode complete = episode.toBuilder()
                .entry(newest(Records.ENTRY, own))
                .release(newest(Records.RELEASE, own))
                .extension(newest(Records.EXTENSION, own))
                .end(newest(Records.END, own))
                .charge(newest(Records.IN_CHARGE, own))
                .build();
        if (complete.isOpen()
                && !complete.isVoided()
                && all.stream()
                        .anyMatch(other -> other.isOpen() && !other.getUuid().equals(episode.getUuid()))) {
            faults.add(Fault.of(END, "twoOpen"));
        }
        if (complete.isOpen() && complete.isDead()) {
            faults.add(Fault.of(END, "openAfterDeath"));
        }
        Optional<LocalDate> leftBuilding = complete.getRelease() == null
                ? Optional.empty()
                : complete.getRelease().day(Records.LEFT_BUILDING);
        complete.postPrisonCareBegun().ifPresent(apc -> {
            if (!leftBuilding.isPresent()) {
                faults.add(Fault.of(PHASE, "apcWithoutRelease"));
            } else if (apc.isBefore(leftBuilding.get())) {
                faults.add(Fault.of(PHASE, "apcBeforeRelease"));
            }
        });
        PathwayRecord end = complete.getEnd();
        if (end != null
                && complete.getEndReason() != null
                && !end.choice(Records.REASON)
                        .filter(complete.getEndReason()::equals)
                        .isPresent()) {
            faults.add(Fault.of(END, "endDisagrees"));
        }
        complete.records()
                .flatMap(record -> record.getFaults().stream()
                        .map(fault -> fault.in(partOf(record.getType().getCode()))))
                .forEach(faults::add);
        return complete.toBuilder()
                .faults(Collections.unmodifiableList(faults))
                .version(episode.getVersion() + "-"
                        + Integer.toHexString(Objects.hash(complete.records()
                                .map(record -> record.getUuid() + record.getVersion())
                                .collect(Collectors.toList()))))
                .build();
    }

    /** A day that two share belongs to the later, but for what is charted of an end or of a release. */
    private static Episode episodeOf(PathwayRecord record, List<Episode> all) {
        List<Episode> possible = all.stream()
                .filter(episode -> episode.contains(record.getDay()))
                .collect(Collectors.toList());
        if (possible.isEmpty()) {
            return null;
        }
        boolean ofTheEarlier = record.is(Records.END) || record.is(Records.RELEASE);
        return possible.get(ofTheEarlier ? 0 : possible.size() - 1);
    }

    private static PathwayRecord newest(String type, List<PathwayRecord> records) {
        return records.stream()
                .filter(record -> record.is(type))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private LocalDate day(Date date) {
        return date == null ? null : Times.day(date, zone);
    }

    private static String version(ProgramRow program, List<StateRow> states) {
        return Integer.toHexString(Objects.hash(
                millis(program.getEnrolled()),
                millis(program.getCompleted()),
                program.isVoided(),
                states.stream()
                        .map(s ->
                                s.getId() + ":" + s.getState() + ":" + millis(s.getStart()) + ":" + millis(s.getEnd()))
                        .collect(Collectors.toList())));
    }

    private static Long millis(Date date) {
        return date == null ? null : date.getTime();
    }
}
