/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.flow;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.study.data.Population;
import org.openmrs.module.smpr.study.data.Population.Considered;
import org.openmrs.module.smpr.study.participant.Participant.Answer;
import org.openmrs.module.smpr.study.participant.ParticipantState;
import org.openmrs.module.smpr.study.result.Overlaps;

/** How far each of those considered has come, whether he is eligible, and whether he was informed: three ways to count the same people. */
final class StepsToInclusion {

    private static final List<String> STATES = steps(StepsToInclusion::state, Arrays.asList(ParticipantState.values()));

    private static final List<String> ELIGIBILITY =
            steps(StepsToInclusion::eligibility, Arrays.asList(Answer.values()));

    private static final List<String> INFORMATION = steps(StepsToInclusion::information, Arrays.asList(true, false));

    private final List<Considered> considered;

    StepsToInclusion(Population population) {
        this.considered = population.getConsidered();
    }

    private static <T> List<String> steps(Function<T, String> step, List<T> all) {
        return Collections.unmodifiableList(all.stream().map(step).distinct().collect(Collectors.toList()));
    }

    Map<String, Long> byState() {
        return count(STATES, one -> state(one.getState()));
    }

    Map<String, Long> byEligibility() {
        return count(ELIGIBILITY, one -> eligibility(one.getEligible()));
    }

    Map<String, Long> byInformation() {
        return count(INFORMATION, one -> information(one.isInformed()));
    }

    /** @param quantity names the count of a step */
    Overlaps overlaps(Function<String, String> quantity) {
        Overlaps overlaps = new Overlaps();
        tie(overlaps, quantity, ELIGIBILITY, one -> eligibility(one.getEligible()));
        tie(overlaps, quantity, INFORMATION, one -> information(one.isInformed()));
        return overlaps;
    }

    /** Says of each state how many of its people are in each of the other steps, and so of each of these. */
    private void tie(
            Overlaps overlaps,
            Function<String, String> quantity,
            List<String> steps,
            Function<Considered, String> step) {
        Map<String, Map<String, Long>> ofState = new LinkedHashMap<>();
        Map<String, Map<String, Long>> ofStep = new LinkedHashMap<>();
        STATES.forEach(state -> steps.forEach(other -> {
            String both = quantity.apply(state) + " & " + quantity.apply(other);
            long n = considered.stream()
                    .filter(one -> state(one.getState()).equals(state)
                            && step.apply(one).equals(other))
                    .count();
            ofState.computeIfAbsent(state, key -> new LinkedHashMap<>()).put(both, n);
            ofStep.computeIfAbsent(other, key -> new LinkedHashMap<>()).put(both, n);
        }));
        ofState.forEach((state, parts) -> overlaps.split(quantity.apply(state), parts));
        ofStep.forEach((other, parts) -> overlaps.split(quantity.apply(other), parts));
    }

    private Map<String, Long> count(List<String> steps, Function<Considered, String> step) {
        Map<String, Long> counts = new LinkedHashMap<>();
        steps.forEach(each -> counts.put(each, 0L));
        considered.forEach(one -> counts.merge(step.apply(one), 1L, Long::sum));
        return counts;
    }

    private static String state(ParticipantState state) {
        switch (state) {
            case CONSIDERED:
                return "notYetKnown";
            case NOT_ELIGIBLE:
                return "notEligible";
            case ELIGIBLE:
                return "notYetInformed";
            case INFORMED:
                return "informedOnly";
            case OPPOSED_BEFORE_INCLUSION:
                return "opposedBefore";
            default:
                return "included";
        }
    }

    private static String eligibility(Answer eligible) {
        switch (eligible) {
            case YES:
                return "eligible";
            case NO:
                return "eligibleNot";
            default:
                return "eligibleNotKnown";
        }
    }

    private static String information(boolean informed) {
        return informed ? "informed" : "notInformed";
    }
}
