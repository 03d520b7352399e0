/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.instrument.FaultReason;
import org.openmrs.module.smpr.instrument.JsonNodeReader;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;
import org.openmrs.module.smpr.site.OutcomeSource;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.measure.Measures;

/** Reads a plan of analysis, or refuses it whole with every fault. The format is described in the README, "The study". */
public final class StudyPlanReader {

    private static final int FORMAT = 1;

    private static final int MOST_MONTHS = 600;

    private static final int MOST_DAYS = 3660;

    private static final int LONGEST_LAG = 20;

    private static final int LONGEST_TEXT = 255;

    /** What the database keeps of the name of a definition of violence. */
    private static final int LONGEST_NAME = 100;

    private static final int OLDEST = 120;

    private static final List<Integer> HORIZONS = Collections.unmodifiableList(Arrays.asList(12, 24, 36, 48, 60));

    private final Measures measures;

    private final List<String> waves;

    /** @param site whose instruments and waves the plan can speak of */
    public StudyPlanReader(Site site) {
        this.measures = new Measures(site.getInstruments());
        this.waves = site.getSettings().getWaves().getWaves().stream()
                .map(Wave::getCode)
                .collect(Collectors.toList());
    }

    /**
     * @param source what the document is called, for the message
     * @param text the document
     * @throws DefinitionException naming every fault
     */
    public StudyPlan read(String source, String text) {
        return JsonNodeReader.read(source, text, json -> {
            if (json.integer("format") != FORMAT) {
                json.fault("format", FaultReason.OTHER_FORMAT, FORMAT);
            }
            StudyPlan.StudyPlanBuilder plan = StudyPlan.builder()
                    .title(json.label("title"))
                    .date(json.day("date"))
                    .protocol(shortText(json, "protocol", LONGEST_TEXT))
                    .eligibility(eligibility(json));
            StudyDefinitions definitions = definitions(json);
            plan.definitions(definitions);
            JsonNodeReader analyses = json.object("analyses");
            if (analyses != null) {
                readAnalyses(analyses, definitions, plan);
                analyses.refuseUnread();
            }
            return plan.build();
        });
    }

    private static String shortText(JsonNodeReader json, String key, int longest) {
        String text = json.text(key);
        if (text.length() > longest) {
            json.fault(key, FaultReason.TOO_LONG, longest);
        }
        return text;
    }

    private static Eligibility eligibility(JsonNodeReader json) {
        JsonNodeReader part = json.object("eligibility");
        if (part == null) {
            return null;
        }
        Eligibility eligibility = new Eligibility(
                part.optionalDay("releasedFrom"),
                part.optionalDay("releasedUntil"),
                part.optionalInteger("minimumAge"),
                criteria(part));
        Integer age = eligibility.getMinimumAge();
        if (age != null && (age < 0 || age > OLDEST)) {
            part.fault("minimumAge", FaultReason.OUT_OF_RANGE, 0, OLDEST);
        }
        if (eligibility.getReleasedFrom() != null
                && eligibility.getReleasedUntil() != null
                && eligibility.getReleasedUntil().isBefore(eligibility.getReleasedFrom())) {
            part.fault("releasedUntil", FaultReason.ENDS_BEFORE_IT_BEGINS);
        }
        part.refuseUnread();
        return eligibility;
    }

    private static List<Criterion> criteria(JsonNodeReader json) {
        Set<String> codes = new LinkedHashSet<>();
        return Collections.unmodifiableList(json.objects("criteria", entry -> {
            String code = entry.text("code");
            if (!code.isEmpty() && !code.matches("[A-Za-z0-9-]{1,31}")) {
                entry.fault("code", FaultReason.NO_CODE, code);
            } else if (!code.isEmpty() && !codes.add(code)) {
                entry.fault("code", FaultReason.CODE_TWICE, code);
            }
            return new Criterion(code, constant(entry, "kind", Criterion.Kind.class), entry.label("label"));
        }));
    }

