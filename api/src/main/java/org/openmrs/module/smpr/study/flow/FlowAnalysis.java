/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.data.OutcomeTerms;
import org.openmrs.module.smpr.study.data.PlaceStep;
import org.openmrs.module.smpr.study.data.Population;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.WaveState;
import org.openmrs.module.smpr.study.participant.ParticipantState;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/**
 * Follows people from the service into the study and through it, as STROBE asks (von Elm et al. 2007, item 13): each step says who went
 * no further and why, and every step adds up.
 */
public final class FlowAnalysis implements StudyAnalysis {

    public static final String CODE = "flow";

    /** All participants who are analysed. */
    public static final String ANALYSED = Quantities.ANALYSED;

    /** Those in post-prison care, as {@link #inCareAfter} has them. */
    public static final String CARE_AFTER = CODE + ".careAfter";

    /** How far those came who entered the flat-share. */
    public static final String ENTERED = "entered";

    /** What {@link #place} can say. */
    public static final List<String> PLACES = Collections.unmodifiableList(
            Arrays.asList("notRequested", "notOffered", "declined", "offeredOnly", ENTERED));

    private static final String NO_PLAN = "NO_PLAN";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<Finding> usual(StudyData data) {
        return Collections.singletonList(of(data));
    }

    @Override
    public boolean answers(PlannedAnalysis asked) {
        return false;
    }

    @Override
    public List<Finding> of(StudyData data, PlannedAnalysis asked) {
        throw new IllegalArgumentException("Nothing particular can be asked of it");
    }

    /** @return of the flow, of the waves, and of what is known at each horizon */
    Finding of(StudyData data) {
        List<ResultTable> tables = new ArrayList<>();
        tables.add(flow(data));
        tables.add(ends(data));
        tables.add(places(data));
        tables.add(waves(data));
        if (data.isRegisterOn()) {
            Map<Counted, Map<StudyHorizon, KnownAt>> known = known(data);
            known.keySet().forEach(counted -> tables.add(horizons(data, counted, known)));
        }
        return Finding.builder()
                .code(CODE)
                .n(Cell.count(Quantities.ANALYSED, data.getSubjects().size()))
                .definitions(Collections.singletonList(Term.of("definition", "flow")))
                .notes(
                        data.isRegisterOn()
                                ? Collections.emptyList()
                                : Collections.singletonList(Term.of("note", "registerOff")))
                .tables(Collections.unmodifiableList(tables))
                .build();
    }

    private static ResultTable flow(StudyData data) {
        Population population = data.getPopulation();
        List<Subject> subjects = data.getSubjects();
        Steps steps = new Steps();
        StepsToInclusion toInclusion = new StepsToInclusion(population);
        steps.add("people", population.getPeople())
                .into("notConsidered", population.getNotConsidered())
                .into("considered", population.getConsidered().size());
        toInclusion.byState().forEach(steps.of("considered")::into);
        steps.of("included")
                .into("stoppedUsing", population.of(ParticipantState.STOPPED_USING))
                .into("withoutEpisode", population.getWithoutEpisode())
                .into(ANALYSED, subjects.size());
        steps.of(ANALYSED)
                .into("notReleased", count(subjects, subject -> !subject.isReleased()))
                .into("released", count(subjects, Subject::isReleased));
        steps.of("released")
                .into(
                        "noCareAfter",
                        count(subjects, subject -> subject.isReleased() && !subject.isPostPrisonCareBegun()))
                .into("careAfter", count(subjects, Subject::isPostPrisonCareBegun));
        steps.of("careAfter")
                .into(
                        "careAfterLasts",
                        count(subjects, subject -> subject.isPostPrisonCareBegun() && !subject.isPostPrisonCareEnded()))
                .into("careAfterEnded", count(subjects, Subject::isPostPrisonCareEnded));
        steps.of(ANALYSED)
                .into("stoppedCollecting", count(subjects, Subject::isStopped))
                .into("collecting", count(subjects, subject -> !subject.isStopped()));
        toInclusion.byEligibility().forEach(steps.of("considered")::into);
        toInclusion.byInformation().forEach(steps.of("considered")::into);
        Overlaps overlaps = toInclusion.overlaps(Steps::quantity);
        return steps.table(CODE, overlaps).notes(notes("flow")).build();
    }

