/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.Patient;
import org.openmrs.module.smpr.assessment.EncounterFields;
import org.openmrs.module.smpr.assessment.EncounterInput;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.RecordCharting;
import org.openmrs.module.smpr.pathway.record.RecordInput;
import org.openmrs.module.smpr.pathway.record.Records;

/** Turns what a caller wants of an episode into what is to be written, noting every fault at once. */
final class EpisodeChangeReader {

    static final String IN_CHARGE = "inCharge";

    private static final String WITHDRAWN = "withdrawn";

    private static final List<String> RECORDS =
            Arrays.asList(Records.ENTRY, Records.RELEASE, Records.EXTENSION, Records.END);

    private final Function<String, List<Episode>> episodesOf;

    private final RecordCharting charting;

    private final Clock clock;

    private final LocalDate today;

    private final List<Fault> faults;

    private final EpisodeRules rules;

    /**
     * @param episodesOf gives, by uuid of a patient, his episodes, voided ones left out
     * @param faults what is already known to be wrong; what else is found is added
     */
    EpisodeChangeReader(
            Function<String, List<Episode>> episodesOf, RecordCharting charting, Clock clock, List<Fault> faults) {
        this.episodesOf = episodesOf;
        this.charting = charting;
        this.clock = clock;
        this.today = LocalDate.now(clock);
        this.faults = faults;
        this.rules = new EpisodeRules(today, faults);
    }

    /** @param changed the episode that is changed; null for a new one */
    EpisodeChange read(EpisodeInput input, Episode changed) {
        Patient patient = new EncounterFields(clock, faults)
                .patient(input.getPatient(), changed == null ? null : changed.getPatient());
        List<Episode> others = patient == null
                ? Collections.emptyList()
                : episodesOf.apply(patient.getUuid()).stream()
                        .filter(episode -> changed == null || !episode.getUuid().equals(changed.getUuid()))
                        .collect(Collectors.toList());
        LocalDate begun = day(EpisodeRules.BEGUN, input.getBegun(), null);
        if (changed != null && changed.getBegun().equals(begun)) {
            begun = null;
        }
        EpisodeChange.EpisodeChangeBuilder change =
                EpisodeChange.builder().patient(patient).begun(begun).reopened(input.isReopened());
        Optional<LocalDate> leftBuilding = leftBuilding(input, changed);
        LocalDate last = null;
        LocalDate moved = begun;
        if (changed == null) {
            last = begin(input, others, begun, patient, change);
        } else {
            last = move(input, changed, leftBuilding, change);
            LocalDate phaseFrom = change.build().getPhaseFrom();
            if (moved == null && phaseFrom != null && movesBeginning(input, changed)) {
                moved = phaseFrom;
            }
            if (moved != null) {
                rules.beginOtherwise(changed, others, moved);
            }
            if (phaseFrom == null || movesBeginning(input, changed)) {
                rules.release(changed.postPrisonCareBegun(), leftBuilding);
            }
            if (input.isReopened()) {
                rules.reopen(changed, others);
                if (input.getRecords().containsKey(Records.END)) {
                    faults.add(Fault.of(EpisodeReader.END, "endOfReopened"));
                }
            }
            change.withdrawn(withdrawn(input, changed));
        }
        refuseExtension(input, changed, change.build());
        LocalDate ended = end(input, changed, last, change);
        change.records(records(input, changed, patient, moved, ended));
        return change.build();
    }

    /** The first day of the one phase that there is is that of the episode. */
    private static boolean movesBeginning(EpisodeInput input, Episode changed) {
        return changed.getPhases().size() == 1
                && changed.getPhases().get(0).getPhase().equals(input.getPhase());
    }

    private void refuseExtension(EpisodeInput input, Episode changed, EpisodeChange change) {
        Object given = input.getRecords()
                .getOrDefault(Records.EXTENSION, Collections.emptyMap())
                .get(Records.UNTIL);
        Optional<LocalDate> until = given instanceof String ? Times.day((String) given) : Optional.empty();
        if (until.isPresent()) {
            rules.extend(
                    CommonQuestions.APC.equals(change.getPhase())
                            ? Optional.ofNullable(change.getPhaseFrom())
                            : changed == null ? Optional.empty() : changed.postPrisonCareBegun(),
                    until.get());
        }
    }

