/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.survival;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.statistics.Proportion;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.data.OutcomeTerms;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TimeAtRisk.Ending;
import org.openmrs.module.smpr.study.plan.PlannedSurvival;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** Tells of each horizon what is known of each participant there, without a model, and what it could be if it were known of the others. */
final class KnownAtHorizons {

    /** How those are called who had an event, or died. */
    private static final Map<Status, String> ENDS = ends();

    private static final Map<Status, String> STATUSES = statuses();

    private static Map<Status, String> statuses() {
        Map<Status, String> statuses = new EnumMap<>(ENDS);
        statuses.put(Status.FREE_KNOWN, "free");
        return Collections.unmodifiableMap(statuses);
    }

    private static Map<Status, String> ends() {
        Map<Status, String> ends = new EnumMap<>(Status.class);
        ends.put(Status.EVENT, "events");
        ends.put(Status.DIED, "deaths");
        ends.put(Status.DIED_NOT_KNOWN, "deathsNotKnown");
        return Collections.unmodifiableMap(ends);
    }

    private KnownAtHorizons() {}

    static ResultTable table(StudyData data, PlannedSurvival survival) {
        ResultTable.Rows table = new ResultTable.Rows(
                Column.term("horizon"),
                Column.count("reached"),
                Column.count("known"),
                Column.count("events"),
                Column.count("free"),
                Column.count("deathsKnown"),
                Column.count("deathsNotKnown"),
                Column.count("notKnown"),
                Column.count("weakOnly"),
                Column.count("provisional"),
                Column.share("absence").restingOn("known", "events"),
                Column.lower("lower", 1).restingOn("known", "events"),
                Column.upper("upper", 1).restingOn("known", "events"),
                Column.share("worst").restingOn("reached", "events", "notKnown", "deathsNotKnown", "weakOnly"),
                Column.share("best").restingOn("reached", "events", "notKnown", "deathsNotKnown", "weakOnly"));
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        StudyHorizon before = null;
        for (StudyHorizon horizon : survival.getHorizons()) {
            Map<Subject, HorizonStatus> statuses = statuses(data, survival.getCounted(), horizon);
            Collection<HorizonStatus> reached = statuses.values();
            long events = count(reached, Status.EVENT);
            long free = count(reached, Status.FREE_KNOWN);
            long deaths = count(reached, Status.DIED);
            long deathsNotKnown = count(reached, Status.DIED_NOT_KNOWN);
            long known = events + free + deaths;
            long unknown = reached.size() - known;
            long weak =
                    reached.stream().filter(HorizonStatus::isFreeByWeakSources).count();
            Proportion absence = Proportion.of(known - events, known);
            Proportion.Bounds bounds = Proportion.bounds(events, known, unknown);
            String quantity = known(survival.getCounted(), horizon);
            long provisional =
                    reached.stream().filter(HorizonStatus::isProvisional).count();
            table.add(
                    Cell.of(OutcomeTerms.of(horizon)),
                    Cell.count(quantity + "reached", reached.size()),
                    Cell.count(quantity + "known", known),
                    Cell.count(quantity + "events", events),
                    Cell.count(quantity + "free", free),
                    Cell.count(quantity + "deaths", deaths),
                    Cell.count(quantity + "deathsNotKnown", deathsNotKnown),
                    Cell.count(quantity + "notKnown", unknown - deathsNotKnown - weak),
                    Cell.count(quantity + "weak", weak),
                    Cell.count(quantity + "provisional", provisional),
                    Cell.number(absence.getEstimate()),
                    Cell.number(absence.getInterval().getLower()),
                    Cell.number(absence.getInterval().getUpper()),
                    Cell.number(1 - bounds.getGreatest().getEstimate()),
                    Cell.number(1 - bounds.getLeast().getEstimate()));
            sums.add(Sum.of(quantity + "known", quantity + "events", quantity + "free", quantity + "deaths"));
            sums.add(Sum.of(
                    quantity + "reached",
                    quantity + "known",
                    quantity + "deathsNotKnown",
                    quantity + "notKnown",
                    quantity + "weak"));
            overlaps.part(quantity + "reached", reached.size(), quantity + "provisional", provisional);
            tieShares(overlaps, quantity, reached.size(), known, events);
            tieFlow(overlaps, data, survival, horizon, statuses);
            for (Counted other : data.definedBefore(survival.getCounted())) {
                tieStatuses(
                        overlaps, quantity, statuses, known(other, horizon), statuses(data, other, horizon), STATUSES);
            }
            if (!horizon.isEndOfCare()) {
                tieFollowed(overlaps, data, survival.getCounted(), horizon, statuses);
                if (before != null) {
                    tieStatuses(
                            overlaps,
                            quantity,
                            statuses,
                            known(survival.getCounted(), before),
                            statuses(data, survival.getCounted(), before),
                            ENDS);
                }
                before = horizon;
            }
        }
        List<Term> notes = new ArrayList<>(Arrays.asList(Term.of("note", "completeCase"), Term.of("note", "bounds")));
        if (survival.getHorizons().contains(StudyHorizon.END_OF_CARE)) {
            notes.add(Term.of("note", "endOfCareAlone"));
        }
        return table.as("knownAt")
                .sums(overlaps.with(sums))
                .implied(overlaps.getImplied())
                .notes(Collections.unmodifiableList(notes))
                .build();
    }

