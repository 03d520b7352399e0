/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays an instrument out as the flat list of its questions. */
final class QuestionExpansion {

    private final Instrument instrument;

    private final List<Question> questions = new ArrayList<>();

    QuestionExpansion(Instrument instrument) {
        this.instrument = instrument;
    }

    List<Question> questions() {
        questions.addAll(instrument.getCommon());
        instrument.getItems().forEach(this::addItem);
        instrument.getMarks().forEach(this::addMark);
        instrument.getJudgements().forEach(this::addJudgement);
        questions.addAll(instrument.getFields());
        return Collections.unmodifiableList(questions);
    }

    private void addItem(Item item) {
        if (!item.isPerContext()) {
            addRatings(item, null);
            return;
        }
        instrument.contexts().forEach(context -> addRatings(item, context));
    }

    private void addRatings(Item item, Choice context) {
        for (Dimension dimension : instrument.getDimensions()) {
            addRating(item, null, context, dimension);
        }
        for (SubItem subItem : item.getSubItems()) {
            instrument.getDimensions().stream()
                    .filter(Dimension::isOnSubItems)
                    .forEach(dimension -> addRating(item, subItem, context, dimension));
        }
    }

    private void addRating(Item item, SubItem subItem, Choice context, Dimension dimension) {
        String code = code(item, subItem, context, dimension);
        questions.add(Question.builder()
                .code(code)
                .conceptCode(instrument.getCode() + "." + code)
                .label(subItem == null ? item.getLabel() : subItem.getLabel())
                .qualifier(qualifier(item, subItem, context, dimension))
                .kind(Question.Kind.CODED)
                .part(Question.Part.RATING)
                .choices(choices(item, dimension))
                .required(subItem == null)
                .option(subItem == null ? null : dimension.getOnSubItemsOption())
                .notAskedWhere(notAskedWhere(item, subItem, context, dimension))
                .item(item.getCode())
                .subItem(subItem == null ? null : subItem.getCode())
                .context(context == null ? null : context.getCode())
                .dimension(dimension.getCode())
                .build());
    }

    private static String code(Item item, SubItem subItem, Choice context, Dimension dimension) {
        return item.getCode()
                + (subItem == null ? "" : "." + subItem.getCode())
                + (context == null ? "" : "." + context.getCode())
                + (dimension.isNamed() ? "." + dimension.getCode() : "");
    }

    private Map<String, Set<String>> notAskedWhere(Item item, SubItem subItem, Choice context, Dimension dimension) {
        Map<String, Set<String>> where = new LinkedHashMap<>();
        instrument.getDimensions().stream()
                .filter(other -> dimension.getNotAskedWhere().containsKey(other.getCode()))
                .forEach(other -> where.put(
                        code(item, subItem, context, other),
                        dimension.getNotAskedWhere().get(other.getCode())));
        return where;
    }

    private List<Choice> choices(Item item, Dimension dimension) {
        return instrument.choiceList(dimension.getChoices()).getChoices().stream()
                .filter(choice -> choice.getKind() != Choice.Kind.NOT_APPLICABLE || item.isNotApplicable())
                .map(choice -> choice.getKind() != Choice.Kind.NOT_APPLICABLE
                        ? choice
                        : choice.toBuilder()
                                .option(item.getNotApplicableOption())
                                .build())
                .collect(Collectors.toList());
    }

    private Label qualifier(Item item, SubItem subItem, Choice context, Dimension dimension) {
        List<Label> parts = new ArrayList<>();
        if (subItem != null) {
            parts.add(item.getLabel());
        }
        if (dimension.isNamed()) {
            parts.add(dimension.getLabel());
        }
        if (context != null) {
            parts.add(context.getLabel());
        }
        return parts.isEmpty() ? null : joined(parts);
    }

    private static Label joined(List<Label> parts) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : Label.LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            texts.put(language, parts.stream().map(p -> p.in(locale)).collect(Collectors.joining(", ")));
        }
        return new Label(texts);
    }

    private void addMark(Mark mark) {
        List<Choice> choices = mark.getItems().stream()
                .map(code -> instrument.item(code).get())
                .map(instrument::asAnswer)
                .collect(Collectors.toList());
        questions.add(Question.builder()
                .code(mark.getCode())
                .conceptCode(instrument.getCode() + "." + mark.getCode())
                .label(mark.getLabel())
                .kind(Question.Kind.CODED)
                .part(Question.Part.MARK)
                .choices(choices)
                .multiple(true)
                .build());
    }

    private void addJudgement(Judgement judgement) {
        if (!judgement.isPerContext()) {
            addJudgement(judgement, null);
            return;
        }
        instrument.contexts().forEach(context -> addJudgement(judgement, context));
    }

    private void addJudgement(Judgement judgement, Choice context) {
        String code = judgement.getCode() + (context == null ? "" : "." + context.getCode());
        questions.add(Question.builder()
                .code(code)
                .conceptCode(instrument.getCode() + "." + code)
                .label(judgement.getLabel())
                .qualifier(context == null ? null : context.getLabel())
                .context(context == null ? null : context.getCode())
                .kind(Question.Kind.CODED)
                .part(Question.Part.JUDGEMENT)
                .choices(instrument.choiceList(judgement.getChoices()).getChoices())
                .required(judgement.isRequired())
                .build());
    }
}
