/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads an instrument from its JSON definition, or refuses it with every fault. The format is described in the README,
 * "A definition file".
 */
public final class DefinitionReader {

    private static final int FORMAT = 1;

    /** Codes go into concept mappings, JSON keys and, with dots replaced, into form ids. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,30}");

    private final List<Question> commonQuestions;

    private JsonNodeReader root;

    private final List<Instrument> instruments;

    /** Which part the fields that are read belong to. */
    private Question.Part part = Question.Part.FIELD;

    private String instrument;

    private Map<String, ChoiceList> lists;

    private Map<String, Label> options;

    /** @param commonQuestions what can be asked of every assessment, from {@link #readCommon} */
    public DefinitionReader(List<Question> commonQuestions) {
        this(commonQuestions, Collections.emptyList());
    }

    private DefinitionReader(List<Question> commonQuestions, List<Instrument> instruments) {
        this.commonQuestions = commonQuestions;
        this.instruments = instruments;
    }

    /**
     * Reads the questions that are asked of every assessment, whatever the instrument.
     *
     * @throws DefinitionException naming every fault
     */
    public static List<Question> readCommon(String file, String text) {
        DefinitionReader reader = new DefinitionReader(Collections.emptyList());
        return JsonNodeReader.read(file, text, json -> {
            reader.begin(json, CommonQuestions.NAMESPACE);
            reader.part = Question.Part.COMMON;
            return json.objects("questions", reader::field);
        });
    }

    /**
     * Reads what is charted and is no instrument: its questions as an instrument has fields.
     *
     * @param instruments those whose items its questions can have for answers
     * @throws DefinitionException naming every fault
     */
    static RecordType readRecordType(String file, String text, List<Instrument> instruments) {
        DefinitionReader reader = new DefinitionReader(Collections.emptyList(), instruments);
        return JsonNodeReader.read(file, text, reader::recordType);
    }

    /**
     * @param file the file's name, for the message
     * @param text its text
     * @throws DefinitionException naming every fault
     */
    public Instrument read(String file, String text) {
        return JsonNodeReader.read(file, text, this::instrument);
    }

    private void begin(JsonNodeReader json, String namespace) {
        root = json;
        instrument = namespace;
        if (json.integer("format") != FORMAT) {
            json.fault("format", "this version of the module reads format " + FORMAT);
        }
        options = json.map("options", option -> option.label("label"));
        lists = new LinkedHashMap<>();
        json.map("choices", this::choiceList)
                .forEach((code, list) -> lists.put(
                        code,
                        list.toBuilder()
                                .code(checked("choices", code))
                                .choices(named(code, list.getChoices()))
                                .build()));
    }

    private RecordType recordType(JsonNodeReader json) {
        begin(json, code(json));
        part = Question.Part.RECORD;
        RecordType read = RecordType.builder()
                .code(instrument)
                .label(json.label("label"))
                .title(json.label("title"))
                .subject(enumerated(json, "subject", RecordType.Subject.class))
                .questions(json.objects("questions", this::field))
                .build();
        if (read.getSubject() == null) {
            json.fault("subject", "is missing");
        }
        List<String> codes = read.getQuestions().stream().map(Question::getCode).collect(Collectors.toList());
        refuseDuplicates("questions", codes);
        read.getQuestions().forEach(question -> {
            Set<String> others = new LinkedHashSet<>(question.getNotAskedWhere().keySet());
            others.add(question.getRequiredWith());
            others.stream()
                    .filter(other -> other != null && !codes.contains(other))
                    .forEach(other -> json.fault("questions", "\"" + other + "\" is not a question of the record"));
        });
        return read;
    }

    private ChoiceList choiceList(JsonNodeReader json) {
        return ChoiceList.builder()
                .label(json.has("label") ? json.label("label") : null)
                .choices(json.objects("values", this::choice))
                .build();
    }

