/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.trajectory.words.Html;
import org.openmrs.module.smpr.trajectory.words.Language;

/** Writes the report of the study for a meeting: a document of its own, to be read or printed, that fetches nothing and names nobody. */
public final class StudyReportWriter {

    private static final String STYLE = "study.css";

    private final Language language;

    /** @param language of the reader */
    public StudyReportWriter(Language language) {
        this.language = language;
    }

    /** @return the HTML document */
    public String html(StudyReport report) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n")
                .start("html", "lang=\"" + language.getLocale().getLanguage() + "\"");
        html.element(
                "head",
                "",
                head -> head.raw("<meta charset=\"UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
                        .leaf("title", "", say("title"))
                        .element("style", "", style -> style.raw(style())));
        html.start("body", "").start("main", "");
        html.element("header", "", header -> {
            header.leaf("h1", "", say("title"));
            header.leaf(
                    "p",
                    "class=\"read\"",
                    say("asOf", language.day(Date.from(report.getAsOf())), report.getSoftwareVersion()));
            header.leaf(
                    "p",
                    "class=\"read\"",
                    report.getPlan() == null
                            ? say("noPlan")
                            : say(
                                    "plan",
                                    report.getPlan().getVersion(),
                                    language.day(report.getPlan().getDateAccepted()),
                                    report.getPlan().getSha256().substring(0, 12)));
            header.leaf(
                    "p",
                    "class=\"warning\"",
                    report.getSuppressBelow() == null ? say("stays") : say("suppressed", report.getSuppressBelow()));
            header.leaf("p", "class=\"warning\"", say("reads"));
        });
        Wording wording = new Wording(language);
        FindingWriter writer = new FindingWriter(wording, html);
        report.getFindings().forEach(writer::write);
        html.leaf("footer", "", say("footer"));
        return html.end().end().end().toString();
    }

    /** @return what an analysis found, as a document of its own */
    public String findings(StudyReport report) {
        return html(report);
    }

    private String say(String key, Object... arguments) {
        return language.say("smpr.study.report." + key, arguments);
    }

    private static String style() {
        try (InputStream in = StudyReportWriter.class.getResourceAsStream(STYLE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
