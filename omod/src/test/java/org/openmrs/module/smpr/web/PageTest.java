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
import java.util.ArrayDeque;
import java.util.Deque;
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

    /** What is loaded by others: the page itself, the script by which a page of an EHR shows parts of it, and what OpenMRS 3 reads. */
    private static final Set<String> ENTRIES =
            Set.of("index.html", "embed.js", "o3-importmap.json", "o3-routes.json", "o3.js");

    @Test
    public void shouldHaveEveryTextInBothLanguages() throws IOException {
        for (Path file : textFiles()) {
            Set<String> inEnglish = paths(english(read(file)));

            assertFalse(file.toString(), inEnglish.isEmpty());
            assertEquals(file.toString(), inEnglish, paths(french(read(file))));
        }
    }

    @Test
    public void shouldCallNoTwoTextsTheSame() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : textFiles()) {
            for (String name : names(english(read(file)))) {
                assertTrue(file + " has again " + name, known.add(name));
            }
        }
    }

    /** What a view says it asks for by name, or finds in a file of texts that it loads itself. */
    @Test
    public void shouldAskForTextsThatExistOnly() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : textFiles()) {
            known.addAll(names(english(read(file))));
        }
        Set<String> asked = new TreeSet<>();
        for (Path file : files()) {
            asked.addAll(matches("\\bt\\(\\s*\"(\\w+)\"", read(file)));
            asked.addAll(matches("\\btext: \"(\\w+)\"", read(file)));
        }
        asked.removeAll(known);

        assertEquals(Set.of(), asked);
    }

    @Test
    public void shouldLoadNothingFromElsewhereAndImportOnlyItsOwnFiles() throws IOException {
        for (Path file : files()) {
            String text = read(file).replace("https://mozilla.org/MPL/2.0/", "");
            assertEquals(file.toString(), Set.of(), matches("(https?://\\S+)", text));
            for (String imported : matches("(?:import\\(|(?:import|from) )\"([^\"]+)\"", text)) {
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
        String view = read(RESOURCES.resolve("chart.js"));

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
    public void shouldReachEveryFileFromThePageOrFromWhatOtherPagesEmbed() throws IOException {
        Set<String> reached = new TreeSet<>(ENTRIES);
        for (boolean more = true; more; ) {
            Set<String> next = new TreeSet<>(reached);
            for (String file : reached) {
                next.addAll(matches(
                        "(?:import\\(?|from|src=|href=) ?\"(?:\\./)?([\\w-]+\\.\\w+)\"",
                        read(RESOURCES.resolve(file))));
            }
            more = !next.equals(reached);
            reached = next;
        }

        assertEquals(files().stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet()), reached);
    }

    /** A French reader's colons, semicolons and quotation marks stay with their words at the end of a line. */
    @Test
    public void shouldKeepFrenchPunctuationWithItsWord() throws IOException {
        for (Path file : textFiles()) {
            assertEquals(
                    file.toString(), Set.of(), matches("(\\S+ [;»]|« \\S+|[\\p{L}}] :(?=[ `\"]))", french(read(file))));
        }
    }

    /** The law has words that a care document does not use: they would say what no court has said. */
    @Test
    public void shouldNotSpeakOfRecidivism() throws IOException {
        for (Path file : textFiles()) {
            assertEquals(file.toString(), Set.of(), matches("(?i)(récidiv|réitér|recidiv|\\bvagues?\\b)", read(file)));
        }
    }

    /** The texts that every view has, and those of one view alone. */
    private static List<Path> textFiles() throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().matches("strings\\.js|.*-texts\\.js"))
                .collect(Collectors.toList());
    }

    private static String english(String texts) {
        return texts.substring(texts.indexOf("\n  en: {"), texts.indexOf("\n  fr: {"));
    }

    private static String french(String texts) {
        int french = texts.indexOf("\n  fr: {");
        return texts.substring(french, texts.indexOf("\n}", french));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toList());
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    /** The names at the first level of a language. */
    private static Set<String> names(String strings) {
        return matches("(?m)^    (\\w+):", strings);
    }

    /** The names at every level of a language, each below those that hold it: {@code singular.key}. */
    private static Set<String> paths(String strings) {
        Set<String> paths = new TreeSet<>();
        Deque<String> holders = new ArrayDeque<>();
        String name = "";
        Matcher part =
                Pattern.compile("(\\w+):|[{}]").matcher(withoutSentences(strings.substring(strings.indexOf('{') + 1)));
        while (part.find()) {
            if (part.group(1) != null) {
                name = part.group(1);
                paths.add(Stream.concat(holders.stream(), Stream.of(name)).collect(Collectors.joining(".")));
            } else if (part.group().equals("{")) {
                holders.addLast(name);
            } else {
                holders.pollLast();
            }
        }
        return paths;
    }

    /** What is left of texts without what is said: of a template first what stands in it, from the innermost outwards. */
    private static String withoutSentences(String strings) {
        String left = strings.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"(?!:)", "\"\"");
        for (String before = ""; !before.equals(left); ) {
            before = left;
            left = left.replaceAll("(\\$\\{[^{}`]*)\\{[^{}`]*\\}", "$1\"\"")
                    .replaceAll("(\\$\\{[^{}`]*)`[^`$]*`", "$1\"\"")
                    .replaceAll("\\$\\{[^{}`]*\\}", "");
        }
        return left.replaceAll("`[^`]*`", "\"\"");
    }

    /** @return what the pattern's group holds wherever it is found */
    static Set<String> matches(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
