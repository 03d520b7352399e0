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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private final DefinitionCheck check;

    /** Which part the fields that are read belong to. */
    private Question.Part part = Question.Part.FIELD;

    private String instrument;

    private Map<String, ChoiceList> lists;

    private Map<String, Label> options;

    /**
     * @param commonQuestions what can be asked of every assessment, from {@link #readCommon}
     * @param instruments those that the one to be read stands beside, and can speak of
     * @param check whether it can stand beside them
     */
    public DefinitionReader(List<Question> commonQuestions, List<Instrument> instruments, DefinitionCheck check) {
        this.commonQuestions = commonQuestions;
        this.instruments = instruments;
        this.check = check;
    }

    /**
     * Reads the questions that are asked of every assessment, whatever the instrument.
     *
     * @throws DefinitionException naming every fault
     */
    public static List<Question> readCommon(String file, String text) {
        DefinitionReader reader =
                new DefinitionReader(Collections.emptyList(), Collections.emptyList(), DefinitionCheck.NONE);
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
        DefinitionReader reader = new DefinitionReader(Collections.emptyList(), instruments, DefinitionCheck.NONE);
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
            json.fault("format", FaultReason.OTHER_FORMAT, FORMAT);
        }
        options = json.map("options", option -> option.label("label"));
        lists = new LinkedHashMap<>();
        json.map("choices", this::choiceList)
                .forEach((code, list) -> lists.put(
                        code,
                        list.toBuilder()
                                .code(checked(json, "choices/" + code, code))
                                .choices(named("choices/" + code + "/values", code, list.getChoices()))
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
            json.fault("subject", FaultReason.MISSING);
        }
        List<String> codes = read.getQuestions().stream().map(Question::getCode).collect(Collectors.toList());
        refuseDuplicates("questions", codes);
        read.getQuestions().forEach(question -> {
            Set<String> others = new LinkedHashSet<>(question.getNotAskedWhere().keySet());
            others.add(question.getRequiredWith());
            others.stream()
                    .filter(other -> other != null && !codes.contains(other))
                    .forEach(other -> json.fault("questions", FaultReason.NO_QUESTION_OF_RECORD, other));
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
            json.fault("items", FaultReason.EMPTY);
        }
        if (dimensions.isEmpty()) {
            json.fault("dimensions", FaultReason.EMPTY);
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
            refuseClashes(read);
            check.check(
                    read, instruments, (code, reason, arguments) -> json.fault(placeOf(code, read), reason, arguments));
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
        List<Choice> editions = named("editions", "edition", json.objects("editions", this::choice));
        asked.keySet().stream()
                .filter(code ->
                        commonQuestions.stream().noneMatch(q -> q.getCode().equals(code)))
                .forEach(code -> json.fault("asked/" + code, FaultReason.NO_COMMON_QUESTION));
        for (String needed : Arrays.asList(
                CommonQuestions.STATUS,
                CommonQuestions.CONTEXT,
                CommonQuestions.RATER_ROLE,
                CommonQuestions.AMENDMENT)) {
            if (!asked.containsKey(needed)) {
                json.fault("asked", FaultReason.NEEDED_QUESTION, needed);
            }
        }
        if (editions.isEmpty()) {
            json.fault("editions", FaultReason.EMPTY);
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
            json.fault("value", FaultReason.VALUE_OF_NO_RATING);
        }
        return choice;
    }

    private List<Choice> named(String place, String list, List<Choice> choices) {
        refuseDuplicates(place, choices.stream().map(Choice::getCode).collect(Collectors.toList()));
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
            targets.fault("choices", FaultReason.EMPTY);
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
            json.fault(FaultReason.NOT_MARKABLE);
        }
        List<String> marked = itemCodes(json, items);
        boolean dynamicOnly = json.flag("dynamicOnly");
        for (String code : marked) {
            if (dynamicOnly && items.stream().anyMatch(i -> i.getCode().equals(code) && i.isFixed())) {
                json.fault("items", FaultReason.STATIC_MARKED, code);
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
            json.fault("dimension", FaultReason.NO_DIMENSION, dimension);
        } else if (!ratings.highest().isPresent()) {
            json.fault("dimension", FaultReason.COUNTS_NOTHING);
        } else {
            refuseWrongEnd(json, "min", scale.getMin(), ratings.lowest().get() * summed.size());
            refuseWrongEnd(json, "max", scale.getMax(), ratings.highest().get() * summed.size());
        }
        return scale;
    }

    private void refuseWrongEnd(JsonNodeReader json, String key, int stated, int computed) {
        if (stated != computed) {
            json.fault(key, FaultReason.OTHER_RANGE, stated, computed);
        }
    }

    private Question field(JsonNodeReader json) {
        Question.Kind kind = Question.Kind.valueOf(
                json.oneOf("kind", "text", "coded", "number", "date").toUpperCase(Locale.ROOT));
        String code = json.text("code");
        return Question.builder()
                .code(checked(json, "code", code))
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
        return other(json, "itemsOf", code)
                .map(of -> of.getItems().stream()
                        .filter(item -> !item.isFixed())
                        .map(of::asAnswer)
                        .collect(Collectors.toList()))
                .orElse(Collections.emptyList());
    }

    private Optional<Instrument> other(JsonNodeReader json, String key, String code) {
        Optional<Instrument> other =
                instruments.stream().filter(i -> i.getCode().equals(code)).findFirst();
        if (!code.isEmpty() && !other.isPresent()) {
            json.fault(key, FaultReason.NO_INSTRUMENT, code);
        }
        return other;
    }

    private static boolean review(JsonNodeReader json, Question.Kind kind) {
        boolean review = json.flag("review");
        if (review && kind != Question.Kind.DATE) {
            json.fault("review", FaultReason.REVIEW_OF_NO_DAY);
        }
        return review;
    }

    private String assessmentOf(JsonNodeReader json, Question.Kind kind) {
        String other = json.optionalText("assessmentOf");
        if (other != null) {
            other(json, "assessmentOf", other);
        }
        if (other != null && kind != Question.Kind.DATE) {
            json.fault("assessmentOf", FaultReason.ASSESSMENT_OF_NO_DAY);
        }
        return other;
    }

    private Index index(JsonNodeReader json, List<Scale> scales) {
        JsonNodeReader of = json.object("of");
        String minus = json.text("minus");
        if (scales.stream().noneMatch(s -> s.getCode().equals(minus))) {
            json.fault("minus", FaultReason.NO_SCALE, minus);
        }
        Index.IndexBuilder index = Index.builder()
                .code(code(json))
                .label(json.label("label"))
                .notice(json.label("notice"))
                .minus(minus);
        if (of != null) {
            String scale = of.text("scale");
            Optional<Instrument> other = other(of, "instrument", of.text("instrument"));
            if (other.isPresent() && !other.get().scale(scale).isPresent()) {
                of.fault("scale", FaultReason.NO_SCALE, scale);
            }
            index.ofInstrument(of.text("instrument")).ofScale(scale);
            of.refuseUnread();
        }
        return index.build();
    }

    private List<String> itemCodes(JsonNodeReader json, List<Item> items) {
        List<String> codes = json.texts("items");
        Set<String> known = items.stream().map(Item::getCode).collect(Collectors.toSet());
        if (codes.isEmpty()) {
            json.fault("items", FaultReason.EMPTY);
        }
        for (String code : codes) {
            if (!known.contains(code)) {
                json.fault("items", FaultReason.NO_ITEM, code);
            }
        }
        return codes;
    }

    private String list(JsonNodeReader json) {
        String code = json.text("choices");
        if (!code.isEmpty() && !lists.containsKey(code)) {
            json.fault("choices", FaultReason.NO_CHOICE_LIST, code);
        }
        return code;
    }

    private String option(JsonNodeReader json, String key) {
        String option = json.optionalText(key);
        if (option != null && !options.containsKey(option)) {
            json.fault(key, FaultReason.NO_OPTION, option);
        }
        return option;
    }

    private String code(JsonNodeReader json) {
        String code = json.text("code");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            json.fault("code", FaultReason.NO_CODE, code);
        }
        return code;
    }

    private static String checked(JsonNodeReader json, String key, String code) {
        for (String part : code.split("\\.", -1)) {
            if (!code.isEmpty() && !CODE.matcher(part).matches()) {
                json.fault(key, FaultReason.NO_PARTED_CODE, code);
                break;
            }
        }
        return code;
    }

    private void refuseDuplicates(String list, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            if (!codes.get(i).isEmpty() && codes.indexOf(codes.get(i)) < i) {
                root.fault(list + "/" + i, FaultReason.CODE_TWICE, codes.get(i));
            }
        }
    }

    /** Questions, answers and scales share the concept source; no code may mean two things in it. */
    private void refuseClashes(Instrument read) {
        Map<String, FaultReason> meaning = new HashMap<>();
        for (Question question : read.getQuestions()) {
            String code = question.getConceptCode();
            if (meaning.put(code, FaultReason.CODE_OF_QUESTION) != null) {
                root.fault(placeOf(code, read), FaultReason.CODE_TWICE, code);
            }
        }
        List<ChoiceList> all = new ArrayList<>(read.getChoiceLists());
        read.question(CommonQuestions.EDITION)
                .ifPresent(edition -> all.add(
                        ChoiceList.builder().choices(edition.getChoices()).build()));
        for (ChoiceList list : all) {
            for (Choice choice : list.getChoices()) {
                FaultReason other = meaning.put(choice.getConceptCode(), FaultReason.CODE_OF_ANSWER);
                if (other != null) {
                    root.fault(placeOf(choice.getConceptCode(), read), other, choice.getConceptCode());
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
            root.fault("fields", FaultReason.SEVERAL_REVIEWS);
        }
        read.getFields().stream()
                .map(Question::getRequiredWith)
                .filter(other -> other != null && !read.question(other).isPresent())
                .forEach(other -> root.fault("fields", FaultReason.NO_QUESTION, other));
    }

    private void refuseUnknown(String place, Instrument read, String dimension, Set<String> choices) {
        Dimension other = read.getDimensions().stream()
                .filter(d -> d.getCode().equals(dimension))
                .findFirst()
                .orElse(null);
        if (other == null) {
            root.fault(place, FaultReason.NO_DIMENSION, dimension);
            return;
        }
        choices.stream()
                .filter(choice -> !lists.get(other.getChoices()).find(choice).isPresent())
                .forEach(choice -> root.fault(place, FaultReason.NO_ANSWER, choice, dimension));
    }

    /** @return where the document says what has that code in the dictionary, without the first slash; "" for the instrument's own code */
    static String placeOf(String conceptCode, Instrument read) {
        if (conceptCode.isEmpty()) {
            return "code";
        }
        String code = conceptCode.startsWith(read.getCode() + ".")
                ? conceptCode.substring(read.getCode().length() + 1)
                : "";
        for (ChoiceList list : read.getChoiceLists()) {
            for (int i = 0; i < list.getChoices().size(); i++) {
                if (code.equals(list.getCode() + "." + list.getChoices().get(i).getCode())) {
                    return "choices/" + list.getCode() + "/values/" + i;
                }
            }
        }
        return Stream.of(
                        placeOf(code, "fields", read.getFields(), Question::getCode),
                        placeOf(code, "items", read.getItems(), Item::getCode),
                        placeOf(code, "marks", read.getMarks(), Mark::getCode),
                        placeOf(code, "judgements", read.getJudgements(), Judgement::getCode),
                        code.startsWith(CommonQuestions.EDITION + ".") ? "editions" : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("label");
    }

    private static <T> String placeOf(String code, String list, List<T> parts, Function<T, String> codeOf) {
        for (int i = 0; i < parts.size(); i++) {
            if ((code + ".").startsWith(codeOf.apply(parts.get(i)) + ".")) {
                return list + "/" + i;
            }
        }
        return null;
    }
}
