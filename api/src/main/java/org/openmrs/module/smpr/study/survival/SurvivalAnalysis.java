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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.Proportion;
import org.openmrs.module.smpr.statistics.survival.ChiSquared;
import org.openmrs.module.smpr.statistics.survival.CumulativeIncidence;
import org.openmrs.module.smpr.statistics.survival.Estimate;
import org.openmrs.module.smpr.statistics.survival.Exposure;
import org.openmrs.module.smpr.statistics.survival.GrayTest;
import org.openmrs.module.smpr.statistics.survival.KaplanMeier;
import org.openmrs.module.smpr.statistics.survival.LogRank;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.data.OutcomeTerms;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TimeAtRisk;
import org.openmrs.module.smpr.study.data.TimeAtRisk.Ending;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedSurvival;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/**
 * Absence of known re-offending: how likely a known event is until each horizon, death competing, and what is known of each participant
 * there, without any model.
 */
public final class SurvivalAnalysis implements StudyAnalysis {

    public static final String CODE = "survival";

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

    /** Which groups are compared: by an answer that was known on the day of release, and not by what came after it. */
    private static final String GROUPS = "withoutSupervision";

    /** New crime or délit within so many months of release in 2016, sanctioned by 2023, in percent: https://justice.gouv.fr/node/16979 and, for five years, https://www.justice.gouv.fr/documentation/etudes-et-statistiques/sortants-prison-2016-recidive-5-ans */
    private static final Map<Integer, Double> NATIONAL = national();

