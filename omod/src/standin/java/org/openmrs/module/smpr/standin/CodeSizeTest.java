package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** The stand-in stays smaller than what it stands under. */
public class CodeSizeTest {

    private static final List<String> CODE =
            List.of(".java", ".xml", ".json", ".sql", ".properties", ".js", ".css", ".html");

    /** Blank lines, comments, and what only says where a name comes from. */
    private static final Pattern NO_CODE = Pattern.compile("\\s*(|//.*|/?\\*.*|#.*|<!--.*-->|package .*;|import .*;)");

    @Test
    public void shouldBeSmallerThanTheModule() {
        long platform = lines("../platform");
        long module = lines("../api") + lines("../omod");
        System.out.printf("Lines of main code: %d in platform, %d in api and omod%n", platform, module);
        assertTrue(platform < module);
    }

    private static long lines(String project) {
        try (Stream<Path> files = Files.walk(Path.of(project, "src", "main"))) {
            return files.filter(f -> CODE.stream().anyMatch(f.toString()::endsWith))
                    .mapToLong(CodeSizeTest::linesOf)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long linesOf(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !NO_CODE.matcher(line).matches()).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
