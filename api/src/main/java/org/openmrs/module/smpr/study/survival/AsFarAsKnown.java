/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.survival;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.survival.CumulativeIncidence;
import org.openmrs.module.smpr.statistics.survival.Estimate;
import org.openmrs.module.smpr.statistics.survival.Exposure;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.data.OutcomeTerms;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TimeAtRisk.Ending;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;

/** Those followed until one horizon, were each of them who died followed only as far as he is known to have been free of an event. */
final class AsFarAsKnown {

    private static final String N = "nAsFarAsKnown";

    private static final String DEATHS = "deathsAsFarAsKnown";

    private static final String BEYOND = "deathsBeyondKnown";

    private final Followed followed;

    private final FollowUpData known;

    private final Set<Subject> deaths;

    /** Those who died, and are not followed until then here. */
    private final Set<Subject> beyond;

    private AsFarAsKnown(Followed followed) {
        this.followed = followed;
        known = FollowUpData.asFarAsKnown(
                followed.getData().getSubjects(), followed.getCounted(), followed.getMonths());
        deaths = known.ended(Ending.DIED);
        beyond = new HashSet<>(followed.getDeaths());
        beyond.removeAll(deaths);
    }

    /** @return how much it matters that the time until a death counts where nobody looked: empty where everybody who died was followed until then */
    static Optional<ResultTable> table(Collection<Followed> horizons) {
        List<AsFarAsKnown> all = horizons.stream().map(AsFarAsKnown::new).collect(Collectors.toList());
        return all.stream().allMatch(until -> until.beyond.isEmpty()) ? Optional.empty() : Optional.of(table(all));
    }

    private static ResultTable table(List<AsFarAsKnown> horizons) {
        ResultTable.Rows table = new ResultTable.Rows(
                Column.term("horizon"),
                Column.count("n"),
                Column.count("events"),
                Column.count("deathsKnown"),
                Column.count("deathsNotKnown"),
                Column.share("absence"),
                Column.lower("absenceLower", 1),
                Column.upper("absenceUpper", 1),
                Column.share("incidence"),
                Column.lower("lower", 1),
                Column.upper("upper", 1));
        Overlaps overlaps = new Overlaps();
        AsFarAsKnown before = null;
        for (AsFarAsKnown until : horizons) {
            table.add(until.row());
            until.tie(overlaps);
            if (before != null) {
                until.tie(overlaps, before);
            }
            until.followed.othersBefore().forEach(other -> until.tie(overlaps, new AsFarAsKnown(other)));
            before = until;
        }
        return table.as("incidenceAsFarAsKnown")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .notes(Collections.singletonList(Term.of("note", "incidenceAsFarAsKnown")))
                .build();
    }

    private Cell[] row() {
        Estimate event = CumulativeIncidence.of(known.toSurvivalData())
                .incidence(Exposure.EVENT)
                .at(followed.getDay());
        Interval interval = event.getInterval();
        return new Cell[] {
            Cell.of(OutcomeTerms.of(StudyHorizon.ofMonths(followed.getMonths()))),
            Cell.count(followed.quantity(N), known.getSubjects().size()),
            followed.count(Quantities.EVENTS, followed.getEvents()),
            followed.count(DEATHS, deaths),
            followed.count(BEYOND, beyond),
            Cell.number(1 - event.getValue()),
            Cell.number(1 - interval.getUpper()),
            Cell.number(1 - interval.getLower()),
            Cell.number(event.getValue()),
            Cell.number(interval.getLower()),
            Cell.number(interval.getUpper())
        };
    }

    /** Who is followed beside those here has died, and of those who died it is known, or not, what was before. */
    private void tie(Overlaps overlaps) {
        Set<Subject> more = new HashSet<>(followed.getFollowUp().getSubjects());
        more.removeAll(new HashSet<>(known.getSubjects()));
        overlaps.split(
                        followed.n().getQuantity(),
                        followed.quantity(N),
                        known.getSubjects().size(),
                        followed.quantity("followedBeyondKnown"),
                        more.size())
                .tie(followed.quantity("followedBeyondKnown"), more, followed.quantity(BEYOND), beyond)
                .part(
                        followed.quantity(N),
                        known.getSubjects().size(),
                        followed.quantity(Quantities.EVENTS),
                        followed.getEvents().size())
                .split(
                        followed.quantity(Quantities.DEATHS),
                        followed.quantity(DEATHS),
                        deaths.size(),
                        followed.quantity(BEYOND),
                        beyond.size());
        KnownAtHorizons.tieDeaths(
                overlaps, followed, followed.quantity(DEATHS), deaths, followed.quantity(BEYOND), beyond);
    }

    private void tie(Overlaps overlaps, AsFarAsKnown other) {
        overlaps.tie(followed.quantity(N), known.getSubjects(), other.followed.quantity(N), other.known.getSubjects())
                .tie(followed.quantity(DEATHS), deaths, other.followed.quantity(DEATHS), other.deaths)
                .tie(followed.quantity(BEYOND), beyond, other.followed.quantity(BEYOND), other.beyond);
    }
}
