/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.Reasons;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.outcome.Days;
import org.openmrs.module.smpr.outcome.MergedPatients;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeReading;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;
import org.openmrs.module.smpr.study.plan.Eligibility;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the participants in the database, and writes one at a time on all nodes. */
@Transactional
public class ParticipantServiceImpl extends BaseOpenmrsService implements ParticipantService {

    private final ParticipantDao dao;

    private final ParticipantReading reading;

    private final MergedPatients mergedPatients;

    private final EpisodeReading episodes;

    private final NodeLocks locks;

    private final OpposedExports opposedExports;

    private final Clock clock;

    public ParticipantServiceImpl(
            ParticipantDao dao,
            ParticipantReading reading,
            MergedPatients mergedPatients,
            EpisodeReading episodes,
            NodeLocks locks,
            OpposedExports opposedExports,
            Clock clock) {
        this.dao = dao;
        this.reading = reading;
        this.mergedPatients = mergedPatients;
        this.episodes = episodes;
        this.locks = locks;
        this.opposedExports = opposedExports;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Participant> getParticipant(String uuid) {
        return Optional.ofNullable(uuid == null ? null : dao.byUuid(uuid)).map(this::read);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Participant> getParticipants(ParticipantSearch search) {
        Collection<Integer> patients = patients(search);
        if (search.getState() == null) {
            return reading.read(
                    dao.rows(patients, search.isIncludeVoided(), search.getStartIndex(), search.getLimit()));
        }
        Stream<Participant> found = ofState(search, patients).skip(search.getStartIndex());
        return (search.getLimit() == null ? found : found.limit(search.getLimit())).collect(Collectors.toList());
    }

    @Override
    @Transactional(readOnly = true)
    public long countParticipants(ParticipantSearch search) {
        Collection<Integer> patients = patients(search);
        return search.getState() == null
                ? dao.count(patients, search.isIncludeVoided())
                : ofState(search, patients).count();
    }

    /** A state follows from the plan and the record, which the database cannot look through: all are read. */
    private Stream<Participant> ofState(ParticipantSearch search, Collection<Integer> patients) {
        return reading.read(dao.rows(patients, search.isIncludeVoided(), 0, null)).stream()
                .filter(participant -> participant.getState() == search.getState());
    }

    /** @return ids of the patient and of those who were merged into him; null for everybody */
    private Collection<Integer> patients(ParticipantSearch search) {
        if (search.getPatient() == null) {
            return null;
        }
        PersonRow person = dao.person(search.getPatient());
        return person == null ? Collections.emptySet() : merged(person);
    }

    private Collection<Integer> merged(PersonRow person) {
        return mergedPatients
                .mergedInto(Collections.singletonList(person.getId()))
                .keySet();
    }

    @Override
    public Participant saveParticipant(ParticipantInput input) {
        // The first statement of the transaction: a database that reads as of its first one would miss whom another,
        // who
        // held the lock until now, has recorded.
        locks.holdUntilTheTransactionEnds(NodeLock.STUDY_PARTICIPANTS);
        List<Fault> faults = new ArrayList<>(input.getFaults());
        ParticipantRow row = input.getUuid() == null ? new ParticipantRow() : standing(input);
        Participant before = row.getId() == null ? Participant.builder().build() : underThisCode(row);
        PersonRow person = row.getId() == null ? newcomer(input, faults) : person(before, input, faults);
        LocalDate birth = person == null || person.getBirthdate() == null
                ? null
                : Times.day(person.getBirthdate(), clock.getZone());
        Eligibility asked = reading.asked();
        Participant read = new ParticipantRules(
                        input, faults, new Days(birth, LocalDate.now(clock), faults), asked, recorder())
                .read(before);
        if (person != null) {
            refuseWhatThePlanRefuses(before, read, person, asked, faults);
        }
        if (read.getInformedBy() != null && dao.user(read.getInformedBy().getUuid()) == null) {
            faults.add(Fault.of(ParticipantFields.INFORMED_BY, "unknownUser"));
        }
        if (!faults.isEmpty() || person == null) {
            throw new FaultsException(faults);
        }
        if (!read.equals(before)) {
            fill(row, read);
            sign(row, person);
            dao.save(row);
            write(row, read.getOppositions());
            if (read.getOppositions().size() > before.getOppositions().size()) {
                opposedExports.withdraw(person.getId(), read, before.getIncluded() != null);
            }
        }
        return read(row);
    }

    private ParticipantRow standing(ParticipantInput input) {
        ParticipantRow row = known(input.getUuid());
        if (row.isVoided()) {
            throw unknown();
        }
        if (input.getVersion() != null && !input.getVersion().equals(String.valueOf(row.getVersion()))) {
            throw new ChangedMeanwhileException();
        }
        return row;
    }

    private ParticipantRow known(String uuid) {
        ParticipantRow row = dao.byUuid(uuid);
        if (row == null) {
            throw unknown();
        }
        return row;
    }

    private static FaultsException unknown() {
        return new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownParticipant")));
    }

    /** @return whom a new participant is; null where there is none such, or he takes part already, which is a fault */
    private PersonRow newcomer(ParticipantInput input, List<Fault> faults) {
        if (input.getPatient() == null) {
            if (faults.stream().noneMatch(fault -> fault.getField().equals(Fields.PATIENT))) {
                faults.add(Fault.of(Fields.PATIENT, "missing"));
            }
            return null;
        }
        PersonRow person = dao.person(input.getPatient());
        if (person == null || person.isVoided()) {
            faults.add(Fault.of(Fields.PATIENT, "unknownPatient"));
            return null;
        }
        if (dao.count(merged(person), false) > 0) {
            faults.add(Fault.of(Fields.PATIENT, "participatesAlready"));
        }
        return person;
    }

    private PersonRow person(Participant before, ParticipantInput input, List<Fault> faults) {
        if (input.getPatient() != null && !input.getPatient().equals(before.getPatient())) {
            faults.add(Fault.of(Fields.PATIENT, "fixed"));
        }
        return dao.person(before.getPatient());
    }

    /** An index episode that was there and is no more, and criteria that came later, keep nothing from being recorded. */
    private void refuseWhatThePlanRefuses(
            Participant before, Participant read, PersonRow person, Eligibility asked, List<Fault> faults) {
        Participant placed = read.toBuilder().episode(episode(read, person)).build();
        if (read.getIndexEpisode() != null
                && placed.getEpisode() == null
                && !read.getIndexEpisode().equals(before.getIndexEpisode())) {
            faults.add(Fault.of(ParticipantFields.INDEX_EPISODE, "unknownEpisode"));
        }
        if (read.getIncluded() != null && !read.getIncluded().equals(before.getIncluded())) {
            faults.addAll(
                    reading.check(placed, person, asked, read.getIncluded()).faults());
        }
    }

    private Episode episode(Participant participant, PersonRow person) {
        return episodes.read(Collections.singleton(person.getUuid()), false).stream()
                .filter(episode -> episode.getUuid().equals(participant.getIndexEpisode()))
                .findFirst()
                .orElse(null);
    }

    private static Reference recorder() {
        return new Reference(Context.getAuthenticatedUser().getUuid(), null);
    }

    private void fill(ParticipantRow row, Participant read) {
        row.setIndexEpisode(read.getIndexEpisode());
        row.setCriteria(ParticipantReading.json(read.getCriteria()));
        row.setInformed(text(read.getInformed()));
        row.setInformedBy(id(read.getInformedBy()));
        row.setNotOpposed(text(read.getNotOpposed()));
        row.setNotOpposedRecordedBy(id(read.getNotOpposedRecordedBy()));
        row.setIncluded(text(read.getIncluded()));
    }

    private Integer id(Reference user) {
        return user == null ? null : dao.user(user.getUuid());
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private void sign(ParticipantRow row, PersonRow person) {
        if (row.getId() == null) {
            row.setPatientId(person.getId());
            row.setStandingPatientId(person.getId());
            row.setStudyCode(studyCode());
            row.setCreator(me());
            row.setDateCreated(now());
        } else {
            row.setVersion(row.getVersion() + 1);
            row.setChangedBy(me());
            row.setDateChanged(now());
        }
    }

    /** Codes of the voided are not given again. */
    private String studyCode() {
        String code = StudyCode.draw();
        while (dao.isTaken(code)) {
            code = StudyCode.draw();
        }
        return code;
    }

    /** Adds the opposition that is new, and voids the one that is taken back: each stands at the place where it was. */
    private void write(ParticipantRow participant, List<Opposition> oppositions) {
        List<OppositionRow> rows = dao.oppositions(Collections.singleton(participant.getId()))
                .getOrDefault(participant.getId(), Collections.emptyList());
        for (int i = 0; i < oppositions.size(); i++) {
            Opposition opposition = oppositions.get(i);
            OppositionRow row = i < rows.size() ? rows.get(i) : added(participant, opposition);
            if (opposition.isVoided() && !row.isVoided()) {
                row.setVoided(true);
                row.setVoidedBy(me());
                row.setDateVoided(now());
                row.setVoidReason(opposition.getVoidReason());
            }
            dao.save(row);
        }
    }

    private OppositionRow added(ParticipantRow participant, Opposition opposition) {
        OppositionRow row = new OppositionRow();
        row.setParticipantId(participant.getId());
        row.setKind(opposition.getKind().name());
        row.setDay(text(opposition.getDay()));
        row.setRecordedBy(me());
        row.setDateRecorded(now());
        return row;
    }

    @Override
    public void deleteParticipant(Participant participant, String reason) {
        Reasons.require(reason);
        locks.holdUntilTheTransactionEnds(NodeLock.STUDY_PARTICIPANTS);
        ParticipantRow row = known(participant.getUuid());
        if (!row.isVoided()) {
            refuseToLoseAnOpposition(row);
            row.setVoided(true);
            row.setVoidedBy(me());
            row.setDateVoided(now());
            row.setVoidReason(reason);
            row.setStandingPatientId(null);
            row.setVersion(row.getVersion() + 1);
            dao.save(row);
        }
    }

    /** Considered anew, he would have said nothing; and where he goes on under another code of his, what he opposes has to be recorded there. */
    private void refuseToLoseAnOpposition(ParticipantRow row) {
        Participant voided = read(row);
        List<Participant> others =
                reading.read(dao.rows(merged(dao.person(voided.getPatient())), false, 0, null)).stream()
                        .filter(other -> !other.getUuid().equals(voided.getUuid()))
                        .collect(Collectors.toList());
        if (voided.opposition().isPresent()
                && others.stream().noneMatch(other -> other.covers(voided.getOppositions()))) {
            throw new FaultsException(Collections.singletonList(
                    others.isEmpty()
                            ? Fault.of(ParticipantFields.OPPOSITION, "opposesStill")
                            : Fault.of(ParticipantFields.OPPOSITION, "opposedHereAlone")));
        }
    }

    /** What he opposes under another code of his neither bounds what is recorded here nor stands in its way. */
    private Participant underThisCode(ParticipantRow row) {
        return read(row).toBuilder().opposedElsewhere(Collections.emptyList()).build();
    }

    private Participant read(ParticipantRow row) {
        return reading.read(Collections.singletonList(row)).get(0);
    }

    private static Integer me() {
        return Context.getAuthenticatedUser().getUserId();
    }

    /** To the second, which is what every database keeps of it. */
    private Date now() {
        return Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