    /** @return the records that are taken away, as far as they are there */
    private List<PathwayRecord> withdrawn(EpisodeInput input, Episode changed) {
        List<PathwayRecord> withdrawn = new ArrayList<>();
        for (String type : input.getWithdrawn()) {
            if (!type.equals(Records.RELEASE) && !type.equals(Records.EXTENSION)) {
                faults.add(Fault.of(WITHDRAWN, "notWithdrawn"));
            } else if (type.equals(Records.RELEASE)
                    && changed.postPrisonCareBegun().isPresent()) {
                faults.add(Fault.of(WITHDRAWN, "releaseOfApc"));
            } else if (of(type, changed) != null) {
                withdrawn.add(of(type, changed));
            }
        }
        return Collections.unmodifiableList(withdrawn);
    }

    /** @return the first day of its phase */
    private LocalDate begin(
            EpisodeInput input,
            List<Episode> others,
            LocalDate begun,
            Patient patient,
            EpisodeChange.EpisodeChangeBuilder change) {
        String phase = input.getPhase() == null ? CommonQuestions.CUSTODY : input.getPhase();
        if (begun == null) {
            if (input.getBegun() == null) {
                faults.add(Fault.of(EpisodeRules.BEGUN, "missing"));
            }
        } else {
            rules.begin(others, begun, phase);
            if (patient != null
                    && patient.getBirthdate() != null
                    && Times.start(begun, clock.getZone()).before(patient.getBirthdate())) {
                faults.add(Fault.of(EpisodeRules.BEGUN, "beforeBirth"));
            }
        }
        change.phase(phase).phaseFrom(begun);
        return begun;
    }

    /** @return the first day of the phase that it is in then */
    private LocalDate move(
            EpisodeInput input,
            Episode changed,
            Optional<LocalDate> leftBuilding,
            EpisodeChange.EpisodeChangeBuilder change) {
        // What a reading gave may be sent back, and changes nothing.
        boolean asItIs = input.getPhaseFrom() == null
                && changed.phase()
                        .filter(phase -> phase.equals(input.getPhase()))
                        .isPresent();
        if (input.getPhase() == null || asItIs) {
            if (input.getPhaseFrom() != null) {
                faults.add(Fault.of(EpisodeReader.PHASE, "missing"));
            }
            return changed.getPhases().isEmpty()
                    ? changed.getBegun()
                    : changed.getPhases().get(changed.getPhases().size() - 1).getFrom();
        }
        LocalDate from = day(EpisodeRules.PHASE_FROM, input.getPhaseFrom(), today);
        if (from != null) {
            rules.move(changed, input.getPhase(), from, leftBuilding);
            change.phase(input.getPhase()).phaseFrom(from);
        }
        return from;
    }

    /** @return the last day; null while it lasts, or where it is not known */
    private LocalDate end(
            EpisodeInput input, Episode changed, LocalDate phaseFrom, EpisodeChange.EpisodeChangeBuilder change) {
        Map<String, Object> end = input.getRecords().get(Records.END);
        if (end == null) {
            if (input.getEnded() != null
                    && (changed == null
                            || changed.isOpen()
                            || !input.getEnded().equals(changed.getEnded().toString()))) {
                faults.add(Fault.of(EpisodeReader.END, "missing"));
            }
            return changed == null || input.isReopened() ? null : changed.getEnded();
        }
        if (changed != null && !changed.isOpen()) {
            // What is known of an end that was charted is added to; its day and reason are taken away and charted anew.
            String reason = changed.getEndReason();
            boolean otherwise = end.containsKey(Records.REASON) && !Objects.equals(end.get(Records.REASON), reason)
                    || input.getEnded() != null
                            && !input.getEnded().equals(changed.getEnded().toString());
            if (otherwise) {
                faults.add(Fault.of(EpisodeReader.END, "episodeEnded"));
            }
            return changed.getEnded();
        }
        LocalDate day = day(EpisodeRules.ENDED, input.getEnded(), today);
        Object reason = end.get(Records.REASON);
        if (day != null && phaseFrom != null) {
            String phase = input.getPhase() != null
                    ? input.getPhase()
                    : changed == null
                            ? CommonQuestions.CUSTODY
                            : changed.phase().orElse(null);
            String reasonCode = reason instanceof String ? (String) reason : null;
            if (changed != null) {
                rules.end(changed, phase, phaseFrom, reasonCode, day);
            } else {
                faults.add(Fault.of(EpisodeReader.END, "endOfNew"));
            }
            change.endReason(reasonCode).ended(day);
        }
        return day;
    }

    private Optional<LocalDate> leftBuilding(EpisodeInput input, Episode changed) {
        Map<String, Object> release = input.getRecords().getOrDefault(Records.RELEASE, Collections.emptyMap());
        if (release.containsKey(Records.LEFT_BUILDING)) {
            Object given = release.get(Records.LEFT_BUILDING);
            return given instanceof String ? Times.day((String) given) : Optional.empty();
        }
        return changed == null || changed.getRelease() == null
                ? Optional.empty()
                : changed.getRelease().day(Records.LEFT_BUILDING);
    }

