/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Assume;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openmrs.module.smpr.form.FormPlan;
import org.openmrs.module.smpr.form.GeneratedForms;
import org.openmrs.module.smpr.form.O3Form;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;

/**
 * Each generated form as the form engine of OpenMRS 3 reads it: TypeScript takes it for a value of the engine's own type, and the
 * engine's evaluator understands its expressions. What this takes is fetched with {@code npm ci} in {@code src/standin/o3-types}, as
 * {@code .ci/run} does.
 */
public class O3TypesTest {

    private static final Path CHECK = Path.of("src/standin/o3-types").toAbsolutePath();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void shouldBeAFormToTheFormEngine() throws Exception {
        Path forms = folder.getRoot().toPath();
        for (FormPlan plan : GeneratedForms.plans()) {
            write(forms, plan, "");
        }
        for (Instrument instrument : Definitions.shipped()) {
            write(forms, FormPlan.of(instrument.asUsedWith(Map.of(), instrument.getOptions().keySet(), Map.of())), "-with-options");
        }
        Assume.assumeTrue(isThere());
        Process check = new ProcessBuilder("node", "check.js", forms.toString())
                .directory(CHECK.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, 0, check.waitFor());
        assertTrue(said, said.contains("14 forms are values of FormSchema"));
        System.out.print(said);
    }

    private static void write(Path folder, FormPlan plan, String suffix) throws IOException {
        String schema = O3Form.json(GeneratedForms.o3(plan).getSchema());
        Files.writeString(folder.resolve(plan.getQuestionnaire().getCode() + suffix + ".json"), schema);
    }

    private static boolean isThere() throws Exception {
        boolean there = Files.exists(CHECK.resolve("node_modules/typescript")) && runsNode();
        if (!there) {
            System.out.println(List.of(
                            "************************************************************************",
                            "SKIPPED: nobody has looked whether the generated forms are forms to the",
                            "form engine of OpenMRS 3. That takes node, and npm ci in",
                            "omod/src/standin/o3-types; .ci/run does both.",
                            "************************************************************************")
                    .stream()
                    .collect(Collectors.joining("\n")));
        }
        return there;
    }

    private static boolean runsNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
