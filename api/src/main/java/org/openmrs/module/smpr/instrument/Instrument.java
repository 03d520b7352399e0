/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Builder;
import lombok.Getter;
import lombok.ToString;

/**
 * What a risk instrument is: labels, codes and numbers, read from a definition file. It holds no text of a manual, and
 * rating with it requires the manual and the training.
 */
@Getter
@ToString(of = "code")
@Builder(toBuilder = true)
public final class Instrument implements Questionnaire {

    /** Namespace of all its codes: {@code SAPROF}. */
    private final String code;

    private final Label label;

    /** The full name. */
    private final Label title;

    /** Whose instrument it is. */
    private final String source;

    /** What a user must be told before using it: manual and training. */
    private final Label notice;

    /** Ways of rating that a site may use or not, by code. */
    private final Map<String, Label> options;

    /** The text of its definition where that is a site's own, which can be replaced; null for what the module ships. */
    private final String definition;

    /** Those of {@link #options} that this site uses. */
    @Builder.Default
    private final Set<String> optionsInUse = Collections.emptySet();

    /** Whether this site charts with it; what was charted is read in any case. */
    @Builder.Default
    private final boolean inUse = true;

    /** Answers that this site does not use, by code in the dictionary. */
    @Builder.Default
    private final Set<String> answersNotInUse = Collections.emptySet();

    private final RatingWindow window;

    /** Whether the context is the one that the ratings hold for, which need not be where the person was. */
    private final boolean contextOfRatings;

    /** What is asked of every assessment, as far as this instrument asks it. */
    private final List<Question> common;

    private final List<ChoiceList> choiceLists;

    private final List<Dimension> dimensions;

    private final List<Item> items;

    private final List<Mark> marks;

    private final List<Judgement> judgements;

    private final List<Scale> scales;

    private final List<Index> indices;

    /** Which of its ratings are targets of care; null where none are. */
    private final TargetRule targets;

    private final List<Question> fields;

    @Getter(AccessLevel.NONE)
    private transient volatile List<Question> questions;

    /** What each scale sums, by its code and the context: asked of every assessment of a series. */
    @Getter(AccessLevel.NONE)
    private final transient Map<List<String>, List<Question>> summed = new ConcurrentHashMap<>();

    @Override
    public List<Question> getQuestions() {
        List<Question> known = questions;
        if (known == null) {
            known = new QuestionExpansion(this).questions();
            questions = known;
        }
        return known;
    }

    public Optional<Item> item(String itemCode) {
        return items.stream().filter(i -> i.getCode().equals(itemCode)).findFirst();
    }

    /** @return the item as the answer of a question that asks for items */
    Choice asAnswer(Item item) {
        return Choice.builder()
                .code(item.getCode())
                .conceptCode(code + "." + item.getCode())
                .label(item.getLabel())
                .kind(Choice.Kind.RATING)
                .build();
    }

    public Optional<Dimension> dimension(String dimensionCode) {
        return dimensions.stream()
                .filter(d -> d.getCode().equals(dimensionCode))
                .findFirst();
    }

    public Optional<Scale> scale(String scaleCode) {
        return scales.stream().filter(s -> s.getCode().equals(scaleCode)).findFirst();
    }

    /** @return the choice list of that code; definitions that name one they lack are refused when read */
    public ChoiceList choiceList(String listCode) {
        return choiceLists.stream()
                .filter(c -> c.getCode().equals(listCode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " has no choice list " + listCode));
    }

    @Override
    public boolean offers(Question question) {
        return question.getOption() == null || optionsInUse.contains(question.getOption());
    }

    @Override
    public boolean offers(Choice choice) {
        return (choice.getOption() == null || optionsInUse.contains(choice.getOption()))
                && !answersNotInUse.contains(choice.getConceptCode());
    }

    /** @return the contexts in which items are rated apart, from the choices of the common question "context" */
    public List<Choice> contexts() {
        return common.stream()
                .filter(q -> q.getCode().equals(CommonQuestions.CONTEXT))
                .findFirst()
                .map(Question::getChoices)
                .orElse(Collections.emptyList());
    }

    /** @return the question of how much the item matters that the other question rates, where the instrument asks that too */
    public Optional<Question> relevanceOf(Question rating) {
        return targets == null || targets.getRelevance() == null
                ? Optional.empty()
                : getQuestions().stream()
                        .filter(q -> q.isOfItem()
                                && targets.getRelevance().equals(q.getDimension())
                                && Objects.equals(q.getItem(), rating.getItem())
                                && Objects.equals(q.getContext(), rating.getContext()))
                        .findFirst();
    }

