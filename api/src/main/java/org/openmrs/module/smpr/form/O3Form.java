/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.RatingWindow;

/**
 * A form for the form engine of OpenMRS 3: its JSON schema, and what it shows in each language. A text stands in the schema in all
 * languages at once, which is the key of its translations: without these, and where the engine translates nothing (what is wrong
 * with an answer), it is read in both.
 */
public final class O3Form {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** More answers than this are looked for by typing. */
    private static final int LISTED = 12;

    private final FormPlan plan;

    private final UnaryOperator<String> concepts;

    private final O3Expressions expressions;

    /** By its key, each text that the form shows. */
    private final Map<String, Label> texts = new LinkedHashMap<>();

    private final Map<String, Object> schema = new LinkedHashMap<>();

    /**
     * @param uuid of the form
     * @param version of the form
     * @param encounterType the uuid of the encounter type that it charts
     * @param concepts gives, by code, the uuid of the concept that stands for it
     */
    public O3Form(FormPlan plan, String uuid, String version, String encounterType, UnaryOperator<String> concepts) {
        this.plan = plan;
        this.concepts = concepts;
        this.expressions = new O3Expressions(plan.getQuestionnaire(), concepts);
        key(plan.getName());
        schema.put("name", plan.getName().in(Locale.ENGLISH));
        schema.put("uuid", uuid);
        schema.put("version", version);
        schema.put("encounterType", encounterType);
        schema.put("processor", "EncounterFormProcessor");
        schema.put("referencedForms", Collections.emptyList());
        schema.put("pages", plan.getPages().stream().map(this::page).collect(Collectors.toList()));
    }

    /** @return its JSON schema, as objects that any writer of JSON takes */
    public Map<String, Object> getSchema() {
        return Collections.unmodifiableMap(schema);
    }

    /** @return by the text in the schema, the text in that language */
    public Map<String, String> translations(Locale locale) {
        Map<String, String> translations = new LinkedHashMap<>();
        texts.forEach((key, label) -> translations.put(key, label.in(locale)));
        return translations;
    }

