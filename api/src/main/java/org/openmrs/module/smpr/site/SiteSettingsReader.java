/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.smpr.instrument.ChoiceList;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.JsonNodeReader;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.SameField;
import org.openmrs.module.smpr.instrument.Scale;

/** Reads a site's settings document, or refuses it whole with every fault. The format is described in the README, "Settings of a site". */
public final class SiteSettingsReader {

    private static final int FORMAT = 1;

    /** Labels become part of the names of concepts, for which the platform has 255 letters. */
    private static final int LONGEST_LABEL = 150;

    private final List<Instrument> instruments;

    /** @param instruments the instruments that the settings can speak of, as shipped */
    public SiteSettingsReader(List<Instrument> instruments) {
        this.instruments = instruments;
    }

    /**
     * @param source what the document is called, for the message
     * @param text the document
     * @throws DefinitionException naming every fault
     */
    public SiteSettings read(String source, String text) {
        return JsonNodeReader.read(source, text, json -> {
            if (json.integer("format") != FORMAT) {
                json.fault("format", "this version of the module reads format " + FORMAT);
            }
            return SiteSettings.builder()
                    .labels(labels(json))
                    .instruments(instruments(json))
                    .readLogDays(readLogDays(json))
                    .outcomeRegister(outcomeRegister(json))
                    .doubleRatingWithinDays(doubleRatingWithinDays(json))
                    .waves(json.has("waves") ? WavePlan.read(json, instruments, true) : WavePlan.suggested())
                    .careGap(careGap(json))
                    .aheadDays(aheadDays(json))
                    .sameField(
                            json.has("sameField") ? SameField.read(json, instruments, true) : Definitions.sameField())
                    .build();
        });
    }

    private static OutcomeRegisterSettings outcomeRegister(JsonNodeReader json) {
        JsonNodeReader register = json.has("outcomeRegister") ? json.object("outcomeRegister") : null;
        return register == null ? OutcomeRegisterSettings.NONE : new OutcomeRegisterReader(register).read();
    }

    private Integer readLogDays(JsonNodeReader json) {
        JsonNodeReader readLog = json.has("readLog") ? json.object("readLog") : null;
        if (readLog == null) {
            return null;
        }
        int days = readLog.integer("keepDays");
        if (days < 1) {
            readLog.fault("keepDays", "is 1 or more");
        }
        readLog.refuseUnread();
        return days;
    }

    private Integer doubleRatingWithinDays(JsonNodeReader json) {
        JsonNodeReader doubleRating = json.has("doubleRating") ? json.object("doubleRating") : null;
        if (doubleRating == null) {
            return null;
        }
        int days = doubleRating.integer("withinDays");
        if (days < 0) {
            doubleRating.fault("withinDays", "is 0 or more");
        }
        doubleRating.refuseUnread();
        return days;
    }

    private CareGap careGap(JsonNodeReader json) {
        JsonNodeReader careGap = json.has("careGap") ? json.object("careGap") : null;
        if (careGap == null) {
            return null;
        }
        int days = careGap.integer("days");
        if (days < 1) {
            careGap.fault("days", "is 1 or more");
        }
        Set<String> phases = WavePlan.phases(careGap);
        careGap.refuseUnread();
        return new CareGap(days, phases);
    }

    private int aheadDays(JsonNodeReader json) {
        JsonNodeReader worklist = json.has("worklist") ? json.object("worklist") : null;
        if (worklist == null) {
            return SiteSettings.AHEAD_DAYS;
        }
        int days = worklist.integer("aheadDays");
        if (days < 0) {
            worklist.fault("aheadDays", "is 0 or more");
        }
        worklist.refuseUnread();
        return days;
    }

    private Map<String, Label> labels(JsonNodeReader json) {
        Map<String, Label> replaced = new LinkedHashMap<>();
        if (json.has("labels")) {
            JsonNodeReader labels = json.object("labels");
            if (labels != null) {
                Set<String> known = new LinkedHashSet<>();
                instruments.forEach(instrument -> known.addAll(instrument.labelCodes()));
                for (String code : labels.keys()) {
                    if (!known.contains(code)) {
                        labels.fault(code, "no instrument has a label of this code");
                    }
                    Label label = labels.labelAsFar(code);
                    if (label.texts().values().stream().anyMatch(text -> text.length() > LONGEST_LABEL)) {
                        labels.fault(code, "a label has at most " + LONGEST_LABEL + " letters");
                    }
                    replaced.put(code, label);
                }
            }
        }
        return replaced;
    }

