/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.validity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.data.FollowUpFrom;
import org.openmrs.module.smpr.study.data.NoNumbers;
import org.openmrs.module.smpr.study.data.OutcomeTerms;
import org.openmrs.module.smpr.study.data.StudyAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.WavesBeforeFollowUp;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.plan.PlannedAddedValue;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedValidity;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;

/**
 * Whether measures tell who will have an event, and what one adds to another: predictors locked before what they are held against, their
 * direction fixed beforehand, unknown never taken for absence, and no cut-off.
 */
public final class ValidityAnalysis implements StudyAnalysis {

    public static final String CODE = "validity";

    private static final String ADDED_VALUE = "addedValue";

    private static final String HCR20_TOTAL = "HCR20V3.scale.total." + CommonQuestions.COMMUNITY;

    private static final String SAPROF_TOTAL = "SAPROF.scale.total";

    private static final String CAPP = "CAPP";

    /** What more of a measure is expected to go with, where neither its definition nor a plan says so: opinions have a direction by what they are called. */
    private static final Map<String, Direction> OPINIONS = opinions();

    /** Looked at where there is no plan; those that the site has. */
    private static final List<String> USUAL = Collections.unmodifiableList(Arrays.asList(
            HCR20_TOTAL,
            "HCR20V3.scale.C",
            "HCR20V3.scale.R." + CommonQuestions.COMMUNITY,
            "HCR20V3.CP." + CommonQuestions.COMMUNITY,
            SAPROF_TOTAL,
            "SAPROF.FPJ"));

    private static final List<Integer> USUAL_HORIZONS = Collections.unmodifiableList(Arrays.asList(12, 60));

