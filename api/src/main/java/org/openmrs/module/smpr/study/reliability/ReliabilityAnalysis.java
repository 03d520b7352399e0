/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.reliability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.statistics.MeasurementError;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyAnalysis;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedReliability;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;

/**
 * How far two who rate the same man agree, neither knowing the other's rating. It tells of raters and not of time: that a man would be
 * rated alike a month later is another reliability, which double ratings do not show.
 */
public final class ReliabilityAnalysis implements StudyAnalysis {

    public static final String CODE = "reliability";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean answers(PlannedAnalysis asked) {
        return asked instanceof PlannedReliability;
    }

    /** As the plan in force has it, else of all sums and final opinions. */
    @Override
    public List<Finding> usual(StudyData data) {
        PlannedReliability planned =
                data.getPlan() == null ? null : data.getPlan().getPlan().getReliability();
        return of(data, planned == null ? everything(data) : planned);
    }

    private static PlannedReliability everything(StudyData data) {
        Set<String> measures = data.getMeasures().all().stream()
                .filter(measure -> measure.getKind() != Measure.Kind.INDEX && !measure.isWithoutCarried())
                .map(Measure::getCode)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new PlannedReliability(Collections.unmodifiableSet(measures));
    }

    @Override
    public List<Finding> of(StudyData data, PlannedAnalysis asked) {
        DoubleRatings ratings = new DoubleRatings(data, (PlannedReliability) asked);
        List<ResultTable> tables = new ArrayList<>(new AgreementTables(ratings).tables());
        tables.add(offers(ratings));
        Set<String> instruments = ratings.getInstruments().stream()
                .map(InstrumentPairs::getInstrument)
                .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        ratings.getInstruments().forEach(pairs -> used.addAll(pairs.getPeople()));
        long rated = data.getSubjects().stream()
                .filter(subject -> subject.getRatingPairs().stream()
                        .anyMatch(pair -> instruments.contains(
                                pair.getFirst().getInstrument().getCode())))
                .count();
        Overlaps overlaps = overlaps(data, ratings, used, rated);
        tables.set(
                0,
                tables.get(0).toBuilder()
                        .sums(overlaps.with(tables.get(0).getSums()))
                        .implied(overlaps.getImplied())
                        .build());
        return Collections.singletonList(data.finding(CODE, asked)
                .n(Cell.count(quantity(ratings, "n"), used.size()))
                .missing(Cell.count(quantity(ratings, "missing"), rated - used.size()))
                .definitions(definitions(data))
                .notes(notes(ratings, used.isEmpty()))
                .tables(Collections.unmodifiableList(tables))
                .build());
    }

    /** @return the name of what is counted of people and not of pairs */
    private static String quantity(DoubleRatings ratings, String what) {
        return DoubleRatings.quantity(
                ratings.getInstruments().stream()
                        .map(InstrumentPairs::getInstrument)
                        .collect(Collectors.joining("+")),
                "people." + what);
    }

    /** One pair a man is used of each instrument; whose pairs are all not used is missing, and has at least one that is not. */
    private static Overlaps overlaps(StudyData data, DoubleRatings ratings, Set<String> used, long rated) {
        Overlaps overlaps = new Overlaps();
        Map<String, Long> participants = new LinkedHashMap<>();
        participants.put(quantity(ratings, "n"), (long) used.size());
        participants.put(quantity(ratings, "missing"), rated - used.size());
        participants.put(quantity(ratings, "notRatedTwice"), data.getSubjects().size() - rated);
        overlaps.split(Quantities.ANALYSED, participants);
        Map<String, Long> notUsed = new LinkedHashMap<>();
        for (InstrumentPairs pairs : ratings.getInstruments()) {
            overlaps.part(
                    quantity(ratings, "n"),
                    used.size(),
                    DoubleRatings.quantity(pairs.getInstrument(), PairUse.USED.name()),
                    pairs.getPeople().size());
            pairs.getCounts().forEach((use, n) -> {
                if (use != PairUse.USED) {
                    notUsed.put(DoubleRatings.quantity(pairs.getInstrument(), use.name()), n);
                }
            });
        }
        long all = notUsed.values().stream().mapToLong(Long::longValue).sum();
        if (all > 0) {
            overlaps.split(quantity(ratings, "notUsed"), notUsed)
                    .part(quantity(ratings, "notUsed"), all, quantity(ratings, "missing"), rated - used.size());
        }
        return overlaps;
    }

