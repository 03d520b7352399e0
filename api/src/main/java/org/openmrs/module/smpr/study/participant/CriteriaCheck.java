/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.study.participant.Participant.Answer;
import org.openmrs.module.smpr.study.plan.Criterion;
import org.openmrs.module.smpr.study.plan.Eligibility;

/**
 * Tells whether somebody meets what the plan in force asks for. The bounds are of the day of release: while he is not
 * released, only a bound that has passed speaks against him.
 */
final class CriteriaCheck {

    private final List<Fault> against = new ArrayList<>();

    private final List<Fault> notKnown = new ArrayList<>();

    /**
     * @param asked null where no plan is in force: then it is not known of anybody
     * @param birth null where it is not known
     * @param released null while he is not
     * @param day on which it is asked
     */
    CriteriaCheck(Eligibility asked, Map<String, Answer> answers, LocalDate birth, LocalDate released, LocalDate day) {
        if (asked == null) {
            notKnown.add(Fault.of(ParticipantFields.DATE_INCLUDED, "noPlanOfAnalysis"));
            return;
        }
        asked.getCriteria().forEach(criterion -> check(criterion, answers.get(criterion.getCode())));
        LocalDate earliest = released == null ? day : released;
        if (released != null && asked.getReleasedFrom() != null && released.isBefore(asked.getReleasedFrom())
                || asked.getReleasedUntil() != null && earliest.isAfter(asked.getReleasedUntil())) {
            against.add(Fault.of(ParticipantFields.INDEX_EPISODE, "releasedOutsidePlan"));
        }
        if (asked.getMinimumAge() != null) {
            checkAge(asked.getMinimumAge(), birth, day);
        }
    }

    private void check(Criterion criterion, Answer answer) {
        String field = ParticipantFields.ofCriterion(criterion.getCode());
        if (answer == null || answer == Answer.NOT_KNOWN) {
            notKnown.add(Fault.of(field, "criterionNotAnswered"));
        } else if (answer != (criterion.getKind() == Criterion.Kind.INCLUSION ? Answer.YES : Answer.NO)) {
            against.add(Fault.of(field, "criterionNotMet"));
        }
    }

    private void checkAge(int minimum, LocalDate birth, LocalDate day) {
        if (birth == null) {
            notKnown.add(Fault.of(ParticipantFields.DATE_INCLUDED, "ageNotKnown"));
        } else if (Period.between(birth, day).getYears() < minimum) {
            against.add(Fault.of(ParticipantFields.DATE_INCLUDED, "tooYoung", String.valueOf(minimum)));
        }
    }

    Answer eligible() {
        return !against.isEmpty() ? Answer.NO : notKnown.isEmpty() ? Answer.YES : Answer.NOT_KNOWN;
    }

    /** @return what keeps him from being included; empty where nothing does */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(against);
        faults.addAll(notKnown);
        return Collections.unmodifiableList(faults);
    }
}
