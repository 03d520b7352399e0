/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lombok.Getter;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.StableUuid;

/**
 * A form for the module HTML Form Entry: XML that holds what it shows in each language. What that module cannot check before it
 * saves, as the form engine of OpenMRS 3 does, is a fault of the assessment, named wherever that is read. It shows no earlier rating:
 * nothing in it could keep one from an independent second rater.
 */
public final class HtmlForm {

    private static final String KIND = "htmlformentry";

    /** A part that has answers is shown open. */
    private static final String OPEN_ANSWERED = "jQuery(function () { jQuery('.smpr-form details').each(function () {"
            + " this.open = jQuery(this).find('input:checked, .value').length != 0; }); });";

    private static final String STYLE = ".smpr-form fieldset { border: 0; margin: 0 0 0.75em 0; padding: 0; }"
            + " .smpr-form legend { font-weight: bold; }"
            + " .smpr-form .smpr-section { border-top: 1px solid; margin-top: 1em; padding-top: 0.5em; }"
            + " .smpr-form .smpr-heading { font-size: 1.2em; }"
            + " .smpr-form textarea { width: 40em; max-width: 100%; }";

    private final FormPlan plan;

    private final UnaryOperator<String> concepts;

    /** By its code, each text that the form shows. */
    private final Map<String, Label> texts = new LinkedHashMap<>();

    /** Of the XML that HTML Form Entry keeps, beside that of the form. */
    @Getter
    private final String uuid;

    @Getter
    private final String xml;

    private XMLStreamWriter out;

    /**
     * @param encounterType the uuid of the encounter type that it charts
     * @param concepts gives, by code, the uuid of the concept that stands for it
     */
    HtmlForm(FormPlan plan, int version, String encounterType, UnaryOperator<String> concepts) {
        this.plan = plan;
        this.concepts = concepts;
        this.uuid = StableUuid.of(KIND, code(plan, version));
        String body = write(this::body);
        String translations = write(this::translations);
        String inside = translations + body;
        Map<String, String> root = new LinkedHashMap<>();
        root.put("formUuid", formUuid(plan, version));
        root.put("formName", name(plan));
        root.put("formVersion", String.valueOf(version));
        root.put("formPublished", "true");
        root.put("formEncounterType", encounterType);
        root.put("htmlformUuid", uuid);
        String begin = write(() -> {
            start("htmlform", root);
            out.writeCharacters("\n");
        });
        String end = "</htmlform>\n";
        String check = checkValue(begin + inside + end);
        this.xml = begin + "<!-- " + CheckValue.sentence(check) + " -->\n" + inside + end;
    }

    /** @return the name of the form: another than that for OpenMRS 3, for it is another form */
    static String name(FormPlan plan) {
        return plan.getName().in(Locale.ENGLISH) + " (HTML Form Entry)";
    }

    static String formUuid(FormPlan plan, int version) {
        return StableUuid.of("form", KIND + ":" + code(plan, version));
    }

    /** @return the same for XML that differs in its comments and in the space between only, as an editor leaves it */
    static String checkValue(String xml) {
        return CheckValue.of(
                xml.replaceAll("(?s)<!--.*?-->", " ").replaceAll("\\s+", " ").trim());
    }

    private static String code(FormPlan plan, int version) {
        return plan.getQuestionnaire().getCode() + ":" + version;
    }

    private interface Part {
        void write() throws XMLStreamException;
    }

