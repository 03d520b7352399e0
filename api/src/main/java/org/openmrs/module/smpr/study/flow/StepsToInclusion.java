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
import org.openmrs.module.smpr.study.data.Population;
import org.openmrs.module.smpr.study.data.Population.Considered;
import org.openmrs.module.smpr.study.result.Overlaps;

/** How far each of those considered has come, whether he is eligible, and whether he was informed: three ways to count the same people. */
final class StepsToInclusion {

    private static final List<String> STATES = Collections.unmodifiableList(
            Arrays.asList("notYetKnown", "notEligible", "notYetInformed", "informedOnly", "opposedBefore", "included"));

    private static final List<String> ELIGIBILITY =
            Collections.unmodifiableList(Arrays.asList("eligible", "eligibleNot", "eligibleNotKnown"));

    private static final List<String> INFORMATION =
            Collections.unmodifiableList(Arrays.asList("informed", "notInformed"));

    private final List<Considered> considered;

    StepsToInclusion(Population population) {
        this.considered = population.getConsidered();
    }

    Map<String, Long> byState() {
        return count(STATES, StepsToInclusion::state);
    }

    Map<String, Long> byEligibility() {
        return count(ELIGIBILITY, StepsToInclusion::eligibility);
    }

    Map<String, Long> byInformation() {
        return count(INFORMATION, StepsToInclusion::information);
    }

    /** @param quantity names the count of a step */
    Overlaps overlaps(Function<String, String> quantity) {
        Overlaps overlaps = new Overlaps();
        tie(overlaps, quantity, ELIGIBILITY, StepsToInclusion::eligibility);
        tie(overlaps, quantity, INFORMATION, StepsToInclusion::information);
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
                    .filter(one -> state(one).equals(state) && step.apply(one).equals(other))
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

    private static String state(Considered one) {
        switch (one.getState()) {
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

    private static String eligibility(Considered one) {
        switch (one.getEligible()) {
            case YES:
                return "eligible";
            case NO:
                return "eligibleNot";
            default:
                return "eligibleNotKnown";
        }
    }

    private static String information(Considered one) {
        return one.isInformed() ? "informed" : "notInformed";
    }
}
