/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.reliability;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.statistics.Description;
import org.openmrs.module.smpr.statistics.MeasurementError;
import org.openmrs.module.smpr.statistics.agreement.IntraclassCorrelation.Form;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.measure.Measure;

/**
 * What the double ratings would let a site state of a scale's measurement error. It is an offer: it is in force only once somebody puts
 * it into the site's settings and accepts them.
 *
 * <p>The reliability is that of one rating, ICC(1); the SD that of the service's own series, the first value of each participant, whom a
 * verdict is about, and not of the few who were rated twice.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
class OfferedReliability {

    private static final int DIGITS = 4;

    Measure measure;

    /** How many pairs the reliability is from. */
    int pairs;

    Reliability reliability;

    /** @return empty where the data give no reliability between 0 and 1, or no spread */
    static Optional<OfferedReliability> of(StudyData data, Measure measure, Agreement agreement) {
        Description series = Description.of(series(data, measure).stream()
                .mapToDouble(subject -> first(data, subject, measure))
                .toArray());
        double sd = rounded(series.getSd());
        double correlation = rounded(agreement.correlation(Form.ONE_WAY_SINGLE).getValue());
        if (!(sd > 0 && correlation > 0 && correlation < 1)) {
            return Optional.empty();
        }
        return Optional.of(new OfferedReliability(
                measure,
                agreement.n(),
                new Reliability(sd, correlation, source(agreement.n(), series.getN(), data.getToday()))));
    }

    /** @return those who have a first value */
    static List<Subject> series(StudyData data, Measure measure) {
        return data.getSubjects().stream()
                .filter(subject -> !Double.isNaN(first(data, subject, measure)))
                .collect(Collectors.toList());
    }

    private static double first(StudyData data, Subject subject, Measure measure) {
        return subject.getMeasurements().stream()
                .filter(measurement -> measurement.getInstrument().equals(measure.getInstrument()))
                .mapToDouble(measurement -> Subject.value(measurement, measure, data.getMeasures()))
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double rounded(double value) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? Double.NaN
                : BigDecimal.valueOf(value)
                        .setScale(DIGITS, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }

    private static Label source(int pairs, int inSeries, LocalDate day) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "en",
                "our record on " + day + ": ICC(1) of one rating, from " + pairs
                        + " pairs rated blind; SD of the first values of " + inSeries + " participants");
        texts.put(
                "fr",
                "notre dossier au " + day + "\u00a0: ICC(1) d’une cotation, sur " + pairs
                        + " paires cotées en aveugle\u00a0; écart-type des premières valeurs de " + inSeries
                        + " participants");
        return new Label(texts);
    }

    MeasurementError error() {
        return new MeasurementError(reliability.getSd(), reliability.getReliability());
    }

    /** @return as it would stand in the site's settings, from their top on */
    String json() {
        ObjectNode stated = JsonNodeFactory.instance.objectNode();
        stated.put("sd", reliability.getSd());
        stated.put("reliability", reliability.getReliability());
        ObjectNode source = stated.putObject("source");
        reliability.getOrigin().texts().forEach(source::put);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("instruments")
                .putObject(measure.getInstrument())
                .putObject("reliability")
                .set(measure.getScale(), stated);
        return document.toString();
    }
}
