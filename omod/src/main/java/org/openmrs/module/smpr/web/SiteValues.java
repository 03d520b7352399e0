/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Index;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Scale;
import org.openmrs.module.smpr.pathway.place.Unit;
import org.openmrs.module.smpr.pathway.place.UnitService;
import org.openmrs.module.smpr.site.CareGap;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.LegalBasis;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.StudySettings;
import org.openmrs.module.smpr.site.ViolentDefinition;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.trajectory.words.Language;

/** Says value by value what is in force at a site, in the words of the session, and which values nobody has set. */
final class SiteValues {

    private static final String LINE = "\n";

    private final Map<String, SiteValue> values = new LinkedHashMap<>();

    private final Language language = Messages.language();

    private final Site site;

    private final SiteSettings settings;

    private SiteValues(Site site) {
        this.site = site;
        this.settings = site.getSettings();
    }

    /** @return the values of the site's documents by their keys, in order */
    static Map<String, SiteValue> of(Site site) {
        SiteValues table = new SiteValues(site);
        table.addInUse();
        table.addLabels();
        site.getInstruments().forEach(table::addInstrument);
        table.addSameField();
        table.addWaves();
        table.addCare();
        table.addLog();
        table.addOutcomes();
        table.addStudy();
        return table.values;
    }

    /** @return the units with their places, which are kept in the record, for those who may see them */
    static SiteValue places() {
        String units = Messages.text("smpr.settings.unitsHidden");
        if (Context.hasPrivilege(SmprPrivileges.GET_PLACES)) {
            List<Unit> used = Context.getService(UnitService.class).getUnits(null, false);
            units = used.isEmpty()
                    ? Messages.text("smpr.settings.unitsNone")
                    : used.stream()
                            .map(unit -> Messages.language().pair(unit.getName(), places(unit.getCapacity())))
                            .collect(Collectors.joining(LINE));
        }
        return new SiteValue(
                SiteValue.Section.PLACES,
                "units",
                Messages.text("smpr.settings.units"),
                units,
                SiteValue.Origin.RECORD,
                null);
    }

    private static String places(int capacity) {
        return Messages.text("smpr.settings.places", capacity);
    }

    private void addInUse() {
        add(
                SiteValue.Section.IN_USE,
                "instrumentsInUse",
                say("instrumentsInUse"),
                lines(site.getInstruments(), i -> i.isInUse() ? language.text(i.getLabel()) : null),
                bySite("instrumentsInUse"));
        add(
                SiteValue.Section.IN_USE,
                "phasesInUse",
                say("phasesInUse"),
                lines(settings.getPhasesInUse(), this::phase),
                bySite("phasesInUse"));
    }

    private void addLabels() {
        settings.getLabels()
                .forEach((code, label) -> add(
                        SiteValue.Section.LABELS,
                        "labels/" + code,
                        code,
                        lines(label.texts().entrySet(), text -> language.pair(text.getKey(), text.getValue())),
                        SiteValue.Origin.SITE));
    }

    private void addInstrument(Instrument instrument) {
        InstrumentSettings set = settings.forInstrument(instrument.getCode());
        String key = "instruments/" + instrument.getCode() + "/";
        String name = language.text(instrument.getLabel());
        Site.Text definition = site.getDefinitions().get(instrument.getCode());
        put(new SiteValue(
                SiteValue.Section.INSTRUMENTS,
                key + "definition",
                say("definition", name),
                say(
                        "definitionValue",
                        language.text(instrument.getTitle()),
                        instrument.getItems().size()),
                definition == null ? SiteValue.Origin.MODULE : SiteValue.Origin.SITE,
                definition == null ? null : definition.getText()));
        if (!instrument.getOptions().isEmpty()) {
            add(
                    SiteValue.Section.INSTRUMENTS,
                    key + "options",
                    say("options", name),
                    set.getOptions().isEmpty()
                            ? null
                            : lines(
                                    set.getOptions(),
                                    option -> language.text(
                                            instrument.getOptions().get(option))));
        }
        for (Dimension dimension : instrument.getDimensions()) {
            boolean ofSite = set.getNotAskedWhere().containsKey(dimension.getCode());
            if (ofSite || !dimension.getNotAskedWhere().isEmpty()) {
                add(
                        SiteValue.Section.INSTRUMENTS,
                        key + "notAskedWhere/" + dimension.getCode(),
                        say("notAskedWhere", name, language.text(dimension.getLabel())),
                        notAskedWhere(instrument, dimension),
                        ofSite ? SiteValue.Origin.SITE : SiteValue.Origin.MODULE);
            }
        }
        for (Scale scale : instrument.getScales()) {
            Integer limit = set.getOmissionLimits().get(scale.getCode());
            add(
                    SiteValue.Section.INSTRUMENTS,
                    key + "omissionLimits/" + scale.getCode(),
                    say("omissionLimit", name, language.text(scale.getLabel())),
                    limit == null ? null : limit.toString());
        }
        for (Scale scale : instrument.getScales()) {
            Reliability stated = set.getReliability().get(scale.getCode());
            add(
                    SiteValue.Section.INSTRUMENTS,
                    key + "reliability/" + scale.getCode(),
                    say("reliability", name, language.text(scale.getLabel())),
                    stated == null
                            ? null
                            : say(
                                    "reliabilityValue",
                                    language.decimal(stated.getSd(), 2),
                                    language.decimal(stated.getReliability(), 2),
                                    language.text(stated.getOrigin())));
        }
        for (Index index : instrument.getIndices()) {
            Integer days = set.getIndexWithinDays().get(index.getCode());
            add(
                    SiteValue.Section.INSTRUMENTS,
                    key + "indices/" + index.getCode() + "/withinDays",
                    say("index", name, language.text(index.getLabel())),
                    days == null ? null : say("days", days));
        }
    }

