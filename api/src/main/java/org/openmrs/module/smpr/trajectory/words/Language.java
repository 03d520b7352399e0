/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.words;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lombok.Getter;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.trajectory.BasisChange;
import org.openmrs.module.smpr.trajectory.Setting;

/** How the module speaks to one reader: sentences, labels, days and numbers in his language. */
public final class Language {

    /** Marks what was amended after it was complete. */
    public static final String AMENDED = "*";

    /** Of what it is said by name that it is not stated. */
    private static final Set<String> STATED = new HashSet<>(Arrays.asList(
            CommonQuestions.EDITION,
            CommonQuestions.INFORMANT,
            CommonQuestions.CONTEXT,
            CommonQuestions.PHASE,
            CommonQuestions.RATER_ROLE));

    private final Words words;

    @Getter
    private final Locale locale;

    @Getter
    private final ZoneId zone;

    private final DateTimeFormatter dayFormat;

    /**
     * @param words the messages in the reader's language
     * @param locale the reader's language
     * @param zone the site's time zone, in which days are counted
     */
    public Language(Words words, Locale locale, ZoneId zone) {
        this.words = words;
        this.locale = locale;
        this.zone = zone;
        this.dayFormat = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
    }

    public boolean isFrench() {
        return locale.getLanguage().equals("fr");
    }

    /** @return what the language of that code (ISO 639-1) is called, within a sentence */
    public String name(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(locale);
    }

    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    public String text(Label label) {
        return label.in(locale);
    }

    public String day(LocalDate day) {
        String text = dayFormat.format(day);
        return isFrench() ? text.replaceFirst("^1 ", "1er ") : text;
    }

    public String day(Date date) {
        return day(Times.day(date, zone));
    }

    /** @return its day, with {@link #AMENDED} where it was amended: whatever names it so has the mark explained */
    public String day(Assessment assessment) {
        return day(assessment.getDate()) + (assessment.isAmended() ? AMENDED : "");
    }

    /** @return what is spoken of, and for which context, where there is one of it for each */
    public String inContext(Label label, Instrument instrument, String context) {
        return inContext(text(label), instrument, context);
    }

    /** The same, of what is named already. */
    public String inContext(String name, Instrument instrument, String context) {
        return context(instrument, context).map(where -> name + " – " + where).orElse(name);
    }

    /** @return the context of that code in words; empty where the instrument has none of that code */
    public Optional<String> context(Instrument instrument, String code) {
        return instrument.contexts().stream()
                .filter(choice -> choice.getCode().equals(code))
                .findFirst()
                .map(choice -> text(choice.getLabel()));
    }

    /** @return an answer in words; "not stated" for null */
    public String text(Choice choice) {
        return choice == null ? say("smpr.chart.missing") : text(choice.getLabel());
    }

    /** @return what the assessment answers to a question that takes one of its choices, in words; "not stated" where it does not */
    public String answer(Assessment assessment, String code) {
        Question question = assessment.getInstrument().question(code).orElse(null);
        return question == null
                ? missing(code)
                : assessment
                        .choice(code)
                        .flatMap(question::choice)
                        .map(Choice::getLabel)
                        .map(this::text)
                        .orElseGet(() -> missing(code));
    }

    /** @return the phase of care that it was made in, in words; "not stated" where nothing says */
    public String phase(Assessment assessment) {
        return assessment
                .phase()
                .flatMap(code -> assessment
                        .getInstrument()
                        .question(CommonQuestions.PHASE)
                        .flatMap(q -> q.choice(code)))
                .map(choice -> text(choice.getLabel()))
                .orElseGet(() -> missing(CommonQuestions.PHASE));
    }

    /** @return that the answer to a question that is asked of every assessment is not stated */
    public String missing(String code) {
        return say(STATED.contains(code) ? "smpr.notStated." + code : "smpr.chart.missing");
    }

    /** @return where the person was when assessed, in words, and whether he had a place in the flat-share */
    public String where(Assessment assessment) {
        return assessment.isInPhase(CommonQuestions.UCTI) ? context(assessment) + " (UCTI)" : context(assessment);
    }

    /** @return the context that the assessment was made in, in words */
    public String context(Assessment assessment) {
        return answer(assessment, CommonQuestions.CONTEXT);
    }

    /** @return where the person was, in words; the flat-share by its own name */
    public String setting(Setting setting, Instrument instrument) {
        return setting.isFlatShare()
                ? say("smpr.chart.flatShare")
                : instrument.contexts().stream()
                        .filter(choice -> choice.getCode().equals(setting.getContext()))
                        .findFirst()
                        .map(choice -> text(choice.getLabel()))
                        .orElseGet(() -> say("smpr.chart.missing"));
    }

    /** @return what is not as it was when something was said that rests on it */
    public String change(BasisChange change) {
        String instrument = text(change.getInstrument().getLabel());
        String key = "smpr.report.filed." + change.getKind();
        return change.getEntry() == null
                ? say(key, instrument)
                : say(key, instrument, day(change.getEntry().getDay()));
    }

    public String decimal(double value) {
        return decimal(value, 1);
    }

    /** @return with as many decimals; none where it is whole */
    public String decimal(double value, int decimals) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(locale, "%." + decimals + "f", value);
    }

    /** @return as it stands within a sentence; an abbreviation keeps its capitals */
    public String uncapitalized(String text) {
        return text.length() > 1 && Character.isLowerCase(text.charAt(1))
                ? text.substring(0, 1).toLowerCase(locale) + text.substring(1)
                : text;
    }

    public String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** @return "name: value", as the language spaces it */
    public String pair(String name, String value) {
        return name + (isFrench() ? "\u00a0: " : ": ") + value;
    }

    /** @return the texts one after the other, parted by semicolons */
    public String parted(Collection<String> texts) {
        return String.join(isFrench() ? "\u00a0; " : "; ", texts);
    }
}
