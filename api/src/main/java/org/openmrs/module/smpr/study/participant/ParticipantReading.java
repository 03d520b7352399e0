/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.outcome.MergedPatients;
import org.openmrs.module.smpr.outcome.RegisterAudit;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeReading;
import org.openmrs.module.smpr.study.participant.Participant.Answer;
import org.openmrs.module.smpr.study.plan.Eligibility;
import org.openmrs.module.smpr.study.plan.Plans;

/**
 * Reads participants with their states, whoever asks: what a user may see is asked before. The number of statements does not
 * depend on how many they are. A participant is told of the patient who was kept, where patients were merged; of two who turned out
 * to be one, the first who was included stands, else the first who was recorded; what he opposes under any code holds for that one.
 */
public class ParticipantReading {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Comparator<ParticipantRow> FIRST_INCLUDED = Comparator.comparing(
                    ParticipantRow::getIncluded, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(ParticipantRow::getId);

    private final ParticipantDao dao;

    private final MergedPatients mergedPatients;

    private final EpisodeReading episodes;

    private final Plans plans;

    private final Clock clock;

    public ParticipantReading(
            ParticipantDao dao, MergedPatients mergedPatients, EpisodeReading episodes, Plans plans, Clock clock) {
        this.dao = dao;
        this.mergedPatients = mergedPatients;
        this.episodes = episodes;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * @return everybody who is considered for the study or takes part in it, or did, with his index episode, in the order in
     *     which they were recorded; without those who are voided, whose patient is, or who are another participant too
     */
    public List<Participant> all() {
        return read(dao.rows(null, false, 0, null)).stream()
                .filter(Participant::isStanding)
                .collect(Collectors.toList());
    }

    /** @return what the rows tell, in their order */
    List<Participant> read(List<ParticipantRow> rows) {
        if (rows.isEmpty()) {
            return Collections.emptyList();
        }
        Map<Integer, Integer> kept = mergedPatients.keptOf(ids(rows, ParticipantRow::getPatientId));
        Map<Integer, PersonRow> people = dao.people(new HashSet<>(kept.values()));
        Map<Integer, List<ParticipantRow>> ofPeople = ofPeople(kept.values());
        Map<Integer, List<OppositionRow>> oppositions = dao.oppositions(
                Stream.concat(rows.stream(), ofPeople.values().stream().flatMap(List::stream))
                        .map(ParticipantRow::getId)
                        .collect(Collectors.toSet()));
        Map<Integer, Reference> users = dao.users(users(rows, oppositions));
        Map<String, Episode> byUuid =
                episodes
                        .read(people.values().stream().map(PersonRow::getUuid).collect(Collectors.toList()), false)
                        .stream()
                        .collect(Collectors.toMap(Episode::getUuid, Function.identity()));
        Eligibility asked = asked();
        return rows.stream()
                .map(row -> {
                    PersonRow person = people.get(kept.get(row.getPatientId()));
                    List<ParticipantRow> his = ofPeople.getOrDefault(person.getId(), Collections.emptyList());
                    boolean first = !his.isEmpty() && his.get(0).getId().equals(row.getId());
                    Participant recorded = recorded(
                            row,
                            person,
                            byUuid.get(row.getIndexEpisode()),
                            oppositions.getOrDefault(row.getId(), Collections.emptyList()),
                            users);
                    return withState(
                            first
                                    ? recorded.toBuilder()
                                            .opposedElsewhere(opposed(his.subList(1, his.size()), oppositions, users))
                                            .build()
                                    : recorded,
                            person,
                            asked,
                            !row.isVoided() && !first);
                })
                .collect(Collectors.toList());
    }

    /** @return what the plan in force asks for; null where none is */
    Eligibility asked() {
        return plans.inForce().map(plan -> plan.getPlan().getEligibility()).orElse(null);
    }

    /** @return what the plan says on that day of somebody with those answers */
    CriteriaCheck check(Participant participant, PersonRow person, Eligibility asked, LocalDate day) {
        Episode episode = participant.getEpisode();
        LocalDate birth = person.getBirthdate() == null ? null : Times.day(person.getBirthdate(), clock.getZone());
        LocalDate released = episode == null ? null : episode.released().orElse(null);
        return new CriteriaCheck(asked, participant.getCriteria(), birth, released, day);
    }

    /** @return by id of the patient who was kept, what is not voided of all who were merged into him: the one that stands first */
    private Map<Integer, List<ParticipantRow>> ofPeople(Collection<Integer> kept) {
        Map<Integer, Integer> merged = mergedPatients.mergedInto(new HashSet<>(kept));
        return dao.rows(merged.keySet(), false, 0, null).stream()
                .sorted(FIRST_INCLUDED)
                .collect(Collectors.groupingBy(row -> merged.get(row.getPatientId())));
    }

    private static List<Opposition> opposed(
            List<ParticipantRow> rows, Map<Integer, List<OppositionRow>> oppositions, Map<Integer, Reference> users) {
        return Collections.unmodifiableList(rows.stream()
                .flatMap(row -> oppositions.getOrDefault(row.getId(), Collections.emptyList()).stream())
                .filter(opposition -> !opposition.isVoided())
                .map(opposition -> opposition(opposition, users))
                .collect(Collectors.toList()));
    }

    private static Set<Integer> ids(List<ParticipantRow> rows, Function<ParticipantRow, Integer> id) {
        return rows.stream().map(id).collect(Collectors.toSet());
    }

    private static Set<Integer> users(List<ParticipantRow> rows, Map<Integer, List<OppositionRow>> oppositions) {
        return Stream.concat(
                        rows.stream()
                                .flatMap(row -> Stream.of(
                                        row.getInformedBy(),
                                        row.getNotOpposedRecordedBy(),
                                        row.getCreator(),
                                        row.getChangedBy(),
                                        row.getVoidedBy())),
                        oppositions.values().stream()
                                .flatMap(List::stream)
                                .flatMap(row -> Stream.of(row.getRecordedBy(), row.getVoidedBy())))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Participant recorded(
            ParticipantRow row,
            PersonRow person,
            Episode episode,
            List<OppositionRow> oppositions,
            Map<Integer, Reference> users) {
        return Participant.builder()
                .uuid(row.getUuid())
                .patient(person.getUuid())
                .version(String.valueOf(row.getVersion()))
                .studyCode(row.getStudyCode())
                .indexEpisode(row.getIndexEpisode())
                .episode(episode)
                .criteria(criteria(row.getCriteria()))
                .informed(day(row.getInformed()))
                .informedBy(users.get(row.getInformedBy()))
                .notOpposed(day(row.getNotOpposed()))
                .notOpposedRecordedBy(users.get(row.getNotOpposedRecordedBy()))
                .included(day(row.getIncluded()))
                .oppositions(Collections.unmodifiableList(oppositions.stream()
                        .map(opposition -> opposition(opposition, users))
                        .collect(Collectors.toList())))
                .audit(RegisterAudit.builder()
                        .creator(name(row.getCreator(), users))
                        .dateCreated(row.getDateCreated())
                        .changedBy(name(row.getChangedBy(), users))
                        .dateChanged(row.getDateChanged())
                        .voided(row.isVoided())
                        .voidedBy(name(row.getVoidedBy(), users))
                        .dateVoided(row.getDateVoided())
                        .voidReason(row.getVoidReason())
                        .build())
                .build();
    }

    private static Opposition opposition(OppositionRow row, Map<Integer, Reference> users) {
        return Opposition.builder()
                .kind(Opposition.Kind.valueOf(row.getKind()))
                .day(day(row.getDay()))
                .recordedBy(name(row.getRecordedBy(), users))
                .dateRecorded(row.getDateRecorded())
                .voided(row.isVoided())
                .voidedBy(name(row.getVoidedBy(), users))
                .dateVoided(row.getDateVoided())
                .voidReason(row.getVoidReason())
                .build();
    }

    private Participant withState(Participant participant, PersonRow person, Eligibility asked, boolean another) {
        LocalDate day = participant.getIncluded() == null ? LocalDate.now(clock) : participant.getIncluded();
        Answer eligible = check(participant, person, asked, day).eligible();
        List<Fault> faults = new ArrayList<>();
        if (participant.getEpisode() == null) {
            faults.add(Fault.of(ParticipantFields.INDEX_EPISODE, "indexEpisodeGone"));
        }
        if (participant.getIncluded() != null && eligible == Answer.NO) {
            faults.add(Fault.of(ParticipantFields.DATE_INCLUDED, "includedNotEligible"));
        }
        if (!participant.covers(participant.getOpposedElsewhere())) {
            faults.add(Fault.of(ParticipantFields.OPPOSITION, "opposedElsewhere"));
        }
        if (another) {
            faults.add(Fault.of("patient", "anotherParticipant"));
        }
        return participant.toBuilder()
                .eligible(eligible)
                .state(state(participant, eligible))
                .standing(!another && !participant.getAudit().isVoided() && !person.isVoided())
                .faults(Collections.unmodifiableList(faults))
                .build();
    }

    private static ParticipantState state(Participant participant, Answer eligible) {
        if (participant.stoppedCollecting().isPresent()) {
            return participant.getIncluded() == null
                    ? ParticipantState.OPPOSED_BEFORE_INCLUSION
                    : participant.stoppedUsing().isPresent()
                            ? ParticipantState.STOPPED_USING
                            : ParticipantState.STOPPED_COLLECTING;
        }
        if (participant.getIncluded() != null) {
            return ParticipantState.INCLUDED;
        }
        if (eligible == Answer.NO) {
            return ParticipantState.NOT_ELIGIBLE;
        }
        if (participant.getInformed() != null) {
            return ParticipantState.INFORMED;
        }
        return eligible == Answer.YES ? ParticipantState.ELIGIBLE : ParticipantState.CONSIDERED;
    }

    private static String name(Integer user, Map<Integer, Reference> users) {
        return users.get(user) == null ? null : users.get(user).getName();
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Map<String, Answer> criteria(String json) {
        try {
            return Collections.unmodifiableMap(
                    JSON.readValue(json, new TypeReference<LinkedHashMap<String, Answer>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answers of a participant cannot be read", e);
        }
    }

    static String json(Map<String, Answer> criteria) {
        try {
            return JSON.writeValueAsString(criteria);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
