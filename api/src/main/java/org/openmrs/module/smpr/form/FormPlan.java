/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Questionnaire;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.instrument.Scale;

/** What a form asks and in which order, whatever shows it: pages, their sections, and the questions in these. */
@Getter
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public final class FormPlan {

    private final Questionnaire questionnaire;

    /** What it is, in a sentence. */
    private final Label title;

    /** What has to be known before it is filled in, a paragraph each. */
    private final List<Label> notices;

    private final List<FormPage> pages;

    /** @return the forms of the instruments and of what is charted of the pathway; a summary is filed and never charted on a form */
    public static List<FormPlan> all(List<Instrument> instruments) {
        return Stream.concat(
                        instruments.stream().map(FormPlan::of),
                        Definitions.recordTypes().stream()
                                .filter(type -> type.getSubject() == RecordType.Subject.PATHWAY)
                                .map(FormPlan::of))
                .collect(Collectors.toList());
    }

    /** @return the form of an instrument, with the options and labels that it has */
    public static FormPlan of(Instrument instrument) {
        List<FormPage> pages = new ArrayList<>();
        pages.add(page(
                FormTexts.text("about"),
                section(
                        FormTexts.text("about"),
                        asked(instrument, q -> q.getPart() == Question.Part.COMMON && !isAmendment(q)))));
        pages.addAll(items(instrument));
        pages.add(marks(instrument));
        pages.add(fields(instrument));
        pages.add(judgements(instrument));
        return new FormPlan(
                instrument,
                instrument.getTitle(),
                Arrays.asList(instrument.getNotice(), FormTexts.text("secrecy"), FormTexts.text("previous")),
                nonEmpty(pages));
    }

    /** @return the form of what else is charted */
    public static FormPlan of(RecordType type) {
        List<Question> questions = asked(type, q -> true);
        return new FormPlan(
                type,
                type.getTitle(),
                Collections.singletonList(FormTexts.text("secrecy")),
                Collections.singletonList(page(type.getLabel(), section(FormTexts.text("aboutRecord"), questions))));
    }

    /**
     * @return the name of its form: distinctive, for a list of forms holds those of a whole hospital; and without the site's
     *     labels, for the form is known by it
     */
    public Label getName() {
        Label label = Definitions.shipped().stream()
                .filter(shipped -> shipped.getCode().equals(questionnaire.getCode()))
                .map(Instrument::getLabel)
                .findFirst()
                .orElseGet(questionnaire::getLabel);
        return isOfInstrument()
                ? FormTexts.each(
                        l -> l.getLanguage().equals("fr") ? "SMPR\u00a0: " + label.in(l) : "SMPR " + label.in(l))
                : label;
    }

    /** @return whether it is an assessment, which can be a draft, and not another record */
    boolean isOfInstrument() {
        return questionnaire instanceof Instrument;
    }

    /** @return whether anything is to be charted on it: not where the site has taken the instrument out of use */
    boolean isInUse() {
        return !isOfInstrument() || ((Instrument) questionnaire).isInUse();
    }

    /** @return every question that it asks, in order */
    public List<Question> getQuestions() {
        return pages.stream()
                .flatMap(page -> page.getSections().stream())
                .flatMap(section -> section.getQuestions().stream())
                .collect(Collectors.toList());
    }

    /** @return the question of that code, if it is asked */
    Optional<Question> question(String code) {
        return getQuestions().stream()
                .filter(question -> question.getCode().equals(code))
                .findFirst();
    }

    /** @return the answers of the question that the site uses */
    List<Choice> choices(Question question) {
        return question.getChoices().stream().filter(questionnaire::offers).collect(Collectors.toList());
    }

    /** @return the questions about sub-items of the item that the question rates, in its context */
    List<Question> subItemsOf(Question question) {
        return getQuestions().stream()
                .filter(q -> q.getSubItem() != null
                        && q.getItem().equals(question.getItem())
                        && Objects.equals(q.getContext(), question.getContext()))
                .collect(Collectors.toList());
    }

    /** @return the questions that are asked for that context */
    List<Question> inContext(String context) {
        return getQuestions().stream()
                .filter(q -> context.equals(q.getContext()))
                .collect(Collectors.toList());
    }

    /** @return the contexts that have questions of their own; empty for none */
    List<Choice> contexts() {
        return isOfInstrument()
                ? ((Instrument) questionnaire)
                        .contexts().stream()
                                .filter(c -> !inContext(c.getCode()).isEmpty())
                                .collect(Collectors.toList())
                : Collections.emptyList();
    }

    /** @return what the question is called on a form: its item's code and label, and the dimension, beside others of the item */
    Label labelOf(Question question) {
        if (question.getPart() != Question.Part.RATING) {
            return FormTexts.capitalized(question.getLabel());
        }
        Instrument instrument = (Instrument) questionnaire;
        String code = question.getItem() + (question.getSubItem() == null ? "" : question.getSubItem());
        Dimension dimension = instrument.dimension(question.getDimension()).get();
        return FormTexts.each(l -> code + " " + question.getLabel().in(l)
                + (dimension.isNamed() ? " – " + dimension.getLabel().in(l) : ""));
    }

    /** @return what the answer is called on a form; an item's with its code, for several of an instrument can share a label */
    Label labelOf(Choice choice) {
        boolean isItem =
                !choice.getConceptCode().replace("." + choice.getCode(), "").contains(".");
        return isItem
                ? FormTexts.each(l -> choice.getCode() + " " + choice.getLabel().in(l))
                : choice.getLabel();
    }

    /** @return what the sub-items of the item that the question rates are offered under */
    Label labelOfSubItems(Question question) {
        return FormTexts.each(l -> FormTexts.text("subItems").in(l) + " " + question.getItem());
    }

    /** Each item under the first scale that sums it: those of the instrument's parts come before those of several parts. */
    private static List<FormPage> items(Instrument instrument) {
        Map<Label, List<String>> groups = new LinkedHashMap<>();
        Set<String> left =
                instrument.getItems().stream().map(Item::getCode).collect(Collectors.toCollection(LinkedHashSet::new));
        for (Scale scale : instrument.getScales()) {
            List<String> own = scale.getItems().stream().filter(left::contains).collect(Collectors.toList());
            if (!own.isEmpty()) {
                left.removeAll(own);
                groups.put(scale.getLabel(), own);
            }
        }
        if (!left.isEmpty()) {
            groups.put(FormTexts.text("items"), new ArrayList<>(left));
        }
        List<FormPage> pages = new ArrayList<>();
        groups.forEach((label, codes) ->
                pages.add(byContext(instrument, label, q -> q.getItem() != null && codes.contains(q.getItem()))));
        return pages;
    }

    private static FormPage judgements(Instrument instrument) {
        return byContext(
                instrument,
                FormTexts.text("judgements"),
                q -> q.getPart() == Question.Part.JUDGEMENT || explains(instrument, q));
    }

    /** Whether the field goes with a final opinion. */
    private static boolean explains(Instrument instrument, Question field) {
        return field.getPart() == Question.Part.FIELD
                && field.getRequiredWith() != null
                && instrument
                        .question(field.getRequiredWith())
                        .filter(q -> q.getPart() == Question.Part.JUDGEMENT)
                        .isPresent();
    }

    /** A section of what is asked once, and one for each context. */
    private static FormPage byContext(Instrument instrument, Label title, Predicate<Question> which) {
        List<FormSection> sections = new ArrayList<>();
        List<Question> once = asked(instrument, which.and(q -> q.getContext() == null));
        if (!once.isEmpty()) {
            sections.add(section(title, once));
        }
        for (Choice context : instrument.contexts()) {
            List<Question> own =
                    asked(instrument, which.and(q -> context.getCode().equals(q.getContext())));
            if (!own.isEmpty()) {
                Label where = FormTexts.each(
                        l -> title.in(l) + " – " + context.getLabel().in(l));
                sections.add(new FormSection(FormTexts.capitalized(where), context.getCode(), own));
            }
        }
        return new FormPage(FormTexts.capitalized(title), sections);
    }

    private static FormPage marks(Instrument instrument) {
        List<Question> marks = asked(instrument, q -> q.getPart() == Question.Part.MARK);
        Label title = joined(marks);
        return page(title, section(title, marks));
    }

    /** A section for each group of fields, and for those between that belong to none. */
    private static FormPage fields(Instrument instrument) {
        Map<Label, List<Question>> groups = new LinkedHashMap<>();
        List<Question> single = new ArrayList<>();
        for (Question field : asked(instrument, q -> q.getPart() == Question.Part.FIELD && !explains(instrument, q))) {
            Label group = field.getQualifier();
            if (group == null) {
                single.add(field);
            } else {
                addSingle(groups, single);
                groups.computeIfAbsent(group, g -> new ArrayList<>()).add(field);
            }
        }
        addSingle(groups, single);
        List<FormSection> sections = new ArrayList<>();
        groups.forEach((title, questions) -> sections.add(section(title, questions)));
        return new FormPage(FormTexts.text("fields"), sections);
    }

    private static void addSingle(Map<Label, List<Question>> groups, List<Question> single) {
        if (!single.isEmpty()) {
            groups.put(joined(single), new ArrayList<>(single));
            single.clear();
        }
    }

    private static Label joined(List<Question> questions) {
        return FormTexts.each(
                l -> questions.stream().map(q -> q.getLabel().in(l)).collect(Collectors.joining(", ")));
    }

    /** The reason for an amendment is charted with one, never by itself: an engine that edits would put it in the place of an earlier one. */
    private static boolean isAmendment(Question question) {
        return question.getCode().equals(CommonQuestions.AMENDMENT);
    }

    private static List<Question> asked(Questionnaire questionnaire, Predicate<Question> which) {
        return questionnaire.getQuestions().stream()
                .filter(questionnaire::offers)
                .filter(which)
                .collect(Collectors.toList());
    }

    private static FormSection section(Label title, List<Question> questions) {
        return new FormSection(FormTexts.capitalized(title), null, questions);
    }

    private static FormPage page(Label title, FormSection... sections) {
        return new FormPage(
                FormTexts.capitalized(title),
                Stream.of(sections)
                        .filter(section -> !section.getQuestions().isEmpty())
                        .collect(Collectors.toList()));
    }

    private static List<FormPage> nonEmpty(List<FormPage> pages) {
        return Collections.unmodifiableList(
                pages.stream().filter(page -> !page.getSections().isEmpty()).collect(Collectors.toList()));
    }
}
