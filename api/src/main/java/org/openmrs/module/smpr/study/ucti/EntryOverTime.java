/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.ucti;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.survival.CoxRegression;
import org.openmrs.module.smpr.statistics.survival.CoxRegression.Status;
import org.openmrs.module.smpr.statistics.survival.Exposure;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.data.FollowUpFrom;
import org.openmrs.module.smpr.study.data.FollowUpFrom.Standing;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TimeAtRisk;
import org.openmrs.module.smpr.study.data.TimeAtRisk.Ending;
import org.openmrs.module.smpr.study.flow.FlowAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedUctiEffect;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/**
 * The hazard of an event after entering the flat-share against that before it or without it, among those in post-prison care: each is at
 * risk from the day on which that care began, and one of those who entered from the day on which he did, and no time before it.
 */
final class EntryOverTime {

    /** What happened on the index day happened at half a day: entry on a later day comes after it. */
    private static final double AFTER_INDEX_DAY = 0.5;

    private final String quantity;

    private final PlannedUctiEffect asked;

    private final List<Covariate> covariates;

    private final List<Subject> subjects = new ArrayList<>();

    private final List<TimeAtRisk> times = new ArrayList<>();

    private final long inCare;

    private final long inCareAndEntered;

    /** @param quantity begins the names of what is counted */
    EntryOverTime(String quantity, StudyData data, PlannedUctiEffect asked, List<Covariate> covariates) {
        this.quantity = quantity;
        this.asked = asked;
        this.covariates = covariates;
        List<Subject> all = FlowAnalysis.inCareAfter(data);
        inCare = all.size();
        inCareAndEntered = FlowAnalysis.inCareAfter(data, FlowAnalysis.ENTERED).size();
        all.stream()
                .filter(subject -> subject.getStatus() != null)
                .map(subject -> FollowUpFrom.of(subject, subject.getIndexDay(), asked.getCounted(), asked.getHorizon()))
                .filter(followUp -> followUp.getStanding() == Standing.FOLLOWED)
                .forEach(followUp -> {
                    subjects.add(followUp.getSubject());
                    times.add(followUp.getTime());
                });
    }

    ResultTable table(List<Term> notes) {
        ResultTable.Rows table = new ResultTable.Rows(
                Column.term("model"),
                Column.count("n"),
                Column.count("enteredWithEvent"),
                Column.count("enteredWithoutEvent"),
                Column.count("othersWithEvent"),
                Column.count("othersWithoutEvent"),
                Column.number("hazardRatio", 2),
                Column.lower("lower", 2),
                Column.upper("upper", 2),
                Column.p("p"),
                Column.statement("remark"));
        List<Sum> sums = new ArrayList<>();
        Split alone = new Split("entryAlone", Collections.emptyList());
        Split adjustedFor = new Split("entryAndCovariates", covariates);
        for (Split split : Arrays.asList(alone, adjustedFor)) {
            String count = quantity + split.code + ".";
            CoxRegression fit = split.isTooSmall() ? null : split.fit();
            boolean converged = fit != null && fit.getStatus() == Status.CONVERGED;
            Interval interval = converged ? fit.interval(0) : Interval.UNDEFINED;
            table.add(
                    Cell.of(Term.of("model", split.code)),
                    Cell.count(count + "n", split.people(true) + split.people(false)),
                    Cell.count(count + "enteredWithEvent", split.events(true)),
                    Cell.count(count + "enteredWithoutEvent", split.people(true) - split.events(true)),
                    Cell.count(count + "othersWithEvent", split.events(false)),
                    Cell.count(count + "othersWithoutEvent", split.people(false) - split.events(false)),
                    converged ? Cell.number(Math.exp(fit.coefficient(0))) : Cell.empty(),
                    Cell.number(Math.exp(interval.getLower())),
                    Cell.number(Math.exp(interval.getUpper())),
                    converged ? Cell.number(fit.test(0).getP()) : Cell.empty(),
                    converged
                            ? Cell.empty()
                            : fit == null
                                    ? LandmarkGroups.tooFew()
                                    : Cell.of(Term.of("remark", fit.getStatus().name())));
            sums.add(Sum.of(
                    count + "n",
                    count + "enteredWithEvent",
                    count + "enteredWithoutEvent",
                    count + "othersWithEvent",
                    count + "othersWithoutEvent"));
        }
        Overlaps overlaps = overlaps(alone, adjustedFor);
        return table.as("uctiEntryOverTime")
                .sums(overlaps.with(sums))
                .implied(overlaps.getImplied())
                .notes(notes)
                .build();
    }