    private static Map<String, Direction> opinions() {
        Map<String, Direction> opinions = new LinkedHashMap<>();
        for (String context : Arrays.asList(CommonQuestions.INSTITUTION, CommonQuestions.COMMUNITY)) {
            Arrays.asList("CP", "SPH", "IV")
                    .forEach(opinion -> opinions.put("HCR20V3." + opinion + "." + context, Direction.RISK));
        }
        opinions.put("SAPROF.FPJ", Direction.PROTECTION);
        opinions.put("SAPROF.IFRJ", Direction.RISK);
        return Collections.unmodifiableMap(opinions);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean answers(PlannedAnalysis asked) {
        return asked instanceof PlannedValidity || asked instanceof PlannedAddedValue;
    }

    /**
     * As planned; else the sums of the HCR-20 for the community with its case prioritization, and the total and the final judgement of the
     * SAPROF, of the last wave before follow-up, for any new offence by the day of the facts at one year and at five as far as the register
     * has them, and what the total of the SAPROF adds to that of the HCR-20 until the last of them.
     */
    @Override
    public List<Finding> usual(StudyData data) {
        if (!data.isRegisterOn()) {
            return Collections.singletonList(NoNumbers.finding(Finding.builder().code(CODE), data, "registerOff"));
        }
        List<PlannedAnalysis> asked = new ArrayList<>();
        if (data.getPlan() != null) {
            asked.addAll(data.getPlan().getPlan().getValidity());
            asked.addAll(data.getPlan().getPlan().getAddedValue());
        }
        if (asked.isEmpty()) {
            asked.addAll(ofSite(data));
        }
        if (asked.isEmpty()) {
            return Collections.singletonList(NoNumbers.finding(Finding.builder().code(CODE), data, "nothingPredicts"));
        }
        return Collections.unmodifiableList(
                asked.stream().flatMap(analysis -> of(data, analysis).stream()).collect(Collectors.toList()));
    }

    private static List<PlannedAnalysis> ofSite(StudyData data) {
        List<Integer> ofRegister = data.getRegister().getHorizons();
        Set<Integer> horizons = new TreeSet<>(USUAL_HORIZONS);
        horizons.retainAll(ofRegister);
        if (horizons.isEmpty()) {
            horizons.addAll(ofRegister);
        }
        List<PlannedAnalysis> asked = new ArrayList<>();
        for (String code : USUAL) {
            Optional<Measure> measure = data.getMeasures().find(code);
            measure.flatMap(known -> WavesBeforeFollowUp.last(data, Collections.singleton(known.getInstrument())))
                    .ifPresent(wave -> asked.add(new PlannedValidity(
                            code,
                            direction(data, measure.get()),
                            wave.getCode(),
                            Counted.ANY_BY_FACTS,
                            Collections.unmodifiableSet(horizons))));
        }
        Optional<Measure> base = data.getMeasures().find(HCR20_TOTAL);
        Optional<Measure> added = data.getMeasures().find(SAPROF_TOTAL);
        if (base.isPresent() && added.isPresent()) {
            WavesBeforeFollowUp.last(
                            data,
                            Arrays.asList(
                                    base.get().getInstrument(), added.get().getInstrument()))
                    .ifPresent(wave -> asked.add(new PlannedAddedValue(
                            HCR20_TOTAL,
                            SAPROF_TOTAL,
                            wave.getCode(),
                            Counted.ANY_BY_FACTS,
                            Collections.max(horizons))));
        }
        return asked;
    }

    /** @return what more of it is expected to go with; null where nobody has said so */
    private static Direction direction(StudyData data, Measure measure) {
        if (measure.getHigher() == Direction.RISK || measure.getHigher() == Direction.PROTECTION) {
            return measure.getHigher();
        }
        return data.getPlan() == null
                ? OPINIONS.get(measure.getCode())
                : data.getPlan().getPlan().getValidity().stream()
                        .filter(planned -> planned.getMeasure().equals(measure.getCode()))
                        .map(PlannedValidity::getHigher)
                        .findFirst()
                        .orElse(OPINIONS.get(measure.getCode()));
    }

    @Override
    public List<Finding> of(StudyData data, PlannedAnalysis asked) {
        return Collections.singletonList(
                asked instanceof PlannedValidity
                        ? validity(data, (PlannedValidity) asked)
                        : addedValue(data, (PlannedAddedValue) asked));
    }

    private static Finding validity(StudyData data, PlannedValidity asked) {
        Finding.FindingBuilder finding =
                data.finding(CODE, asked).about(about(data, asked, term(data, asked.getMeasure())));
        Optional<String> why = NoNumbers.why(data, asked);
        if (why.isPresent()) {
            return NoNumbers.finding(finding, data, why.get());
        }
        List<Measure> measures = measures(data, asked);
        Set<Integer> months = new TreeSet<>(asked.getHorizons());
        Predictions predictions =
                alone(data, measures.get(0), asked.getWave(), asked.getCounted(), Collections.max(months));
        List<UntilHorizon> horizons = months.stream()
                .map(horizon -> UntilHorizon.of(predictions, horizon))
                .collect(Collectors.toList());
        List<ResultTable> tables = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        tables.add(predictions.table(beside(measures, "predicted")));
        tables.add(UntilHorizon.table(horizons, beside(measures, "untilHorizon")));
        tables.add(DiscriminationTable.of(
                horizons, asked.getHigher(), beside(measures, "discrimination", "discriminationEmpty")));
        if (measures.get(0).getKind() == Measure.Kind.JUDGEMENT) {
            ObservedRates observed = new ObservedRates(horizons, measures.get(0).getLevels());
            tables.add(observed.incidence(beside(measures, "observedIncidence")));
            tables.add(observed.known(beside(measures, "observedKnown")));
            figures.add(observed.figure(
                    Collections.singletonList(OutcomeTerms.of(asked.getCounted())),
                    beside(measures, "incidenceFigure", "curveToLast")));
        }
        List<Term> definitions = definitions(predictions);
        definitions.add(Term.of("definition", "direction." + asked.getHigher().name()));
        definitions.add(Term.of("definition", "discriminationTime"));
        return finding.n(predictions.n())
                .missing(predictions.missing())
                .sums(Collections.singletonList(predictions.sum()))
                .definitions(Collections.unmodifiableList(definitions))
                .tables(Collections.unmodifiableList(tables))
                .figures(Collections.unmodifiableList(figures))
                .notes(notes(predictions, months))
                .build();
    }

    /** @param months not before any horizon */
    private static Predictions alone(StudyData data, Measure measure, String wave, Counted counted, int months) {
        return new Predictions(
                data,
                String.join(".", CODE, measure.getCode(), wave, counted.name()),
                data.wave(wave).get(),
                Collections.singletonList(measure),
                counted,
                data.monthsFollowed(months));
    }

    private static Finding addedValue(StudyData data, PlannedAddedValue asked) {
        Finding.FindingBuilder finding = data.finding(ADDED_VALUE, asked)
                .about(about(
                        data,
                        asked,
                        Term.of("term", "beyond", term(data, asked.getAdded()), term(data, asked.getBase()))
                                .withCode(asked.getAdded() + "/" + asked.getBase())));
        Optional<String> why = NoNumbers.why(data, asked);
        if (why.isPresent()) {
            return NoNumbers.finding(finding, data, why.get());
        }
        if (asked.getBase().equals(asked.getAdded())) {
            return NoNumbers.finding(finding, data, "sameMeasure");
        }
        List<Measure> measures = measures(data, asked);
        Predictions predictions = new Predictions(
                data,
                String.join(
                        ".",
                        ADDED_VALUE,
                        asked.getBase(),
                        asked.getAdded(),
                        asked.getWave(),
                        asked.getCounted().name()),
                data.wave(asked.getWave()).get(),
                measures,
                asked.getCounted(),
                data.monthsFollowed(asked.getHorizon()));
        List<Direction> higher =
                measures.stream().map(measure -> direction(data, measure)).collect(Collectors.toList());
        UntilHorizon horizon = UntilHorizon.of(predictions, asked.getHorizon());
        AddedValue value = new AddedValue(horizon, higher);
        List<UntilHorizon> ofEach = measures.stream()
                .map(measure -> UntilHorizon.of(
                        alone(data, measure, asked.getWave(), asked.getCounted(), asked.getHorizon()),
                        asked.getHorizon()))
                .collect(Collectors.toList());
        List<Term> definitions = definitions(predictions);
        definitions.add(
                Term.of("definition", "horizonOfValue", OutcomeTerms.of(StudyHorizon.ofMonths(asked.getHorizon()))));
        definitions.add(Term.of("definition", "addedValueModels"));
        for (int i = 0; i < measures.size(); i++) {
            if (higher.get(i) != null) {
                definitions.add(Term.of(
                        "definition",
                        "directionOf." + higher.get(i).name(),
                        measures.get(i).getLabel()));
            }
        }
        definitions.add(Term.of("definition", "discriminationTime"));
        return finding.n(predictions.n())
                .missing(predictions.missing())
                .sums(Collections.singletonList(predictions.sum()))
                .definitions(Collections.unmodifiableList(definitions))
                .tables(Collections.unmodifiableList(Arrays.asList(
                        predictions.table(beside(measures, "predicted")),
                        UntilHorizon.table(
                                Collections.singletonList(horizon), ofEach, beside(measures, "untilHorizon")),
                        value.coefficients(beside(measures, "coefficients")),
                        value.likelihoodRatio(beside(measures, "likelihoodRatio")),
                        value.comparison(beside(measures, "comparison", "comparisonBoth", "discriminationEmpty")))))
                .notes(notes(predictions, Collections.singleton(asked.getHorizon())))
                .build();
    }

    private static List<Measure> measures(StudyData data, PlannedAnalysis asked) {
        return asked.onMeasures().stream()
                .map(code -> data.getMeasures().find(code).get())
                .collect(Collectors.toList());
    }

    private static List<Term> about(StudyData data, PlannedAnalysis asked, Term of) {
        List<Term> about = new ArrayList<>();
        about.add(of);
        asked.onWaves()
                .forEach(code ->
                        about.add(data.wave(code).map(ValidityAnalysis::term).orElseGet(() -> Term.ofCode(code))));
        about.add(OutcomeTerms.of(asked.getCounted()));
        return Collections.unmodifiableList(about);
    }

    private static Term term(StudyData data, String measure) {
        return data.getMeasures()
                .find(measure)
                .map(known -> Term.of(measure, known.getLabel()))
                .orElseGet(() -> Term.ofCode(measure));
    }

    private static Term term(Wave wave) {
        return Term.of(wave.getCode(), wave.getLabel());
    }

    private static List<Term> definitions(Predictions predictions) {
        List<Term> definitions =
                new ArrayList<>(OutcomeTerms.definitions(predictions.getData(), predictions.getCounted()));
        definitions.add(Term.of(
                "definition",
                predictions.isFromLandmark() ? "predictsFromLandmark" : "predictsFromIndex",
                term(predictions.getWave())));
        definitions.add(Term.of("definition", "locked"));
        return definitions;
    }

    /** @return what is to be said of the figure or table, and beside every one */
    private static List<Term> beside(Collection<Measure> measures, String... codes) {
        Set<String> notes = new LinkedHashSet<>(Arrays.asList(codes));
        notes.add("ratingTriggersCare");
        if (measures.stream().anyMatch(measure -> measure.getInstrument().equals(CAPP))) {
            notes.add("cappAlone");
        }
        if (measures.stream().anyMatch(measure -> measure.getKind() == Measure.Kind.INDEX)) {
            notes.add("indexOfVersion2");
        }
        return Collections.unmodifiableList(
                notes.stream().map(code -> Term.of("note", code)).collect(Collectors.toList()));
    }

    private static List<Term> notes(Predictions predictions, Collection<Integer> months) {
        List<Term> notes = new ArrayList<>();
        boolean provisional = predictions.getPredictions().stream()
                .map(Prediction::getFollowUp)
                .flatMap(followUp -> statuses(followUp, predictions.getCounted(), months))
                .anyMatch(HorizonStatus::isProvisional);
        if (provisional) {
            notes.add(Term.of("note", "provisional"));
        }
        boolean several = predictions.getMeasures().stream()
                .anyMatch(measure -> predictions
                        .getData()
                        .isOfSeveralEditions(predictions.getWave().getCode(), measure.getInstrument()));
        if (several) {
            notes.add(Term.of("note", "severalEditions"));
        }
        notes.add(Term.of("note", "eventsFromAnySource"));
        notes.add(Term.of("note", "noCutOff"));
        return Collections.unmodifiableList(notes);
    }

    private static Stream<HorizonStatus> statuses(FollowUpFrom followUp, Counted counted, Collection<Integer> months) {
        LocalDate from = followUp.getDay();
        return months.stream()
                .map(horizon -> followUp.getSubject()
                        .at(from.plusMonths(horizon), counted)
                        .orElse(null))
                .filter(Objects::nonNull);
    }
}
