/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.ChoiceList;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.instrument.SubItem;

/**
 * Which concepts the definitions ask for: one an answer, one a question, and one an instrument, the set of its own
 * questions.
 */
final class ConceptPlan {

    private static final Label COMMON = each(l -> isFrench(l) ? "Évaluation SMPR" : "SMPR assessment");

    /** By code: what several questions share (an answer, or an item as the answer of a mark) is one concept. */
    private final Map<String, PlannedConcept> concepts = new LinkedHashMap<>();

    private ConceptPlan() {}

    /**
     * @param instruments the instruments, with the labels that new concepts get
     * @param commonQuestions what is asked of every assessment
     * @param recordTypes what is charted besides assessments
     * @return the concepts, each after its answers and members
     */
    static Collection<PlannedConcept> of(
            List<Instrument> instruments, List<Question> commonQuestions, List<RecordType> recordTypes) {
        ConceptPlan plan = new ConceptPlan();
        List<Question> common = commonQuestions.stream()
                .map(question -> asAskedBy(instruments, question))
                .collect(Collectors.toList());
        common.stream()
                .filter(question -> !question.getCode().equals(CommonQuestions.EDITION))
                .forEach(question -> plan.addAnswers(COMMON, question.getLabel(), question.getChoices()));
        instruments.forEach(plan::addAnswers);
        common.forEach(question -> plan.addQuestion(COMMON, question.getLabel(), question));
        instruments.forEach(plan::addQuestions);
        recordTypes.forEach(type -> plan.addQuestions(type, instruments));
        plan.addProgram();
        return plan.concepts.values();
    }

    /** What the program is called by; its phases and ends are answers that are there already. */
    private void addProgram() {
        Label label = each(l -> isFrench(l) ? "prise en soin" : "care pathway");
        add(PlannedConcept.builder()
                .code(PathwayProgram.CODE)
                .sort(PlannedConcept.Sort.ANSWER)
                .name(name(l -> "SMPR", label))
                .shortName(label)
                .build());
    }

    /** A common question with the labels of the site, and with the answers of every instrument that asks it. */
    private static Question asAskedBy(List<Instrument> instruments, Question question) {
        List<Question> asked = instruments.stream()
                .flatMap(instrument -> instrument.getCommon().stream())
                .filter(q -> q.getConceptCode().equals(question.getConceptCode()))
                .collect(Collectors.toList());
        Map<String, Choice> choices = new LinkedHashMap<>();
        Stream.concat(asked.stream(), Stream.of(question))
                .flatMap(q -> q.getChoices().stream())
                .forEach(choice -> choices.putIfAbsent(choice.getConceptCode(), choice));
        return (asked.isEmpty() ? question : asked.get(0))
                .toBuilder().choices(new ArrayList<>(choices.values())).build();
    }

    private void addAnswers(Instrument instrument) {
        instrument.getCommon().stream()
                .filter(question -> question.getCode().equals(CommonQuestions.EDITION))
                .forEach(question -> addAnswers(instrument.getLabel(), question.getLabel(), question.getChoices()));
        for (ChoiceList list : instrument.getChoiceLists()) {
            addAnswers(instrument.getLabel(), nameOf(list, instrument), list.getChoices());
        }
    }

    /** The list's own label, else that of the dimension rated with it, else its code. */
    private static Label nameOf(ChoiceList list, Instrument instrument) {
        if (list.getLabel() != null) {
            return list.getLabel();
        }
        return instrument.getDimensions().stream()
                .filter(dimension -> dimension.getChoices().equals(list.getCode()))
                .map(Dimension::getLabel)
                .findFirst()
                .orElseGet(() -> each(l -> list.getCode()));
    }

    private void addAnswers(Label subject, Label list, List<Choice> choices) {
        for (Choice choice : choices) {
            add(PlannedConcept.builder()
                    .code(choice.getConceptCode())
                    .sort(PlannedConcept.Sort.ANSWER)
                    .name(name(l -> subject.in(l) + ", " + list.in(l), choice.getLabel()))
                    .shortName(choice.getLabel())
                    .build());
        }
    }