    private Instrument instrument(JsonNodeReader json) {
        begin(json, code(json));
        Instrument.InstrumentBuilder result = Instrument.builder()
                .code(instrument)
                .label(json.label("label"))
                .title(json.label("title"))
                .source(json.text("source"))
                .notice(json.label("notice"))
                .options(Collections.unmodifiableMap(options))
                .window(window(json))
                .contextOfRatings(json.flag("contextOfRatings"))
                .choiceLists(new ArrayList<>(lists.values()))
                .common(common(json));
        List<Dimension> dimensions = json.objects("dimensions", this::dimension);
        List<Item> items = json.objects("items", this::item);
        result.dimensions(dimensions).items(items);
        refuseDuplicates("items", items.stream().map(Item::getCode).collect(Collectors.toList()));
        if (items.isEmpty()) {
            json.fault("items", "there are none");
        }
        if (dimensions.isEmpty()) {
            json.fault("dimensions", "there are none");
        }
        result.marks(json.objects("marks", mark -> mark(mark, items, dimensions)));
        result.judgements(json.objects("judgements", this::judgement));
        List<Scale> scales = json.objects("scales", scale -> scale(scale, items, dimensions));
        result.scales(scales);
        result.indices(json.objects("indices", index -> index(index, scales)));
        result.fields(json.objects("fields", this::field));
        result.targets(targets(json));
        Instrument read = result.build();
        if (json.flawless()) {
            refuseDuplicates(
                    "",
                    read.getQuestions().stream().map(Question::getConceptCode).collect(Collectors.toList()));
            refuseClashes(read);
        }
        return read;
    }

    private RatingWindow window(JsonNodeReader json) {
        JsonNodeReader window = json.object("window");
        if (window == null) {
            return null;
        }
        RatingWindow read = RatingWindow.builder()
                .pastMonths(window.optionalInteger("pastMonths"))
                .warnWhenShorter(window.flag("warnWhenShorter"))
                .horizonFromMonths(window.optionalInteger("horizonFromMonths"))
                .horizonToMonths(window.optionalInteger("horizonToMonths"))
                .build();
        window.refuseUnread();
        return read;
    }

    private List<Question> common(JsonNodeReader json) {
        Map<String, Boolean> asked = json.map("asked", entry -> entry.flag("required"));
        List<Choice> editions = named("edition", json.objects("editions", this::choice));
        asked.keySet().stream()
                .filter(code ->
                        commonQuestions.stream().noneMatch(q -> q.getCode().equals(code)))
                .forEach(code -> json.fault("asked/" + code, "is not among the common questions"));
        for (String needed : Arrays.asList(
                CommonQuestions.STATUS,
                CommonQuestions.CONTEXT,
                CommonQuestions.RATER_ROLE,
                CommonQuestions.AMENDMENT)) {
            if (!asked.containsKey(needed)) {
                json.fault("asked", "\"" + needed + "\" is missing: no assessment can be kept without it");
            }
        }
        if (editions.isEmpty()) {
            json.fault("editions", "there are none");
        }
        return commonQuestions.stream()
                .filter(question -> asked.containsKey(question.getCode()))
                .map(question -> question.toBuilder()
                        .required(asked.get(question.getCode()))
                        .choices(question.getCode().equals(CommonQuestions.EDITION) ? editions : question.getChoices())
                        .build())
                .collect(Collectors.toList());
    }

    private Choice choice(JsonNodeReader json) {
        String kind = json.has("kind") ? json.oneOf("kind", "rating", "omitted", "notApplicable") : "rating";
        Choice choice = Choice.builder()
                .code(code(json))
                .label(json.label("label"))
                .kind(
                        kind.equals("omitted")
                                ? Choice.Kind.OMITTED
                                : kind.equals("notApplicable") ? Choice.Kind.NOT_APPLICABLE : Choice.Kind.RATING)
                .value(json.optionalInteger("value"))
                .option(option(json, "option"))
                .alone(json.flag("alone"))
                .build();
        if (choice.getValue() != null && choice.getKind() != Choice.Kind.RATING) {
            json.fault("value", "what is omitted or does not apply counts in no sum");
        }
        return choice;
    }

    private List<Choice> named(String list, List<Choice> choices) {
        refuseDuplicates(list, choices.stream().map(Choice::getCode).collect(Collectors.toList()));
        return choices.stream()
                .map(choice -> choice.toBuilder()
                        .conceptCode(instrument + "." + list + "." + choice.getCode())
                        .build())
                .collect(Collectors.toList());
    }