    /** How many had an event, and how many are known to have had none, are told as shares of those known, and of all in the best case and the worst. */
    private static void tieShares(Overlaps overlaps, String quantity, long reached, long known, long events) {
        String noEvent = quantity + "knownWithoutEvent";
        overlaps.split(quantity + "known", quantity + "events", events, noEvent, known - events)
                .part(quantity + "reached", reached, quantity + "known", known)
                .part(quantity + "reached", reached, quantity + "events", events)
                .part(quantity + "reached", reached, noEvent, known - events);
    }

    private static void tieStatuses(
            Overlaps overlaps,
            String quantity,
            Map<Subject, HorizonStatus> statuses,
            String other,
            Map<Subject, HorizonStatus> others,
            Map<Status, String> which) {
        which.forEach((status, what) ->
                overlaps.tie(quantity + what, with(statuses, status), other + what, with(others, status)));
    }

    private static String known(Counted counted, StudyHorizon horizon) {
        return SurvivalAnalysis.CODE + ".known." + counted + "." + horizon.getCode() + ".";
    }

    /** @return of those whose horizon has come */
    private static Map<Subject, HorizonStatus> statuses(StudyData data, Counted counted, StudyHorizon horizon) {
        Map<Subject, HorizonStatus> statuses = new LinkedHashMap<>();
        for (Subject subject : data.getSubjects()) {
            HorizonStatus status = at(subject, horizon, counted);
            if (status != null && !isToCome(status, data.getToday())) {
                statuses.put(subject, status);
            }
        }
        return statuses;
    }

    private static List<Subject> with(Map<Subject, HorizonStatus> statuses, Status status) {
        return statuses.keySet().stream()
                .filter(subject -> statuses.get(subject).getStatus() == status)
                .collect(Collectors.toList());
    }

    /** Says that the dead who are counted are nearly those of whom it is known, or not, what came before at the horizon until which they are followed. */
    static void tieDeaths(
            Overlaps overlaps,
            Followed followed,
            String ofKnown,
            Set<Subject> known,
            String ofNotKnown,
            Set<Subject> notKnown) {
        StudyHorizon horizon = StudyHorizon.ofMonths(followed.getMonths());
        String quantity = known(followed.getCounted(), horizon);
        Map<Subject, HorizonStatus> statuses = statuses(followed.getData(), followed.getCounted(), horizon);
        overlaps.tie(quantity + ENDS.get(Status.DIED), with(statuses, Status.DIED), ofKnown, known)
                .tie(
                        quantity + ENDS.get(Status.DIED_NOT_KNOWN),
                        with(statuses, Status.DIED_NOT_KNOWN),
                        ofNotKnown,
                        notKnown);
    }