    private String notAskedWhere(Instrument instrument, Dimension dimension) {
        return dimension.getNotAskedWhere().isEmpty()
                ? say("alwaysAsked")
                : lines(dimension.getNotAskedWhere().entrySet(), where -> {
                    Dimension other = instrument.dimension(where.getKey()).get();
                    return language.pair(
                            language.text(other.getLabel()),
                            listed(
                                    where.getValue(),
                                    answer -> language.text(instrument
                                            .choiceList(other.getChoices())
                                            .find(answer)
                                            .get())));
                });
    }

    private void addSameField() {
        add(
                SiteValue.Section.SAME_FIELD,
                "sameField",
                say("sameField"),
                settings.getSameField().getItems().isEmpty()
                        ? say("none")
                        : lines(
                                settings.getSameField().getItems().entrySet(),
                                entry -> language.pair(entry.getKey(), String.join(", ", entry.getValue()))),
                bySite("sameField"));
    }

    private void addWaves() {
        SiteValue.Origin origin = bySite("waves");
        settings.getWaves()
                .getWaves()
                .forEach(wave -> add(
                        SiteValue.Section.WAVES,
                        "waves/" + wave.getCode(),
                        language.pair(wave.getCode(), language.text(wave.getLabel())),
                        wave(wave),
                        origin));
        if (settings.getWaves().getWaves().isEmpty()) {
            add(SiteValue.Section.WAVES, "waves", say("waves"), say("none"), origin);
        }
        Integer days = settings.getDoubleRatingWithinDays();
        add(
                SiteValue.Section.WAVES,
                "doubleRating/withinDays",
                say("doubleRating"),
                days == null ? null : say("days", days));
    }

    private String wave(Wave wave) {
        List<String> lines = new ArrayList<>();
        lines.add(instruments(wave.getInstruments()));
        lines.add(language.pair(say("countedFrom"), say("countedFrom." + wave.getCountedFrom())));
        if (!wave.getOffset().isZero()) {
            lines.add(language.pair(say("offset"), offset(wave.getOffset())));
        }
        lines.add(language.pair(
                say("window"),
                say("windowValue", say("days", wave.getDaysBefore()), say("days", wave.getDaysAfter()))));
        if (!wave.getPhases().isEmpty()) {
            lines.add(language.pair(say("phases"), listed(wave.getPhases(), this::phase)));
        }
        if (!wave.getDoubleRatings().isEmpty()) {
            lines.add(language.pair(say("secondRatings"), instruments(wave.getDoubleRatings())));
        }
        if (wave.getSecondWithinDays() != null) {
            lines.add(language.pair(say("secondWithin"), say("days", wave.getSecondWithinDays())));
        }
        return String.join(LINE, lines);
    }

    private String offset(Period offset) {
        List<String> parts = new ArrayList<>();
        addOffset("months", offset.getMonths(), parts);
        addOffset("days", offset.getDays(), parts);
        return String.join(", ", parts);
    }

    private void addOffset(String unit, int number, List<String> parts) {
        if (number != 0) {
            parts.add(say(number < 0 ? "before" : "after", say(unit, Math.abs(number))));
        }
    }

    private String instruments(Collection<String> codes) {
        return site.getInstruments().stream()
                .filter(instrument -> codes.contains(instrument.getCode()))
                .map(instrument -> language.text(instrument.getLabel()))
                .collect(Collectors.joining(", "));
    }