    /** Counts that are parts of counts, and the table of them. */
    private static final class Steps {

        private final ResultTable.Rows rows = new ResultTable.Rows(Column.term("step"), Column.count("n"));

        private final List<Sum> sums = new ArrayList<>();

        private String total;

        private final List<String> parts = new ArrayList<>();

        Steps add(String step, long n) {
            row(step, n);
            return of(step);
        }

        /** Whatever comes next is a part of that step. */
        Steps of(String step) {
            close();
            total = step;
            return this;
        }

        Steps into(String step, long n) {
            row(step, n);
            parts.add(step);
            return this;
        }

        private void row(String step, long n) {
            rows.add(Cell.of(Term.of("step", step.substring(step.indexOf('.') + 1))), Cell.count(quantity(step), n));
        }

        private static String quantity(String step) {
            return step.indexOf('.') > 0 ? step : CODE + "." + step;
        }

        private void close() {
            if (!parts.isEmpty()) {
                sums.add(new Sum(
                        quantity(total),
                        Collections.unmodifiableList(
                                parts.stream().map(Steps::quantity).collect(Collectors.toList()))));
                parts.clear();
            }
        }

        ResultTable.ResultTableBuilder table(String code, Overlaps overlaps) {
            close();
            return rows.as(code).sums(overlaps.with(sums)).implied(overlaps.getImplied());
        }
    }

    private static long count(List<Subject> subjects, Predicate<Subject> such) {
        return subjects.stream().filter(such).count();
    }

    /** @return those of the participants of whom post-prison care has begun */
    public static List<Subject> inCareAfter(StudyData data) {
        return data.getSubjects().stream()
                .filter(Subject::isPostPrisonCareBegun)
                .collect(Collectors.toList());
    }

    /** @return of those in post-prison care the ones who came so far */
    public static List<Subject> inCareAfter(StudyData data, String place) {
        return inCareAfter(data).stream()
                .filter(subject -> place(subject).equals(place))
                .collect(Collectors.toList());
    }

    private static ResultTable ends(StudyData data) {
        ResultTable.Rows rows = new ResultTable.Rows(Column.term("endOfCare"), Column.count("n"));
        List<Subject> ended = data.getSubjects().stream()
                .filter(Subject::isPostPrisonCareEnded)
                .collect(Collectors.toList());
        List<String> parts = new ArrayList<>();
        for (Choice reason :
                Definitions.recordType(Records.END).known(Records.REASON).getChoices()) {
            add(
                    rows,
                    parts,
                    Term.of(reason.getCode(), reason.getLabel()),
                    count(
                            ended,
                            subject ->
                                    reason.getCode().equals(subject.getEpisode().getEndReason())));
        }
        add(
                rows,
                parts,
                Term.of("term", "notStated"),
                count(ended, subject -> subject.getEpisode().getEndReason() == null));
        return rows.as("ends")
                .sums(Collections.singletonList(new Sum(CODE + ".careAfterEnded", parts)))
                .notes(notes("ends"))
                .build();
    }

    private static void add(ResultTable.Rows rows, List<String> parts, Term term, long n) {
        String quantity = CODE + ".ended." + term.getCode();
        parts.add(quantity);
        rows.add(Cell.of(term), Cell.count(quantity, n));
    }

    /** A place in the flat-share: how far each participant in post-prison care came. */
    private static ResultTable places(StudyData data) {
        ResultTable.Rows rows = new ResultTable.Rows(Column.term("place"), Column.count("n"));
        Map<String, Long> counts = new LinkedHashMap<>();
        PLACES.forEach(place -> counts.put(place, 0L));
        data.getSubjects().stream()
                .filter(Subject::isPostPrisonCareBegun)
                .forEach(subject -> counts.merge(place(subject), 1L, Long::sum));
        counts.forEach((place, n) -> rows.add(Cell.of(Term.of("place", place)), Cell.count(quantityOfPlace(place), n)));
        return rows.as("places")
                .sums(Collections.singletonList(new Sum(
                        CARE_AFTER,
                        counts.keySet().stream()
                                .map(FlowAnalysis::quantityOfPlace)
                                .collect(Collectors.toList()))))
                .notes(notes("places"))
                .build();
    }

