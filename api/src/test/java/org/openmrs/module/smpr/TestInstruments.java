/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;

/** The instruments as shipped. */
public final class TestInstruments {

    public static final Instrument HCR20V3 = shipped("HCR20V3");

    public static final Instrument SAPROF = shipped("SAPROF");

    public static final Instrument CAPP = shipped("CAPP");

    private TestInstruments() {}

    /** @return every label that a rater can see, but for the instrument's own: of questions, answers, options and sums */
    public static List<Label> labels(Instrument instrument) {
        List<Label> labels = ownLabels(instrument);
        instrument.getCommon().forEach(question -> add(question, labels));
        return labels;
    }

    /** @return the same, without what is asked of every assessment and comes from no manual */
    public static List<Label> ownLabels(Instrument instrument) {
        List<Label> labels = new ArrayList<>(instrument.getOptions().values());
        instrument.getQuestions().stream()
                .filter(question -> question.getPart() != Question.Part.COMMON)
                .forEach(question -> add(question, labels));
        instrument.getDimensions().forEach(dimension -> labels.add(dimension.getLabel()));
        instrument.getScales().forEach(scale -> labels.add(scale.getLabel()));
        instrument.getIndices().forEach(index -> labels.add(index.getLabel()));
        return labels;
    }

    private static void add(Question question, List<Label> labels) {
        labels.add(question.getLabel());
        question.getChoices().forEach(choice -> labels.add(choice.getLabel()));
    }

    /** @return the items, and after each its sub-items, as {@code code | English label | French label}, parted by lines */
    public static String items(Instrument instrument) {
        return instrument.getItems().stream()
                .flatMap(item -> Stream.concat(
                        Stream.of(row(item.getCode(), item.getLabel())),
                        item.getSubItems().stream().map(s -> row(item.getCode() + s.getCode(), s.getLabel()))))
                .collect(Collectors.joining("\n"));
    }

    /** @return the answers of the question as {@code code=value | English label | French label}, parted by lines; a dash for no value */
    public static String answers(Instrument instrument, String question) {
        return instrument.question(question).get().getChoices().stream()
                .map(choice -> row(choice.getCode() + "=" + value(choice), choice.getLabel()))
                .collect(Collectors.joining("\n"));
    }

    private static String value(Choice choice) {
        return choice.getValue() == null ? "-" : choice.getValue().toString();
    }

    private static String row(String code, Label label) {
        return code + " | " + label.in(Locale.ENGLISH) + " | " + label.in(Locale.FRENCH);
    }

    private static Instrument shipped(String code) {
        return Definitions.shipped().stream()
                .filter(i -> i.getCode().equals(code))
                .findFirst()
                .get();
    }
}
