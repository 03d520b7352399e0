/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.implementation;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.pathway.plan.BreakInCare;
import org.openmrs.module.smpr.pathway.plan.CareGiven;
import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.pathway.training.TrainingLevel;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.statistics.Description;
import org.openmrs.module.smpr.study.data.CareEvent;
import org.openmrs.module.smpr.study.data.ItemTerms;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.WaveState;
import org.openmrs.module.smpr.study.flow.FlowAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedImplementation;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** Tells how the tools and the care were put to use: what was made when, how complete, by whom, and what care followed. */
public final class ImplementationAnalysis implements StudyAnalysis {

    public static final String CODE = "implementation";

    private static final String NOT_WATCHED = "notWatched";

    private static final String NOT_STATED = "notStated";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean answers(PlannedAnalysis asked) {
        return asked instanceof PlannedImplementation;
    }

    /** Of all waves of the plan in force, else of the site. */
    @Override
    public List<Finding> usual(StudyData data) {
        PlannedImplementation planned =
                data.getPlan() == null ? null : data.getPlan().getPlan().getImplementation();
        Set<String> waves =
                data.getWaves().stream().map(Wave::getCode).collect(Collectors.toCollection(LinkedHashSet::new));
        return of(data, planned == null ? new PlannedImplementation(waves) : planned);
    }

    @Override
    public List<Finding> of(StudyData data, PlannedAnalysis asked) {
        PlannedImplementation planned = (PlannedImplementation) asked;
        List<ResultTable> tables = new ArrayList<>();
        tables.add(coverage(data, planned.getWaves()));
        tables.add(completeness(data));
        tables.add(omissions(data));
        tables.add(training(data));
        tables.add(delays(data));
        tables.add(contacts(data));
        tables.add(breaks(data));
        tables.add(actions(data));
        tables.add(relays(data));
        tables.add(months(data));
        return Collections.singletonList(data.finding(CODE, planned)
                .n(Cell.count(Quantities.ANALYSED, data.getSubjects().size()))
                .definitions(Collections.singletonList(Term.of("definition", CODE)))
                .tables(Collections.unmodifiableList(tables))
                .build());
    }