    private List<EpisodeChange.Charted> records(
            EpisodeInput input, Episode changed, Patient patient, LocalDate begun, LocalDate ended) {
        List<EpisodeChange.Charted> charted = new ArrayList<>();
        for (String type : RECORDS) {
            Map<String, Object> answers = input.getRecords().get(type);
            PathwayRecord before = changed == null ? null : of(type, changed);
            if (answers != null || isLeftOutside(before, begun, ended)) {
                LocalDate day = dayOf(type, begun, ended, changed, before);
                chart(type, before, answers, null, day, patient, charted);
            }
        }
        PathwayRecord charge = changed == null ? null : changed.getCharge();
        if (isLeftOutside(charge, begun, ended)) {
            chart(
                    Records.IN_CHARGE,
                    charge,
                    null,
                    null,
                    dayOf(Records.IN_CHARGE, begun, ended, changed, charge),
                    patient,
                    charted);
        }
        boolean isInCharge = changed != null
                && input.getInChargeFrom() == null
                && changed.inCharge()
                        .filter(provider -> provider.getUuid().equals(input.getInCharge()))
                        .isPresent();
        if (input.getInCharge() != null && !isInCharge) {
            LocalDate from = day(
                    EpisodeChangeReader.IN_CHARGE + "From",
                    input.getInChargeFrom(),
                    changed == null && begun != null ? begun : today);
            chart(
                    Records.IN_CHARGE,
                    null,
                    Collections.emptyMap(),
                    Collections.singletonList(input.getInCharge()),
                    from,
                    patient,
                    charted);
        } else if (input.getInCharge() == null && input.getInChargeFrom() != null) {
            faults.add(Fault.of(IN_CHARGE, "missing"));
        }
        return charted;
    }

    /** What would belong to the episode no more, or stands for a beginning on another day. */
    private static boolean isLeftOutside(PathwayRecord before, LocalDate begun, LocalDate ended) {
        return before != null
                && (begun != null
                                && (before.is(Records.ENTRY) || before.getDay().isBefore(begun))
                        || ended != null && before.getDay().isAfter(ended));
    }

    private static PathwayRecord of(String type, Episode episode) {
        return episode.records().filter(record -> record.is(type)).findFirst().orElse(null);
    }

    /** A day within the episode, by which the record is known to be of it; null to leave it as it is. */
    private LocalDate dayOf(String type, LocalDate begun, LocalDate ended, Episode changed, PathwayRecord before) {
        if (type.equals(Records.ENTRY)) {
            return begun != null ? begun : changed == null ? null : changed.getBegun();
        }
        if (type.equals(Records.END) && before == null) {
            return ended;
        }
        if (ended != null && (before == null || before.getDay().isAfter(ended))) {
            return ended;
        }
        if (begun != null && before != null && before.getDay().isBefore(begun)) {
            return begun;
        }
        return before == null ? today : null;
    }

    private void chart(
            String type,
            PathwayRecord before,
            Map<String, Object> answers,
            List<String> providers,
            LocalDate day,
            Patient patient,
            List<EpisodeChange.Charted> charted) {
        if (patient == null) {
            return;
        }
        Date now = Date.from(clock.instant());
        Date date = day == null ? null : day.equals(today) ? now : Times.start(day, clock.getZone());
        List<Fault> found = new ArrayList<>();
        EncounterInput input = charting.read(
                RecordInput.builder()
                        .uuid(before == null ? null : before.getUuid())
                        .type(type)
                        .patient(patient.getUuid())
                        .date(date)
                        .providers(providers)
                        .answers(answers == null ? Collections.emptyMap() : answers)
                        .build(),
                before,
                found);
        String part = EpisodeReader.partOf(type);
        found.stream()
                .map(fault -> type.equals(Records.IN_CHARGE) ? fault.at(IN_CHARGE) : fault.in(part))
                .filter(fault -> Stream.of(EpisodeRules.BEGUN, EpisodeRules.ENDED)
                        .noneMatch(field -> isRefused(field) && fault.getField().equals(part + ".date")))
                .forEach(faults::add);
        charted.add(new EpisodeChange.Charted(input, before));
    }

    private boolean isRefused(String field) {
        return faults.stream().anyMatch(fault -> fault.getField().equals(field));
    }

    private LocalDate day(String field, String given, LocalDate otherwise) {
        if (given == null) {
            return otherwise;
        }
        Optional<LocalDate> day = Times.day(given);
        if (!day.isPresent()) {
            faults.add(Fault.of(field, "notADate"));
        }
        return day.orElse(null);
    }
}