    /** The follow-up counts days that all can have, and those followed alone: nearly the same people, and seldom quite. */
    private static void tieFollowed(
            Overlaps overlaps,
            StudyData data,
            Counted counted,
            StudyHorizon horizon,
            Map<Subject, HorizonStatus> statuses) {
        String quantity = known(counted, horizon);
        FollowUpData followUp = data.followUp(counted, horizon.getMonths());
        Collection<Subject> known = with(statuses, Status.DIED);
        Collection<Subject> notKnown = with(statuses, Status.DIED_NOT_KNOWN);
        Set<Subject> died = new HashSet<>(known);
        died.addAll(notKnown);
        overlaps.tie(
                        quantity + ENDS.get(Status.EVENT),
                        with(statuses, Status.EVENT),
                        Quantities.followed(counted, Quantities.EVENTS, horizon.getMonths()),
                        followUp.ended(Ending.EVENT))
                .split(
                        quantity + "died",
                        quantity + ENDS.get(Status.DIED),
                        known.size(),
                        quantity + ENDS.get(Status.DIED_NOT_KNOWN),
                        notKnown.size())
                .tie(
                        quantity + "died",
                        died,
                        Quantities.followed(counted, Quantities.DEATHS, horizon.getMonths()),
                        followUp.ended(Ending.DIED));
    }

    /** The flow has those too whose horizon is to come. */
    private static void tieFlow(
            Overlaps overlaps,
            StudyData data,
            PlannedSurvival survival,
            StudyHorizon horizon,
            Map<Subject, HorizonStatus> statuses) {
        String quantity = known(survival.getCounted(), horizon);
        Map<Subject, HorizonStatus> all = new LinkedHashMap<>();
        data.getSubjects().forEach(subject -> {
            HorizonStatus status = at(subject, horizon, survival.getCounted());
            if (status != null) {
                all.put(subject, status);
            }
        });
        ENDS.forEach((status, what) -> overlaps.tie(
                Quantities.horizon(survival.getCounted(), horizon, status.name()),
                with(all, status),
                quantity + what,
                with(statuses, status)));
        overlaps.tie(
                Quantities.horizon(survival.getCounted(), horizon, Status.FREE_KNOWN.name()),
                with(all, Status.FREE_KNOWN),
                quantity + "free",
                with(statuses, Status.FREE_KNOWN));
        overlaps.tie(
                Quantities.horizon(survival.getCounted(), horizon, "weak"),
                weakly(all),
                quantity + "weak",
                weakly(statuses));
        List<Subject> notKnown = with(statuses, Status.NOT_KNOWN_SINCE);
        notKnown.removeAll(weakly(statuses));
        List<Subject> lost = notKnown.stream()
                .filter(subject -> statuses.get(subject).isLost())
                .collect(Collectors.toList());
        overlaps.split(
                quantity + "notKnown",
                Quantities.horizon(survival.getCounted(), horizon, Status.NOT_KNOWN_SINCE.name()),
                notKnown.size() - lost.size(),
                Quantities.horizon(survival.getCounted(), horizon, "lost"),
                lost.size());
        String withoutDay = Quantities.horizon(survival.getCounted(), horizon, "toCome");
        overlaps.split(
                Quantities.ANALYSED,
                quantity + "reached",
                statuses.size(),
                withoutDay,
                data.getSubjects().size() - statuses.size());
    }

    private static List<Subject> weakly(Map<Subject, HorizonStatus> statuses) {
        return statuses.keySet().stream()
                .filter(subject -> statuses.get(subject).isFreeByWeakSources())
                .collect(Collectors.toList());
    }

    private static HorizonStatus at(Subject subject, StudyHorizon horizon, Counted counted) {
        LocalDate day = subject.dayOf(horizon);
        return day == null ? null : subject.at(day, counted).orElse(null);
    }

    /** An event, or a death, before a horizon that is to come says nothing yet of how many there will be until then. */
    private static boolean isToCome(HorizonStatus status, LocalDate today) {
        return status.getHorizon().isAfter(today);
    }

    private static long count(Collection<HorizonStatus> statuses, Status status) {
        return statuses.stream().filter(one -> one.getStatus() == status).count();
    }
}
