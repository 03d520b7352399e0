/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.DefinitionCheck;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.DefinitionReader;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.DocumentFault;
import org.openmrs.module.smpr.instrument.FaultReason;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.SiteSettingsReader;
import org.openmrs.module.smpr.study.plan.StudyPlanReader;

/** The JSON Schemas of a site's documents and of a plan of analysis say what the module itself says, as far as a schema can. */
public class SchemaTest {

    private static final Path FOLDER = Paths.get("src/main/webapp/resources/schemas");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** At a site that has set nothing. */
    private static final StudyPlanReader PLANS = new StudyPlanReader(Site.builder()
            .instruments(Definitions.shipped())
            .settings(SiteSettings.NONE)
            .build());

    /** What a schema can say: all else depends on other places of the document, or on other documents. */
    private static final Set<FaultReason> OF_A_SCHEMA = EnumSet.of(
            FaultReason.MISSING,
            FaultReason.UNKNOWN,
            FaultReason.NO_OBJECT,
            FaultReason.NO_LIST,
            FaultReason.NO_TEXT,
            FaultReason.NO_WHOLE_NUMBER,
            FaultReason.NO_NUMBER,
            FaultReason.NO_FLAG,
            FaultReason.NO_DAY,
            FaultReason.NONE_OF,
            FaultReason.TWICE,
            FaultReason.EMPTY,
            FaultReason.OTHER_FORMAT,
            FaultReason.NO_LANGUAGE,
            FaultReason.LANGUAGE_MISSING,
            FaultReason.TOO_LONG,
            FaultReason.LABEL_TOO_LONG,
            FaultReason.OUT_OF_RANGE,
            FaultReason.TOO_SMALL,
            FaultReason.NOT_POSITIVE,
            FaultReason.NOT_BETWEEN,
            FaultReason.NO_CODE,
            FaultReason.NO_PARTED_CODE,
            FaultReason.NO_COMMON_QUESTION,
            FaultReason.NEEDED_QUESTION,
            FaultReason.VALUE_OF_NO_RATING,
            FaultReason.REVIEW_OF_NO_DAY,
            FaultReason.ASSESSMENT_OF_NO_DAY,
            FaultReason.NO_WAVE_CODE,
            FaultReason.NOTHING_DUE,
            FaultReason.NO_SECOND_RATING,
            FaultReason.NO_FIRST_PHASE,
            FaultReason.NO_HORIZON,
            FaultReason.NOTHING_COMPARED,
            FaultReason.UCTI_WITHOUT_APC);

