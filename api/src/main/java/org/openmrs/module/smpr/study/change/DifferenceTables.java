/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.statistics.Description;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.change.PairedDifference;
import org.openmrs.module.smpr.statistics.change.SignedRank;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;

/** Tells how far the values of the second wave lie from those of the first, in the pairs: sums with static items are described and not tested. */
final class DifferenceTables {

    private static final String ANY = "ANY";

    private final TwoWaves waves;

    DifferenceTables(TwoWaves waves) {
        this.waves = waves;
    }

    List<ResultTable> tables() {
        return Arrays.asList(described(), tests(), effects(), carried());
    }

    private List<Measure> tested() {
        return waves.getMeasures().stream()
                .filter(measure -> !measure.isWithFixedItems())
                .collect(Collectors.toList());
    }

    private Cell n(Measure measure) {
        Pairs pairs = waves.pairs(measure);
        return Cell.count(waves.quantity(measure.getCode(), "pairs"), pairs.size())
                .describing(pairs.describes(waves));
    }

    private static PairedDifference difference(Pairs pairs) {
        return PairedDifference.of(pairs.firsts(), pairs.seconds());
    }

    private ResultTable described() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.count("pairs"),
                Column.number("meanFirst", 2),
                Column.number("sdFirst", 2),
                Column.number("meanSecond", 2),
                Column.number("sdSecond", 2),
                Column.number("meanDifference", 2),
                Column.lower("meanDifferenceLower", 2),
                Column.upper("meanDifferenceUpper", 2),
                Column.number("sdDifference", 2),
                Column.number("medianDifference", 1));
        for (Measure measure : waves.getMeasures()) {
            PairedDifference difference = difference(waves.pairs(measure));
            Description change = difference.getDifference();
            Interval interval = measure.isWithFixedItems() ? Interval.UNDEFINED : difference.getInterval();
            rows.add(
                    Cell.of(TwoWaves.term(measure)),
                    n(measure),
                    Cell.number(difference.getFirst().getMean()),
                    Cell.number(difference.getFirst().getSd()),
                    Cell.number(difference.getSecond().getMean()),
                    Cell.number(difference.getSecond().getSd()),
                    Cell.number(change.getMean()),
                    Cell.number(interval.getLower()),
                    Cell.number(interval.getUpper()),
                    Cell.number(change.getSd()),
                    Cell.number(change.getMedian()));
        }
        return rows.as("changeDifferences").notes(notes("changeDifferences")).build();
    }

    private ResultTable tests() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.count("pairs"),
                Column.number("t", 2),
                Column.number("df", 0),
                Column.p("tP"),
                Column.number("shift", 2),
                Column.lower("shiftLower", 2),
                Column.upper("shiftUpper", 2),
                Column.p("signedRankP"),
                Column.statement("exact"));
        for (Measure measure : tested()) {
            Pairs pairs = waves.pairs(measure);
            PairedDifference difference = difference(pairs);
            SignedRank ranks = SignedRank.of(pairs.firsts(), pairs.seconds());
            rows.add(
                    Cell.of(TwoWaves.term(measure)),
                    n(measure),
                    Cell.number(difference.getT()),
                    Cell.number(difference.getDegreesOfFreedom()),
                    Cell.number(difference.getPValue()),
                    Cell.number(ranks.getEstimate()),
                    Cell.number(ranks.getInterval().getLower()),
                    Cell.number(ranks.getInterval().getUpper()),
                    Cell.number(ranks.getPValue()),
                    Double.isNaN(ranks.getPValue())
                            ? Cell.empty()
                            : Cell.of(Term.of("term", ranks.isExact() ? "exact" : "approximate")));
        }
        return rows.as("changeTests").notes(notes("changeTests")).build();
    }

    private ResultTable effects() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.count("pairs"),
                Column.number("dz", 2),
                Column.lower("dzLower", 2),
                Column.upper("dzUpper", 2),
                Column.number("meanChangeBySdFirst", 2),
                Column.lower("meanChangeBySdFirstLower", 2),
                Column.upper("meanChangeBySdFirstUpper", 2),
                Column.number("rankBiserial", 2),
                Column.number("correlation", 2));
        for (Measure measure : tested()) {
            Pairs pairs = waves.pairs(measure);
            PairedDifference difference = difference(pairs);
            PairedDifference.EffectSize dz = difference.getStandardizedByDifferences();
            PairedDifference.EffectSize byFirst = difference.getStandardizedByFirst();
            rows.add(
                    Cell.of(TwoWaves.term(measure)),
                    n(measure),
                    Cell.number(dz.getValue()),
                    Cell.number(dz.getInterval().getLower()),
                    Cell.number(dz.getInterval().getUpper()),
                    Cell.number(byFirst.getValue()),
                    Cell.number(byFirst.getInterval().getLower()),
                    Cell.number(byFirst.getInterval().getUpper()),
                    Cell.number(SignedRank.of(pairs.firsts(), pairs.seconds()).getRankBiserial()),
                    Cell.number(difference.getCorrelation()));
        }
        return rows.as("changeEffects").notes(notes("changeEffects")).build();
    }

    /** The change with and without the items that care itself carries, side by side, of the same pairs, by the settings that they lie between. */
    private ResultTable carried() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("measure"),
                Column.term("settings"),
                Column.count("pairs"),
                Column.number("meanDifference", 2),
                Column.lower("meanDifferenceLower", 2),
                Column.upper("meanDifferenceUpper", 2),
                Column.number("most", 0),
                Column.number("meanDifferenceWithoutCarried", 2),
                Column.lower("meanDifferenceWithoutCarriedLower", 2),
                Column.upper("meanDifferenceWithoutCarriedUpper", 2),
                Column.number("mostWithoutCarried", 0));
        Overlaps overlaps = new Overlaps();
        for (Measure measure : tested()) {
            waves.getData()
                    .getMeasures()
                    .withoutCarried(measure)
                    .ifPresent(rest -> addCarried(rows, overlaps, waves.pairs(measure), waves.pairs(rest)));
        }
        return rows.as("changeCarried")
                .sums(overlaps.getSums())
                .implied(overlaps.getImplied())
                .notes(notes("changeCarried"))
                .build();
    }

    private void addCarried(ResultTable.Rows rows, Overlaps overlaps, Pairs whole, Pairs without) {
        Set<Rated> rated = new HashSet<>(without.getPairs());
        List<Rated> both = whole.getPairs().stream().filter(rated::contains).collect(Collectors.toList());
        Map<Settings, List<Rated>> bySettings =
                both.stream().collect(Collectors.groupingBy(Settings::of, TreeMap::new, Collectors.toList()));
        bySettings.forEach(
                (settings, pairs) -> addCarried(rows, whole.only(pairs), without.only(pairs), settings.term()));
        if (bySettings.size() != 1) {
            addCarried(rows, whole.only(both), without.only(both), Term.of("setting", ANY));
        }
        tieCarried(overlaps, whole, without, bySettings);
    }

    /** Those with both values are some of those with either, and between two settings some of those who were rated twice between them. */
    private void tieCarried(Overlaps overlaps, Pairs whole, Pairs without, Map<Settings, List<Rated>> bySettings) {
        String any = carriedPairs(without.getMeasure(), ANY);
        long both = bySettings.values().stream().mapToLong(List::size).sum();
        for (Pairs pairs : Arrays.asList(whole, without)) {
            overlaps.part(waves.quantity(pairs.getMeasure().getCode(), "pairs"), pairs.size(), any, both);
        }
        if (!bySettings.isEmpty()) {
            String instrument = whole.getMeasure().getInstrument();
            Map<Settings, List<Rated>> twice = waves.twiceBySettings(instrument);
            Map<String, Long> parts = new LinkedHashMap<>();
            bySettings.forEach((settings, pairs) -> {
                String between = carriedPairs(without.getMeasure(), settings.getCode());
                parts.put(between, (long) pairs.size());
                overlaps.part(
                        waves.quantity(instrument, settings.getCode()),
                        twice.get(settings).size(),
                        between,
                        pairs.size());
            });
            overlaps.split(any, parts);
        }
    }

    private String carriedPairs(Measure measure, String settings) {
        return waves.quantity(measure.getCode(), "pairs." + settings);
    }

    private void addCarried(ResultTable.Rows rows, Pairs whole, Pairs without, Term settings) {
        PairedDifference difference = difference(whole);
        PairedDifference rest = difference(without);
        rows.add(
                Cell.of(TwoWaves.term(whole.getMeasure())),
                Cell.of(settings),
                Cell.count(carriedPairs(without.getMeasure(), settings.getCode()), whole.size())
                        .describing(whole.describes(waves))
                        .describing(without.describes(waves)),
                Cell.number(difference.getDifference().getMean()),
                Cell.number(difference.getInterval().getLower()),
                Cell.number(difference.getInterval().getUpper()),
                Cell.number(whole.getMeasure().getMax()),
                Cell.number(rest.getDifference().getMean()),
                Cell.number(rest.getInterval().getLower()),
                Cell.number(rest.getInterval().getUpper()),
                Cell.number(without.getMeasure().getMax()));
    }

    private static List<Term> notes(String code) {
        return Collections.singletonList(Term.of("note", code));
    }
}