    private String write(Part part) {
        StringWriter text = new StringWriter();
        try {
            out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            part.write();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void translations() throws XMLStreamException {
        start("translations", attributes("defaultLocale", "en"));
        for (Map.Entry<String, Label> entry : texts.entrySet()) {
            start("code", attributes("name", entry.getKey()));
            for (String language : Label.LANGUAGES) {
                empty(
                        "variant",
                        attributes(
                                "locale",
                                language,
                                "value",
                                html(entry.getValue().in(Locale.forLanguageTag(language)))));
            }
            end();
        }
        end();
    }

    /** HTML Form Entry writes a text into the page as it is. */
    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void body() throws XMLStreamException {
        start("div", attributes("class", "smpr-form"));
        start("style", attributes());
        out.writeCharacters(STYLE);
        end();
        start("script", attributes());
        out.writeCharacters(OPEN_ANSWERED);
        end();
        for (Label notice : notices()) {
            text("notice", notice);
        }
        asked("date", FormTexts.text("date"), "encounterDate", attributes("default", "today"));
        asked(
                "provider",
                FormTexts.text(plan.isOfInstrument() ? "rater" : "provider"),
                "encounterProvider",
                attributes("default", "currentUser"));
        asked("location", FormTexts.text("location"), "encounterLocation", attributes("required", "false"));
        for (FormPage page : plan.getPages()) {
            for (FormSection section : page.getSections()) {
                section(section);
            }
        }
        empty("submit", attributes());
        end();
    }

    /** Without what is said of the previous ratings, which it does not show. */
    private List<Label> notices() {
        return plan.getNotices().stream()
                .filter(notice -> notice != FormTexts.text("previous"))
                .collect(Collectors.toList());
    }

    private void asked(String code, Label label, String tag, Map<String, String> attributes) throws XMLStreamException {
        startSection("div", "smpr-question", "strong", "smpr-label", code(code, label));
        out.writeCharacters(" ");
        empty(tag, attributes);
        end();
    }

    /** What is asked for a context is folded until it has answers: a context is rated whole or not at all. */
    private void section(FormSection section) throws XMLStreamException {
        boolean ofContext = section.getContext() != null;
        startSection(
                ofContext ? "details" : "div",
                "smpr-section",
                ofContext ? "summary" : "h3",
                "smpr-heading",
                code("section", section.getTitle()));
        List<Question> open = Collections.emptyList();
        for (Question question : section.getQuestions()) {
            List<Question> subItems =
                    question.getSubItem() == null ? Collections.emptyList() : plan.subItemsOf(question);
            if (!subItems.equals(open)) {
                if (!open.isEmpty()) {
                    end();
                }
                if (!subItems.isEmpty()) {
                    startSection(
                            "details",
                            "smpr-sub-items",
                            "summary",
                            "smpr-label",
                            code("subItems", plan.labelOfSubItems(question)));
                }
                open = subItems;
            }
            question(question);
        }
        if (!open.isEmpty()) {
            end();
        }
        end();
    }

    private void question(Question question) throws XMLStreamException {
        Question other = shownBy(question);
        if (other != null) {
            start("div", attributes("class", shown(other)));
        }
        startSection(
                "fieldset",
                "smpr-question",
                "legend",
                "smpr-label",
                code(question.getConceptCode(), plan.labelOf(question)));
        if (question.getKind() == Question.Kind.CODED && question.isMultiple()) {
            for (Choice choice : plan.choices(question)) {
                start("div", attributes());
                Map<String, String> obs = obs(question);
                obs.put("answerConceptId", concepts.apply(choice.getConceptCode()));
                obs.put("answerCode", code(choice.getConceptCode(), plan.labelOf(choice)));
                obs.put("style", "checkbox");
                empty("obs", obs);
                end();
            }
        } else {
            obsOf(question);
        }
        if (isStatus(question)) {
            text("statusHint", FormTexts.text("statusHint"));
        }
        end();
        if (other != null) {
            end();
        }
    }

    private void obsOf(Question question) throws XMLStreamException {
        Map<String, String> obs = obs(question);
        if (isRequired(question)) {
            obs.put("required", "true");
        }
        switch (question.getKind()) {
            case CODED:
                List<Choice> choices = plan.choices(question);
                obs.put("style", "radio");
                obs.put(
                        "answerConceptIds",
                        choices.stream()
                                .map(choice -> concepts.apply(choice.getConceptCode()))
                                .collect(Collectors.joining(",")));
                obs.put(
                        "answerCodes",
                        choices.stream()
                                .map(choice -> code(choice.getConceptCode(), plan.labelOf(choice)))
                                .collect(Collectors.joining(",")));
                obs.put("answerSeparator", isInARow(question) ? "&nbsp;&nbsp; " : "<br/>");
                break;
            case NUMBER:
                if (question.getMin() != null) {
                    obs.put("absoluteMinimum", String.valueOf(question.getMin()));
                }
                if (question.getMax() != null) {
                    obs.put("absoluteMaximum", String.valueOf(question.getMax()));
                }
                break;
            case DATE:
                obs.put("allowTime", "false");
                if (canLieAhead(question)) {
                    obs.put("allowFutureDates", "true");
                }
                break;
            default:
                obs.put("style", "textarea");
                obs.put("rows", "4");
                obs.put("cols", "60");
        }
        Set<String> notAsked = notAskedOn(question);
        if (notAsked == null) {
            empty("obs", obs);
            return;
        }
        obs.put("id", O3Expressions.id(question));
        start("obs", obs);
        start("controls", attributes());
        for (Choice choice : plan.choices(question)) {
            if (!notAsked.contains(choice.getCode())) {
                empty(
                        "when",
                        attributes(
                                "value",
                                concepts.apply(choice.getConceptCode()),
                                "thenDisplay",
                                "." + shown(question)));
            }
        }
        end();
        end();
    }

    /** @return whether the day can be after the one on which it is charted */
    private static boolean canLieAhead(Question question) {
        boolean ofWindow = question.getPart() == Question.Part.COMMON
                && Arrays.asList(CommonQuestions.WINDOW_START, CommonQuestions.WINDOW_END)
                        .contains(question.getCode());
        return !ofWindow && !question.isPast() && question.getAssessmentOf() == null;
    }

    private static boolean isInARow(Question question) {
        return question.getPart() == Question.Part.RATING || question.getPart() == Question.Part.JUDGEMENT;
    }

    private Map<String, String> obs(Question question) {
        return attributes("conceptId", concepts.apply(question.getConceptCode()));
    }

    /** A draft may leave anything open but that it is one; what can be hidden is checked by the record alone. */
    private boolean isRequired(Question question) {
        return question.isRequired()
                && question.getNotAskedWhere().isEmpty()
                && (!plan.isOfInstrument()
                        || Arrays.asList(CommonQuestions.STATUS, CommonQuestions.RATER_ROLE)
                                .contains(question.getCode()));
    }

    /** @return the question whose answer shows this one; null where it is always shown: HTML Form Entry knows no more than one */
    private Question shownBy(Question question) {
        if (question.getNotAskedWhere().size() != 1) {
            return null;
        }
        return plan.question(question.getNotAskedWhere().keySet().iterator().next())
                .filter(other -> notAskedOn(other) != null)
                .orElse(null);
    }

    /** @return the answers of the question that hide others; null where it hides none, or different ones by its answers */
    private Set<String> notAskedOn(Question question) {
        List<Set<String>> answers = plan.getQuestions().stream()
                .filter(q -> q.getNotAskedWhere().size() == 1)
                .filter(q -> q.getNotAskedWhere().containsKey(question.getCode()))
                .map(q -> q.getNotAskedWhere().get(question.getCode()))
                .distinct()
                .collect(Collectors.toList());
        return answers.size() == 1 && !question.isMultiple() ? answers.get(0) : null;
    }

    private static String shown(Question by) {
        return "smpr-by-" + O3Expressions.id(by);
    }

    private static boolean isStatus(Question question) {
        return question.getPart() == Question.Part.COMMON && question.getCode().equals(CommonQuestions.STATUS);
    }

    /** A paragraph: the module translates a text of its own only where it heads a section. */
    private void text(String name, Label label) throws XMLStreamException {
        startSection("div", "smpr-text", "p", "smpr-text", code(name, label));
        end();
    }

    private void startSection(String tag, String style, String headerTag, String headerStyle, String headerCode)
            throws XMLStreamException {
        start(
                "section",
                attributes(
                        "sectionTag",
                        tag,
                        "sectionStyle",
                        style,
                        "headerTag",
                        headerTag,
                        "headerStyle",
                        headerStyle,
                        "headerCode",
                        headerCode));
    }

    /** @return what stands for the text in the XML; without a comma, which separates such codes */
    private String code(String name, Label label) {
        String code = "smpr." + name;
        for (int i = 2; texts.containsKey(code) && !texts.get(code).equals(label); i++) {
            code = "smpr." + name + "." + i;
        }
        texts.put(code, label);
        return code;
    }

    private static Map<String, String> attributes(String... namesAndValues) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }

    private void start(String tag, Map<String, String> attributes) throws XMLStreamException {
        out.writeStartElement(tag);
        write(attributes);
    }

    private void end() throws XMLStreamException {
        out.writeEndElement();
        out.writeCharacters("\n");
    }

    private void empty(String tag, Map<String, String> attributes) throws XMLStreamException {
        out.writeEmptyElement(tag);
        write(attributes);
        out.writeCharacters("\n");
    }

    private void write(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }
}
