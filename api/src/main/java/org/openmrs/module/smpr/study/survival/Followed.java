/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.survival;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.statistics.survival.CumulativeIncidence;
import org.openmrs.module.smpr.statistics.survival.Estimate;
import org.openmrs.module.smpr.statistics.survival.Exposure;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TimeAtRisk.Ending;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Overlaps;

/** Those followed until one horizon and what became of them there, by what is known of it as if nothing later were known. */
@Getter
final class Followed {

    private final StudyData data;

    private final Counted counted;

    private final int months;

    private final FollowUpData followUp;

    private final Set<Subject> atRisk;

    private final Set<Subject> events;

    private final Set<Subject> deaths;

    @Getter(lazy = true)
    private final CumulativeIncidence incidence = CumulativeIncidence.of(followUp.toSurvivalData());

    Followed(StudyData data, Counted counted, int months) {
        this.data = data;
        this.counted = counted;
        this.months = months;
        followUp = data.followUp(counted, months);
        atRisk = followUp.atRisk(getDay());
        events = followUp.ended(Ending.EVENT);
        deaths = followUp.ended(Ending.DIED);
    }

    double getDay() {
        return FollowUpData.day(months);
    }

    Estimate eventEstimate() {
        return getIncidence().incidence(Exposure.EVENT).at(getDay());
    }

    Estimate deathEstimate() {
        return getIncidence().incidence(FollowUpData.DEATH).at(getDay());
    }

    String quantity(String what) {
        return Quantities.followed(counted, what, months);
    }

    Cell n() {
        return Cell.count(quantity(Quantities.FOLLOWED), followUp.getSubjects().size());
    }

    Cell count(String what, Set<Subject> people) {
        return Cell.count(quantity(what), people.size());
    }

    /** @param ended what the estimate counts */
    IncidenceCurves.Point point(Estimate estimate, String ended) {
        return new IncidenceCurves.Point(
                estimate, Arrays.asList(quantity(Quantities.FOLLOWED), quantity(Quantities.AT_RISK), quantity(ended)));
    }

    Cell missing() {
        return Cell.count(
                quantity("missing"),
                data.getSubjects().size() - followUp.getSubjects().size());
    }

    /** Who is followed is at risk, or no more for an event, a death or for what else there is: that nothing is known of him any more, or that he is not at risk for a time. */
    void tie(Overlaps overlaps) {
        Set<Subject> others = new HashSet<>(followUp.getSubjects());
        Set<Subject> still = new HashSet<>(atRisk);
        others.removeAll(atRisk);
        for (Set<Subject> ended : Arrays.asList(events, deaths)) {
            others.removeAll(ended);
            still.removeAll(ended);
        }
        String free = quantity("atRiskFree");
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put(free, (long) still.size());
        parts.put(quantity(Quantities.EVENTS), (long) events.size());
        parts.put(quantity(Quantities.DEATHS), (long) deaths.size());
        parts.put(quantity("others"), (long) others.size());
        long missing = missing().getCount();
        // What ends on the very day finds its man at risk.
        overlaps.part(quantity(Quantities.AT_RISK), atRisk.size(), free, still.size())
                .split(quantity(Quantities.FOLLOWED), parts)
                .part(quantity(Quantities.FOLLOWED), n().getCount(), quantity(Quantities.AT_RISK), atRisk.size())
                .part(quantity(Quantities.FOLLOWED), n().getCount(), quantity(Quantities.EVENTS), events.size())
                .part(quantity(Quantities.FOLLOWED), n().getCount(), quantity(Quantities.DEATHS), deaths.size())
                .split(Quantities.ANALYSED, quantity(Quantities.FOLLOWED), n().getCount(), quantity("missing"), missing)
                .part(
                        quantity("missing"),
                        missing,
                        Quantities.NO_INDEX_DAY,
                        data.getSubjects().stream()
                                .filter(subject -> subject.getStatus() == null)
                                .count());
    }

    /** Until an earlier horizon some of the same were followed, and some of them were so there. */
    void tie(Overlaps overlaps, Followed earlier) {
        overlaps.tie(
                        quantity(Quantities.FOLLOWED),
                        followUp.getSubjects(),
                        earlier.quantity(Quantities.FOLLOWED),
                        earlier.followUp.getSubjects())
                .tie(quantity(Quantities.AT_RISK), atRisk, earlier.quantity(Quantities.AT_RISK), earlier.atRisk);
        tieEnds(overlaps, earlier);
    }

    /** What is counted in another way, or until another horizon, is of some of the same people: of any offence, and of a violent one. */
    void tieEnds(Overlaps overlaps, Followed other) {
        overlaps.tie(quantity(Quantities.EVENTS), events, other.quantity(Quantities.EVENTS), other.events)
                .tie(quantity(Quantities.DEATHS), deaths, other.quantity(Quantities.DEATHS), other.deaths);
    }

    /** @return the same until this horizon in the other ways of counting that come before */
    List<Followed> othersBefore() {
        return data.definedBefore(counted).stream()
                .map(other -> new Followed(data, other, months))
                .collect(Collectors.toList());
    }
}
