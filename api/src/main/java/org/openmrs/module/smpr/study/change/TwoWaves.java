/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.plan.PlannedChange;
import org.openmrs.module.smpr.study.result.Term;

/** Two waves, and what of them is compared: every table of the change between them is made from this. */
@Getter
final class TwoWaves {

    private final StudyData data;

    /** The codes of the waves. */
    private final String from;

    private final String to;

    /** Sums and indices, in the order of the request. */
    private final List<Measure> measures;

    private final List<Measure> judgements;

    /** What was asked and is no measure at the site. */
    private final List<String> unknown;

    private final Map<String, List<Rated>> rated = new LinkedHashMap<>();

    private final Map<String, Pairs> pairs = new LinkedHashMap<>();

    TwoWaves(StudyData data, PlannedChange asked) {
        this.data = data;
        this.from = asked.getFrom();
        this.to = asked.getTo();
        List<Measure> known = new ArrayList<>();
        List<String> notKnown = new ArrayList<>();
        for (String code : asked.getMeasures()) {
            Measure measure = data.getMeasures().find(code).orElse(null);
            if (measure == null) {
                notKnown.add(code);
            } else {
                known.add(measure);
            }
        }
        // A level is no number, whoever asks for its mean.
        this.measures = Collections.unmodifiableList(
                known.stream().filter(measure -> !isJudgement(measure)).collect(Collectors.toList()));
        List<Measure> levels = known.stream().filter(TwoWaves::isJudgement).collect(Collectors.toList());
        if (asked.isJudgements()) {
            instruments(data, from, to).stream()
                    .flatMap(instrument -> data.getMeasures().of(instrument).stream())
                    .filter(measure -> isJudgement(measure) && !levels.contains(measure))
                    .forEach(levels::add);
        }
        this.judgements = Collections.unmodifiableList(levels);
        this.unknown = Collections.unmodifiableList(notKnown);
    }

    /** @return the codes of the instruments of both waves; empty where one of them is none of the site's */
    static List<String> instruments(StudyData data, String from, String to) {
        List<String> instruments =
                new ArrayList<>(data.wave(from).map(Wave::getInstruments).orElse(Collections.emptySet()));
        instruments.retainAll(data.wave(to).map(Wave::getInstruments).orElse(Collections.emptySet()));
        return instruments;
    }

    private static boolean isJudgement(Measure measure) {
        return measure.getKind() == Measure.Kind.JUDGEMENT;
    }

    /** @return of all that is compared, the codes of the instruments */
    List<String> instruments() {
        List<Measure> all = new ArrayList<>(measures);
        all.addAll(judgements);
        return all.stream().map(Measure::getInstrument).distinct().collect(Collectors.toList());
    }

    Term wave(String code) {
        return data.wave(code)
                .map(wave -> Term.of(wave.getCode(), wave.getLabel()))
                .orElseGet(() -> Term.ofCode(code));
    }

    static Term term(Measure measure) {
        return Term.of(measure.getCode(), measure.getLabel());
    }

    /** @return the name of something that is counted of these two waves and what it is counted of: a measure, an instrument */
    String quantity(String of, String what) {
        return String.join(".", ChangeAnalysis.CODE, from, to, of, what);
    }

    /** @return all participants, with what was made of them with the instrument */
    List<Rated> rated(String instrument) {
        return rated.computeIfAbsent(
                instrument,
                code -> data.getSubjects().stream()
                        .map(subject -> rated(subject, code))
                        .collect(Collectors.toList()));
    }

    /** @return those with whom it was made twice, by the settings of both */
    SortedMap<Settings, List<Rated>> twiceBySettings(String instrument) {
        return rated(instrument).stream()
                .filter(Rated::isTwice)
                .collect(Collectors.groupingBy(Settings::of, TreeMap::new, Collectors.toList()));
    }

    private Rated rated(Subject subject, String instrument) {
        Measurement first = subject.at(from, instrument).orElse(null);
        Measurement second = subject.at(to, instrument).orElse(null);
        return new Rated(subject, first, second, lacking(subject, instrument, first, second));
    }

    private NoPair lacking(Subject subject, String instrument, Measurement first, Measurement second) {
        if (first == null) {
            return second == null ? NoPair.NOT_AT_EITHER : NoPair.NOT_AT_FIRST;
        }
        if (second != null) {
            return null;
        }
        boolean stopped = subject.getLastDay().isBefore(data.getToday());
        return NoPair.atSecond(
                stopped
                        ? null
                        : subject.getWaves().stream()
                                .filter(state -> !state.isSecond()
                                        && state.getWave().equals(to)
                                        && state.getInstrument().equals(instrument))
                                .findFirst()
                                .orElse(null));
    }

    Pairs pairs(Measure measure) {
        return pairs.computeIfAbsent(
                measure.getCode(), code -> new Pairs(rated(measure.getInstrument()), measure, data.getMeasures()));
    }
}
