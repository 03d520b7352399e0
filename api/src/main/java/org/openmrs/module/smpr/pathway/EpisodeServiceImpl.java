/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.PatientProgram;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Reasons;
import org.openmrs.module.smpr.pathway.place.Stays;
import org.openmrs.module.smpr.pathway.record.RecordCharting;
import org.openmrs.module.smpr.pathway.record.RecordSearch;
import org.openmrs.module.smpr.pathway.record.RecordService;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;
import org.springframework.transaction.annotation.Transactional;

/** Reads episodes through projections, and writes them through the platform's own services. */
@Transactional
public class EpisodeServiceImpl extends BaseOpenmrsService implements EpisodeService {

    private final EpisodeDao dao;

    private final EpisodeReading reading;

    private final RecordService recordService;

    private final RecordCharting charting;

    private final Stays stays;

    private final NodeLocks locks;

    private final Clock clock;

    public EpisodeServiceImpl(
            EpisodeDao dao,
            EpisodeReading reading,
            RecordService recordService,
            RecordCharting charting,
            Stays stays,
            NodeLocks locks,
            Clock clock) {
        this.dao = dao;
        this.reading = reading;
        this.recordService = recordService;
        this.charting = charting;
        this.stays = stays;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Episode> getEpisode(String uuid) {
        String patient = uuid == null ? null : dao.patientOf(uuid);
        return patient == null
                ? Optional.empty()
                : read(Collections.singleton(patient), true).stream()
                        .filter(episode -> episode.getUuid().equals(uuid))
                        .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Episode> getEpisodes(EpisodeSearch search) {
        Map<String, String> page = dao.page(search);
        Map<String, Episode> read = read(new LinkedHashSet<>(page.values()), search.isIncludeVoided()).stream()
                .collect(Collectors.toMap(Episode::getUuid, Function.identity()));
        return page.keySet().stream().map(read::get).collect(Collectors.toList());
    }

    @Override
    @Transactional(readOnly = true)
    public long countEpisodes(EpisodeSearch search) {
        return dao.count(search);
    }

    @Override
    public Episode saveEpisode(EpisodeInput input) {
        // The first statement of the transaction: a database that reads as of its first one would miss what others, who
        // held the lock until now, have left, and a person could have two open at once.
        hold();
        Episode changed = null;
        if (input.getUuid() != null) {
            changed = getEpisode(input.getUuid())
                    .filter(episode -> !episode.isVoided())
                    .orElseThrow(EpisodeServiceImpl::unknown);
            if (input.getVersion() != null && !input.getVersion().equals(changed.getVersion())) {
                throw new ChangedMeanwhileException();
            }
        }
        List<Fault> faults = new ArrayList<>(input.getFaults());
        EpisodeChange change = new EpisodeChangeReader(this::episodesOf, charting, clock, faults).read(input, changed);
        if (change.getEndReason() != null) {
            refuseEndBesidePlace(change.getPatient().getUuid(), change.getEnded(), faults);
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        PatientProgram written = new EpisodeWriter(clock).write(change, changed);
        if (change.getWithdrawn() != null) {
            change.getWithdrawn().forEach(record -> recordService.deleteRecord(record, EpisodeWriter.WITHDRAWN));
        }
        change.getRecords().forEach(record -> charting.write(record.getInput(), record.getChanged()));
        if (change.isReopened() && changed.getEnd() != null) {
            recordService.deleteRecord(changed.getEnd(), EpisodeWriter.REOPENED);
        }
        Context.flushSession();
        return getEpisode(written.getUuid())
                .orElseThrow(() -> new IllegalStateException("What was just charted cannot be read"));
    }

    @Override
    public void deleteEpisode(Episode episode, String reason) {
        Reasons.require(reason);
        hold();
        // Looked up anew: an episode is a plain value, and nobody shall void another enrolment through it.
        Episode known = getEpisode(episode.getUuid()).orElseThrow(EpisodeServiceImpl::unknown);
        if (stays.isOpen(known.getPatient()) && known.isOpen()) {
            throw new FaultsException(Collections.singletonList(Fault.of(EpisodeReader.END, "placeOpen")));
        }
        // What was charted of it would else be taken for that of another over the same days.
        if (!known.isVoided()) {
            known.records().forEach(record -> recordService.deleteRecord(record, reason));
        }
        PatientProgram program = Context.getProgramWorkflowService().getPatientProgramByUuid(episode.getUuid());
        if (!program.getVoided()) {
            Context.getProgramWorkflowService().voidPatientProgram(program, reason);
        }
    }

    private static FaultsException unknown() {
        return new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownEpisode")));
    }

    /** Whoever books places asks for episodes while he holds their lock: so that is taken first here too. */
    private void hold() {
        locks.holdUntilTheTransactionEnds(NodeLock.PLACES);
        locks.holdUntilTheTransactionEnds(NodeLock.EPISODES);
    }

    private void refuseEndBesidePlace(String patient, LocalDate ended, List<Fault> faults) {
        if (stays.isOpen(patient)) {
            faults.add(Fault.of(EpisodeReader.END, "placeOpen"));
        }
        if (stays.of(Collections.singleton(patient)).getOrDefault(patient, Collections.emptyList()).stream()
                .anyMatch(stay -> stay.getLeftOn() != null && stay.getLeftOn().isAfter(ended))) {
            faults.add(Fault.of(EpisodeRules.ENDED, "stayAfterEnd"));
        }
    }

    private List<Episode> episodesOf(String patient) {
        return read(Collections.singleton(patient), false);
    }

    private List<Episode> read(Collection<String> patients, boolean includeVoided) {
        return reading.read(
                patients,
                includeVoided,
                () -> recordService.getRecords(RecordSearch.builder()
                        .patients(patients)
                        .types(EpisodeReader.RECORDS)
                        .build()));
    }
}