    /** @return how far he came towards a place in the flat-share: the code of a term of the kind {@code place} */
    public static String place(Subject subject) {
        if (subject.getPlaceSteps().contains(PlaceStep.ENTERED)
                || !subject.getStays().isEmpty()) {
            return ENTERED;
        }
        if (subject.getPlaceSteps().isEmpty()) {
            return "notRequested";
        }
        if (!subject.getPlaceSteps().contains(PlaceStep.OFFERED)) {
            return "notOffered";
        }
        return subject.getPlaceSteps().contains(PlaceStep.DECLINED) ? "declined" : "offeredOnly";
    }

    /** @return names how many of those in post-prison care came so far */
    public static String quantityOfPlace(String place) {
        return CODE + ".place." + place;
    }

    private static ResultTable waves(StudyData data) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("wave"), Column.term("instrument"), Column.term("waveStatus"), Column.count("n"));
        List<Sum> sums = new ArrayList<>();
        for (Wave wave : data.getWaves()) {
            for (String instrument : wave.getInstruments()) {
                Map<String, Term> terms = new LinkedHashMap<>();
                Map<String, Long> counts = new LinkedHashMap<>();
                for (Subject subject : data.getSubjects()) {
                    Term term = subject.getWaves().stream()
                            .filter(state -> !state.isSecond()
                                    && state.getWave().equals(wave.getCode())
                                    && state.getInstrument().equals(instrument))
                            .findFirst()
                            .map(FlowAnalysis::status)
                            .orElse(Term.of("term", "noPlan").withCode(NO_PLAN));
                    terms.put(term.getCode(), term);
                    counts.merge(term.getCode(), 1L, Long::sum);
                }
                List<String> parts = new ArrayList<>();
                counts.keySet().stream().sorted(FlowAnalysis::inOrder).forEach(code -> {
                    String quantity = Quantities.wave(wave.getCode(), instrument, code);
                    parts.add(quantity);
                    rows.add(
                            Cell.of(Term.of(wave.getCode(), wave.getLabel())),
                            Cell.of(data.instrument(instrument)),
                            Cell.of(terms.get(code)),
                            Cell.count(quantity, counts.get(code)));
                });
                if (!parts.isEmpty()) {
                    sums.add(new Sum(ANALYSED, Collections.unmodifiableList(parts)));
                }
            }
        }
        return rows.as("waves")
                .sums(Collections.unmodifiableList(sums))
                .notes(notes("waves"))
                .build();
    }

    /** @return done within the window or out of it, or what else, with the reason where there is one */
    public static Term status(WaveState state) {
        if (state.getStatus() == DueStatus.DONE) {
            return state.isInWindow() ? Term.of("term", WaveState.DONE) : Term.of("term", WaveState.DONE_OUTSIDE);
        }
        Term status = Term.ofMessage(
                state.getStatus().name(), "smpr.due." + state.getStatus().name());
        return state.getReason() == null
                ? status
                : Term.of(
                                "term",
                                "because",
                                status,
                                Term.ofMessage(
                                        state.getReason().name(),
                                        "smpr.dueReason." + state.getReason().name()))
                        .withCode(state.getStatus().name() + "."
                                + state.getReason().name());
    }

    private static int inOrder(String one, String other) {
        return Integer.compare(rank(one), rank(other)) == 0
                ? one.compareTo(other)
                : Integer.compare(rank(one), rank(other));
    }

    private static int rank(String code) {
        if (code.equals(NO_PLAN)) {
            return Integer.MAX_VALUE;
        }
        return code.startsWith("DONE")
                ? -1
                : DueStatus.valueOf(code.split("\\.")[0]).ordinal();
    }

    /** @return what is known at each horizon, of whatever can be counted here */
    private static Map<Counted, Map<StudyHorizon, KnownAt>> known(StudyData data) {
        List<StudyHorizon> horizons = new ArrayList<>();
        horizons.add(StudyHorizon.END_OF_CARE);
        data.getRegister().getHorizons().forEach(months -> horizons.add(StudyHorizon.ofMonths(months)));
        Map<Counted, Map<StudyHorizon, KnownAt>> known = new EnumMap<>(Counted.class);
        Arrays.stream(Counted.values()).filter(data::isDefined).forEach(counted -> {
            Map<StudyHorizon, KnownAt> at = new LinkedHashMap<>();
            horizons.forEach(horizon -> at.put(horizon, new KnownAt(data, counted, horizon)));
            known.put(counted, at);
        });
        return known;
    }

    /** Whom something is known of at a horizon, and how many the others are. */
    private static final class KnownAt {

        /** Their codes. */
        private final Map<Status, List<String>> people = new EnumMap<>(Status.class);

        private long weak;

        private long lost;

        private long noHorizon;

        KnownAt(StudyData data, Counted counted, StudyHorizon horizon) {
            Arrays.stream(Status.values()).forEach(status -> people.put(status, new ArrayList<>()));
            for (Subject subject : data.getSubjects()) {
                LocalDate day = subject.dayOf(horizon);
                HorizonStatus status =
                        day == null ? null : subject.at(day, counted).orElse(null);
                if (status == null) {
                    noHorizon++;
                } else if (status.isFreeByWeakSources()) {
                    weak++;
                } else if (status.isLost()) {
                    lost++;
                } else {
                    people.get(status.getStatus()).add(subject.getCode());
                }
            }
        }
    }

    /** What is known of each participant at each horizon, those without an index day apart. */
    private static ResultTable horizons(
            StudyData data, Counted counted, Map<Counted, Map<StudyHorizon, KnownAt>> known) {
        ResultTable.Rows rows =
                new ResultTable.Rows(Column.term("horizon"), Column.term("horizonStatus"), Column.count("n"));
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        StudyHorizon before = null;
        for (StudyHorizon horizon : known.get(counted).keySet()) {
            KnownAt at = known.get(counted).get(horizon);
            String prefix = Quantities.horizon(counted, horizon, "");
            List<String> parts = new ArrayList<>();
            for (Status status : Status.values()) {
                parts.add(prefix + status);
                rows.add(
                        Cell.of(OutcomeTerms.of(horizon)),
                        Cell.of(OutcomeTerms.of(status)),
                        Cell.count(prefix + status, at.people.get(status).size()));
                if (status == Status.NOT_KNOWN_SINCE) {
                    parts.add(prefix + "weak");
                    rows.add(
                            Cell.of(OutcomeTerms.of(horizon)),
                            Cell.of(Term.of("term", "weakSource")),
                            Cell.count(prefix + "weak", at.weak));
                    parts.add(prefix + "lost");
                    rows.add(
                            Cell.of(OutcomeTerms.of(horizon)),
                            Cell.of(Term.of("term", "lost")),
                            Cell.count(prefix + "lost", at.lost));
                }
            }
            String none = horizon.isEndOfCare() ? prefix + "none" : Quantities.NO_INDEX_DAY;
            parts.add(none);
            rows.add(
                    Cell.of(OutcomeTerms.of(horizon)),
                    Cell.of(Term.of("term", horizon.isEndOfCare() ? "noEndOfCare" : "noIndexDay")),
                    Cell.count(none, at.noHorizon));
            sums.add(new Sum(ANALYSED, Collections.unmodifiableList(parts)));
            if (!horizon.isEndOfCare()) {
                if (before != null) {
                    for (Status status : Arrays.asList(Status.EVENT, Status.DIED)) {
                        tie(overlaps, status, counted, horizon, counted, before, known);
                    }
                }
                before = horizon;
            }
            // Who offended violently offended, and who is free of any event is free of a violent one.
            for (Counted other : known.keySet()) {
                if (other.compareTo(counted) < 0) {
                    for (Status status : Arrays.asList(Status.EVENT, Status.FREE_KNOWN)) {
                        tie(overlaps, status, counted, horizon, other, horizon, known);
                    }
                }
            }
        }
        return rows.as("horizons")
                .about(Collections.singletonList(OutcomeTerms.of(counted)))
                .sums(overlaps.with(sums))
                .implied(overlaps.getImplied())
                .notes(notes("horizons"))
                .build();
    }

    private static void tie(
            Overlaps overlaps,
            Status status,
            Counted counted,
            StudyHorizon horizon,
            Counted other,
            StudyHorizon otherHorizon,
            Map<Counted, Map<StudyHorizon, KnownAt>> known) {
        overlaps.tie(
                Quantities.horizon(counted, horizon, status.name()),
                known.get(counted).get(horizon).people.get(status),
                Quantities.horizon(other, otherHorizon, status.name()),
                known.get(other).get(otherHorizon).people.get(status));
    }

    private static List<Term> notes(String code) {
        return Collections.singletonList(Term.of("note", code));
    }
}
