/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.Value;

/**
 * Reads one JSON object strictly: what is missing, of the wrong type or unknown is noted as a fault with its place (a
 * JSON pointer), and reading goes on, so that one pass finds every fault.
 */
public final class JsonNodeReader {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode node;

    private final String place;

    private final List<Noted> faults;

    private final Set<String> read = new HashSet<>();

    private JsonNodeReader(JsonNode node, String place, List<Noted> faults) {
        this.node = node;
        this.place = place;
        this.faults = faults;
    }

    /**
     * Reads a document.
     *
     * @param file its name, for the message
     * @param text its text
     * @param reading makes the result; what it returns counts only where no fault was found
     * @throws DefinitionException naming every fault
     */
    public static <T> T read(String file, String text, Function<JsonNodeReader, T> reading) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new DefinitionException(file, Collections.singletonList(noJson(e)));
        }
        List<Noted> faults = new ArrayList<>();
        JsonNodeReader reader = new JsonNodeReader(root, "", faults);
        if (!root.isObject()) {
            reader.fault(FaultReason.NO_OBJECT);
            throw refused(file, text, faults);
        }
        // For editors, which look up what is expected where.
        reader.optionalText("$schema");
        T result = reading.apply(reader);
        reader.refuseUnread();
        if (!faults.isEmpty()) {
            throw refused(file, text, faults);
        }
        return result;
    }

    private static DocumentFault noJson(JsonProcessingException e) {
        JsonLocation where = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        return new DocumentFault(
                Math.max(1, where.getLineNr()),
                Math.max(1, where.getColumnNr()),
                "",
                FaultReason.NO_JSON,
                e.getOriginalMessage());
    }

    /** The places are looked up only now: a good document has no need of them. */
    private static DefinitionException refused(String file, String text, List<Noted> faults) {
        DocumentPlaces places = new DocumentPlaces(text);
        return new DefinitionException(
                file,
                faults.stream()
                        .map(fault -> fault.at(places))
                        .distinct()
                        .sorted(Comparator.comparingInt(DocumentFault::getLine)
                                .thenComparingInt(DocumentFault::getColumn))
                        .collect(Collectors.toList()));
    }

    /** Notes a fault of this object as a whole. */
    public void fault(FaultReason reason, Object... arguments) {
        faults.add(new Noted(place, reason, arguments));
    }

    /** Notes a fault of one of its keys, or of a place below it. */
    public void fault(String key, FaultReason reason, Object... arguments) {
        faults.add(new Noted(place + "/" + key, reason, arguments));
    }

    /** @return whether nothing has been found wrong so far, anywhere in the document */
    public boolean flawless() {
        return faults.isEmpty();
    }

    public boolean has(String key) {
        return !get(key).isMissingNode();
    }

    /** @return the keys of this object, which all count as read */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        read.addAll(keys);
        return keys;
    }

    /** @return the places of this object that say something, to that depth; none of them counts as read by this */
    public Set<String> paths(int depth) {
        Set<String> paths = new LinkedHashSet<>();
        addPaths(node, "", depth, paths);
        return Collections.unmodifiableSet(paths);
    }

    private static void addPaths(JsonNode object, String prefix, int depth, Set<String> paths) {
        object.fieldNames().forEachRemaining(key -> {
            String path = prefix + escaped(key);
            paths.add(path);
            if (depth > 1) {
                addPaths(object.get(key), path + "/", depth - 1, paths);
            }
        });
    }

    /** @return a text that must be there; "" where it is faulty */
    public String text(String key) {
        JsonNode value = required(key);
        if (value.isMissingNode()) {
            return "";
        }
        if (!value.isTextual() || value.textValue().trim().isEmpty()) {
            fault(key, FaultReason.NO_TEXT);
            return "";
        }
        return value.textValue();
    }

    /** @return a text, or null where the key is absent */
    public String optionalText(String key) {
        return has(key) ? text(key) : null;
    }

    /** @return a text that must be one of {@code allowed}; the first of them where it is faulty */
    public String oneOf(String key, String... allowed) {
        String value = text(key);
        if (!value.isEmpty() && !Arrays.asList(allowed).contains(value)) {
            fault(key, FaultReason.NONE_OF, value, String.join(", ", allowed));
            return allowed[0];
        }
        return value.isEmpty() ? allowed[0] : value;
    }

    /** @return a whole number, or null where the key is absent */
    public Integer optionalInteger(String key) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isInt()) {
            fault(key, FaultReason.NO_WHOLE_NUMBER);
            return 0;
        }
        return value.intValue();
    }

    /** @return a whole number that must be there; 0 where it is faulty */
    public int integer(String key) {
        return required(key).isMissingNode() ? 0 : optionalInteger(key);
    }

    /** @return a number, or null where the key is absent */
    public Double optionalNumber(String key) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isNumber()) {
            fault(key, FaultReason.NO_NUMBER);
            return Double.NaN;
        }
        return value.doubleValue();
    }

    /** @return a number that must be there; NaN where it is faulty */
    public double number(String key) {
        return required(key).isMissingNode() ? Double.NaN : optionalNumber(key);
    }

    /** @return a day, or null where the key is absent */
    public LocalDate optionalDay(String key) {
        return has(key) ? day(key) : null;
    }

    /** @return a day that must be there; the last that there is where it is faulty */
    public LocalDate day(String key) {
        String text = text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            if (!text.isEmpty()) {
                fault(key, FaultReason.NO_DAY);
            }
            return LocalDate.MAX;
        }
    }

    /** @return a yes or no; false where the key is absent */
    public boolean flag(String key) {
        JsonNode value = get(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(key, FaultReason.NO_FLAG);
        }
        return value.asBoolean(false);
    }

    /** @return a label in every language of the module */
    public Label label(String key) {
        Label label = labelAsFar(key);
        for (String language : Label.LANGUAGES) {
            if (!label.texts().containsKey(language)) {
                fault(key, FaultReason.LANGUAGE_MISSING, language);
            }
        }
        return label;
    }

    /** @return a label in every language of the module, or one text for all of them */
    public Label labelOrText(String key) {
        return get(key).isObject() ? label(key) : Label.inEveryLanguage(text(key));
    }

    /** @return a label in at least one language of the module */
    public Label labelAsFar(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonNodeReader label = object(key);
        if (label != null) {
            for (String language : label.keys()) {
                if (!Label.LANGUAGES.contains(language)) {
                    label.fault(language, FaultReason.NO_LANGUAGE, String.join(", ", Label.LANGUAGES));
                }
                texts.put(language, label.text(language));
            }
        }
        return new Label(texts);
    }

    /** @return the texts of a list, none twice; empty where the key is absent */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        JsonNode list = get(key);
        if (list.isMissingNode()) {
            return texts;
        }
        if (!list.isArray()) {
            fault(key, FaultReason.NO_LIST);
            return texts;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isTextual()) {
                fault(key + "/" + i, FaultReason.NO_TEXT);
            } else if (texts.contains(list.get(i).textValue())) {
                fault(key + "/" + i, FaultReason.TWICE, list.get(i).textValue());
            } else {
                texts.add(list.get(i).textValue());
            }
        }
        return texts;
    }

    /** @return the whole numbers of a list; empty where the key is absent */
    public List<Integer> integers(String key) {
        List<Integer> integers = new ArrayList<>();
        JsonNode list = get(key);
        if (!list.isMissingNode() && !list.isArray()) {
            fault(key, FaultReason.NO_LIST);
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            if (list.get(i).isInt()) {
                integers.add(list.get(i).intValue());
            } else {
                fault(key + "/" + i, FaultReason.NO_WHOLE_NUMBER);
            }
        }
        return integers;
    }

    /** @return the texts and whole numbers of a list, as they are; empty where the key is absent */
    public List<Object> textsAndIntegers(String key) {
        List<Object> values = new ArrayList<>();
        JsonNode list = get(key);
        if (!list.isMissingNode() && !list.isArray()) {
            fault(key, FaultReason.NO_LIST);
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            JsonNode value = list.get(i);
            values.add(value.isInt() ? (Object) value.intValue() : value.isTextual() ? value.textValue() : "");
        }
        return values;
    }

    /** @return the objects of a list; empty where the key is absent */
    public <T> List<T> objects(String key, Function<JsonNodeReader, T> reading) {
        List<T> objects = new ArrayList<>();
        JsonNode list = get(key);
        if (list.isMissingNode()) {
            return objects;
        }
        if (!list.isArray()) {
            fault(key, FaultReason.NO_LIST);
            return objects;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNodeReader element = new JsonNodeReader(list.get(i), place + "/" + key + "/" + i, faults);
            if (list.get(i).isObject()) {
                objects.add(reading.apply(element));
                element.refuseUnread();
            } else {
                element.fault(FaultReason.NO_OBJECT);
            }
        }
        return objects;
    }

    /** @return the values of an object by key, in order; empty where the key is absent */
    public <T> Map<String, T> map(String key, Function<JsonNodeReader, T> reading) {
        Map<String, T> values = new LinkedHashMap<>();
        if (!has(key)) {
            return values;
        }
        JsonNodeReader object = object(key);
        if (object != null) {
            for (String name : object.keys()) {
                JsonNodeReader value = object.object(name);
                if (value != null) {
                    values.put(name, reading.apply(value));
                    value.refuseUnread();
                }
            }
        }
        return values;
    }

    /** @return an object that must be there, or null where it is faulty; its unknown keys are for the caller to refuse */
    public JsonNodeReader object(String key) {
        JsonNode value = required(key);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isObject()) {
            fault(key, FaultReason.NO_OBJECT);
            return null;
        }
        return new JsonNodeReader(value, place + "/" + escaped(key), faults);
    }

    /** Notes every key of this object that nothing has asked for. */
    public void refuseUnread() {
        Set<String> unread = new TreeSet<>();
        node.fieldNames().forEachRemaining(unread::add);
        unread.removeAll(read);
        unread.forEach(key -> fault(escaped(key), FaultReason.UNKNOWN));
    }

    /** A key as it stands in a JSON pointer. */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private JsonNode get(String key) {
        read.add(key);
        JsonNode value = node.get(key);
        return value == null ? MissingNode.getInstance() : value;
    }

    private JsonNode required(String key) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            fault(key, FaultReason.MISSING);
        }
        return value;
    }

    @Value
    private static final class Noted {

        String path;

        FaultReason reason;

        Object[] arguments;

        DocumentFault at(DocumentPlaces places) {
            JsonLocation where = places.of(path);
            return new DocumentFault(where.getLineNr(), where.getColumnNr(), path, reason, arguments);
        }
    }
}
