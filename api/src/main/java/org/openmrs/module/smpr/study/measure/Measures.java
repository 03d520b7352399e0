/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.IndexScoring;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.assessment.Scoring;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Index;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Scale;

/** What can be measured with the instruments of a site, and how an assessment measures it. */
public final class Measures {

    private static final String WITHOUT_CARRIED = "withoutCarried";

    private static final Label WITHOUT_CARRIED_LABEL = label(
            "without the items that care after prison acts on", "sans les items sur lesquels agit l’accompagnement");

    /** One measure, and how it is read from an assessment. */
    private static final class Reading {

        final Measure measure;

        final Value value;

        Reading(Measure measure, Value value) {
            this.measure = measure;
            this.value = value;
        }
    }

    private interface Value {

        Measured of(Assessment assessment, IndexScoring indices);
    }

    private final Map<String, List<Reading>> byInstrument = new LinkedHashMap<>();

    private final Map<String, Measure> byCode = new LinkedHashMap<>();

    private final Map<String, Integer> indices = new HashMap<>();

    /** @param instruments of the site, in the order in which they are shown */
    public Measures(List<Instrument> instruments) {
        Map<String, Instrument> known =
                instruments.stream().collect(Collectors.toMap(Instrument::getCode, Function.identity()));
        for (Instrument instrument : instruments) {
            List<Reading> readings = new ArrayList<>();
            instrument.getScales().forEach(scale -> readings.addAll(ofScale(instrument, scale)));
            instrument.getQuestions().stream()
                    .filter(question ->
                            question.getPart() == Question.Part.JUDGEMENT && question.getKind() == Question.Kind.CODED)
                    .forEach(question -> readings.add(ofJudgement(instrument, question)));
            instrument.getIndices().stream()
                    .filter(index -> known.containsKey(index.getOfInstrument()))
                    .forEach(index -> readings.addAll(ofIndex(instrument, index, known.get(index.getOfInstrument()))));
            byInstrument.put(instrument.getCode(), Collections.unmodifiableList(readings));
            readings.forEach(reading -> byCode.put(reading.measure.getCode(), reading.measure));
            for (int i = 0; i < readings.size(); i++) {
                indices.put(readings.get(i).measure.getCode(), i);
            }
        }
    }

    /** @return all of them, by instrument */
    public List<Measure> all() {
        return Collections.unmodifiableList(new ArrayList<>(byCode.values()));
    }

    /** @return those that assessments with the instrument have, in order; empty for one that is not known */
    public List<Measure> of(String instrument) {
        return byInstrument.getOrDefault(instrument, Collections.emptyList()).stream()
                .map(reading -> reading.measure)
                .collect(Collectors.toList());
    }

    /**
     * @return its place among the measures of its instrument
     * @throws IllegalArgumentException where it is none of them
     */
    public int indexOf(Measure measure) {
        Integer index = indices.get(measure.getCode());
        if (index == null) {
            throw new IllegalArgumentException("Nothing measures " + measure.getCode());
        }
        return index;
    }

    public Optional<Measure> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @return the same measure without the items that care after prison acts on; empty where it has none of them, or nothing else */
    public Optional<Measure> withoutCarried(Measure measure) {
        return byCode.values().stream()
                .filter(other -> measure.getCode().equals(other.getWithCarried()))
                .findFirst();
    }

    /**
     * @param indices over the assessments of the same person
     * @return what the assessment says of each measure of its instrument, in their order
     */
    public List<Measured> measure(Assessment assessment, IndexScoring indices) {
        return byInstrument.getOrDefault(assessment.getInstrument().getCode(), Collections.emptyList()).stream()
                .map(reading -> reading.value.of(assessment, indices))
                .collect(Collectors.toList());
    }

    /**
     * @param measure of the assessment's instrument, and no index, which takes other assessments too
     * @return what the assessment says of it
     */
    public Measured measure(Assessment assessment, Measure measure) {
        return byInstrument
                .get(assessment.getInstrument().getCode())
                .get(indexOf(measure))
                .value
                .of(assessment, null);
    }

    private static List<Reading> ofScale(Instrument instrument, Scale scale) {
        List<Reading> readings = new ArrayList<>();
        for (String context : contexts(instrument, scale.isPerContext())) {
            String code = code(instrument, "scale", scale.getCode(), context);
            readings.add(ofScale(instrument, scale, context, code, null));
            withoutCarried(instrument, scale)
                    .ifPresent(rest ->
                            readings.add(ofScale(instrument, rest, context, code + "." + WITHOUT_CARRIED, code)));
        }
        return readings;
    }

    private static Reading ofScale(
            Instrument instrument, Scale scale, String context, String code, String withCarried) {
        Measure measure = Measure.builder()
                .code(code)
                .kind(Measure.Kind.SCALE)
                .instrument(instrument.getCode())
                .context(context)
                .scale(withCarried == null ? scale.getCode() : null)
                .label(label(instrument, scale.getLabel(), context, withCarried != null))
                .withoutCarried(withCarried != null)
                .withCarried(withCarried)
                .withFixedItems(scale.isWithFixedItems())
                .higher(instrument
                        .dimension(scale.getDimension())
                        .map(Dimension::getHigher)
                        .orElse(null))
                .min(scale.getMin())
                .max(scale.getMax())
                .build();
        return new Reading(measure, (assessment, indices) -> {
            if (context != null && !assessment.contexts().contains(context)) {
                return Measured.none(NoValue.CONTEXT_NOT_RATED);
            }
            ScaleScore score = new Scoring(assessment.getSettings()).score(assessment, scale, context);
            return score.getValue() == null ? Measured.none(why(score)) : Measured.of(score.getValue());
        });
    }

