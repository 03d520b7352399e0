/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which assessments with one instrument stand for their days. What one has rated and several have agreed on the same day is
 * one point in time, and what they agreed on is what is held beside other days: the latest consensus of a day stands for it,
 * and where there is none the latest.
 */
public final class StandingAssessments {

    private StandingAssessments() {}

    /**
     * @param assessments with one instrument, in order of their dates
     * @param zone the site's time zone, in which days are counted
     * @return one a day, in the same order
     */
    public static List<Assessment> of(List<Assessment> assessments, ZoneId zone) {
        Map<LocalDate, Assessment> byDay = new LinkedHashMap<>();
        for (Assessment assessment : assessments) {
            byDay.merge(
                    Times.day(assessment.getDate(), zone),
                    assessment,
                    (earlier, later) -> earlier.isConsensus() && !later.isConsensus() ? earlier : later);
        }
        return Collections.unmodifiableList(new ArrayList<>(byDay.values()));
    }
}