    private Map<String, InstrumentSettings> instruments(JsonNodeReader json) {
        Map<String, InstrumentSettings> settings = new LinkedHashMap<>();
        if (json.has("instruments")) {
            JsonNodeReader entries = json.object("instruments");
            if (entries != null) {
                for (String code : entries.keys()) {
                    JsonNodeReader entry = entries.object(code);
                    Instrument instrument = instruments.stream()
                            .filter(i -> i.getCode().equals(code))
                            .findFirst()
                            .orElse(null);
                    if (instrument == null) {
                        entries.fault(code, "is not an instrument of this module");
                    } else if (entry != null) {
                        settings.put(code, instrument(entry, instrument));
                        entry.refuseUnread();
                    }
                }
            }
        }
        return settings;
    }

    private InstrumentSettings instrument(JsonNodeReader json, Instrument instrument) {
        Set<String> options = new LinkedHashSet<>(json.texts("options"));
        options.stream()
                .filter(option -> !instrument.getOptions().containsKey(option))
                .forEach(option -> json.fault("options", "\"" + option + "\" is not an option of the instrument"));
        return InstrumentSettings.builder()
                .options(options)
                .omissionLimits(omissionLimits(json, instrument))
                .reliability(reliability(json, instrument))
                .notAskedWhere(notAskedWhere(json, instrument))
                .indexWithinDays(indexWithinDays(json, instrument))
                .build();
    }

    private Map<String, Map<String, Set<String>>> notAskedWhere(JsonNodeReader json, Instrument instrument) {
        Map<String, Map<String, Set<String>>> replaced = json.map("notAskedWhere", entry -> {
            Map<String, Set<String>> where = new LinkedHashMap<>();
            for (String other : entry.keys()) {
                Set<String> answers = new LinkedHashSet<>(entry.texts(other));
                ChoiceList known = instrument
                        .dimension(other)
                        .map(dimension -> instrument.choiceList(dimension.getChoices()))
                        .orElse(null);
                if (known == null) {
                    entry.fault(other, "is not a dimension of the instrument");
                } else {
                    answers.stream()
                            .filter(answer -> !known.find(answer).isPresent())
                            .forEach(answer -> entry.fault(other, "\"" + answer + "\" is not an answer of it"));
                }
                where.put(other, answers);
            }
            return where;
        });
        replaced.keySet().stream()
                .filter(code -> !instrument.dimension(code).isPresent())
                .forEach(code -> json.fault("notAskedWhere/" + code, "is not a dimension of the instrument"));
        return replaced;
    }

    private Map<String, Integer> indexWithinDays(JsonNodeReader json, Instrument instrument) {
        Map<String, Integer> within = json.map("indices", entry -> {
            int days = entry.integer("withinDays");
            if (days < 0) {
                entry.fault("withinDays", "is 0 or more");
            }
            return days;
        });
        within.keySet().stream()
                .filter(code -> instrument.getIndices().stream()
                        .noneMatch(index -> index.getCode().equals(code)))
                .forEach(code -> json.fault("indices/" + code, "is not an index of the instrument"));
        return within;
    }

    private Map<String, Integer> omissionLimits(JsonNodeReader json, Instrument instrument) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        if (json.has("omissionLimits")) {
            JsonNodeReader entries = json.object("omissionLimits");
            if (entries != null) {
                for (String code : entries.keys()) {
                    Integer limit = entries.optionalInteger(code);
                    Scale scale = scale(entries, code, instrument);
                    if (scale != null && (limit < 0 || limit >= scale.getItems().size())) {
                        entries.fault(code, "0 to " + (scale.getItems().size() - 1) + " items can be omitted");
                    }
                    limits.put(code, limit);
                }
            }
        }
        return limits;
    }

    private Map<String, Reliability> reliability(JsonNodeReader json, Instrument instrument) {
        Map<String, Reliability> reliability = json.map("reliability", entry -> {
            double sd = entry.number("sd");
            double coefficient = entry.number("reliability");
            if (sd <= 0) {
                entry.fault("sd", "is above 0");
            }
            if (coefficient <= 0 || coefficient >= 1) {
                entry.fault("reliability", "lies between 0 and 1");
            }
            return new Reliability(sd, coefficient, entry.labelOrText("source"));
        });
        reliability.keySet().stream()
                .filter(code -> !instrument.scale(code).isPresent())
                .forEach(code -> json.fault("reliability/" + code, "is not a scale of the instrument"));
        return reliability;
    }

    private static Scale scale(JsonNodeReader json, String code, Instrument instrument) {
        Scale scale = instrument.scale(code).orElse(null);
        if (scale == null) {
            json.fault(code, "is not a scale of the instrument");
        }
        return scale;
    }
}