    private Dimension dimension(JsonNodeReader json) {
        return Dimension.builder()
                .code(code(json))
                .label(json.label("label"))
                .choices(list(json))
                .named(json.flag("named"))
                .onSubItems(json.flag("onSubItems"))
                .onSubItemsOption(option(json, "onSubItemsOption"))
                .notAskedWhere(
                        json.<Set<String>>map("notAskedWhere", where -> new LinkedHashSet<>(where.texts("choices"))))
                .higher(enumerated(json, "higher", Dimension.Direction.class))
                .build();
    }

    /** @return the constant of that name in small letters; null where the key is not there */
    private static <E extends Enum<E>> E enumerated(JsonNodeReader json, String key, Class<E> type) {
        if (!json.has(key)) {
            return null;
        }
        String[] names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        String name = json.oneOf(key, names);
        return Arrays.asList(names).contains(name) ? Enum.valueOf(type, name.toUpperCase(Locale.ROOT)) : null;
    }

    private TargetRule targets(JsonNodeReader json) {
        JsonNodeReader targets = json.has("targets") ? json.object("targets") : null;
        if (targets == null) {
            return null;
        }
        TargetRule rule = new TargetRule(
                targets.text("dimension"),
                new LinkedHashSet<>(targets.texts("choices")),
                targets.optionalText("relevance"));
        if (rule.getChoices().isEmpty()) {
            targets.fault("choices", "there are none");
        }
        targets.refuseUnread();
        return rule;
    }

    private Item item(JsonNodeReader json) {
        return Item.builder()
                .code(code(json))
                .label(json.label("label"))
                .fixed(json.flag("static"))
                .perContext(json.flag("perContext"))
                .notApplicable(json.flag("notApplicable"))
                .notApplicableOption(option(json, "notApplicableOption"))
                .carriedBySupport(json.flag("carriedBySupport"))
                .subItems(json.objects(
                        "subItems",
                        subItem -> SubItem.builder()
                                .code(code(subItem))
                                .label(subItem.label("label"))
                                .build()))
                .build();
    }

    private Mark mark(JsonNodeReader json, List<Item> items, List<Dimension> dimensions) {
        if (dimensions.size() != 1 || items.stream().anyMatch(Item::isPerContext)) {
            json.fault("marks need items that are one question each");
        }
        List<String> marked = itemCodes(json, items);
        boolean dynamicOnly = json.flag("dynamicOnly");
        for (String code : marked) {
            if (dynamicOnly && items.stream().anyMatch(i -> i.getCode().equals(code) && i.isFixed())) {
                json.fault("items", "\"" + code + "\" is static, and the mark is for dynamic items only");
            }
        }
        return Mark.builder()
                .code(code(json))
                .label(json.label("label"))
                .items(marked)
                .purpose(enumerated(json, "purpose", Mark.Purpose.class))
                .build();
    }

    private Judgement judgement(JsonNodeReader json) {
        return Judgement.builder()
                .code(code(json))
                .label(json.label("label"))
                .choices(list(json))
                .required(json.flag("required"))
                .perContext(json.flag("perContext"))
                .build();
    }

    private Scale scale(JsonNodeReader json, List<Item> items, List<Dimension> dimensions) {
        List<String> summed = itemCodes(json, items);
        String dimension = json.text("dimension");
        // One rule so far, stated in the file because it is the instrument's and not the module's.
        json.oneOf("omitted", "prorated");
        json.oneOf("notApplicable", "noValue");
        Predicate<Item> counts = item -> summed.contains(item.getCode());
        Scale scale = Scale.builder()
                .code(code(json))
                .label(json.label("label"))
                .dimension(dimension)
                .items(summed)
                .min(json.integer("min"))
                .max(json.integer("max"))
                .withMean(json.flag("mean"))
                .fallsWithFreedom(json.flag("fallsWithFreedom"))
                .looksBack(json.flag("looksBack"))
                .perContext(items.stream().filter(counts).anyMatch(Item::isPerContext))
                .withFixedItems(items.stream().filter(counts).anyMatch(Item::isFixed))
                .build();
        ChoiceList ratings = dimensions.stream()
                .filter(d -> d.getCode().equals(dimension))
                .findFirst()
                .map(d -> lists.get(d.getChoices()))
                .orElse(null);
        if (ratings == null) {
            json.fault("dimension", "\"" + dimension + "\" is not a dimension of the instrument");
        } else if (!ratings.highest().isPresent()) {
            json.fault("dimension", "none of its ratings counts a number");
        } else {
            refuseWrongEnd(json, "min", scale.getMin(), ratings.lowest().get() * summed.size());
            refuseWrongEnd(json, "max", scale.getMax(), ratings.highest().get() * summed.size());
        }
        return scale;
    }

