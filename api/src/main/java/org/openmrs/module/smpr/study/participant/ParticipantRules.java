/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Reasons;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.outcome.Days;
import org.openmrs.module.smpr.outcome.GivenAnswers;
import org.openmrs.module.smpr.study.participant.Participant.Answer;
import org.openmrs.module.smpr.study.plan.Eligibility;

/**
 * Reads a participant from what came in, and notes every fault. He is informed, does not oppose and is included, on days
 * that follow each other in that order. What the plan asks for is looked at once, when the day of inclusion is recorded. An
 * opposition is never refused for what the plan asks, and never overwritten: it is taken back with a reason, and stays
 * readable then. Who records it is set where it was not said who informed him.
 */
final class ParticipantRules {

    private final ParticipantInput input;

    private final GivenAnswers given;

    private final List<Fault> faults;

    private final Days days;

    /** Null where no plan is in force. */
    private final Eligibility asked;

    private final Reference recorder;

    /**
     * @param faults what is found wrong is added here
     * @param asked what the plan in force asks for; null where none is
     * @param recorder the user whose input it is
     */
    ParticipantRules(ParticipantInput input, List<Fault> faults, Days days, Eligibility asked, Reference recorder) {
        this.input = input;
        this.given = new GivenAnswers(input.getAnswers(), faults);
        this.faults = faults;
        this.days = days;
        this.asked = asked;
        this.recorder = recorder;
    }

    /**
     * @param before the participant as he stands; an empty one for a new one
     * @return with what was given; whether the plan lets him be included is for the caller to ask
     */
    Participant read(Participant before) {
        LocalDate informed = given.day(ParticipantFields.DATE_INFORMED, before.getInformed());
        LocalDate notOpposed = given.day(ParticipantFields.DATE_NOT_OPPOSED, before.getNotOpposed());
        Participant read = before.toBuilder()
                .indexEpisode(given.text(ParticipantFields.INDEX_EPISODE, before.getIndexEpisode()))
                .criteria(criteria(before.getCriteria()))
                .informed(informed)
                .informedBy(informedBy(before, informed))
                .notOpposed(notOpposed)
                .notOpposedRecordedBy(
                        Objects.equals(notOpposed, before.getNotOpposed())
                                ? before.getNotOpposedRecordedBy()
                                : notOpposed == null ? null : recorder)
                .included(given.day(ParticipantFields.DATE_INCLUDED, before.getIncluded()))
                .oppositions(oppositions(before))
                .build();
        given.refuseUnread();
        if (read.getIndexEpisode() == null) {
            missing(ParticipantFields.INDEX_EPISODE);
        }
        refuseImpossibleDays(read);
        refuseOtherOrder(read);
        return read;
    }

    private Reference informedBy(Participant before, LocalDate informed) {
        String uuid = given.text(
                ParticipantFields.INFORMED_BY,
                before.getInformedBy() == null ? null : before.getInformedBy().getUuid());
        if (informed == null) {
            return null;
        }
        if (uuid == null) {
            return recorder;
        }
        return before.getInformedBy() != null
                        && uuid.equals(before.getInformedBy().getUuid())
                ? before.getInformedBy()
                : new Reference(uuid, null);
    }

    private Map<String, Answer> criteria(Map<String, Answer> before) {
        Map<String, Answer> criteria = new LinkedHashMap<>(before);
        GivenAnswers answers = new GivenAnswers(named(input.getCriteria()), faults);
        input.getCriteria().forEach((code, answer) -> {
            String field = ParticipantFields.ofCriterion(code);
            if (!before.containsKey(code)
                    && (asked == null || !asked.criterion(code).isPresent())) {
                faults.add(Fault.of(field, "unknownCriterion", code));
            }
            Answer read = answers.code(field, Answer.class, before.get(code));
            if (read == null) {
                criteria.remove(code);
            } else {
                criteria.put(code, read);
            }
        });
        return Collections.unmodifiableMap(criteria);
    }

    private static Map<String, String> named(Map<String, String> criteria) {
        Map<String, String> named = new LinkedHashMap<>();
        criteria.forEach((code, answer) -> named.put(ParticipantFields.ofCriterion(code), answer));
        return named;
    }

    private void refuseImpossibleDays(Participant read) {
        days.refuse(ParticipantFields.DATE_INFORMED, read.getInformed(), read.getInformed());
        days.refuse(ParticipantFields.DATE_NOT_OPPOSED, read.getNotOpposed(), read.getNotOpposed());
        days.refuse(ParticipantFields.DATE_INCLUDED, read.getIncluded(), read.getIncluded());
        read.opposition()
                .ifPresent(opposition ->
                        days.refuse(ParticipantFields.DATE_OPPOSED, opposition.getDay(), opposition.getDay()));
    }

