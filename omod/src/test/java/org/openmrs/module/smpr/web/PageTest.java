/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.trajectory.drawing.TrajectoryChart;

/** What holds for the page's files before any browser reads them. */
public class PageTest {

    private static final Path RESOURCES = Path.of("src/main/webapp/resources");

    @Test
    public void shouldHaveEveryTextInBothLanguages() throws IOException {
        String strings = read(RESOURCES.resolve("strings.js"));
        int french = strings.indexOf("\n  fr: {");
        Set<String> inEnglish = names(strings.substring(strings.indexOf("\n  en: {"), french));

        assertFalse(inEnglish.isEmpty());
        assertEquals(inEnglish, names(strings.substring(french, strings.indexOf("\n};", french))));
    }

    @Test
    public void shouldAskForTextsThatExistOnly() throws IOException {
        Set<String> known = names(read(RESOURCES.resolve("strings.js")));
        Set<String> asked = new TreeSet<>();
        for (Path file : files()) {
            asked.addAll(matches("\\bt\\(\"(\\w+)\"", read(file)));
        }
        asked.removeAll(known);

        assertEquals(Set.of(), asked);
    }

    @Test
    public void shouldLoadNothingFromElsewhereAndImportOnlyItsOwnFiles() throws IOException {
        for (Path file : files()) {
            String text = read(file).replace("https://mozilla.org/MPL/2.0/", "");
            assertEquals(file.toString(), Set.of(), matches("(https?://\\S+)", text));
            for (String imported : matches("(?:import|from) \"([^\"]+)\"", text)) {
                assertTrue(file + " imports " + imported, Files.exists(RESOURCES.resolve(imported)));
            }
        }
    }

    @Test
    public void shouldHaveNoScriptOrStyleInThePageItself() throws IOException {
        String page = read(RESOURCES.resolve("index.html"));

        assertEquals(Set.of(), matches("(<script(?![^>]* src=)[^>]*>|<style|\\son\\w+=|\\sstyle=)", page));
        assertTrue(page.contains("script-src 'self'"));
    }

    @Test
    public void shouldAskForChartsOnlyAsNarrowAndAsWideAsTheServerDraws() throws IOException {
        String view = read(RESOURCES.resolve("trajectory-view.js"));

        assertEquals(Set.of(String.valueOf(TrajectoryChart.NARROWEST)), matches("const NARROWEST = (\\d+);", view));
        assertEquals(Set.of(String.valueOf(TrajectoryChart.WIDEST)), matches("const WIDEST = (\\d+);", view));
    }

    @Test
    public void shouldTakeReasonsOnlyAsLongAsTheServerDoes() throws IOException {
        String reasons = read(Path.of("../api/src/main/java/org/openmrs/module/smpr/assessment/Reasons.java"));

        assertEquals(
                matches("int LONGEST = (\\d+);", reasons),
                matches("const LONGEST_REASON = (\\d+);", read(RESOURCES.resolve("fields.js"))));
    }

    @Test
    public void shouldKnowNoInstrumentByItsName() throws IOException {
        for (Path file : files()) {
            assertEquals(file.toString(), Set.of(), matches("(HCR|SAPROF|CAPP)", read(file)));
        }
    }

    @Test
    public void shouldReachEveryFileFromThePage() throws IOException {
        Set<String> reached = new TreeSet<>(Set.of("index.html"));
        for (boolean more = true; more; ) {
            Set<String> next = new TreeSet<>(reached);
            for (String file : reached) {
                next.addAll(matches(
                        "(?:import|from|src=|href=) ?\"(?:\\./)?([\\w-]+\\.\\w+)\"", read(RESOURCES.resolve(file))));
            }
            more = !next.equals(reached);
            reached = next;
        }

        assertEquals(files().stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet()), reached);
    }

    /** A French reader's colons, semicolons and quotation marks stay with their words at the end of a line. */
    @Test
    public void shouldKeepFrenchPunctuationWithItsWord() throws IOException {
        String strings = read(RESOURCES.resolve("strings.js"));
        String french = strings.substring(strings.indexOf("\n  fr: {"), strings.indexOf("\n};"));

        assertEquals(Set.of(), matches("(\\S+ [;»]|« \\S+|[\\p{L}}] :(?=[ `\"]))", french));
    }

    /** The law has words that a care document does not use: they would say what no court has said. */
    @Test
    public void shouldNotSpeakOfRecidivism() throws IOException {
        assertEquals(Set.of(), matches("(?i)(récidiv|réitér|recidiv|vague)", read(RESOURCES.resolve("strings.js"))));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            return files.collect(Collectors.toList());
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    /** The names at the first level of a language. */
    private static Set<String> names(String strings) {
        return matches("(?m)^    (\\w+):", strings);
    }

    private static Set<String> matches(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