    private StudyDefinitions definitions(JsonNodeReader json) {
        JsonNodeReader part = json.object("definitions");
        if (part == null) {
            return null;
        }
        StudyDefinitions definitions = new StudyDefinitions(
                constant(part, "origin", ClockStart.class),
                sufficientSources(part),
                part.has("violentDefinition") ? shortText(part, "violentDefinition", LONGEST_NAME) : null,
                part.optionalInteger("convictionLagYears"),
                part.has("horizons") ? risingMonths(part) : HORIZONS,
                wavesInOrder(part));
        Integer lag = definitions.getConvictionLagYears();
        if (lag != null && (lag < 0 || lag > LONGEST_LAG)) {
            part.fault("convictionLagYears", FaultReason.OUT_OF_RANGE, 0, LONGEST_LAG);
        }
        part.refuseUnread();
        return definitions;
    }

    private static Set<OutcomeSource> sufficientSources(JsonNodeReader json) {
        if (!json.has("sufficientSources")) {
            json.fault("sufficientSources", FaultReason.MISSING);
        }
        Set<OutcomeSource> sources = new LinkedHashSet<>();
        List<String> known = names(OutcomeSource.class);
        for (String code : json.texts("sufficientSources")) {
            if (known.contains(code)) {
                sources.add(OutcomeSource.valueOf(code));
            } else {
                json.fault("sufficientSources", FaultReason.NONE_OF, code, String.join(", ", known));
            }
        }
        return Collections.unmodifiableSet(sources);
    }

    private static List<Integer> risingMonths(JsonNodeReader json) {
        List<Integer> months = json.integers("horizons");
        for (int i = 0; i < months.size(); i++) {
            if (months.get(i) < 1 || months.get(i) > MOST_MONTHS || i > 0 && months.get(i) <= months.get(i - 1)) {
                json.fault("horizons/" + i, FaultReason.FALLING_MONTHS, MOST_MONTHS);
            }
        }
        return Collections.unmodifiableList(months);
    }

    private List<String> wavesInOrder(JsonNodeReader json) {
        List<String> codes = codes(json, "waves");
        int last = -1;
        for (String code : codes) {
            int place = waves.indexOf(code);
            if (place < 0) {
                json.fault("waves", FaultReason.NO_WAVE, code);
            } else if (place < last) {
                json.fault("waves", FaultReason.WAVES_NOT_IN_ORDER);
            }
            last = Math.max(last, place);
        }
        return codes;
    }

    private void readAnalyses(JsonNodeReader json, StudyDefinitions definitions, StudyPlan.StudyPlanBuilder plan) {
        List<PlannedSurvival> primary = new ArrayList<>();
        plan.survival(each(json, "survival", entry -> survival(entry, definitions, primary)))
                .primary(primary.isEmpty() ? null : primary.get(0))
                .change(each(json, "change", entry -> change(entry, definitions)))
                .validity(each(json, "validity", entry -> validity(entry, definitions)))
                .addedValue(each(json, "addedValue", entry -> addedValue(entry, definitions)))
                .reliability(reliability(json))
                .implementation(
                        json.flag("implementation") && definitions != null
                                ? new PlannedImplementation(
                                        Collections.unmodifiableSet(new LinkedHashSet<>(definitions.getWaves())))
                                : null)
                .uctiEffect(uctiEffect(json, definitions));
    }

    private static <T extends PlannedAnalysis> List<T> each(
            JsonNodeReader json, String key, Function<JsonNodeReader, T> reading) {
        Set<T> known = new LinkedHashSet<>();
        return Collections.unmodifiableList(json.objects(key, entry -> {
            T analysis = reading.apply(entry);
            if (entry.flawless() && !known.add(analysis)) {
                entry.fault(FaultReason.ANALYSIS_TWICE);
            }
            return analysis;
        }));
    }

    private static PlannedSurvival survival(
            JsonNodeReader json, StudyDefinitions definitions, List<PlannedSurvival> primary) {
        PlannedSurvival survival = new PlannedSurvival(counted(json, definitions), horizons(json, definitions, true));
        if (json.flag("primary")) {
            if (!primary.isEmpty()) {
                json.fault("primary", FaultReason.SEVERAL_PRIMARY);
            }
            primary.add(survival);
        }
        return survival;
    }