    /** Of each instrument of each wave, how many could have been made by now, and were, and how far from the day. */
    private static ResultTable coverage(StudyData data, Set<String> waves) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("wave"),
                Column.term("instrument"),
                Column.count("expected"),
                Column.count("made"),
                Column.count("notMade"),
                Column.share("share"),
                Column.count("inWindow"),
                Column.number("delayMedian", 0),
                Column.number("delayLowerQuartile", 0),
                Column.number("delayUpperQuartile", 0),
                Column.count("secondWanted"),
                Column.count("secondMade"),
                Column.share("secondShare").restingOn("secondWanted", "secondMade"));
        List<Sum> sums = new ArrayList<>();
        Overlaps overlaps = new Overlaps();
        for (Wave wave : data.getWaves()) {
            if (!waves.contains(wave.getCode())) {
                continue;
            }
            for (String instrument : wave.getInstruments()) {
                List<WaveState> first = states(data, wave.getCode(), instrument, false);
                List<WaveState> expected = first.stream()
                        .filter(ImplementationAnalysis::isExpected)
                        .collect(Collectors.toList());
                List<WaveState> made = expected.stream()
                        .filter(state -> state.getStatus() == DueStatus.DONE)
                        .collect(Collectors.toList());
                List<WaveState> second = states(data, wave.getCode(), instrument, true).stream()
                        .filter(ImplementationAnalysis::isExpected)
                        .collect(Collectors.toList());
                Description delay = Description.of(made.stream()
                        .filter(state -> state.getDue() != null)
                        .mapToDouble(state -> ChronoUnit.DAYS.between(state.getDue(), state.getMade()))
                        .toArray());
                long inWindow = made.stream().filter(WaveState::isInWindow).count();
                long secondMade = second.stream().filter(WaveState::isDone).count();
                String quantity = coverage(wave.getCode(), instrument);
                rows.add(
                        Cell.of(Term.of(wave.getCode(), wave.getLabel())),
                        Cell.of(data.instrument(instrument)),
                        Cell.count(quantity + "expected", expected.size()),
                        Cell.count(quantity + "made", made.size()),
                        Cell.count(quantity + "notMade", expected.size() - made.size()),
                        share(made.size(), expected.size()),
                        Cell.count(Quantities.wave(wave.getCode(), instrument, WaveState.DONE), inWindow),
                        Cell.number(delay.getMedian()),
                        Cell.number(delay.getLowerQuartile()),
                        Cell.number(delay.getUpperQuartile()),
                        Cell.count(quantity + "secondWanted", second.size()),
                        Cell.count(quantity + "secondMade", secondMade),
                        share(secondMade, second.size()));
                overlaps.part(quantity + "secondWanted", second.size(), quantity + "secondMade", secondMade);
                splitByWindow(overlaps, data, wave.getCode(), instrument);
                Map<String, Long> reasons = notMade(wave.getCode(), instrument, expected);
                if (!reasons.isEmpty()) {
                    overlaps.split(quantity + "notMade", reasons);
                }
                overlaps.part(Quantities.ANALYSED, data.getSubjects().size(), quantity + "expected", expected.size());
                sums.add(Sum.of(quantity + "expected", quantity + "made", quantity + "notMade"));
            }
        }
        return rows.as("coverage")
                .sums(overlaps.with(sums))
                .implied(overlaps.getImplied())
                .notes(notes("coverage"))
                .build();
    }

    /** @return how the names of what is counted of the instrument at the wave begin */
    private static String coverage(String wave, String instrument) {
        return CODE + ".coverage." + wave + "." + instrument + ".";
    }

    /** Those made, into those in the window and the others, as the flow counts them. */
    private static void splitByWindow(Overlaps overlaps, StudyData data, String wave, String instrument) {
        Map<Boolean, Long> made = states(data, wave, instrument, false).stream()
                .filter(WaveState::isDone)
                .collect(Collectors.partitioningBy(WaveState::isInWindow, Collectors.counting()));
        overlaps.split(
                coverage(wave, instrument) + "made",
                Quantities.wave(wave, instrument, WaveState.DONE),
                made.get(true),
                Quantities.wave(wave, instrument, WaveState.DONE_OUTSIDE),
                made.get(false));
    }

    private static boolean isMade(Subject subject, String wave, String instrument) {
        return state(subject, wave, instrument, false).filter(WaveState::isDone).isPresent();
    }

    /** As the flow counts them, with their reasons. */
    private static Map<String, Long> notMade(String wave, String instrument, List<WaveState> expected) {
        Map<String, Long> counts = new TreeMap<>();
        expected.stream()
                .filter(state -> !state.isDone())
                .forEach(state -> counts.merge(
                        Quantities.wave(
                                wave, instrument, FlowAnalysis.status(state).getCode()),
                        1L,
                        Long::sum));
        return counts;
    }

    /** One a participant, as the flow takes it. */
    private static List<WaveState> states(StudyData data, String wave, String instrument, boolean second) {
        return data.getSubjects().stream()
                .map(subject -> state(subject, wave, instrument, second).orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    private static Optional<WaveState> state(Subject subject, String wave, String instrument, boolean second) {
        return subject.getWaves().stream()
                .filter(state -> state.isSecond() == second
                        && state.getWave().equals(wave)
                        && state.getInstrument().equals(instrument))
                .findFirst();
    }

    /** One that was made, or whose window has closed without. */
    private static boolean isExpected(WaveState state) {
        return state.getStatus() == DueStatus.DONE
                || state.getStatus() == DueStatus.OVERDUE
                || state.getStatus() == DueStatus.MISSED;
    }

    private static Cell share(long of, long all) {
        return all == 0 ? Cell.empty() : Cell.number((double) of / all);
    }

    private static ResultTable completeness(StudyData data) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("instrument"),
                Column.count("assessments"),
                Column.count("people"),
                Column.count("withoutOmission"),
                Column.share("share").restingOn("assessments", "withoutOmission"),
                Column.count("faulty"),
                Column.count("doubleRated"));
        Overlaps overlaps = new Overlaps();
        for (Instrument instrument : data.getSite().getInstruments()) {
            List<String> made = assessed(data, instrument, measurement -> true);
            List<String> complete = assessed(
                    data, instrument, measurement -> measurement.getOmitted().isEmpty());
            List<String> faulty = assessed(data, instrument, Measurement::isFaulty);
            List<String> doubleRated = doubleRated(data, instrument);
            Set<String> people = new HashSet<>(made);
            String all = assessments(instrument);
            String assessed = CODE + ".assessed." + instrument.getCode();
            overlaps.recordsOf(assessed, all, made)
                    .partOfRecords(
                            all,
                            all + ".withoutOmission",
                            complete,
                            assessed(
                                    data,
                                    instrument,
                                    measurement -> !measurement.getOmitted().isEmpty()))
                    .partOfRecords(
                            all,
                            all + ".faulty",
                            faulty,
                            assessed(data, instrument, measurement -> !measurement.isFaulty()))
                    .records(Quantities.ratingPairs(instrument.getCode()), doubleRated)
                    .part(Quantities.ANALYSED, data.getSubjects().size(), assessed, people.size());
            for (Wave wave : data.getWaves()) {
                if (wave.getInstruments().contains(instrument.getCode())) {
                    List<String> atWave = codes(data, subject -> isMade(subject, wave.getCode(), instrument.getCode()));
                    overlaps.tie(assessed, people, coverage(wave.getCode(), instrument.getCode()) + "made", atWave);
                    splitByWindow(overlaps, data, wave.getCode(), instrument.getCode());
                }
            }
            rows.add(
                    Cell.of(data.instrument(instrument.getCode())),
                    Cell.count(all, made.size()),
                    Cell.count(assessed, people.size()),
                    Cell.count(all + ".withoutOmission", complete.size()),
                    share(complete.size(), made.size()),
                    Cell.count(all + ".faulty", faulty.size()),
                    Cell.count(Quantities.ratingPairs(instrument.getCode()), doubleRated.size()));
        }
        return rows.as("completeness")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .people(overlaps.getPeople())
                .notes(notes("completeness"))
                .build();
    }

    /** @return the name of how many were made with the instrument */
    private static String assessments(Instrument instrument) {
        return CODE + ".assessments." + instrument.getCode();
    }

    /** @return whose each such assessment with the instrument is: a code as often as he has them */
    private static List<String> assessed(StudyData data, Instrument instrument, Predicate<Measurement> such) {
        return each(
                data,
                subject -> subject.getMeasurements().stream()
                        .filter(measurement -> measurement.getInstrument().equals(instrument.getCode()))
                        .filter(such)
                        .count());
    }

    private static List<String> doubleRated(StudyData data, Instrument instrument) {
        return each(
                data,
                subject -> subject.getRatingPairs().stream()
                        .filter(pair ->
                                pair.getFirst().getInstrument().getCode().equals(instrument.getCode()))
                        .count());
    }

    /** @return the code of each as often as that */
    private static List<String> each(StudyData data, ToLongFunction<Subject> times) {
        List<String> codes = new ArrayList<>();
        data.getSubjects()
                .forEach(subject ->
                        codes.addAll(Collections.nCopies((int) times.applyAsLong(subject), subject.getCode())));
        return codes;
    }

    /** The items that were omitted on purpose at least once. */
    private static ResultTable omissions(StudyData data) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("instrument"),
                Column.term("item"),
                Column.count("omitted"),
                Column.count("assessments"),
                Column.share("share"));
        Overlaps overlaps = new Overlaps();
        for (Instrument instrument : data.getSite().getInstruments()) {
            for (Question question : instrument.getQuestions()) {
                List<String> omitted = assessed(
                        data,
                        instrument,
                        measurement -> measurement.getOmitted().contains(question.getCode()));
                if (!omitted.isEmpty()) {
                    List<String> rated = assessed(
                            data,
                            instrument,
                            measurement -> !measurement.getOmitted().contains(question.getCode()));
                    int made = omitted.size() + rated.size();
                    String all = assessments(instrument);
                    String quantity = all + ".omitted." + question.getCode();
                    overlaps.partOfRecords(all, quantity, omitted, rated);
                    rows.add(
                            Cell.of(data.instrument(instrument.getCode())),
                            Cell.of(ItemTerms.of(question)),
                            Cell.count(quantity, omitted.size()),
                            Cell.count(all, made),
                            share(omitted.size(), made));
                }
            }
        }
        return rows.as("omissions")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .people(overlaps.getPeople())
                .notes(notes("omissions"))
                .build();
    }

    private static ResultTable training(StudyData data) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("instrument"),
                Column.term("training"),
                Column.count("raters"),
                Column.count("assessments"),
                Column.count("ofAll"),
                Column.share("share").restingOn("assessments", "ofAll"));
        Overlaps overlaps = new Overlaps();
        for (Instrument instrument : data.getSite().getInstruments()) {
            int made = assessed(data, instrument, measurement -> true).size();
            String all = assessments(instrument);
            Map<String, Long> parts = new LinkedHashMap<>();
            Map<TrainingLevel, Long> trained =
                    data.getTrainings().getOrDefault(instrument.getCode(), Collections.emptyMap());
            for (TrainingLevel level : TrainingLevel.values()) {
                List<String> by = assessed(data, instrument, measurement -> measurement.getTraining() == level);
                parts.put(all + ".by." + level.name(), (long) by.size());
                overlaps.partOfRecords(
                        all,
                        all + ".by." + level.name(),
                        by,
                        assessed(data, instrument, measurement -> measurement.getTraining() != level));
                rows.add(
                        Cell.of(data.instrument(instrument.getCode())),
                        Cell.of(Term.of("training", level.name())),
                        Cell.count(
                                String.join(".", CODE, "raters", instrument.getCode(), level.name()),
                                trained.getOrDefault(level, 0L)),
                        Cell.count(all + ".by." + level.name(), by.size()),
                        Cell.count(all, made),
                        share(by.size(), made));
            }
            List<String> by = assessed(data, instrument, measurement -> measurement.getTraining() == null);
            parts.put(all + ".by.NONE", (long) by.size());
            overlaps.partOfRecords(
                            all,
                            all + ".by.NONE",
                            by,
                            assessed(data, instrument, measurement -> measurement.getTraining() != null))
                    .split(all, parts);
            rows.add(
                    Cell.of(data.instrument(instrument.getCode())),
                    Cell.of(Term.of("training", "NONE")),
                    Cell.empty(),
                    Cell.count(all + ".by.NONE", by.size()),
                    Cell.count(all, made),
                    share(by.size(), made));
        }
        return rows.as("training")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .people(overlaps.getPeople())
                .notes(notes("training"))
                .build();
    }

    private static ResultTable delays(StudyData data) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("delay"),
                Column.count("n"),
                Column.count("missing"),
                Column.number("median", 0),
                Column.number("lowerQuartile", 0),
                Column.number("upperQuartile", 0),
                Column.number("max", 0).ofOnePerson());
        List<CareGiven> released = data.getSubjects().stream()
                .map(Subject::getCareGiven)
                .filter(care -> care != null && care.getReleased() != null)
                .collect(Collectors.toList());
        Description delay = Description.of(released.stream()
                .map(CareGiven::getReleaseToFirstContact)
                .filter(Objects::nonNull)
                .mapToDouble(Long::doubleValue)
                .toArray());
        rows.add(
                Cell.of(Term.of("delay", "firstContact")),
                Cell.count(CODE + ".delay.n", delay.getN()),
                Cell.count(CODE + ".delay.missing", released.size() - delay.getN()),
                Cell.number(delay.getMedian()),
                Cell.number(delay.getLowerQuartile()),
                Cell.number(delay.getUpperQuartile()),
                Cell.number(delay.getMax()));
        Overlaps overlaps = new Overlaps()
                .split(
                        CODE + ".delay.released",
                        CODE + ".delay.n",
                        delay.getN(),
                        CODE + ".delay.missing",
                        (long) released.size() - delay.getN())
                .tie(
                        CODE + ".delay.released",
                        codes(
                                data,
                                subject -> subject.getCareGiven() != null
                                        && subject.getCareGiven().getReleased() != null),
                        FlowAnalysis.CODE + ".released",
                        codes(data, Subject::isReleased));
        return rows.as("delays")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .notes(notes("delays"))
                .build();
    }

    private static List<String> codes(StudyData data, Predicate<Subject> such) {
        return codes(data.getSubjects().stream().filter(such).collect(Collectors.toList()));
    }

    private static List<String> codes(List<Subject> subjects) {
        return subjects.stream().map(Subject::getCode).collect(Collectors.toList());
    }

    private static ResultTable contacts(StudyData data) {
        return byPhase(data, Records.CONTACT, "contacts", "outcome");
    }

    /** What was charted in each phase of care, and what came of it. */
    private static ResultTable byPhase(StudyData data, String record, String table, String question) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("phase"),
                Column.term("kind"),
                Column.term("result"),
                Column.count("records"),
                Column.count("people"));
        Map<List<String>, List<String>> people =
                new TreeMap<>((one, other) -> String.join("/", one).compareTo(String.join("/", other)));
        for (Subject subject : data.getSubjects()) {
            for (CareEvent event : subject.getCare()) {
                if (event.getRecord().equals(record)) {
                    List<String> key = Arrays.asList(or(event.getPhase()), or(event.getKind()), or(event.getResult()));
                    people.computeIfAbsent(key, k -> new ArrayList<>()).add(subject.getCode());
                }
            }
        }
        Overlaps overlaps = new Overlaps();
        people.forEach((key, of) -> {
            String quantity = String.join(".", CODE, table, String.join(".", key));
            Cell who = people(overlaps, data, quantity, of);
            tieToCare(overlaps, data, key.get(0), who.getQuantity(), new HashSet<>(of));
            rows.add(
                    Cell.of(phase(key.get(0))),
                    Cell.of(choice(record, kindQuestion(record), key.get(1))),
                    Cell.of(choice(record, question, key.get(2))),
                    Cell.count(quantity, of.size()),
                    who);
        });
        return rows.as(table)
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .people(overlaps.getPeople())
                .notes(notes(table))
                .build();
    }

    /**
     * @param of whose each of the records is
     * @return how many of the participants have one
     */
    private static Cell people(Overlaps overlaps, StudyData data, String records, List<String> of) {
        String quantity = records + ".people";
        long people = new HashSet<>(of).size();
        overlaps.recordsOf(quantity, records, of)
                .part(Quantities.ANALYSED, data.getSubjects().size(), quantity, people);
        return Cell.count(quantity, people);
    }

    /** Who has a record of a phase of post-prison care is one of those in that care, and who has one of the flat-share entered it. */
    private static void tieToCare(Overlaps overlaps, StudyData data, String phase, String people, Set<String> of) {
        if (phase.equals(CommonQuestions.APC)) {
            overlaps.tie(people, of, FlowAnalysis.CARE_AFTER, codes(FlowAnalysis.inCareAfter(data)));
        } else if (phase.equals(CommonQuestions.UCTI)) {
            overlaps.tie(
                    people,
                    of,
                    FlowAnalysis.quantityOfPlace(FlowAnalysis.ENTERED),
                    codes(FlowAnalysis.inCareAfter(data, FlowAnalysis.ENTERED)));
        }
    }

    private static String or(String code) {
        return code == null ? NOT_STATED : code;
    }

    private static String kindQuestion(String record) {
        return record.equals(Records.RELAY) ? Records.TO : "kind";
    }

    private static Term phase(String code) {
        return code.equals(NOT_STATED)
                ? Term.of("term", NOT_STATED)
                : Definitions.phase()
                        .choice(code)
                        .map(choice -> Term.of(code, choice.getLabel()))
                        .orElse(Term.ofCode(code));
    }

    private static Term choice(String record, String question, String code) {
        if (code.equals(NOT_STATED)) {
            return Term.of("term", NOT_STATED);
        }
        Choice choice = Records.find(record).get().known(question).choice(code).orElse(null);
        return choice == null ? Term.ofCode(code) : Term.of(code, choice.getLabel());
    }

    private static ResultTable breaks(StudyData data) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("breaks"),
                Column.count("people"),
                Column.number("breakMedian", 0),
                Column.number("breakMax", 0).ofOnePerson());
        boolean set = data.getSite().getSettings().getCareGap() != null;
        Map<String, Long> people = new TreeMap<>();
        List<Double> days = new ArrayList<>();
        data.getSubjects().stream()
                .map(Subject::getCareGiven)
                .filter(care -> set && care != null)
                .forEach(care -> {
                    people.merge(
                            care.isWatched()
                                    ? "n" + Math.min(3, care.getBreaks().size())
                                    : NOT_WATCHED,
                            1L,
                            Long::sum);
                    care.getBreaks().stream().map(BreakInCare::getDays).forEach(d -> days.add((double) d));
                });
        Description length =
                Description.of(days.stream().mapToDouble(Double::doubleValue).toArray());
        people.forEach((number, n) -> {
            boolean any = !number.equals("n0") && !number.equals(NOT_WATCHED);
            rows.add(
                    Cell.of(Term.of("breaks", number)),
                    Cell.count(CODE + ".breaks." + number, n),
                    any ? Cell.number(length.getMedian()) : Cell.empty(),
                    any ? Cell.number(length.getMax()) : Cell.empty());
        });
        Map<String, Long> parts = new LinkedHashMap<>();
        people.forEach((number, n) -> parts.put(CODE + ".breaks." + number, n));
        long known = parts.values().stream().mapToLong(Long::longValue).sum();
        Overlaps overlaps =
                new Overlaps().part(Quantities.ANALYSED, data.getSubjects().size(), CODE + ".breaks", known);
        if (!parts.isEmpty()) {
            overlaps.split(CODE + ".breaks", parts);
        }
        return rows.as("breaks")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .notes(Collections.singletonList(Term.of("note", set ? "breaks" : "breaksNotSet")))
                .build();
    }

    /** By the item that an action is about; one about several counts at each. */
    private static ResultTable actions(StudyData data) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("target"), Column.term("result"), Column.count("records"), Column.count("people"));
        Map<String, Map<String, List<String>>> people = new TreeMap<>();
        for (Subject subject : data.getSubjects()) {
            for (CareEvent event : subject.getCare()) {
                if (event.getRecord().equals(Records.ACTION)) {
                    List<String> targets =
                            event.getTargets().isEmpty() ? Collections.singletonList(NOT_STATED) : event.getTargets();
                    for (String target : new TreeSet<>(targets)) {
                        people.computeIfAbsent(target, t -> new TreeMap<>())
                                .computeIfAbsent(or(event.getResult()), r -> new ArrayList<>())
                                .add(subject.getCode());
                    }
                }
            }
        }
        Overlaps overlaps = new Overlaps();
        people.forEach((target, results) -> results.forEach((result, of) -> {
            String quantity = String.join(".", CODE, "actions", target, result);
            rows.add(
                    Cell.of(target(data, target)),
                    Cell.of(choice(Records.ACTION, "result", result)),
                    Cell.count(quantity, of.size()),
                    people(overlaps, data, quantity, of));
        }));
        return rows.as("actions")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .people(overlaps.getPeople())
                .notes(notes("actions"))
                .build();
    }

    private static Term target(StudyData data, String code) {
        if (code.equals(NOT_STATED)) {
            return Term.of("term", NOT_STATED);
        }
        return data.getSite().getInstruments().stream()
                .flatMap(instrument -> instrument.getItems().stream()
                        .filter(item -> code.equals(instrument.getCode() + "." + item.getCode()))
                        .map(item -> ItemTerms.of(instrument, item)))
                .findFirst()
                .orElseGet(() -> Term.ofCode(code));
    }

    private static ResultTable relays(StudyData data) {
        return byPhase(data, Records.RELAY, "relays", "answer");
    }

    /** By calendar month: what was charted in it. */
    private static ResultTable months(StudyData data) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("month"),
                Column.term("phase"),
                Column.count("assessments"),
                Column.count("contactsKept"),
                Column.count("contactsMissed"),
                Column.count("contactsCancelled"),
                Column.count("contactsNotStated"),
                Column.count("actions"),
                Column.count("relays"));
        Map<String, Map<String, long[]>> months = new TreeMap<>();
        for (Subject subject : data.getSubjects()) {
            subject.getMeasurements()
                    .forEach(measurement ->
                            count(months, measurement.getDay().toString().substring(0, 7), measurement.getPhase(), 0));
            subject.getCare()
                    .forEach(event ->
                            count(months, event.getDay().toString().substring(0, 7), event.getPhase(), column(event)));
        }
        months.forEach((month, phases) -> phases.forEach((phase, counts) -> rows.add(
                Cell.of(Term.ofCode(month)),
                Cell.of(phase(phase)),
                Cell.count(counts[0]),
                Cell.count(counts[1]),
                Cell.count(counts[2]),
                Cell.count(counts[3]),
                Cell.count(counts[4]),
                Cell.count(counts[5]),
                Cell.count(counts[6]))));
        return rows.as("months").ofCalendar(true).notes(notes("months")).build();
    }

    private static int column(CareEvent event) {
        switch (event.getRecord()) {
            case Records.CONTACT:
                return contact(event.getResult());
            case Records.ACTION:
                return 5;
            default:
                return 6;
        }
    }

    /** A contact that was cancelled, by whomever, is none that he missed. */
    private static int contact(String outcome) {
        if (outcome == null) {
            return 4;
        }
        switch (outcome) {
            case Records.KEPT:
                return 1;
            case "MISSED":
                return 2;
            case "CANCELLED":
                return 3;
            default:
                return 4;
        }
    }

    private static void count(Map<String, Map<String, long[]>> months, String month, String phase, int column) {
        months.computeIfAbsent(month, m -> new TreeMap<>()).computeIfAbsent(or(phase), p -> new long[7])[column]++;
    }

    private static List<Term> notes(String code) {
        return Collections.singletonList(Term.of("note", code));
    }
}
