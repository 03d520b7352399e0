/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.survival.CumulativeIncidence;
import org.openmrs.module.smpr.statistics.survival.Estimate;
import org.openmrs.module.smpr.statistics.survival.Exposure;
import org.openmrs.module.smpr.statistics.survival.KaplanMeier;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.data.OutcomeTerms;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
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
        SortedMap<Integer, Followed> followed = new TreeMap<>();
        survival.getHorizons().stream()
                .filter(horizon -> !horizon.isEndOfCare())
                .forEach(
                        horizon -> followed.put(horizon.getMonths(), new Followed(data, counted, horizon.getMonths())));
        List<ResultTable> tables = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        if (followed.isEmpty()) {
            tables.add(KnownAtHorizons.table(data, survival));
        } else {
            tables.add(incidence(followed.values()));
            AsFarAsKnown.table(followed.values()).ifPresent(tables::add);
            figures.add(figure(counted, followed));
            tables.add(KnownAtHorizons.table(data, survival));
            tables.addAll(new ReleaseGroups(followed.get(followed.lastKey())).tables());
            tables.add(nationalRates());
        }
        Followed all = followed.isEmpty()
                ? new Followed(data, counted, data.monthsFollowed(1))
                : followed.get(followed.lastKey());
        return Collections.singletonList(finding.n(all.n())
                .missing(all.missing())
                .sums(Collections.singletonList(Sum.of(
                        Quantities.ANALYSED,
                        all.n().getQuantity(),
                        all.missing().getQuantity())))
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

    /** Each horizon by what is known there, as if nothing later were known: who is found to have offended long after it was not known to be free at it. */
    private static ResultTable incidence(Collection<Followed> horizons) {
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
        Followed before = null;
        for (Followed followed : horizons) {
            Estimate event = followed.eventEstimate();
            Estimate death = followed.deathEstimate();
            Interval interval = event.getInterval();
            KaplanMeier naive =
                    KaplanMeier.of(followed.getFollowUp().toSurvivalData().only(Exposure.EVENT));
            table.add(
                    Cell.of(OutcomeTerms.of(StudyHorizon.ofMonths(followed.getMonths()))),
                    followed.n(),
                    followed.count(Quantities.AT_RISK, followed.getAtRisk()),
                    followed.count(Quantities.EVENTS, followed.getEvents()),
                    followed.count(Quantities.DEATHS, followed.getDeaths()),
                    Cell.number(1 - event.getValue()),
                    Cell.number(1 - interval.getUpper()),
                    Cell.number(1 - interval.getLower()),
                    Cell.number(event.getValue()),
                    Cell.number(interval.getLower()),
                    Cell.number(interval.getUpper()),
                    Cell.number(death.getValue()),
                    Cell.number(death.getInterval().getLower()),
                    Cell.number(death.getInterval().getUpper()),
                    Cell.number(1 - naive.getCurve().at(followed.getDay()).getValue()));
            followed.tie(overlaps);
            if (before != null) {
                followed.tie(overlaps, before);
            }
            followed.othersBefore().forEach(other -> followed.tieEnds(overlaps, other));
            before = followed;
        }
        return table.as("incidence")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .notes(Arrays.asList(Term.of("note", "incidence"), Term.of("note", "kaplanMeier")))
                .build();
    }

    /** To the last horizon; at the others with what the table tells there. */
    private static Figure figure(Counted counted, SortedMap<Integer, Followed> followed) {
        Map<Integer, IncidenceCurves.Point> events = new HashMap<>();
        Map<Integer, IncidenceCurves.Point> deaths = new HashMap<>();
        followed.forEach((month, until) -> {
            events.put(month, until.point(until.eventEstimate(), Quantities.EVENTS));
            deaths.put(month, until.point(until.deathEstimate(), Quantities.DEATHS));
        });
        int longest = followed.lastKey();
        CumulativeIncidence last = followed.get(longest).getIncidence();
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

    private static ResultTable nationalRates() {
        ResultTable.Rows table = new ResultTable.Rows(Column.term("horizon"), Column.share("nationalRate"));
        NATIONAL.forEach((months, rate) ->
                table.add(Cell.of(OutcomeTerms.of(StudyHorizon.ofMonths(months))), Cell.number(rate)));
        return table.as("nationalRates")
                .notes(Collections.singletonList(Term.of("note", "nationalRates")))
                .build();
    }
}