    /** What any place of a document is replaced by in turn. */
    private static final List<JsonNode> OTHERS = Stream.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1",
                    "1.5",
                    "100000",
                    "\"\"",
                    "\" \"",
                    "\"text\"",
                    "\"a b\"",
                    "\"" + String.join("", Collections.nCopies(160, "x")) + "\"",
                    "\"coded\"",
                    "\"UCTI\"",
                    "[]",
                    "[1]",
                    "[\"APC\"]",
                    "[\"CUSTODY\", \"UCTI\"]",
                    "{}",
                    "{\"en\": \"text\"}",
                    "{\"en\": \"text\", \"fr\": \"texte\", \"de\": \"Text\"}",
                    "{\"other\": 1}")
            .map(SchemaTest::json)
            .collect(Collectors.toList());

    private final Instrument own = new DefinitionReader(
                    Definitions.commonQuestions(), Definitions.shipped(), DefinitionCheck.NONE)
            .read("example", text("instrument.example.json"));

    @Test
    public void shouldAcceptTheExamplesAndWhatIsShipped() throws IOException {
        assertEquals(Set.of(), schema("site").validate(json(text("site.example.json"))));
        assertEquals(Set.of(), schema("instrument").validate(json(text("instrument.example.json"))));
        assertEquals(Set.of(), schema("study-plan").validate(json(text("study-plan.example.json"))));
        assertEquals(List.of(), faultsOfPlan(json(text("study-plan.example.json"))));
        assertEquals(List.of(), faultsOfSite(json(text("site.example.json"))));
        try (Stream<Path> shipped = Files.list(Paths.get("../api/src/main/resources/instruments"))) {
            List<Path> files = shipped.collect(Collectors.toList());
            assertEquals(3, files.size());
            for (Path file : files) {
                assertEquals(
                        file.toString(),
                        Set.of(),
                        schema("instrument").validate(JSON.readTree(Files.readString(file))));
            }
        }
    }

    @Test
    public void shouldRefuseOfSettingsWhatTheModuleRefuses() {
        agree("site", this::faultsOfSite);
    }

    @Test
    public void shouldRefuseOfADefinitionWhatTheModuleRefuses() {
        agree("instrument", this::faultsOfInstrument);
    }

    @Test
    public void shouldRefuseOfAPlanOfAnalysisWhatTheModuleRefuses() {
        agree("study-plan", SchemaTest::faultsOfPlan);
    }

    private static void agree(String kind, java.util.function.Function<JsonNode, List<DocumentFault>> reading) {
        JsonSchema schema = schema(kind);
        int[] refused = new int[2];
        List<String> differing = new ArrayList<>();
        eachSpoilt(json(text(kind + ".example.json")), spoilt -> {
            boolean bySchema = !schema.validate(spoilt).isEmpty();
            List<DocumentFault> faults = reading.apply(spoilt);
            boolean sayable = faults.stream().anyMatch(fault -> OF_A_SCHEMA.contains(fault.getReason()));
            refused[0] += bySchema ? 1 : 0;
            refused[1] += faults.isEmpty() ? 0 : 1;
            if (bySchema && faults.isEmpty()) {
                differing.add("only the schema refuses: " + schema.validate(spoilt));
            }
            if (sayable && !bySchema) {
                differing.add("only the module refuses: " + faults);
            }
        });
        assertEquals(String.join("\n", differing.subList(0, Math.min(20, differing.size()))), 0, differing.size());
        assertTrue(refused[0] + " and " + refused[1], refused[0] > 1000 && refused[1] >= refused[0]);
    }

    /** Gives the document with one place after the other left out, replaced, doubled or added to. */
    private static void eachSpoilt(JsonNode document, Consumer<JsonNode> spoilt) {
        spoil(document, document, spoilt);
    }

    private static void spoil(JsonNode document, JsonNode place, Consumer<JsonNode> spoilt) {
        if (place.isObject()) {
            ObjectNode object = (ObjectNode) place;
            object.put("other", 1);
            spoilt.accept(document);
            object.remove("other");
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode right = object.remove(name);
                spoilt.accept(document);
                for (JsonNode wrong : OTHERS) {
                    object.set(name, wrong);
                    spoilt.accept(document);
                }
                object.set(name, right);
                spoil(document, right, spoilt);
            }
        } else if (place.isArray()) {
            ArrayNode list = (ArrayNode) place;
            for (int i = 0; i < list.size(); i++) {
                JsonNode right = list.get(i);
                for (JsonNode wrong : OTHERS) {
                    list.set(i, wrong);
                    spoilt.accept(document);
                }
                list.set(i, right);
                if (right.isValueNode()) {
                    list.add(right);
                    spoilt.accept(document);
                    list.remove(list.size() - 1);
                }
                spoil(document, right, spoilt);
            }
        }
    }

    private List<DocumentFault> faultsOfSite(JsonNode document) {
        List<Instrument> instruments = new ArrayList<>(Definitions.shipped());
        instruments.add(own);
        return faultsOf(() -> new SiteSettingsReader(instruments).read("site", document.toString()));
    }

    private List<DocumentFault> faultsOfInstrument(JsonNode document) {
        return faultsOf(
                () -> new DefinitionReader(Definitions.commonQuestions(), Definitions.shipped(), DefinitionCheck.NONE)
                        .read("instrument", document.toString()));
    }

    private static List<DocumentFault> faultsOfPlan(JsonNode document) {
        return faultsOf(() -> PLANS.read("plan", document.toString()));
    }

    private static List<DocumentFault> faultsOf(Runnable reading) {
        try {
            reading.run();
            return Collections.emptyList();
        } catch (DefinitionException e) {
            return e.getFaults();
        }
    }

    private static JsonSchema schema(String kind) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text(kind + ".schema.json"));
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