    private void refuseOtherOrder(Participant read) {
        LocalDate opposed = read.stoppedCollecting().orElse(null);
        boolean informed = read.getInformed() != null;
        if (!informed && (read.getNotOpposed() != null || read.getIncluded() != null || opposed != null)) {
            missing(ParticipantFields.DATE_INFORMED);
        }
        if (!informed && given.has(ParticipantFields.INFORMED_BY)) {
            faults.add(Fault.of(ParticipantFields.INFORMED_BY, "nobodyInformed"));
        }
        if (read.getIncluded() != null && read.getNotOpposed() == null) {
            missing(ParticipantFields.DATE_NOT_OPPOSED);
        }
        if (isBefore(read.getNotOpposed(), read.getInformed())) {
            faults.add(Fault.of(ParticipantFields.DATE_NOT_OPPOSED, "beforeInformation"));
        }
        if (isBefore(read.getIncluded(), read.getInformed())) {
            faults.add(Fault.of(ParticipantFields.DATE_INCLUDED, "beforeInformation"));
        }
        if (isBefore(read.getIncluded(), read.getNotOpposed())) {
            faults.add(Fault.of(ParticipantFields.DATE_INCLUDED, "beforeNonOpposition"));
        }
        if (isBefore(opposed, read.getInformed())) {
            faults.add(Fault.of(ParticipantFields.DATE_OPPOSED, "beforeInformation"));
        }
        if (isBefore(opposed, read.getIncluded())) {
            faults.add(Fault.of(ParticipantFields.DATE_INCLUDED, "opposedBefore"));
        }
    }

    private List<Opposition> oppositions(Participant before) {
        Opposition last = before.opposition().orElse(null);
        Opposition.Kind kind =
                given.code(ParticipantFields.OPPOSITION, Opposition.Kind.class, last == null ? null : last.getKind());
        LocalDate day = given.day(ParticipantFields.DATE_OPPOSED, last == null ? null : last.getDay());
        if (kind == null) {
            if (day != null && given.has(ParticipantFields.DATE_OPPOSED)) {
                faults.add(Fault.of(ParticipantFields.DATE_OPPOSED, "notOpposed"));
            }
            return last == null ? before.getOppositions() : withoutLast(before.getOppositions());
        }
        if (last != null && kind == last.getKind()) {
            if (!Objects.equals(day, last.getDay())) {
                faults.add(Fault.of(ParticipantFields.DATE_OPPOSED, "oppositionStands"));
            }
            return before.getOppositions();
        }
        if (last != null && last.getKind() == Opposition.Kind.STOP_USING) {
            faults.add(Fault.of(ParticipantFields.OPPOSITION, "oppositionStands"));
            return before.getOppositions();
        }
        if (!given.has(ParticipantFields.DATE_OPPOSED) || day == null) {
            missing(ParticipantFields.DATE_OPPOSED);
            return before.getOppositions();
        }
        if (last != null && day.isBefore(last.getDay())) {
            faults.add(Fault.of(ParticipantFields.DATE_OPPOSED, "beforeOtherOpposition"));
        }
        List<Opposition> oppositions = new ArrayList<>(before.getOppositions());
        oppositions.add(Opposition.builder().kind(kind).day(day).build());
        return Collections.unmodifiableList(oppositions);
    }

    /** The one before it stands again, where there is one. */
    private List<Opposition> withoutLast(List<Opposition> oppositions) {
        faults.addAll(Reasons.whereRequired(input.getReason()));
        List<Opposition> left = new ArrayList<>(oppositions);
        for (int i = left.size() - 1; i >= 0; i--) {
            if (!left.get(i).isVoided()) {
                Opposition last = left.get(i);
                left.set(
                        i,
                        Opposition.builder()
                                .kind(last.getKind())
                                .day(last.getDay())
                                .recordedBy(last.getRecordedBy())
                                .dateRecorded(last.getDateRecorded())
                                .voided(true)
                                .voidReason(input.getReason())
                                .build());
                break;
            }
        }
        return Collections.unmodifiableList(left);
    }

    /** That a day is missing is no fault where it was given and is none. */
    private void missing(String field) {
        if (faults.stream().noneMatch(fault -> fault.getField().equals(field))) {
            faults.add(Fault.of(field, "missing"));
        }
    }

    private static boolean isBefore(LocalDate day, LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }
}