    private PlannedChange change(JsonNodeReader json, StudyDefinitions definitions) {
        PlannedChange change = new PlannedChange(
                wave(json, "from", definitions),
                wave(json, "to", definitions),
                Collections.unmodifiableSet(new LinkedHashSet<>(json.texts("measures"))),
                json.flag("judgements"));
        if (definitions != null
                && definitions.getWaves().contains(change.getFrom())
                && definitions.getWaves().contains(change.getTo())
                && definitions.getWaves().indexOf(change.getTo())
                        <= definitions.getWaves().indexOf(change.getFrom())) {
            json.fault("to", FaultReason.NO_LATER_WAVE);
        }
        for (String code : change.getMeasures()) {
            Measure measure = measure(json, "measures", code);
            if (measure != null && measure.getKind() == Measure.Kind.JUDGEMENT) {
                json.fault("measures", FaultReason.MEASURE_IS_JUDGEMENT, code);
            } else if (measure != null && measure.isWithFixedItems()) {
                json.fault("measures", FaultReason.MEASURE_NEVER_CHANGES, code);
            }
        }
        if (change.getMeasures().isEmpty() && !change.isJudgements()) {
            json.fault(FaultReason.NOTHING_COMPARED);
        }
        return change;
    }

    private PlannedValidity validity(JsonNodeReader json, StudyDefinitions definitions) {
        String code = json.text("measure");
        Direction higher = Direction.valueOf(json.oneOf("higher", Direction.RISK.name(), Direction.PROTECTION.name()));
        Measure measure = measure(json, "measure", code);
        if (measure != null
                && measure.getHigher() != null
                && measure.getHigher() != Direction.SEVERITY
                && measure.getHigher() != higher) {
            json.fault("higher", FaultReason.OTHER_DIRECTION, code, measure.getHigher());
        }
        Set<Integer> months = new LinkedHashSet<>();
        String wave = wave(json, "wave", definitions);
        Counted counted = counted(json, definitions);
        horizons(json, definitions, false).forEach(horizon -> months.add(horizon.getMonths()));
        return new PlannedValidity(code, higher, wave, counted, Collections.unmodifiableSet(months));
    }

    private PlannedAddedValue addedValue(JsonNodeReader json, StudyDefinitions definitions) {
        PlannedAddedValue value = new PlannedAddedValue(
                json.text("base"),
                json.text("added"),
                wave(json, "wave", definitions),
                counted(json, definitions),
                horizon(json, definitions));
        measure(json, "base", value.getBase());
        measure(json, "added", value.getAdded());
        if (!value.getAdded().isEmpty() && value.getAdded().equals(value.getBase())) {
            json.fault("added", FaultReason.SAME_MEASURE);
        }
        return value;
    }

    private PlannedReliability reliability(JsonNodeReader json) {
        JsonNodeReader part = json.has("reliability") ? json.object("reliability") : null;
        if (part == null) {
            return null;
        }
        Set<String> codes = new LinkedHashSet<>(codes(part, "measures"));
        codes.forEach(code -> measure(part, "measures", code));
        part.refuseUnread();
        return new PlannedReliability(Collections.unmodifiableSet(codes));
    }

    private PlannedUctiEffect uctiEffect(JsonNodeReader json, StudyDefinitions definitions) {
        JsonNodeReader part = json.has("uctiEffect") ? json.object("uctiEffect") : null;
        if (part == null) {
            return null;
        }
        Set<String> covariates = new LinkedHashSet<>(codes(part, "covariates"));
        boolean measured = false;
        for (String code : covariates) {
            if (!code.equals(PlannedUctiEffect.AGE)) {
                measured = true;
                measure(part, "covariates", code);
            }
        }
        int days = part.integer("landmarkDays");
        if (days < 0 || days > MOST_DAYS) {
            part.fault("landmarkDays", FaultReason.OUT_OF_RANGE, 0, MOST_DAYS);
        }
        PlannedUctiEffect effect = new PlannedUctiEffect(
                days,
                Collections.unmodifiableSet(covariates),
                measured || part.has("wave") ? wave(part, "wave", definitions) : null,
                counted(part, definitions),
                horizon(part, definitions));
        part.refuseUnread();
        return effect;
    }