    /** Those of whom all covariates are known are some of all who are followed, and these of all in care. */
    private Overlaps overlaps(Split alone, Split adjustedFor) {
        Overlaps overlaps = new Overlaps();
        for (boolean entered : new boolean[] {true, false}) {
            String group = entered ? "entered" : "others";
            overlaps.part(
                            quantity + alone.code + "." + group + "WithEvent",
                            alone.events(entered),
                            quantity + adjustedFor.code + "." + group + "WithEvent",
                            adjustedFor.events(entered))
                    .part(
                            quantity + alone.code + "." + group + "WithoutEvent",
                            alone.people(entered) - alone.events(entered),
                            quantity + adjustedFor.code + "." + group + "WithoutEvent",
                            adjustedFor.people(entered) - adjustedFor.events(entered));
        }
        String places = FlowAnalysis.quantityOfPlace(FlowAnalysis.ENTERED);
        Map<String, Long> entered = new LinkedHashMap<>();
        entered.put(quantity + alone.code + ".enteredWithEvent", alone.events(true));
        entered.put(quantity + alone.code + ".enteredWithoutEvent", alone.people(true) - alone.events(true));
        entered.put(quantity + "enteredAndNotAtRisk", inCareAndEntered - alone.people(true));
        return overlaps.split(places, entered)
                .part(
                        FlowAnalysis.CARE_AFTER,
                        inCare,
                        quantity + alone.code + ".n",
                        alone.people(true) + alone.people(false));
    }

    /** The rows of one regression, each before entry or after it. */
    private final class Split {

        final String code;

        final List<Covariate> adjusted;

        final SurvivalData rows;

        /** By row. */
        private final List<Double> exposed = new ArrayList<>();

        Split(String code, List<Covariate> adjusted) {
            this.code = code;
            this.adjusted = adjusted;
            SurvivalData.Builder builder = SurvivalData.builder();
            for (int i = 0; i < subjects.size(); i++) {
                Subject subject = subjects.get(i);
                if (adjusted.stream().noneMatch(covariate -> Double.isNaN(value(covariate, subject)))) {
                    add(builder, i);
                }
            }
            rows = builder.build();
        }

        private void add(SurvivalData.Builder builder, int place) {
            Subject subject = subjects.get(place);
            TimeAtRisk time = times.get(place);
            double care =
                    startOf(subject, subject.getEpisode().postPrisonCareBegun().get());
            double entry = subject.getStays().isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : startOf(subject, subject.getStays().get(0).getEnteredOn());
            for (TimeAtRisk.Stretch stretch : time.getStretches()) {
                double from = Math.max(stretch.getFrom(), care);
                int end = stretch.getTo() == time.getTime() ? end(time) : Exposure.NO_EVENT;
                add(
                        builder,
                        place,
                        from,
                        Math.min(stretch.getTo(), entry),
                        stretch.getTo() > entry ? Exposure.NO_EVENT : end,
                        0);
                add(builder, place, Math.max(from, entry), stretch.getTo(), end, 1);
            }
        }

        private void add(SurvivalData.Builder builder, int place, double from, double to, int end, double entered) {
            if (from < to) {
                builder.add(place, from, to, end);
                exposed.add(entered);
            }
        }

        /** @return how many people had entered by the end of their time, or had not */
        long people(boolean entered) {
            long all = rows.subjectCount();
            long exposedPeople = IntStream.range(0, rows.size())
                    .filter(this::isExposed)
                    .map(row -> rows.get(row).getSubject())
                    .distinct()
                    .count();
            return entered ? exposedPeople : all - exposedPeople;
        }

        long events(boolean entered) {
            return IntStream.range(0, rows.size())
                    .filter(row -> rows.get(row).getEnd() == Exposure.EVENT && isExposed(row) == entered)
                    .count();
        }

        private boolean isExposed(int row) {
            return exposed.get(row) > 0;
        }

        boolean isTooSmall() {
            return people(true) < 2 || people(false) < 2 || events(true) == 0 || events(false) == 0;
        }

        CoxRegression fit() {
            List<double[]> columns = new ArrayList<>();
            columns.add(exposed.stream().mapToDouble(Double::doubleValue).toArray());
            columns.addAll(adjusted.stream()
                    .map(covariate -> IntStream.range(0, rows.size())
                            .mapToDouble(row ->
                                    value(covariate, subjects.get(rows.get(row).getSubject())))
                            .toArray())
                    .collect(Collectors.toList()));
            return CoxRegression.firth(rows, columns.toArray(new double[0][]));
        }
    }

    /** What was measured of him by the index day, and not after time has begun to run. */
    private static double value(Covariate covariate, Subject subject) {
        return covariate.value(subject, subject.getIndexDay());
    }

    private static int end(TimeAtRisk time) {
        return time.getEnding() == Ending.EVENT
                ? Exposure.EVENT
                : time.getEnding() == Ending.DIED ? FollowUpData.DEATH : Exposure.NO_EVENT;
    }

    /** @return when that day begins, in days since the index day: 0 for one until the index day */
    private static double startOf(Subject subject, LocalDate day) {
        long days = ChronoUnit.DAYS.between(subject.getIndexDay(), day);
        return days <= 0 ? 0 : Math.max(AFTER_INDEX_DAY, days - 1.0);
    }
}