    private void addQuestions(Instrument instrument) {
        List<Question> own = instrument.getQuestions().stream()
                .filter(question -> question.getPart() != Question.Part.COMMON && instrument.offers(question))
                .collect(Collectors.toList());
        own.forEach(question -> addQuestion(
                each(l -> instrument.getLabel().in(l) + " " + place(question, instrument, l)),
                labelOf(question, instrument),
                question));
        Set<String> members = new LinkedHashSet<>();
        own.forEach(question -> members.add(question.getConceptCode()));
        add(PlannedConcept.builder()
                .code(instrument.getCode())
                .sort(PlannedConcept.Sort.SET)
                .name(name(instrument.getLabel()::in, instrument.getTitle()))
                .shortName(instrument.getLabel())
                .members(new ArrayList<>(members))
                .build());
    }

    /** Which question of its instrument it is: {@code 05}, {@code H1a presence}, {@code R2 relevance, in the community}. */
    private static String place(Question question, Instrument instrument, Locale locale) {
        if (question.getPart() != Question.Part.RATING && question.getContext() == null) {
            return question.getCode();
        }
        String item = question.getPart() == Question.Part.RATING
                ? question.getItem() + (question.getSubItem() == null ? "" : question.getSubItem())
                : question.getCode().substring(0, question.getCode().lastIndexOf('.'));
        String dimension = instrument.getDimensions().stream()
                .filter(d -> d.isNamed() && d.getCode().equals(question.getDimension()))
                .map(d -> " " + d.getLabel().in(locale))
                .collect(Collectors.joining());
        String context = instrument.contexts().stream()
                .filter(c -> c.getCode().equals(question.getContext()))
                .map(c -> ", " + c.getLabel().in(locale))
                .collect(Collectors.joining());
        return item + dimension + context;
    }

    /** The question's label; a sub-item's after its item's, and a field's after its group's, without which it says little. */
    private static Label labelOf(Question question, Instrument instrument) {
        if (question.getPart() == Question.Part.FIELD && question.getQualifier() != null) {
            return each(l ->
                    question.getQualifier().in(l) + ", " + question.getLabel().in(l));
        }
        if (question.getSubItem() == null) {
            return question.getLabel();
        }
        Item item = instrument.item(question.getItem()).get();
        SubItem subItem = item.getSubItems().stream()
                .filter(s -> s.getCode().equals(question.getSubItem()))
                .findFirst()
                .get();
        return each(l -> item.getLabel().in(l) + ", " + subItem.getLabel().in(l));
    }

    private void addQuestions(RecordType type, List<Instrument> instruments) {
        for (Question question : type.getQuestions()) {
            instruments.forEach(instrument -> addItems(instrument, question));
            addAnswers(type.getLabel(), question.getLabel(), question.getChoices());
            addQuestion(type.getLabel(), question.getLabel(), question);
        }
    }

    /** The items of the instrument that are answers of the question and no question themselves. */
    private void addItems(Instrument instrument, Question question) {
        question.getChoices().stream()
                .filter(choice -> choice.getConceptCode().equals(instrument.getCode() + "." + choice.getCode()))
                .forEach(choice -> add(PlannedConcept.builder()
                        .code(choice.getConceptCode())
                        .sort(PlannedConcept.Sort.ANSWER)
                        .name(name(l -> instrument.getLabel().in(l) + " " + choice.getCode(), choice.getLabel()))
                        .shortName(choice.getLabel())
                        .build()));
    }

    private void addQuestion(Label subject, Label label, Question question) {
        add(PlannedConcept.builder()
                .code(question.getConceptCode())
                .sort(sortOf(question.getKind()))
                .name(name(subject::in, label))
                .shortName(question.getLabel())
                .answers(question.getChoices().stream()
                        .map(Choice::getConceptCode)
                        .collect(Collectors.toList()))
                .min(question.getMin())
                .max(question.getMax())
                .build());
    }

    private static PlannedConcept.Sort sortOf(Question.Kind kind) {
        switch (kind) {
            case CODED:
                return PlannedConcept.Sort.CODED;
            case NUMBER:
                return PlannedConcept.Sort.NUMERIC;
            case DATE:
                return PlannedConcept.Sort.DATE;
            default:
                return PlannedConcept.Sort.TEXT;
        }
    }

    private void add(PlannedConcept concept) {
        concepts.putIfAbsent(concept.getCode(), concept);
    }

    private static Label name(Function<Locale, String> subject, Label label) {
        return each(l -> subject.apply(l) + (isFrench(l) ? "\u00a0: " : ": ") + label.in(l));
    }

    private static Label each(Function<Locale, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        Label.LANGUAGES.forEach(language -> texts.put(language, text.apply(Locale.forLanguageTag(language))));
        return new Label(texts);
    }

    private static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals("fr");
    }
}
