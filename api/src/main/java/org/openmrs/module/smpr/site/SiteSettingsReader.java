/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.ChoiceList;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.FaultReason;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.JsonNodeReader;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.SameField;
import org.openmrs.module.smpr.instrument.Scale;

/** Reads a site's settings document, or refuses it whole with every fault. The format is described in the README, "Settings of a site". */
public final class SiteSettingsReader {

    private static final int FORMAT = 1;

    /** How deep it is known what a document says something of. */
    private static final int DEPTH = 3;

    /** Labels become part of the names of concepts, for which the platform has 255 letters. */
    private static final int LONGEST_LABEL = 150;

    private final List<Instrument> instruments;

    /** @param instruments the instruments that the settings can speak of, as they are defined */
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
                json.fault("format", FaultReason.OTHER_FORMAT, FORMAT);
            }
            SiteSettings used = SiteSettings.builder()
                    .waves(null)
                    .instrumentsInUse(instrumentsInUse(json))
                    .phasesInUse(phasesInUse(json))
                    .build();
            return used.toBuilder()
                    .given(given(json))
                    .labels(labels(json))
                    .instruments(instruments(json))
                    .readLogDays(readLogDays(json))
                    .outcomeRegister(outcomeRegister(json))
                    .doubleRatingWithinDays(doubleRatingWithinDays(json))
                    .study(study(json))
                    .waves(
                            json.has("waves")
                                    ? WavePlan.read(json, instruments, codesInUse(used), used.getPhasesInUse(), true)
                                    : WavePlan.suggestedFor(used))
                    .careGap(careGap(json, used.getPhasesInUse()))
                    .aheadDays(aheadDays(json))
                    .sameField(
                            json.has("sameField") ? SameField.read(json, instruments, true) : Definitions.sameField())
                    .build();
        });
    }

    private static Set<String> given(JsonNodeReader json) {
        Set<String> given = new LinkedHashSet<>(json.paths(DEPTH));
        given.removeAll(Arrays.asList("format", "$schema"));
        return Collections.unmodifiableSet(given);
    }

    private Set<String> codesInUse(SiteSettings used) {
        return instruments.stream()
                .map(Instrument::getCode)
                .filter(used::isInUse)
                .collect(Collectors.toSet());
    }

    private Set<String> instrumentsInUse(JsonNodeReader json) {
        Set<String> known = instruments.stream().map(Instrument::getCode).collect(Collectors.toSet());
        Set<String> used = new LinkedHashSet<>(json.texts("instrumentsInUse"));
        used.stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> json.fault("instrumentsInUse", FaultReason.NO_INSTRUMENT, code));
        if (used.isEmpty() && json.has("instrumentsInUse")) {
            json.fault("instrumentsInUse", FaultReason.EMPTY);
        }
        return Collections.unmodifiableSet(used);
    }

    /** An episode begins in custody or just before release, and the flat-share is of post-prison care. */
    private static Set<String> phasesInUse(JsonNodeReader json) {
        List<String> given = json.texts("phasesInUse");
        if (!json.has("phasesInUse")) {
            return new LinkedHashSet<>(SiteSettings.PHASES);
        }
        given.stream()
                .filter(phase -> !SiteSettings.PHASES.contains(phase))
                .forEach(phase ->
                        json.fault("phasesInUse", FaultReason.NONE_OF, phase, String.join(", ", SiteSettings.PHASES)));
        if (!given.contains(CommonQuestions.CUSTODY) && !given.contains(CommonQuestions.PRE_RELEASE)) {
            json.fault("phasesInUse", FaultReason.NO_FIRST_PHASE);
        }
        if (given.contains(CommonQuestions.UCTI) && !given.contains(CommonQuestions.APC)) {
            json.fault("phasesInUse", FaultReason.UCTI_WITHOUT_APC);
        }
        Set<String> inOrder = new LinkedHashSet<>(SiteSettings.PHASES);
        inOrder.retainAll(given);
        return Collections.unmodifiableSet(inOrder);
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
            readLog.fault("keepDays", FaultReason.TOO_SMALL, 1);
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
            doubleRating.fault("withinDays", FaultReason.TOO_SMALL, 0);
        }
        doubleRating.refuseUnread();
        return days;
    }

    private static StudySettings study(JsonNodeReader json) {
        JsonNodeReader study = json.has("study") ? json.object("study") : null;
        if (study == null) {
            return StudySettings.NONE;
        }
        StudySettings.StudySettingsBuilder settings = StudySettings.builder()
                .suppressBelow(atLeast(2, study, "suppressBelow"))
                .reliabilityMinimumPairs(atLeast(2, study, "reliabilityMinimumPairs"));
        Integer days = atLeast(1, study, "exportKeptDays");
        if (days != null) {
            settings.exportKeptDays(days);
        }
        study.refuseUnread();
        return settings.build();
    }

    /** @return null where it is absent */
    private static Integer atLeast(int least, JsonNodeReader json, String key) {
        Integer number = json.optionalInteger(key);
        if (number != null && number < least) {
            json.fault(key, FaultReason.TOO_SMALL, least);
        }
        return number;
    }

    private CareGap careGap(JsonNodeReader json, Set<String> phasesInUse) {
        JsonNodeReader careGap = json.has("careGap") ? json.object("careGap") : null;
        if (careGap == null) {
            return null;
        }
        int days = careGap.integer("days");
        if (days < 1) {
            careGap.fault("days", FaultReason.TOO_SMALL, 1);
        }
        Set<String> phases = WavePlan.phases(careGap, phasesInUse);
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
            worklist.fault("aheadDays", FaultReason.TOO_SMALL, 0);
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
                        labels.fault(code, FaultReason.NO_LABEL);
                    }
                    Label label = labels.labelAsFar(code);
                    if (label.texts().values().stream().anyMatch(text -> text.length() > LONGEST_LABEL)) {
                        labels.fault(code, FaultReason.LABEL_TOO_LONG, LONGEST_LABEL);
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
                        entries.fault(code, FaultReason.NO_INSTRUMENT, code);
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
                .forEach(option -> json.fault("options", FaultReason.NO_OPTION, option));
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
                    entry.fault(other, FaultReason.NO_DIMENSION, other);
                } else {
                    answers.stream()
                            .filter(answer -> !known.find(answer).isPresent())
                            .forEach(answer -> entry.fault(other, FaultReason.NO_ANSWER, answer, other));
                }
                where.put(other, answers);
            }
            return where;
        });
        replaced.keySet().stream()
                .filter(code -> !instrument.dimension(code).isPresent())
                .forEach(code -> json.fault("notAskedWhere/" + code, FaultReason.NO_DIMENSION, code));
        return replaced;
    }

    private Map<String, Integer> indexWithinDays(JsonNodeReader json, Instrument instrument) {
        Map<String, Integer> within = json.map("indices", entry -> {
            int days = entry.integer("withinDays");
            if (days < 0) {
                entry.fault("withinDays", FaultReason.TOO_SMALL, 0);
            }
            return days;
        });
        within.keySet().stream()
                .filter(code -> instrument.getIndices().stream()
                        .noneMatch(index -> index.getCode().equals(code)))
                .forEach(code -> json.fault("indices/" + code, FaultReason.NO_INDEX, code));
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
                        entries.fault(
                                code,
                                FaultReason.TOO_MANY_OMITTED,
                                scale.getItems().size() - 1);
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
                entry.fault("sd", FaultReason.NOT_POSITIVE);
            }
            if (coefficient <= 0 || coefficient >= 1) {
                entry.fault("reliability", FaultReason.NOT_BETWEEN);
            }
            return new Reliability(sd, coefficient, entry.labelOrText("source"));
        });
        reliability.keySet().stream()
                .filter(code -> !instrument.scale(code).isPresent())
                .forEach(code -> json.fault("reliability/" + code, FaultReason.NO_SCALE, code));
        return reliability;
    }

    private static Scale scale(JsonNodeReader json, String code, Instrument instrument) {
        Scale scale = instrument.scale(code).orElse(null);
        if (scale == null) {
            json.fault(code, FaultReason.NO_SCALE, code);
        }
        return scale;
    }
}