    private static NoValue why(ScaleScore score) {
        switch (score.getNoValue()) {
            case FAULTY:
                return NoValue.FAULTY;
            case MISSING:
                return NoValue.UNANSWERED;
            case NOT_APPLICABLE:
                return NoValue.NOT_APPLICABLE;
            case UNNUMBERED:
                return NoValue.UNNUMBERED;
            default:
                return NoValue.OMITTED;
        }
    }

    /** The limit of omissions was set for the whole scale: with fewer items, as for the whole, none has one. */
    private static Optional<Scale> withoutCarried(Instrument instrument, Scale scale) {
        List<String> rest = scale.getItems().stream()
                .filter(code ->
                        !instrument.item(code).filter(Item::isCarriedBySupport).isPresent())
                .collect(Collectors.toList());
        if (rest.isEmpty() || rest.size() == scale.getItems().size()) {
            return Optional.empty();
        }
        double share = (double) rest.size() / scale.getItems().size();
        return Optional.of(scale.toBuilder()
                .code(scale.getCode() + "." + WITHOUT_CARRIED)
                .items(rest)
                .min((int) Math.round(scale.getMin() * share))
                .max((int) Math.round(scale.getMax() * share))
                .withFixedItems(rest.stream()
                        .anyMatch(code ->
                                instrument.item(code).filter(Item::isFixed).isPresent()))
                .build());
    }

    private static Reading ofJudgement(Instrument instrument, Question question) {
        List<Choice> levels =
                question.getChoices().stream().filter(Choice::isRating).collect(Collectors.toList());
        Measure measure = Measure.builder()
                .code(question.getConceptCode())
                .kind(Measure.Kind.JUDGEMENT)
                .instrument(instrument.getCode())
                .context(question.getContext())
                .label(label(instrument, question.getLabel(), question.getContext(), false))
                .min(0)
                .max(levels.size() - 1.0)
                .levels(Collections.unmodifiableList(levels))
                .build();
        return new Reading(
                measure,
                (assessment, indices) -> assessment
                        .rated(question)
                        .filter(Choice::isRating)
                        .map(choice -> Measured.of(levels.indexOf(choice)))
                        .orElseGet(() -> Measured.none(why(assessment, question))));
    }

    private static NoValue why(Assessment assessment, Question question) {
        if (question.getContext() != null && !assessment.contexts().contains(question.getContext())) {
            return NoValue.CONTEXT_NOT_RATED;
        }
        if (assessment.values(question.getCode()).isEmpty()) {
            return NoValue.UNANSWERED;
        }
        return assessment.rated(question).isPresent() ? NoValue.OMITTED : NoValue.FAULTY;
    }

    private static List<Reading> ofIndex(Instrument instrument, Index index, Instrument other) {
        Scale minus = instrument.scale(index.getMinus()).get();
        Scale from = other.scale(index.getOfScale()).get();
        List<Reading> readings = new ArrayList<>();
        for (String context : contexts(other, true)) {
            Measure measure = Measure.builder()
                    .code(code(instrument, "index", index.getCode(), context))
                    .kind(Measure.Kind.INDEX)
                    .instrument(instrument.getCode())
                    .ofInstrument(other.getCode())
                    .context(context)
                    .label(label(instrument, index.getLabel(), context, false))
                    .withFixedItems(minus.isWithFixedItems() || from.isWithFixedItems())
                    .higher(Dimension.Direction.RISK)
                    .min((double) from.getMin() - minus.getMax())
                    .max((double) from.getMax() - minus.getMin())
                    .build();
            readings.add(new Reading(
                    measure,
                    (assessment, indices) -> indices.scores(assessment).stream()
                            .filter(score -> score.getIndex().getCode().equals(index.getCode())
                                    && context.equals(score.getContext()))
                            .findFirst()
                            .map(score -> score.getValue() == null
                                    ? Measured.none(NoValue.NO_COUNTERPART)
                                    : Measured.of(score.getValue()))
                            .orElseGet(() -> Measured.none(NoValue.CONTEXT_NOT_RATED))));
        }
        return readings;
    }

    private static List<String> contexts(Instrument instrument, boolean perContext) {
        return perContext
                ? instrument.contexts().stream().map(Choice::getCode).collect(Collectors.toList())
                : Collections.singletonList(null);
    }

    private static String code(Instrument instrument, String kind, String of, String context) {
        return instrument.getCode() + "." + kind + "." + of + (context == null ? "" : "." + context);
    }

    private static Label label(Instrument instrument, Label of, String context, boolean withoutCarried) {
        Label inContext = context == null
                ? null
                : instrument.contexts().stream()
                        .filter(choice -> choice.getCode().equals(context))
                        .findFirst()
                        .map(Choice::getLabel)
                        .orElse(null);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : Label.LANGUAGES) {
            Locale locale = new Locale(language);
            StringBuilder text = new StringBuilder(instrument.getLabel().in(locale))
                    .append(", ")
                    .append(uncapitalized(of.in(locale), locale));
            for (Label part : Arrays.asList(inContext, withoutCarried ? WITHOUT_CARRIED_LABEL : null)) {
                if (part != null) {
                    text.append(", ").append(part.in(locale));
                }
            }
            texts.put(language, text.toString());
        }
        return new Label(texts);
    }

    /** Within a name nothing begins anew; an abbreviation keeps its capitals. */
    private static String uncapitalized(String text, Locale locale) {
        return text.length() > 1 && Character.isLowerCase(text.charAt(1))
                ? text.substring(0, 1).toLowerCase(locale) + text.substring(1)
                : text;
    }

    private static Label label(String english, String french) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("en", english);
        texts.put("fr", french);
        return new Label(texts);
    }
}
