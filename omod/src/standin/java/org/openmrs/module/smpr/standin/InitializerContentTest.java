/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openmrs.module.smpr.metadata.StableUuid;

/** What the Initializer module would load is what the module installs, under the same uuids. */
public class InitializerContentTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void shouldWriteAllThatTheModuleInstalls() throws Exception {
        Path content = folder.getRoot().toPath();
        write(ServerProcess.moduleFile(), content);

        List<List<String>> concepts = lines(content, "concepts");
        List<String> header = concepts.remove(0);
        assertTrue(concepts.size() > 400);
        Set<String> written = new HashSet<>();
        for (List<String> concept : concepts) {
            assertEquals(concept.toString(), header.size(), concept.size());
            String code = concept.get(header.indexOf("Same as mappings"));
            assertEquals(StableUuid.ofConcept(code.substring("SMPR:".length())), concept.get(0));
            for (String column : List.of("Answers", "Members")) {
                Stream.of(concept.get(header.indexOf(column)).split("; "))
                        .filter(uuid -> !uuid.isEmpty())
                        .forEach(uuid -> assertTrue(code + " comes after its parts", written.contains(uuid)));
            }
            assertTrue(code, !concept.get(header.indexOf("Fully specified name:fr")).isEmpty());
            written.add(concept.get(0));
        }
        List<List<String>> types = lines(content, "encountertypes");
        assertEquals(12 + 1, types.size());
        assertEquals(10 + 1, lines(content, "roles").size());
        assertEquals(1 + 1, lines(content, "programs").size());
        assertEquals(3 + 6 + 1, lines(content, "programworkflowstates").size());
        forms(content, types.stream().map(type -> type.get(1)).collect(Collectors.toSet()), written);
    }

    /** In a process of its own, for there is one server at a time in one. */
    private static void write(Path omod, Path content) throws Exception {
        Process process = ServerProcess.java(InitializerContent.class, omod.toString(), content.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, 0, process.waitFor());
    }

    private static void forms(Path content, Set<String> types, Set<String> concepts) throws Exception {
        List<Path> forms = files(content.resolve("ampathforms"));
        assertEquals(11, forms.size());
        assertEquals(22, files(content.resolve("ampathformstranslations")).size());
        for (Path file : forms) {
            JsonNode form = new ObjectMapper().readTree(Files.readString(file));
            assertTrue(form.get("published").asBoolean());
            assertTrue(types.contains(form.get("encounter").asText()));
            assertTrue(form.get("description").asText().contains("check value"));
            // As the Initializer makes it.
            String seed = "794c4598-ab82-47ca-8d18-483a8abe6f4f_" + form.get("name").asText() + "_"
                    + form.get("version").asText();
            assertEquals(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString(), form.get("uuid").asText());
            form.findValuesAsText("concept").forEach(concept -> assertTrue(concept, concepts.contains(concept)));
        }
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toList());
        }
    }

    /** The cells of each line, of which none contains a line break or a quotation mark. */
    private static List<List<String>> lines(Path content, String domain) throws Exception {
        List<List<String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(content.resolve(domain).resolve("smpr.csv"))) {
            lines.add(Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                    .map(cell -> cell.replace("\"", ""))
                    .collect(Collectors.toList()));
        }
        return lines;
    }
}