    /** @return a list of texts that must be there, with one at least */
    private static List<String> codes(JsonNodeReader json, String key) {
        List<String> codes = json.texts(key);
        if (codes.isEmpty()) {
            json.fault(key, json.has(key) ? FaultReason.EMPTY : FaultReason.MISSING);
        }
        return Collections.unmodifiableList(codes);
    }

    /** @return the measure; null where there is none such, which is noted unless the code itself is faulty */
    private Measure measure(JsonNodeReader json, String key, String code) {
        Measure measure = measures.find(code).orElse(null);
        if (measure == null && !code.isEmpty()) {
            json.fault(key, FaultReason.NO_MEASURE, code);
        }
        return measure;
    }

    private static String wave(JsonNodeReader json, String key, StudyDefinitions definitions) {
        String code = json.text(key);
        if (!code.isEmpty() && definitions != null && !definitions.getWaves().contains(code)) {
            json.fault(key, FaultReason.NO_WAVE_OF_PLAN, code);
        }
        return code;
    }

    private static Counted counted(JsonNodeReader json, StudyDefinitions definitions) {
        Counted counted = constant(json, "counted", Counted.class);
        if (counted.isViolent() && definitions != null && definitions.getViolentDefinition() == null) {
            json.fault("counted", FaultReason.NO_VIOLENCE_DEFINED);
        }
        return counted;
    }

    private static int horizon(JsonNodeReader json, StudyDefinitions definitions) {
        int months = json.integer("horizon");
        if (months < 1 || months > MOST_MONTHS) {
            json.fault("horizon", FaultReason.OUT_OF_RANGE, 1, MOST_MONTHS);
        } else {
            refuseOther("horizon", months, json, definitions);
        }
        return months;
    }

    private static Set<StudyHorizon> horizons(JsonNodeReader json, StudyDefinitions definitions, boolean endOfCareToo) {
        Set<StudyHorizon> horizons = new LinkedHashSet<>();
        List<Object> given = json.textsAndIntegers("horizons");
        if (given.isEmpty()) {
            json.fault("horizons", json.has("horizons") ? FaultReason.EMPTY : FaultReason.MISSING);
        }
        for (int i = 0; i < given.size(); i++) {
            String place = "horizons/" + i;
            StudyHorizon horizon = horizon(given.get(i));
            if (horizon == null) {
                json.fault(place, FaultReason.NO_HORIZON, 1, MOST_MONTHS);
            } else if (horizon.isEndOfCare() && !endOfCareToo) {
                json.fault(place, FaultReason.NO_WHOLE_NUMBER);
            } else if (!horizons.add(horizon)) {
                json.fault(place, FaultReason.TWICE, horizon);
            } else if (!horizon.isEndOfCare()) {
                refuseOther(place, horizon.getMonths(), json, definitions);
            }
        }
        return Collections.unmodifiableSet(horizons);
    }

    /** @return null where it is none */
    private static StudyHorizon horizon(Object given) {
        if (StudyHorizon.END_OF_CARE.getCode().equals(given)) {
            return StudyHorizon.END_OF_CARE;
        }
        boolean months = given instanceof Integer && (Integer) given >= 1 && (Integer) given <= MOST_MONTHS;
        return months ? StudyHorizon.ofMonths((Integer) given) : null;
    }

    private static void refuseOther(String place, int months, JsonNodeReader json, StudyDefinitions definitions) {
        if (definitions != null && !definitions.getHorizons().contains(months)) {
            json.fault(
                    place,
                    FaultReason.NO_HORIZON_OF_PLAN,
                    months,
                    definitions.getHorizons().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private static <E extends Enum<E>> E constant(JsonNodeReader json, String key, Class<E> type) {
        return Enum.valueOf(type, json.oneOf(key, names(type).toArray(new String[0])));
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toList());
    }
}