    private void refuseWrongEnd(JsonNodeReader json, String key, int stated, int computed) {
        if (stated != computed) {
            json.fault(key, "is " + stated + ", but its items give " + computed);
        }
    }

    private Question field(JsonNodeReader json) {
        Question.Kind kind = Question.Kind.valueOf(
                json.oneOf("kind", "text", "coded", "number", "date").toUpperCase(Locale.ROOT));
        String code = json.text("code");
        return Question.builder()
                .code(checked("code", code))
                .conceptCode(instrument + "." + code)
                .label(json.label("label"))
                .qualifier(json.has("group") ? json.label("group") : null)
                .kind(kind)
                .part(part)
                .choices(
                        kind != Question.Kind.CODED
                                        || part == Question.Part.COMMON && code.equals(CommonQuestions.EDITION)
                                ? Collections.emptyList()
                                : fieldChoices(json))
                .required(json.flag("required"))
                .notAskedWhere(
                        json.<Set<String>>map("notAskedWhere", where -> new LinkedHashSet<>(where.texts("choices"))))
                .multiple(json.flag("multiple"))
                .min(json.optionalNumber("min"))
                .max(json.optionalNumber("max"))
                .requiredWith(json.optionalText("requiredWith"))
                .assessmentOf(assessmentOf(json, kind))
                .past(json.flag("past"))
                .review(review(json, kind))
                .build();
    }

    /** Its own list, or the dynamic items of an instrument. */
    private List<Choice> fieldChoices(JsonNodeReader json) {
        if (!json.has("itemsOf")) {
            ChoiceList choices = lists.get(list(json));
            return choices == null ? Collections.emptyList() : choices.getChoices();
        }
        String code = json.text("itemsOf");
        Optional<Instrument> other =
                instruments.stream().filter(i -> i.getCode().equals(code)).findFirst();
        if (!other.isPresent()) {
            json.fault("itemsOf", "\"" + code + "\" is not an instrument");
        }
        return other.map(of -> of.getItems().stream()
                        .filter(item -> !item.isFixed())
                        .map(of::asAnswer)
                        .collect(Collectors.toList()))
                .orElse(Collections.emptyList());
    }

    private static boolean review(JsonNodeReader json, Question.Kind kind) {
        boolean review = json.flag("review");
        if (review && kind != Question.Kind.DATE) {
            json.fault("review", "a review has a day: the kind is date");
        }
        return review;
    }

    private static String assessmentOf(JsonNodeReader json, Question.Kind kind) {
        String other = json.optionalText("assessmentOf");
        if (other != null && kind != Question.Kind.DATE) {
            json.fault("assessmentOf", "an assessment is named by its day: the kind is date");
        }
        return other;
    }

    private Index index(JsonNodeReader json, List<Scale> scales) {
        JsonNodeReader of = json.object("of");
        String minus = json.text("minus");
        if (scales.stream().noneMatch(s -> s.getCode().equals(minus))) {
            json.fault("minus", "\"" + minus + "\" is not a scale of the instrument");
        }
        Index.IndexBuilder index = Index.builder()
                .code(code(json))
                .label(json.label("label"))
                .notice(json.label("notice"))
                .minus(minus);
        if (of != null) {
            index.ofInstrument(of.text("instrument")).ofScale(of.text("scale"));
            of.refuseUnread();
        }
        return index.build();
    }