    /** @return the questions whose ratings the scale sums; of those asked once for each context, the ones asked for this */
    public List<Question> summedBy(Scale scale, String context) {
        return summed.computeIfAbsent(
                Arrays.asList(scale.getCode(), context),
                key -> Collections.unmodifiableList(getQuestions().stream()
                        .filter(Question::isOfItem)
                        .filter(q -> scale.getItems().contains(q.getItem()))
                        .filter(q -> scale.getDimension().equals(q.getDimension()))
                        .filter(q -> q.getContext() == null || q.getContext().equals(context))
                        .collect(Collectors.toList())));
    }

    /** @return the codes of the contexts in which any of the questions is asked, in order */
    public Set<String> contextsOf(Collection<String> questionCodes) {
        return getQuestions().stream()
                .filter(q -> q.getContext() != null && questionCodes.contains(q.getCode()))
                .map(Question::getContext)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The instrument as one site uses it.
     *
     * @param labels labels that replace the definition's, by the codes of {@link #labelCodes()}
     * @param used the options in use
     * @param notAskedWhere by dimension, what replaces its {@link Dimension#getNotAskedWhere()}
     */
    public Instrument asUsedWith(
            Map<String, Label> labels, Set<String> used, Map<String, Map<String, Set<String>>> notAskedWhere) {
        Instrument relabelled = relabelled((labelCode, shipped) -> shipped.replacedBy(labels.get(labelCode)));
        return relabelled.toBuilder()
                .optionsInUse(Collections.unmodifiableSet(used))
                .dimensions(each(
                        relabelled.dimensions,
                        d -> d.toBuilder()
                                .notAskedWhere(notAskedWhere.getOrDefault(d.getCode(), d.getNotAskedWhere()))
                                .build()))
                .questions(null)
                .build();
    }

    /**
     * @return the code of every label that a site can replace: {@code SAPROF.05}, {@code SAPROF.rating.2},
     *     {@code SAPROF.scale.total}, {@code ASSESSMENT.context}, …
     */
    public Set<String> labelCodes() {
        Set<String> codes = new LinkedHashSet<>();
        relabelled((labelCode, shipped) -> {
            codes.add(labelCode);
            return shipped;
        });
        return codes;
    }

    private Instrument relabelled(BiFunction<String, Label, Label> by) {
        UnaryOperator<Choice> choice = c ->
                c.toBuilder().label(by.apply(c.getConceptCode(), c.getLabel())).build();
        UnaryOperator<Question> question = q -> q.toBuilder()
                .label(by.apply(q.getConceptCode(), q.getLabel()))
                .choices(each(q.getChoices(), choice))
                .build();
        return toBuilder()
                .label(by.apply(code, label))
                .common(each(common, question))
                .fields(each(fields, question))
                .choiceLists(each(
                        choiceLists,
                        l -> l.toBuilder().choices(each(l.getChoices(), choice)).build()))
                .dimensions(each(
                        dimensions,
                        d -> d.toBuilder()
                                .label(by.apply(code + ".dimension." + d.getCode(), d.getLabel()))
                                .build()))
                .items(each(
                        items,
                        i -> i.toBuilder()
                                .label(by.apply(code + "." + i.getCode(), i.getLabel()))
                                .subItems(each(
                                        i.getSubItems(),
                                        s -> s.toBuilder()
                                                .label(by.apply(
                                                        code + "." + i.getCode() + "." + s.getCode(), s.getLabel()))
                                                .build()))
                                .build()))
                .marks(each(
                        marks,
                        m -> m.toBuilder()
                                .label(by.apply(code + "." + m.getCode(), m.getLabel()))
                                .build()))
                .judgements(each(
                        judgements,
                        j -> j.toBuilder()
                                .label(by.apply(code + "." + j.getCode(), j.getLabel()))
                                .build()))
                .scales(each(
                        scales,
                        s -> s.toBuilder()
                                .label(by.apply(code + ".scale." + s.getCode(), s.getLabel()))
                                .build()))
                .indices(each(
                        indices,
                        x -> x.toBuilder()
                                .label(by.apply(code + ".index." + x.getCode(), x.getLabel()))
                                .build()))
                .questions(null)
                .build();
    }

    private static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return Collections.unmodifiableList(list.stream().map(change).collect(Collectors.toList()));
    }
}