    private static List<Term> definitions(StudyData data) {
        Integer days = data.getSite().getSettings().getDoubleRatingWithinDays();
        List<Term> definitions = new ArrayList<>();
        definitions.add(
                days == null
                        ? Term.of("definition", "reliabilityPair")
                        : Term.of("definition", "reliabilityPairWithin", days));
        definitions.add(Term.of("definition", "reliabilityBlind"));
        definitions.add(Term.of("definition", "reliabilityOnce"));
        return Collections.unmodifiableList(definitions);
    }

    private static List<Term> notes(DoubleRatings ratings, boolean none) {
        List<Term> notes = new ArrayList<>();
        if (none) {
            notes.add(Term.of("note", "reliabilityNone"));
        }
        notes.add(Term.of("note", "reliabilityRaters"));
        if (!ratings.getUnknown().isEmpty()) {
            notes.add(Term.of("note", "reliabilityUnknown", ratings.getUnknown()));
        }
        return Collections.unmodifiableList(notes);
    }

    /** What a named person can take over into the site's settings, and nobody else does. */
    private static ResultTable offers(DoubleRatings ratings) {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.count("pairs"),
                Column.count("inSeries"),
                Column.number("sd", 2),
                Column.number("reliability", 2),
                Column.number("sem", 2),
                Column.number("mdc", 2),
                Column.statement("source"),
                Column.statement("siteSettings"));
        Overlaps overlaps = new Overlaps();
        Integer least = ratings.getData().getSite().getSettings().getStudy().getReliabilityMinimumPairs();
        if (least != null) {
            for (Measure measure : ratings.sums()) {
                Agreement agreement = ratings.agreement(measure);
                if (measure.getScale() != null && !measure.isWithFixedItems() && agreement.n() >= least) {
                    Optional<OfferedReliability> offered = OfferedReliability.of(ratings.getData(), measure, agreement);
                    offered.ifPresent(offer -> add(rows, overlaps, ratings.getData(), offer));
                }
            }
        }
        List<Term> notes = new ArrayList<>();
        notes.add(
                least == null ? Term.of("note", "reliabilityNoMinimum") : Term.of("note", "reliabilityMinimum", least));
        notes.add(Term.of("note", "reliabilityOffers"));
        notes.add(Term.of("note", "reliabilityOfferedSd"));
        return rows.as("reliabilityOffers")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .notes(Collections.unmodifiableList(notes))
                .build();
    }

    /** The first values are nearly those of the first wave, which others describe too. */
    private static void add(ResultTable.Rows rows, Overlaps overlaps, StudyData data, OfferedReliability offer) {
        MeasurementError error = offer.error();
        Measure measure = offer.getMeasure();
        List<Subject> series = OfferedReliability.series(data, measure);
        Cell inSeries = Cell.count(DoubleRatings.quantity(measure.getCode(), "series"), series.size());
        Wave first = data.getWaves().stream().findFirst().orElse(null);
        if (first != null) {
            inSeries = inSeries.describing(data.describing(series, Quantities.value(first.getCode(), measure)));
            overlaps.tie(
                    inSeries.getQuantity(),
                    series,
                    Quantities.values(first.getCode(), measure),
                    data.measured(first.getCode(), measure));
        }
        rows.add(
                Cell.of(DoubleRatings.term(measure)),
                Cell.count(DoubleRatings.quantity(measure.getCode(), "n"), offer.getPairs()),
                inSeries,
                Cell.number(error.getSd()),
                Cell.number(error.getReliability()),
                Cell.number(error.standardError()),
                Cell.number(error.minimalDetectableChange()),
                Cell.of(Term.of("source", offer.getReliability().getOrigin())),
                Cell.of(Term.of("settings", Label.inEveryLanguage(offer.json()))));
    }
}
