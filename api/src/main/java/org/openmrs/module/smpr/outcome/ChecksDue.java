/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Result;

/**
 * Tells when somebody is to look for what became of a person. A check does for every day that it does not lie before: it
 * tells of all the time until then. One that found no information tells of none, and does for nothing.
 */
final class ChecksDue {

    private static final int YEARS = 5;

    private final StatusAtHorizon status;

    private final Integer lagYears;

    private final LocalDate today;

    /** @param lagYears null where the site has set none */
    ChecksDue(StatusAtHorizon status, Integer lagYears, LocalDate today) {
        this.status = status;
        this.lagYears = lagYears;
        this.today = today;
    }

    /**
     * @param endOfCare null where care has not ended
     * @return in order of day; what lies after the person's death is not due
     */
    List<CheckDue> from(LocalDate index, LocalDate endOfCare) {
        List<CheckDue> due = new ArrayList<>();
        LocalDate died = status.diedUntil().orElse(LocalDate.MAX);
        for (int year = 1; year <= YEARS; year++) {
            add(due, CheckDue.Kind.YEARLY, index.plusMonths(12L * year), died);
        }
        if (endOfCare != null) {
            add(due, CheckDue.Kind.END_OF_CARE, endOfCare, died);
        }
        if (lagYears != null) {
            LocalDate end = Span.earliest(index.plusMonths(12L * YEARS), died);
            LocalDate day = end.plusYears(lagYears);
            due.add(due(
                    CheckDue.Kind.AFTER_LAG,
                    day,
                    check -> status.isSufficient(check)
                            && check.getCoversUntil() != null
                            && !check.getCoversUntil().isBefore(day)));
        }
        due.sort(Comparator.comparing(CheckDue::getDay));
        return Collections.unmodifiableList(due);
    }

    private void add(List<CheckDue> due, CheckDue.Kind kind, LocalDate day, LocalDate died) {
        if (!day.isAfter(died)) {
            due.add(due(kind, day, check -> !check.getDay().isBefore(day)));
        }
    }

    private CheckDue due(CheckDue.Kind kind, LocalDate day, Predicate<FollowUpCheck> doesFor) {
        String doneBy = status.getChecks().stream()
                .filter(check -> check.getResult() != Result.NOT_FOUND)
                .filter(doesFor)
                .min(Comparator.comparing(FollowUpCheck::getDay))
                .map(FollowUpCheck::getUuid)
                .orElse(null);
        return new CheckDue(kind, day, doneBy, doneBy == null && day.isBefore(today));
    }
}
