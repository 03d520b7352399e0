/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.SameField;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** How values that occur in several resources are shown. */
final class Shown {

    private Shown() {}

    static String text(Label label) {
        return label == null ? null : label.in(Context.getLocale());
    }

    /** @return a thing with its code and label; in full, with its label in every language */
    static SimpleObject coded(String code, Label label, Level level) {
        SimpleObject coded = new SimpleObject().add("code", code).add("display", text(label));
        return level == Level.FULL ? coded.add("labels", label.texts()) : coded;
    }

    /** @return what the module found, as its code and in words */
    static SimpleObject named(Enum<?> found, String key, Object... arguments) {
        return new SimpleObject().add("code", found.name()).add("display", Messages.text(key, arguments));
    }

    static SimpleObject instrument(Instrument instrument) {
        return coded(instrument.getCode(), instrument.getLabel(), Level.DEFAULT);
    }

    static SimpleObject item(Item item) {
        return coded(item.getCode(), item.getLabel(), Level.DEFAULT);
    }

    /** @return an answer; null where there is none */
    static SimpleObject choice(Choice choice) {
        return choice == null ? null : coded(choice.getCode(), choice.getLabel(), Level.DEFAULT);
    }

    /** @return which assessment it was, when it was made, and in which context */
    static SimpleObject point(Assessment assessment) {
        return new SimpleObject()
                .add("assessment", assessment.getUuid())
                .add("date", moment(assessment.getDate()))
                .add("context", AssessmentView.stated(assessment, CommonQuestions.CONTEXT))
                .add("amended", assessment.isAmended());
    }

    /** @return what the site states of a scale's measurement error; null where it states nothing */
    static SimpleObject reliability(Reliability reliability) {
        return reliability == null
                ? null
                : new SimpleObject()
                        .add("sd", reliability.getSd())
                        .add("reliability", reliability.getReliability())
                        .add("source", text(reliability.getOrigin()));
    }

    /**
     * Adds why there is no value, as its code and in words.
     *
     * @param noValue null where there is one
     * @param key of the words, up to the code
     */
    static SimpleObject withoutValue(SimpleObject shown, Enum<?> noValue, String key) {
        return shown.add("noValue", noValue == null ? null : noValue.name())
                .add("noValueDisplay", noValue == null ? null : Messages.text(key + noValue.name()));
    }

    /** @return whose the map of items in the same field is */
    static String notice(SameField sameField) {
        return Messages.text(sameField.messageKey());
    }

    static SimpleObject reference(String uuid, String display) {
        return new SimpleObject().add("uuid", uuid).add("display", display);
    }

    /** @return the moment as the REST module writes moments */
    static Object moment(Date date) {
        return ConversionUtil.convertToRepresentation(date, Representation.REF);
    }

    /** @return the day at the site */
    static String day(Date date) {
        return Times.day(date, zone()).toString();
    }

    static ZoneId zone() {
        return clock().getZone();
    }

    static Clock clock() {
        return Context.getRegisteredComponent("smpr.clock", Clock.class);
    }

    /** @return a stored value as it is exchanged: days and choices as texts, whole numbers without a fraction */
    static Object value(Object value) {
        if (value instanceof Double && (Double) value % 1 == 0) {
            return ((Double) value).longValue();
        }
        return value instanceof Number ? value : value.toString();
    }

    static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    static <T> List<Object> each(Collection<T> things, Function<T, ?> shown) {
        return things.stream().map(shown).collect(Collectors.toList());
    }
}