    /** @return the document by which OpenMRS 3 finds its translations into that language (ISO 639-1) */
    public Map<String, Object> translationsDocument(String language) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("form", schema.get("name"));
        document.put("language", language);
        document.put("form_name_translation", plan.getName().in(Locale.forLanguageTag(language)));
        document.put("translations", translations(Locale.forLanguageTag(language)));
        return document;
    }

    /** @return everything that it consists of in the record */
    FormDocuments documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put(FormDocuments.SCHEMA, json(schema));
        Label.LANGUAGES.forEach(
                language -> documents.put(FormDocuments.TRANSLATIONS + language, json(translationsDocument(language))));
        return new FormDocuments(documents);
    }

    /** @return the JSON of the schema or of a document of translations */
    public static String json(Map<String, Object> document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> page(FormPage page) {
        boolean first = page == plan.getPages().get(0);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", key(page.getTitle()));
        List<Map<String, Object>> sections = new ArrayList<>();
        for (FormSection section : page.getSections()) {
            sections.add(section(section, first && sections.isEmpty()));
        }
        json.put("sections", sections);
        return json;
    }

    private Map<String, Object> section(FormSection section, boolean first) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", key(section.getTitle()));
        json.put("isExpanded", "true");
        List<String> hidden = first ? Collections.emptyList() : reasonsToHide(section);
        List<Map<String, Object>> questions = new ArrayList<>();
        if (first) {
            questions.add(notices());
            questions.add(date());
            questions.add(provider());
        }
        for (Question question : section.getQuestions()) {
            if (question.getSubItem() != null && isFirstSubItem(question)) {
                questions.add(switchOfSubItems(question, hidden));
            }
            questions.add(question(question, hidden));
        }
        if (first && !plan.contexts().isEmpty()) {
            questions.add(contextsRated());
        }
        json.put("questions", questions);
        return json;
    }

    /**
     * A section is hidden by each of its questions, with which the engine hides it and its page: what hides a section itself it judges anew
     * by a form without answers, whenever the form is first touched or its place becomes narrower.
     */
    private List<String> reasonsToHide(FormSection section) {
        List<String> reasons = new ArrayList<>();
        reasons.add(expressions.isBeforeRaterRole());
        if (section.getContext() != null) {
            Choice context = plan.contexts().stream()
                    .filter(c -> c.getCode().equals(section.getContext()))
                    .findFirst()
                    .get();
            reasons.add(expressions.isNotRated(context, plan.inContext(section.getContext())));
        }
        return reasons;
    }

    private boolean isFirstSubItem(Question question) {
        return plan.subItemsOf(question).get(0) == question;
    }

    private Map<String, Object> notices() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rendering", "markdown");
        options.put("isTransient", true);
        Map<String, Object> json = field("SMPR_notice", null, "control", options);
        json.put("value", plan.getNotices().stream().map(this::key).collect(Collectors.toList()));
        return json;
    }

    private Map<String, Object> date() {
        Map<String, Object> json =
                field(O3Expressions.DATE, FormTexts.text("date"), "encounterDatetime", options("date"));
        json.put("datePickerFormat", "calendar");
        json.put("required", true);
        json.put(
                "validators",
                Collections.singletonList(
                        fails(O3Expressions.isAfter(O3Expressions.DATE, "today()"), FormTexts.text("inTheFuture"))));
        return json;
    }

    private Map<String, Object> provider() {
        Map<String, Object> json = field(
                "SMPR_provider",
                FormTexts.text(plan.isOfInstrument() ? "rater" : "provider"),
                "encounterProvider",
                options("encounter-provider"));
        json.put("required", true);
        return json;
    }

    private Map<String, Object> contextsRated() {
        Map<String, Object> options = options("checkbox");
        options.put("isTransient", true);
        options.put("answers", answers(plan.contexts()));
        Map<String, Object> json = field(O3Expressions.CONTEXTS, FormTexts.text("contextsRated"), "control", options);
        json.put("questionInfo", key(FormTexts.text("contextsHint")));
        List<Question> own = plan.contexts().stream()
                .flatMap(context -> plan.inContext(context.getCode()).stream())
                .collect(Collectors.toList());
        String none = O3Expressions.allOf(Stream.of(
                expressions.isComplete(), O3Expressions.isEmpty(O3Expressions.CONTEXTS), O3Expressions.allEmpty(own)));
        json.put("validators", Collections.singletonList(fails(none, FormTexts.text("contextNone"))));
        return json;
    }

    private Map<String, Object> switchOfSubItems(Question subItem, List<String> hidden) {
        Map<String, Object> options = options("toggle");
        options.put("isTransient", true);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("labelTrue", key(FormTexts.text("yes")));
        words.put("labelFalse", key(FormTexts.text("no")));
        options.put("toggleOptions", words);
        Map<String, Object> json =
                field(O3Expressions.idOfSubItems(subItem), plan.labelOfSubItems(subItem), "control", options);
        addHide(json, hidden);
        return json;
    }

    private Map<String, Object> question(Question question, List<String> hidden) {
        Map<String, Object> options;
        switch (question.getKind()) {
            case CODED:
                options = coded(question);
                break;
            case NUMBER:
                options = number(question);
                break;
            case DATE:
                options = options("date");
                break;
            default:
                options = options("textarea");
                options.put("rows", 3);
        }
        options.put("concept", concepts.apply(question.getConceptCode()));
        Map<String, Object> json = field(O3Expressions.id(question), plan.labelOf(question), "obs", options);
        if (question.getKind() == Question.Kind.DATE) {
            json.put("datePickerFormat", "calendar");
        }
        Label hint = hint(question);
        if (hint != null) {
            json.put("questionInfo", key(hint));
        }
        addRequired(json, question);
        addHide(json, reasonsToHide(question, hidden));
        List<Map<String, Object>> validators = validators(question);
        if (!validators.isEmpty()) {
            json.put("validators", validators);
        }
        if (plan.isOfInstrument() && isComparedWithPrevious(question)) {
            json.put("historicalExpression", expressions.previous(question));
        }
        return json;
    }

    private static Label hint(Question question) {
        return question.getCode().equals(CommonQuestions.STATUS) && question.getPart() == Question.Part.COMMON
                ? FormTexts.text("statusHint")
                : null;
    }

    private static boolean isComparedWithPrevious(Question question) {
        return question.getPart() == Question.Part.RATING || question.getPart() == Question.Part.JUDGEMENT;
    }

    private Map<String, Object> coded(Question question) {
        List<Choice> choices = plan.choices(question);
        Map<String, Object> options;
        if (question.isMultiple()) {
            options = options(choices.size() > LISTED ? "checkbox-searchable" : "checkbox");
        } else {
            options = options("radio");
            options.put("orientation", isComparedWithPrevious(question) ? "horizontal" : "vertical");
        }
        options.put("answers", answers(choices));
        return options;
    }

    private List<Map<String, Object>> answers(List<Choice> choices) {
        return choices.stream().map(this::answer).collect(Collectors.toList());
    }

    private Map<String, Object> answer(Choice choice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("concept", concepts.apply(choice.getConceptCode()));
        json.put("label", key(plan.labelOf(choice)));
        return json;
    }

    private static Map<String, Object> number(Question question) {
        Map<String, Object> options = options("number");
        options.put("disallowDecimals", true);
        options.put("step", 1);
        if (question.getMin() != null) {
            options.put("min", String.valueOf(question.getMin().longValue()));
        }
        if (question.getMax() != null) {
            options.put("max", String.valueOf(question.getMax().longValue()));
        }
        return options;
    }

    /** A draft may leave anything open but that it is one. */
    private void addRequired(Map<String, Object> json, Question question) {
        if (!question.isRequired()) {
            return;
        }
        if (!plan.isOfInstrument()
                || question.getCode().equals(CommonQuestions.STATUS)
                || question.getCode().equals(CommonQuestions.RATER_ROLE)) {
            json.put("required", true);
            return;
        }
        Question status = plan.question(CommonQuestions.STATUS).get();
        Map<String, Object> required = new LinkedHashMap<>();
        required.put("type", "conditionalRequired");
        required.put("message", key(FormTexts.text("requiredOnceComplete")));
        required.put("referenceQuestionId", O3Expressions.id(status));
        required.put(
                "referenceQuestionAnswers",
                Collections.singletonList(concepts.apply(
                        status.choice(CommonQuestions.COMPLETE).get().getConceptCode())));
        json.put("required", required);
    }

    private List<String> reasonsToHide(Question question, List<String> ofSection) {
        List<String> reasons = new ArrayList<>(ofSection);
        if (question.getSubItem() != null) {
            List<Question> subItems = plan.subItemsOf(question);
            reasons.add(O3Expressions.allOf(
                    Stream.of("!" + O3Expressions.idOfSubItems(subItems.get(0)), O3Expressions.allEmpty(subItems))));
        }
        if (!question.getNotAskedWhere().isEmpty()) {
            reasons.add(expressions.isNotAsked(question));
        }
        return reasons;
    }

    private static void addHide(Map<String, Object> json, List<String> reasons) {
        if (!reasons.isEmpty()) {
            json.put("hide", hideWhen(O3Expressions.anyOf(reasons.stream())));
        }
    }

    private List<Map<String, Object>> validators(Question question) {
        String id = O3Expressions.id(question);
        List<Map<String, Object>> validators = new ArrayList<>();
        question.getChoices().stream()
                .filter(choice -> question.isMultiple() && choice.isAlone())
                .forEach(choice -> validators.add(fails(
                        "includes(" + id + ", '" + concepts.apply(choice.getConceptCode()) + "') && " + id
                                + ".length > 1",
                        FormTexts.each(l -> FormTexts.text("notWithOthers").in(l) + " "
                                + choice.getLabel().in(l)))));
        if (question.isPast()) {
            validators.add(failsFor(id, O3Expressions.isAfter(id, "today()"), FormTexts.text("inTheFuture")));
        }
        if (question.getAssessmentOf() != null) {
            validators.add(
                    failsFor(id, O3Expressions.isAfter(id, O3Expressions.DATE), FormTexts.text("afterAssessment")));
        }
        if (question.getRequiredWith() != null) {
            String other = plan.question(question.getRequiredWith())
                    .map(O3Expressions::id)
                    .get();
            validators.add(fails(
                    O3Expressions.allOf(Stream.of(
                            expressions.isComplete(), O3Expressions.isGiven(other), O3Expressions.isEmpty(id))),
                    FormTexts.text("requiredOnceComplete")));
        }
        if (question.getPart() == Question.Part.COMMON) {
            validators.addAll(ofWindow(question.getCode(), id));
        }
        return validators;
    }

    private List<Map<String, Object>> ofWindow(String code, String id) {
        List<Map<String, Object>> validators = new ArrayList<>();
        if (!Arrays.asList(CommonQuestions.WINDOW_START, CommonQuestions.WINDOW_END)
                .contains(code)) {
            return validators;
        }
        validators.add(failsFor(id, O3Expressions.isAfter(id, O3Expressions.DATE), FormTexts.text("afterAssessment")));
        String start = O3Expressions.id(CommonQuestions.NAMESPACE + "." + CommonQuestions.WINDOW_START);
        String end = O3Expressions.id(CommonQuestions.NAMESPACE + "." + CommonQuestions.WINDOW_END);
        String both = O3Expressions.isGiven(start) + " && " + O3Expressions.isGiven(end) + " && ";
        if (code.equals(CommonQuestions.WINDOW_END)) {
            validators.add(fails(both + O3Expressions.isAfter(start, end), FormTexts.text("endBeforeStart")));
        }
        RatingWindow window = ((Instrument) plan.getQuestionnaire()).getWindow();
        if (window != null && window.isWarnWhenShorter()) {
            // Both days are part of the window.
            validators.add(validator(
                    "warnsWhenExpression",
                    both + "dayjs(" + end + ").add(1, 'day').isBefore(dayjs(" + start + ").add("
                            + window.getPastMonths() + ", 'month'), 'day')",
                    FormTexts.text("shortWindow")));
        }
        return validators;
    }

    private Map<String, Object> failsFor(String id, String expression, Label message) {
        return fails(O3Expressions.isGiven(id) + " && " + expression, message);
    }

    private Map<String, Object> fails(String expression, Label message) {
        return validator("failsWhenExpression", expression, message);
    }

    private Map<String, Object> validator(String when, String expression, Label message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "js_expression");
        json.put(when, expression);
        json.put("message", key(message));
        return json;
    }

    private Map<String, Object> field(String id, Label label, String type, Map<String, Object> options) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        if (label != null) {
            json.put("label", key(label));
        }
        json.put("type", type);
        json.put("questionOptions", options);
        return json;
    }

    private static Map<String, Object> options(String rendering) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rendering", rendering);
        return options;
    }

    private static Map<String, Object> hideWhen(String expression) {
        return Collections.singletonMap("hideWhenExpression", expression);
    }

    /** @return what stands for the text in the schema; the text is to be translated */
    private String key(Label label) {
        String key = label.texts().values().stream().distinct().collect(Collectors.joining(" / "));
        texts.put(key, label);
        return key;
    }
}