    private List<String> itemCodes(JsonNodeReader json, List<Item> items) {
        List<String> codes = json.texts("items");
        Set<String> known = items.stream().map(Item::getCode).collect(Collectors.toSet());
        if (codes.isEmpty()) {
            json.fault("items", "there are none");
        }
        for (String code : codes) {
            if (!known.contains(code)) {
                json.fault("items", "\"" + code + "\" is not an item of the instrument");
            }
        }
        return codes;
    }

    private String list(JsonNodeReader json) {
        String code = json.text("choices");
        if (!code.isEmpty() && !lists.containsKey(code)) {
            json.fault("choices", "\"" + code + "\" is not a choice list of the instrument");
        }
        return code;
    }

    private String option(JsonNodeReader json, String key) {
        String option = json.optionalText(key);
        if (option != null && !options.containsKey(option)) {
            json.fault(key, "\"" + option + "\" is not an option of the instrument");
        }
        return option;
    }

    private String code(JsonNodeReader json) {
        String code = json.text("code");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            json.fault("code", "\"" + code + "\" is no code: letters, digits and hyphens, up to 31");
        }
        return code;
    }

    private String checked(String key, String code) {
        for (String part : code.split("\\.", -1)) {
            if (!code.isEmpty() && !CODE.matcher(part).matches()) {
                root.fault(key, "\"" + code + "\" is no code: letters, digits and hyphens, up to 31, parted by dots");
                break;
            }
        }
        return code;
    }

    private void refuseDuplicates(String key, List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (!code.isEmpty() && !seen.add(code)) {
                root.fault(key, "the code \"" + code + "\" is there twice");
            }
        }
    }

    /** Questions, answers and scales share the concept source; no code may mean two things in it. */
    private void refuseClashes(Instrument read) {
        Map<String, String> meaning = new HashMap<>();
        read.getQuestions().forEach(q -> meaning.put(q.getConceptCode(), "a question"));
        List<ChoiceList> all = new ArrayList<>(read.getChoiceLists());
        read.question(CommonQuestions.EDITION)
                .ifPresent(edition -> all.add(
                        ChoiceList.builder().choices(edition.getChoices()).build()));
        for (ChoiceList list : all) {
            for (Choice choice : list.getChoices()) {
                String other = meaning.put(choice.getConceptCode(), "an answer");
                if (other != null) {
                    root.fault("choices", "the code \"" + choice.getConceptCode() + "\" is " + other + " too");
                }
            }
        }
        refuseDuplicates("scales", read.getScales().stream().map(Scale::getCode).collect(Collectors.toList()));
        refuseDuplicates(
                "indices", read.getIndices().stream().map(Index::getCode).collect(Collectors.toList()));
        read.getDimensions()
                .forEach(d -> d.getNotAskedWhere()
                        .forEach((other, choices) -> refuseUnknown("dimensions", read, other, choices)));
        if (read.getTargets() != null) {
            refuseUnknown(
                    "targets",
                    read,
                    read.getTargets().getDimension(),
                    read.getTargets().getChoices());
            if (read.getTargets().getRelevance() != null) {
                refuseUnknown("targets", read, read.getTargets().getRelevance(), Collections.emptySet());
            }
        }
        if (read.getFields().stream().filter(Question::isReview).count() > 1) {
            root.fault("fields", "one field alone is the day of the next review");
        }
        read.getFields().stream()
                .map(Question::getRequiredWith)
                .filter(other -> other != null && !read.question(other).isPresent())
                .forEach(other -> root.fault("fields", "\"" + other + "\" is not a question of the instrument"));
    }

    private void refuseUnknown(String place, Instrument read, String dimension, Set<String> choices) {
        Dimension other = read.getDimensions().stream()
                .filter(d -> d.getCode().equals(dimension))
                .findFirst()
                .orElse(null);
        if (other == null) {
            root.fault(place, "\"" + dimension + "\" is not a dimension of the instrument");
            return;
        }
        choices.stream()
                .filter(choice -> !lists.get(other.getChoices()).find(choice).isPresent())
                .forEach(choice -> root.fault(
                        place, "\"" + choice + "\" is not an answer of the dimension \"" + dimension + "\""));
    }
}
