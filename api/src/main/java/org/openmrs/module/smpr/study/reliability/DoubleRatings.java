/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.reliability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.plan.PlannedReliability;
import org.openmrs.module.smpr.study.result.Term;

/** What is asked of the double ratings, and the pairs that answer it: every table of reliability is made from this. */
@Getter
final class DoubleRatings {

    private final StudyData data;

    /** Of the measures that are asked for, in their order. */
    private final List<InstrumentPairs> instruments;

    /** Those that one assessment has by itself: an index takes a second, which nobody rates for it. */
    private final List<Measure> measures;

    /** What was asked and is none of them. */
    private final List<String> unknown;

    private final Map<String, Agreement> agreements = new LinkedHashMap<>();

    DoubleRatings(StudyData data, PlannedReliability asked) {
        this.data = data;
        List<Measure> known = new ArrayList<>();
        List<String> notKnown = new ArrayList<>();
        for (String code : asked.getMeasures()) {
            Measure measure = data.getMeasures()
                    .find(code)
                    .filter(found -> found.getKind() != Measure.Kind.INDEX)
                    .orElse(null);
            if (measure == null) {
                notKnown.add(code);
            } else {
                known.add(measure);
            }
        }
        this.measures = Collections.unmodifiableList(known);
        this.unknown = Collections.unmodifiableList(notKnown);
        this.instruments = Collections.unmodifiableList(known.stream()
                .map(Measure::getInstrument)
                .distinct()
                .map(instrument -> new InstrumentPairs(data, instrument))
                .collect(Collectors.toList()));
    }

    /** @return of the instruments that have a pair */
    List<Measure> sums() {
        return of(Measure.Kind.SCALE);
    }

    List<Measure> judgements() {
        return of(Measure.Kind.JUDGEMENT);
    }

    private List<Measure> of(Measure.Kind kind) {
        return measures.stream()
                .filter(measure ->
                        measure.getKind() == kind && !pairs(measure).getUsed().isEmpty())
                .collect(Collectors.toList());
    }

    InstrumentPairs pairs(Measure measure) {
        return instruments.stream()
                .filter(pairs -> pairs.getInstrument().equals(measure.getInstrument()))
                .findFirst()
                .get();
    }

    Agreement agreement(Measure measure) {
        return agreements.computeIfAbsent(
                measure.getCode(),
                code -> new Agreement(
                        pairs(measure),
                        assessment ->
                                data.getMeasures().measure(assessment, measure).getValue()));
    }

    static Term term(Measure measure) {
        return Term.of(measure.getCode(), measure.getLabel());
    }

    /** @return the name of something that is counted of a measure, an instrument or an item */
    static String quantity(String of, String what) {
        return String.join(".", ReliabilityAnalysis.CODE, of, what);
    }
}
