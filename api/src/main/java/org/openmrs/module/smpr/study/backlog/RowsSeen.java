/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.Value;

/** Which assessments the rows of a file have been of so far. */
final class RowsSeen {

    private final Map<String, List<Seen>> seen = new HashMap<>();

    /** @return the line of an earlier row of the same person, time and role; empty where this is the first */
    Optional<Integer> before(BacklogEntry entry) {
        List<Seen> ofTheDay = seen.computeIfAbsent(
                entry.getInput().getPatient() + entry.getDay() + entry.getRole(), key -> new ArrayList<>(1));
        Optional<Integer> before = ofTheDay.stream()
                .filter(other -> !other.timed
                        || !entry.isTimed()
                        || other.millis == entry.getDate().getTime())
                .map(Seen::getLine)
                .findFirst();
        ofTheDay.add(new Seen(entry.getLine(), entry.getDate().getTime(), entry.isTimed()));
        return before;
    }

    @Value
    private static class Seen {

        int line;

        long millis;

        boolean timed;
    }
}
