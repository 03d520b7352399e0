/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.ucti;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.statistics.balance.StandardizedDifference;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.plan.PlannedUctiEffect;
import org.openmrs.module.smpr.study.result.Term;

/** What is known of a participant beforehand: his age, or a measure of a wave. */
final class Covariate {

    private final StudyData data;

    private final String wave;

    /** Null for the age. */
    private final Measure measure;

    private Covariate(StudyData data, String wave, Measure measure) {
        this.data = data;
        this.wave = wave;
        this.measure = measure;
    }

    /** @return those asked for, in order; the measures must be known */
    static List<Covariate> of(StudyData data, PlannedUctiEffect asked) {
        return asked.getCovariates().stream()
                .map(code -> new Covariate(
                        data,
                        asked.getWave(),
                        code.equals(PlannedUctiEffect.AGE)
                                ? null
                                : data.getMeasures().find(code).get()))
                .collect(Collectors.toList());
    }

    Term term() {
        return measure == null ? Term.of("variable", Quantities.AGE) : Term.of(measure.getCode(), measure.getLabel());
    }

    /** @return that which people are described in by it */
    String what() {
        return measure == null ? Quantities.AGE : Quantities.value(wave, measure);
    }

    /** @return whether it is a level, of which there is no mean */
    boolean isLevel() {
        return measure != null && measure.getKind() == Measure.Kind.JUDGEMENT;
    }

    /**
     * @param latest null for any
     * @return NaN where there is none, or it was measured later
     */
    double value(Subject subject, LocalDate latest) {
        if (measure == null) {
            return subject.getAge() == null ? Double.NaN : subject.getAge();
        }
        return subject.at(wave, measure.getInstrument())
                .filter(measurement -> isBy(measurement, latest))
                .map(measurement -> Subject.value(measurement, measure, data.getMeasures()))
                .orElse(Double.NaN);
    }

    private static boolean isBy(Measurement measurement, LocalDate latest) {
        return latest == null || !measurement.getDay().isAfter(latest);
    }

    /** How far two groups lie apart in it, weighted; of a level without a sign. */
    double standardizedDifference(boolean[] treated, double[] values, double... weights) {
        return isLevel()
                ? StandardizedDifference.categorical(
                        treated,
                        Arrays.stream(values).mapToInt(value -> (int) value).toArray(),
                        measure.getLevels().size(),
                        weights)
                : StandardizedDifference.continuous(treated, values, weights);
    }
}
