/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.CareGap;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.data.StudyData;

/**
 * What the numbers of an export rest on, and nothing of who set it. Of what a site writes in its own words it holds what the report prints
 * too: where a measurement error comes from, and the name of a definition of violence.
 */
final class ExportedSettings {

    private final StudyData data;

    private final SiteSettings site;

    private ExportedSettings(StudyData data) {
        this.data = data;
        this.site = data.getSite().getSettings();
    }

    /** @return as JSON has it; null for what is not set */
    static Map<String, Object> of(StudyData data) {
        return new ExportedSettings(data).all();
    }

    private Map<String, Object> all() {
        OutcomeRegisterSettings register = data.getRegister();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("asOf", data.getAsOf().truncatedTo(ChronoUnit.SECONDS).toString());
        settings.put("softwareVersion", data.getSoftwareVersion());
        settings.put("suppressBelow", site.getStudy().getSuppressBelow());
        settings.put("reliabilityMinimumPairs", site.getStudy().getReliabilityMinimumPairs());
        settings.put(
                "planSha256", data.getPlan() == null ? null : data.getPlan().getSha256());
        settings.put(
                "planVersion", data.getPlan() == null ? null : data.getPlan().getVersion());
        settings.put("origin", register.getClock());
        settings.put("sufficientSources", register.getSufficientSources());
        settings.put("convictionLagYears", register.getConvictionLagYears());
        settings.put("horizons", register.getHorizons());
        settings.put(
                "violentDefinition",
                register.getViolentDefinition() == null
                        ? null
                        : register.getViolentDefinition().getName());
        settings.put(
                "waves",
                site.getWaves().getWaves().stream().map(ExportedSettings::wave).collect(Collectors.toList()));
        settings.put("doubleRating", ofDays("withinDays", site.getDoubleRatingWithinDays()));
        // Which pairs are known to be blind is known as far back as this.
        settings.put("readLog", ofDays("keepDays", site.getReadLogDays()));
        settings.put("careGap", careGap(site.getCareGap()));
        settings.put(
                "instruments",
                data.getSite().getInstruments().stream()
                        .collect(Collectors.toMap(
                                Instrument::getCode, this::instrument, (one, other) -> one, LinkedHashMap::new)));
        return settings;
    }

    private static Map<String, Object> wave(Wave wave) {
        Map<String, Object> offset = new LinkedHashMap<>();
        offset.put("months", wave.getOffset().getMonths());
        offset.put("days", wave.getOffset().getDays());
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("daysBefore", wave.getDaysBefore());
        window.put("daysAfter", wave.getDaysAfter());
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("code", wave.getCode());
        settings.put("instruments", wave.getInstruments());
        settings.put("countedFrom", wave.getCountedFrom());
        settings.put("offset", offset);
        settings.put("window", window);
        settings.put("phases", wave.getPhases());
        settings.put("doubleRatings", wave.getDoubleRatings());
        settings.put("secondWithinDays", wave.getSecondWithinDays());
        return settings;
    }

    private static Map<String, Object> ofDays(String name, Integer days) {
        return days == null ? null : Collections.singletonMap(name, days);
    }

    private static Map<String, Object> careGap(CareGap gap) {
        if (gap == null) {
            return null;
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("days", gap.getDays());
        settings.put("phases", gap.getPhases());
        return settings;
    }

    private Map<String, Object> instrument(Instrument instrument) {
        InstrumentSettings set = site.forInstrument(instrument.getCode());
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("options", set.getOptions());
        settings.put("omissionLimits", set.getOmissionLimits());
        settings.put("notAskedWhere", notAskedWhere(instrument));
        settings.put("indexWithinDays", set.getIndexWithinDays());
        Map<String, Object> reliability = new LinkedHashMap<>();
        set.getReliability().forEach((scale, stated) -> reliability.put(scale, reliability(stated)));
        settings.put("reliability", reliability);
        return settings;
    }

    /** @return the rules that hold, the site's or the definition's */
    private static Map<String, Map<String, Set<String>>> notAskedWhere(Instrument instrument) {
        return instrument.getDimensions().stream()
                .filter(dimension -> !dimension.getNotAskedWhere().isEmpty())
                .collect(Collectors.toMap(
                        Dimension::getCode, Dimension::getNotAskedWhere, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, Object> reliability(Reliability stated) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("sd", stated.getSd());
        settings.put("reliability", stated.getReliability());
        settings.put("source", stated.getOrigin().texts());
        return settings;
    }
}
