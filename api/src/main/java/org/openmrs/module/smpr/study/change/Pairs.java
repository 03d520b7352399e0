/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.measure.Measures;
import org.openmrs.module.smpr.study.result.Described;

/** Those of whom a measure has a value at both waves, by one edition, and how many have not, and why. */
@Getter
final class Pairs {

    private final Measure measure;

    private final List<Rated> pairs = new ArrayList<>();

    /** Those reasons that hold for somebody. */
    private final Map<NoPair, Long> lacking = new EnumMap<>(NoPair.class);

    private final Measures measures;

    /** @param rated all participants, with the instrument of the measure */
    Pairs(List<Rated> rated, Measure measure, Measures measures) {
        this.measure = measure;
        this.measures = measures;
        for (Rated one : rated) {
            NoPair reason = one.isTwice() ? lacking(one) : one.getLacking();
            if (reason == null) {
                pairs.add(one);
            } else {
                lacking.merge(reason, 1L, Long::sum);
            }
        }
    }

    private Pairs(List<Rated> pairs, Pairs of) {
        this.measure = of.measure;
        this.measures = of.measures;
        this.pairs.addAll(pairs);
    }

    private NoPair lacking(Rated rated) {
        for (Measurement measurement : new Measurement[] {rated.getFirst(), rated.getSecond()}) {
            if (Double.isNaN(value(measurement))) {
                return NoPair.of(measurement.noValue(measure));
            }
        }
        return rated.getFirst()
                        .getCircumstances()
                        .mayBeOfAnotherEditionThan(rated.getSecond().getCircumstances())
                ? NoPair.OTHER_EDITION
                : null;
    }

    /** @return the same of some of the pairs alone, and of nobody who gives none */
    Pairs only(List<Rated> some) {
        return new Pairs(some, this);
    }

    int size() {
        return pairs.size();
    }

    long missing() {
        return lacking.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<NoPair, Long> getLacking() {
        return Collections.unmodifiableMap(lacking);
    }

    /** @return that numbers describe them at both waves, and in how far these lie apart: of each two the third follows */
    Described[] describes(TwoWaves waves) {
        return waves.getData()
                .describing(
                        pairs.stream().map(Rated::getSubject).collect(Collectors.toList()),
                        Quantities.value(waves.getFrom(), measure),
                        Quantities.value(waves.getTo(), measure),
                        Quantities.change(waves.getFrom(), waves.getTo(), measure));
    }

    double first(Rated pair) {
        return value(pair.getFirst());
    }

    double second(Rated pair) {
        return value(pair.getSecond());
    }

    double[] firsts() {
        return values(this::first);
    }

    double[] seconds() {
        return values(this::second);
    }

    private double[] values(ToDoubleFunction<Rated> value) {
        return pairs.stream().mapToDouble(value).toArray();
    }

    private double value(Measurement measurement) {
        return Subject.value(measurement, measure, measures);
    }
}