    private void addCare() {
        CareGap gap = settings.getCareGap();
        add(
                SiteValue.Section.CARE,
                "careGap/days",
                say("careGap"),
                gap == null ? null : say("careGapValue", say("days", gap.getDays())));
        if (gap != null) {
            add(
                    SiteValue.Section.CARE,
                    "careGap/phases",
                    say("careGapPhases"),
                    gap.getPhases().isEmpty() ? say("all") : lines(gap.getPhases(), this::phase),
                    gap.getPhases().isEmpty() ? SiteValue.Origin.MODULE : SiteValue.Origin.SITE);
        }
        add(
                SiteValue.Section.CARE,
                "worklist/aheadDays",
                say("aheadDays"),
                say("days", settings.getAheadDays()),
                bySite("worklist/aheadDays"));
    }

    private void addLog() {
        Integer days = settings.getReadLogDays();
        add(SiteValue.Section.LOG, "readLog/keepDays", say("readLog"), days == null ? null : say("days", days));
    }

    private void addOutcomes() {
        OutcomeRegisterSettings register = settings.getOutcomeRegister();
        LegalBasis basis = register.getLegalBasis();
        addOutcome(
                "legalBasis",
                basis == null
                        ? null
                        : say(
                                "legalBasisValue",
                                language.text(basis.getText()),
                                language.day(basis.getDate()),
                                basis.getWho()));
        addOutcome("indexRelease", coded("indexRelease", register.getIndexRelease()));
        addOutcome("clock", coded("clock", register.getClock()));
        ViolentDefinition violent = register.getViolentDefinition();
        addOutcome(
                "violentDefinition",
                violent == null ? null : language.pair(violent.getName(), language.text(violent.getText())));
        addOutcome(
                "sufficientSources",
                register.getSufficientSources().isEmpty()
                        ? say("none")
                        : lines(register.getSufficientSources(), source -> coded("source", source)),
                bySite("outcomeRegister/sufficientSources"));
        Integer years = register.getConvictionLagYears();
        addOutcome("convictionLagYears", years == null ? null : say("years", years));
        addOutcome(
                "horizons",
                register.getHorizons().isEmpty()
                        ? say("none")
                        : listed(register.getHorizons(), months -> say("months", months)),
                bySite("outcomeRegister/horizons"));
    }

    private void addStudy() {
        StudySettings study = settings.getStudy();
        Integer below = study.getSuppressBelow();
        add(
                SiteValue.Section.STUDY,
                "study/suppressBelow",
                say("study.suppressBelow"),
                below == null ? null : below.toString());
        Integer pairs = study.getReliabilityMinimumPairs();
        add(
                SiteValue.Section.STUDY,
                "study/reliabilityMinimumPairs",
                say("study.reliabilityMinimumPairs"),
                pairs == null ? null : pairs.toString());
        add(
                SiteValue.Section.STUDY,
                "study/exportKeptDays",
                say("study.exportKeptDays"),
                say("days", study.getExportKeptDays()),
                bySite("study/exportKeptDays"));
    }

    private static String coded(String list, Enum<?> code) {
        return code == null ? null : Messages.text("smpr.outcome." + list + "." + code.name());
    }

    private void addOutcome(String key, String value) {
        addOutcome(key, value, value == null ? SiteValue.Origin.NOT_SET : SiteValue.Origin.SITE);
    }

    private void addOutcome(String key, String value, SiteValue.Origin origin) {
        add(SiteValue.Section.OUTCOMES, "outcomeRegister/" + key, say("outcome." + key), value, origin);
    }

    /** Adds what has no default. */
    private void add(SiteValue.Section section, String key, String label, String value) {
        add(section, key, label, value, value == null ? SiteValue.Origin.NOT_SET : SiteValue.Origin.SITE);
    }

    private void add(SiteValue.Section section, String key, String label, String value, SiteValue.Origin origin) {
        put(new SiteValue(section, key, label, value, origin, null));
    }

    private void put(SiteValue value) {
        values.put(value.getKey(), value);
    }

    /** @return whose a value is that has a default */
    private SiteValue.Origin bySite(String place) {
        return settings.isGiven(place) ? SiteValue.Origin.SITE : SiteValue.Origin.MODULE;
    }

    private String phase(String code) {
        return Definitions.phase()
                .choice(code)
                .map(Choice::getLabel)
                .map(language::text)
                .orElse(code);
    }

    private static String say(String key, Object... arguments) {
        return Messages.text("smpr.settings." + key, arguments);
    }

    /** @param words null for what is left out */
    private static <T> String lines(Collection<T> things, Function<T, String> words) {
        return joined(things, words, LINE);
    }

    private static <T> String listed(Collection<T> things, Function<T, String> words) {
        return joined(things, words, ", ");
    }

    private static <T> String joined(Collection<T> things, Function<T, String> words, String between) {
        return things.stream().map(words).filter(text -> text != null).collect(Collectors.joining(between));
    }
}