    private static Map<Integer, Double> national() {
        Map<Integer, Double> national = new LinkedHashMap<>();
        national.put(12, 0.33);
        national.put(24, 0.46);
        national.put(36, 0.54);
        national.put(60, 0.63);
        return Collections.unmodifiableMap(national);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean answers(PlannedAnalysis asked) {
        return asked instanceof PlannedSurvival;
    }

    /** As planned; else any new offence by the day of the facts, and a violent one where the site defines it, at the end of care and each horizon of the register. */
    @Override
    public List<Finding> usual(StudyData data) {
        if (!data.isRegisterOn()) {
            return Collections.singletonList(Finding.builder()
                    .code(CODE)
                    .missing(Cell.count(Quantities.ANALYSED, data.getSubjects().size()))
                    .notes(Collections.singletonList(Term.of("note", "registerOff")))
                    .build());
        }
        List<PlannedSurvival> planned = data.getPlan() == null
                ? Collections.emptyList()
                : data.getPlan().getPlan().getSurvival();
        List<Finding> findings = new ArrayList<>();
        (planned.isEmpty() ? ofRegister(data) : planned).forEach(analysis -> findings.addAll(of(data, analysis)));
        return Collections.unmodifiableList(findings);
    }

    private static List<PlannedSurvival> ofRegister(StudyData data) {
        Set<StudyHorizon> horizons = new LinkedHashSet<>();
        horizons.add(StudyHorizon.END_OF_CARE);
        data.getRegister().getHorizons().forEach(months -> horizons.add(StudyHorizon.ofMonths(months)));
        return Arrays.asList(Counted.ANY_BY_FACTS, Counted.VIOLENT_BY_FACTS).stream()
                .filter(data::isDefined)
                .map(counted -> new PlannedSurvival(counted, horizons))
                .collect(Collectors.toList());
    }

    @Override
    public List<Finding> of(StudyData data, PlannedAnalysis asked) {
        PlannedSurvival survival = (PlannedSurvival) asked;
        Counted counted = survival.getCounted();
        Finding.FindingBuilder finding =
                data.finding(CODE, survival).about(Collections.singletonList(OutcomeTerms.of(counted)));
        if (!data.isRegisterOn() || !data.isDefined(counted)) {
            return Collections.singletonList(finding.missing(
                            Cell.count(Quantities.ANALYSED, data.getSubjects().size()))
                    .notes(Collections.singletonList(
                            Term.of("note", data.isRegisterOn() ? "violenceNotDefined" : "registerOff")))
                    .build());
        }
        List<Integer> months = survival.getHorizons().stream()
                .filter(horizon -> !horizon.isEndOfCare())
                .map(StudyHorizon::getMonths)
                .sorted()
                .collect(Collectors.toList());
        List<ResultTable> tables = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        int longest = months.isEmpty() ? 0 : months.get(months.size() - 1);
        String quantity = quantity(counted);
        Map<Integer, FollowUpData> followed = new TreeMap<>();
        months.forEach(month -> followed.put(month, FollowUpData.of(data.getSubjects(), counted, month)));
        if (longest > 0) {
            Map<Integer, CumulativeIncidence> incidences = new TreeMap<>();
            followed.forEach(
                    (month, followUp) -> incidences.put(month, CumulativeIncidence.of(followUp.toSurvivalData())));
            tables.add(incidence(data, counted, followed, incidences));
            figures.add(figure(counted, incidences));
            tables.add(knownAt(data, survival, followed));
            tables.addAll(groups(quantity, followed.get(longest), longest));
            tables.add(nationalRates());
        } else {
            tables.add(knownAt(data, survival, followed));
        }
        int until = longest > 0 ? longest : data.monthsFollowed(1);
        FollowUpData followUp =
                followed.computeIfAbsent(until, month -> FollowUpData.of(data.getSubjects(), counted, month));
        String n = quantity + n(until);
        String missing = quantity + "missing." + until;
        return Collections.singletonList(finding.n(
                        Cell.count(n, followUp.getSubjects().size()))
                .missing(Cell.count(
                        missing,
                        data.getSubjects().size() - followUp.getSubjects().size()))
                .sums(Collections.singletonList(Sum.of(Quantities.ANALYSED, n, missing)))
                .definitions(OutcomeTerms.definitions(data, counted))
                .tables(Collections.unmodifiableList(tables))
                .figures(Collections.unmodifiableList(figures))
                .notes(notes(data, survival))
                .build());
    }

    private static List<Term> notes(StudyData data, PlannedSurvival survival) {
        List<Term> notes = new ArrayList<>();
        if (data.getPlan() != null && data.getPlan().getPlan().isPrimary(survival)) {
            notes.add(Term.of("note", "primary"));
        }
        long provisional = data.getSubjects().stream()
                .flatMap(subject -> statuses(subject, survival))
                .filter(HorizonStatus::isProvisional)
                .count();
        if (provisional > 0) {
            notes.add(Term.of("note", "provisional"));
        }
        notes.add(Term.of("note", "eventsFromAnySource"));
        notes.add(Term.of("note", "knownReoffending"));
        return Collections.unmodifiableList(notes);
    }

    private static Stream<HorizonStatus> statuses(Subject subject, PlannedSurvival survival) {
        return survival.getHorizons().stream()
                .map(subject::dayOf)
                .filter(Objects::nonNull)
                .map(day -> subject.at(day, survival.getCounted()))
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    /** @return what begins the names of what is counted */
    private static String quantity(Counted counted) {
        return String.join(".", CODE, counted.name(), "");
    }

    /** Each horizon by what is known there, as if nothing later were known: who is found to have offended long after it was not known to be free at it. */
    private static ResultTable incidence(
            StudyData data,
            Counted counted,
            Map<Integer, FollowUpData> followed,
            Map<Integer, CumulativeIncidence> incidences) {
        String quantity = quantity(counted);
        ResultTable.Rows table = new ResultTable.Rows(
                Column.term("horizon"),
                Column.count("n"),
                Column.count("atRisk"),
                Column.count("events"),
                Column.count("deaths"),
                Column.share("absence").restingOn("n", "atRisk", "events"),
                Column.lower("absenceLower", 1).restingOn("n", "atRisk", "events"),
                Column.upper("absenceUpper", 1).restingOn("n", "atRisk", "events"),
                Column.share("incidence").restingOn("n", "atRisk", "events"),
                Column.lower("lower", 1).restingOn("n", "atRisk", "events"),
                Column.upper("upper", 1).restingOn("n", "atRisk", "events"),
                Column.share("deathIncidence").restingOn("n", "atRisk", "deaths"),
                Column.lower("deathLower", 1).restingOn("n", "atRisk", "deaths"),
                Column.upper("deathUpper", 1).restingOn("n", "atRisk", "deaths"),
                Column.share("oneLessKaplanMeier"));
        Overlaps overlaps = new Overlaps();
        Integer before = null;
        for (int month : followed.keySet()) {
            FollowUpData followUp = followed.get(month);
            double day = FollowUpData.day(month);
            Estimate event = incidences.get(month).incidence(Exposure.EVENT).at(day);
            Estimate death = incidences.get(month).incidence(FollowUpData.DEATH).at(day);
            KaplanMeier naive = KaplanMeier.of(followUp.toSurvivalData().only(Exposure.EVENT));
            Interval interval = event.getInterval();
            Set<Subject> atRisk = atRisk(followUp, day);
            Set<Subject> events = ended(followUp, Ending.EVENT);
            Set<Subject> deaths = ended(followUp, Ending.DIED);
            table.add(
                    Cell.of(OutcomeTerms.of(StudyHorizon.ofMonths(month))),
                    Cell.count(quantity + n(month), followUp.getSubjects().size()),
                    Cell.count(quantity + atRisk(month), atRisk.size()),
                    Cell.count(quantity + events(month), events.size()),
                    Cell.count(quantity + deaths(month), deaths.size()),
                    Cell.number(1 - event.getValue()),
                    Cell.number(1 - interval.getUpper()),
                    Cell.number(1 - interval.getLower()),
                    Cell.number(event.getValue()),
                    Cell.number(interval.getLower()),
                    Cell.number(interval.getUpper()),
                    Cell.number(death.getValue()),
                    Cell.number(death.getInterval().getLower()),
                    Cell.number(death.getInterval().getUpper()),
                    Cell.number(1 - naive.getCurve().at(day).getValue()));
            if (before != null) {
                FollowUpData earlier = followed.get(before);
                overlaps.tie(quantity + n(month), followUp.getSubjects(), quantity + n(before), earlier.getSubjects())
                        .tie(quantity + events(month), events, quantity + events(before), ended(earlier, Ending.EVENT))
                        .tie(quantity + deaths(month), deaths, quantity + deaths(before), ended(earlier, Ending.DIED))
                        .tie(
                                quantity + atRisk(month),
                                atRisk,
                                quantity + atRisk(before),
                                atRisk(earlier, FollowUpData.day(before)));
            }
            tieOthers(overlaps, data, counted, month, events, deaths);
            tieFollowed(overlaps, data, quantity, month, followUp, atRisk, events, deaths);
            before = month;
        }
        return table.as("incidence")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .notes(Arrays.asList(Term.of("note", "incidence"), Term.of("note", "kaplanMeier")))
                .build();
    }

    /** What is counted in another way is of some of the same people: of any offence, and of a violent one. */
    private static void tieOthers(
            Overlaps overlaps, StudyData data, Counted counted, int month, Set<Subject> events, Set<Subject> deaths) {
        for (Counted other : othersBefore(data, counted)) {
            FollowUpData followUp = FollowUpData.of(data.getSubjects(), other, month);
            overlaps.tie(
                            quantity(counted) + events(month),
                            events,
                            quantity(other) + events(month),
                            ended(followUp, Ending.EVENT))
                    .tie(
                            quantity(counted) + deaths(month),
                            deaths,
                            quantity(other) + deaths(month),
                            ended(followUp, Ending.DIED));
        }
    }

    private static List<Counted> othersBefore(StudyData data, Counted counted) {
        return Arrays.stream(Counted.values())
                .filter(other -> other.compareTo(counted) < 0 && data.isDefined(other))
                .collect(Collectors.toList());
    }

    /** Who is followed is at risk, or no more for an event, a death or for what else there is: that nothing is known of him any more, or that he is not at risk for a time. */
    private static void tieFollowed(
            Overlaps overlaps,
            StudyData data,
            String quantity,
            int month,
            FollowUpData followUp,
            Set<Subject> atRisk,
            Set<Subject> events,
            Set<Subject> deaths) {
        Set<Subject> others = new HashSet<>(followUp.getSubjects());
        others.removeAll(atRisk);
        others.removeAll(events);
        others.removeAll(deaths);
        Set<Subject> still = new HashSet<>(atRisk);
        still.removeAll(events);
        still.removeAll(deaths);
        String free = quantity + atRisk(month) + ".free";
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put(free, (long) still.size());
        parts.put(quantity + events(month), (long) events.size());
        parts.put(quantity + deaths(month), (long) deaths.size());
        parts.put(quantity + "others." + month, (long) others.size());
        // What ends on the very day finds its man at risk.
        overlaps.part(quantity + atRisk(month), atRisk.size(), free, still.size())
                .split(quantity + n(month), parts)
                .split(
                        Quantities.ANALYSED,
                        quantity + n(month),
                        followUp.getSubjects().size(),
                        quantity + "missing." + month,
                        data.getSubjects().size() - followUp.getSubjects().size())
                .part(
                        quantity + "missing." + month,
                        data.getSubjects().size() - followUp.getSubjects().size(),
                        Quantities.NO_INDEX_DAY,
                        data.getSubjects().stream()
                                .filter(subject -> subject.getStatus() == null)
                                .count());
    }

    private static Set<Subject> ended(FollowUpData followUp, Ending ending) {
        return such(followUp, time -> time.getEnding() == ending);
    }

    private static Set<Subject> atRisk(FollowUpData followUp, double day) {
        return such(
                followUp,
                time -> time.getStretches().stream()
                        .anyMatch(stretch -> stretch.getFrom() < day && day <= stretch.getTo()));
    }

    private static Set<Subject> such(FollowUpData followUp, Predicate<TimeAtRisk> such) {
        return IntStream.range(0, followUp.getTimes().size())
                .filter(i -> such.test(followUp.getTimes().get(i)))
                .mapToObj(followUp.getSubjects()::get)
                .collect(Collectors.toSet());
    }

    /** To the last horizon; at the others with what the table tells there. */
    private static Figure figure(Counted counted, Map<Integer, CumulativeIncidence> incidences) {
        String quantity = quantity(counted);
        Map<Integer, IncidenceCurves.Point> events = new HashMap<>();
        Map<Integer, IncidenceCurves.Point> deaths = new HashMap<>();
        int longest = 0;
        for (Map.Entry<Integer, CumulativeIncidence> incidence : incidences.entrySet()) {
            int month = incidence.getKey();
            double day = FollowUpData.day(month);
            events.put(
                    month,
                    new IncidenceCurves.Point(
                            incidence.getValue().incidence(Exposure.EVENT).at(day),
                            Arrays.asList(quantity + n(month), quantity + atRisk(month), quantity + events(month))));
            deaths.put(
                    month,
                    new IncidenceCurves.Point(
                            incidence.getValue().incidence(FollowUpData.DEATH).at(day),
                            Arrays.asList(quantity + n(month), quantity + atRisk(month), quantity + deaths(month))));
            longest = Math.max(longest, month);
        }
        CumulativeIncidence last = incidences.get(longest);
        return Figure.builder()
                .code("incidence")
                .about(Collections.singletonList(OutcomeTerms.of(counted)))
                .curves(Arrays.asList(
                        IncidenceCurves.of(
                                OutcomeTerms.of(counted), last.incidence(Exposure.EVENT), 0, longest, events),
                        IncidenceCurves.of(
                                Term.of("term", "death"), last.incidence(FollowUpData.DEATH), 0, longest, deaths)))
                .notes(Arrays.asList(Term.of("note", "incidenceFigure"), Term.of("note", "curveToLast")))
                .build();
    }

    /** At each horizon what is known of each, without a model: and what it could be if it were known of the others. */
    private static ResultTable knownAt(StudyData data, PlannedSurvival survival, Map<Integer, FollowUpData> followed) {
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
            tieFlow(overlaps, data, survival, horizon, statuses);
            for (Counted other : othersBefore(data, survival.getCounted())) {
                tieStatuses(
                        overlaps, quantity, statuses, known(other, horizon), statuses(data, other, horizon), STATUSES);
            }
            if (!horizon.isEndOfCare()) {
                tie(
                        overlaps,
                        quantity,
                        statuses,
                        quantity(survival.getCounted()),
                        followed.get(horizon.getMonths()),
                        horizon.getMonths());
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
        return CODE + ".known." + counted + "." + horizon.getCode() + ".";
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

    /** The follow-up counts days that all can have, and those followed alone: nearly the same people, and seldom quite. */
    private static void tie(
            Overlaps overlaps,
            String quantity,
            Map<Subject, HorizonStatus> statuses,
            String followed,
            FollowUpData followUp,
            int month) {
        Collection<Subject> known = with(statuses, Status.DIED);
        Collection<Subject> notKnown = with(statuses, Status.DIED_NOT_KNOWN);
        Set<Subject> died = new HashSet<>(known);
        died.addAll(notKnown);
        overlaps.tie(
                        quantity + ENDS.get(Status.EVENT),
                        with(statuses, Status.EVENT),
                        followed + events(month),
                        ended(followUp, Ending.EVENT))
                .split(
                        quantity + "died",
                        quantity + ENDS.get(Status.DIED),
                        known.size(),
                        quantity + ENDS.get(Status.DIED_NOT_KNOWN),
                        notKnown.size())
                .tie(quantity + "died", died, followed + deaths(month), ended(followUp, Ending.DIED));
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

    /** Those released without supervision beside the others: known at the origin, so that no time is counted for nothing. */
    private static List<ResultTable> groups(String quantity, FollowUpData followUp, int months) {
        SurvivalData rows = followUp.toSurvivalData();
        Question question = Records.find(Records.RELEASE).get().known(GROUPS);
        List<Choice> choices = question.getChoices();
        int[] ofSubject = followUp.getSubjects().stream()
                .mapToInt(subject -> group(subject, choices))
                .toArray();
        int[] ofRow = new int[rows.size()];
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = ofSubject[rows.get(row).getSubject()];
        }
        double day = FollowUpData.day(months);
        Overlaps overlaps = new Overlaps();
        List<String> groups = new ArrayList<>();
        ResultTable.Rows table = new ResultTable.Rows(
                Column.term("group"),
                Column.count("n"),
                Column.count("events"),
                Column.count("deaths"),
                Column.share("incidence").restingOn("n", "events"),
                Column.lower("lower", 1).restingOn("n", "events"),
                Column.upper("upper", 1).restingOn("n", "events"));
        for (int g = 0; g <= choices.size(); g++) {
            int group = g;
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < ofSubject.length; i++) {
                if (ofSubject[i] == group) {
                    members.add(i);
                }
            }
            Estimate estimate = CumulativeIncidence.of(rows.where(row -> ofRow[row] == group))
                    .incidence(Exposure.EVENT)
                    .at(day);
            String code = g < choices.size() ? choices.get(g).getCode() : "notStated";
            groups.add(quantity + group(months, code));
            long events = ended(followUp, members, Ending.EVENT);
            long deaths = ended(followUp, members, Ending.DIED);
            Map<String, Long> ends = new LinkedHashMap<>();
            String ofGroup = quantity + group(months, code) + ".";
            ends.put(ofGroup + events(months), events);
            ends.put(ofGroup + deaths(months), deaths);
            ends.put(ofGroup + "neither." + months, members.size() - events - deaths);
            overlaps.split(quantity + group(months, code), ends);
            table.add(
                    Cell.of(
                            g < choices.size()
                                    ? Term.of(
                                            choices.get(g).getCode(),
                                            choices.get(g).getLabel())
                                    : Term.of("term", code)),
                    Cell.count(quantity + group(months, code), members.size()),
                    Cell.count(ofGroup + events(months), events),
                    Cell.count(ofGroup + deaths(months), deaths),
                    Cell.number(estimate.getValue()),
                    Cell.number(estimate.getInterval().getLower()),
                    Cell.number(estimate.getInterval().getUpper()));
        }
        List<Term> about = Arrays.asList(
                Term.of(question.getConceptCode(), question.getLabel()),
                OutcomeTerms.of(StudyHorizon.ofMonths(months)));
        return Arrays.asList(
                table.as("groups")
                        .about(about)
                        .sums(overlaps.with(Arrays.asList(
                                new Sum(quantity + n(months), Collections.unmodifiableList(groups)),
                                overGroups(groups, quantity, events(months)),
                                overGroups(groups, quantity, deaths(months)))))
                        .implied(overlaps.getImplied())
                        .notes(Collections.singletonList(Term.of("note", "groups")))
                        .build(),
                tests(quantity, rows, ofSubject, ofRow, choices, months).toBuilder()
                        .about(about)
                        .build());
    }

    private static Sum overGroups(List<String> groups, String quantity, String what) {
        return new Sum(
                quantity + what,
                groups.stream().map(group -> group + "." + what).collect(Collectors.toList()));
    }

    /** Only those of whom it is known to which group they belong are tested. */
    private static ResultTable tests(
            String quantity, SurvivalData rows, int[] ofSubject, int[] ofRow, List<Choice> choices, int months) {
        int yes = indexOf(choices, "YES");
        int no = indexOf(choices, "NO");
        SurvivalData tested = rows.where(row -> ofRow[row] == yes || ofRow[row] == no);
        int[] group = IntStream.of(ofRow)
                .filter(g -> g == yes || g == no)
                .map(g -> g == yes ? 1 : 0)
                .toArray();
        LogRank logRank = LogRank.of(tested.only(Exposure.EVENT), group, 2);
        Cell n = Cell.count(
                quantity + "tested." + months,
                IntStream.of(ofSubject).filter(g -> g == yes || g == no).count());
        GrayTest gray = GrayTest.of(tested, group, 2, Exposure.EVENT);
        ResultTable.Rows table = new ResultTable.Rows(
                Column.term("test"),
                Column.count("n"),
                Column.number("statistic", 2),
                Column.number("df", 0),
                Column.p("p"));
        add(table, "logRank", n, logRank.getTest());
        add(table, "gray", n, gray.getTest());
        return table.as("tests")
                .sums(Collections.singletonList(Sum.of(
                        quantity + "tested." + months,
                        quantity + group(months, "YES"),
                        quantity + group(months, "NO"))))
                .notes(Collections.singletonList(Term.of("note", "tests")))
                .build();
    }

    private static void add(ResultTable.Rows table, String code, Cell n, ChiSquared test) {
        table.add(
                Cell.of(Term.of("test", code)),
                n,
                Cell.number(test.getStatistic()),
                test.isDefined() ? Cell.number(test.getDf()) : Cell.empty(),
                Cell.number(test.getP()));
    }

    private static String group(int months, String code) {
        return "group." + months + "." + code;
    }

    private static String n(int months) {
        return "n." + months;
    }

    private static String events(int months) {
        return "events." + months;
    }

    private static String deaths(int months) {
        return "deaths." + months;
    }

    private static String atRisk(int months) {
        return "atRisk." + months;
    }

    private static int indexOf(List<Choice> choices, String code) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).getCode().equals(code)) {
                return i;
            }
        }
        throw new IllegalStateException("No answer " + code);
    }

    /** @return the place of the answer among the choices, or the one after them where there is none */
    private static int group(Subject subject, List<Choice> choices) {
        PathwayRecord release = subject.release();
        String answer = release == null ? null : release.choice(GROUPS).orElse(null);
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).getCode().equals(answer)) {
                return i;
            }
        }
        return choices.size();
    }

    private static long ended(FollowUpData followUp, List<Integer> members, Ending ending) {
        return members.stream()
                .filter(member -> followUp.getTimes().get(member).getEnding() == ending)
                .count();
    }

    private static ResultTable nationalRates() {
        ResultTable.Rows table = new ResultTable.Rows(Column.term("horizon"), Column.share("nationalRate"));
        NATIONAL.forEach((months, rate) ->
                table.add(Cell.of(OutcomeTerms.of(StudyHorizon.ofMonths(months))), Cell.number(rate)));
        return table.as("nationalRates")
                .notes(Collections.singletonList(Term.of("note", "nationalRates")))
                .build();
    }
}
