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
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.trajectory.words.Html;
import org.openmrs.module.smpr.trajectory.words.Language;

/** Writes what the study found, for a meeting: documents that fetch nothing and name nobody. */
public final class StudyReportWriter {

    private static final String STYLE = "study.css";

    private static final String FLOW = "flow";

    private final Language language;

    private final Wording wording;

    /** @param language of the reader */
    public StudyReportWriter(Language language) {
        this.language = language;
        this.wording = new Wording(language);
    }

    /** @return the report as a meeting reads it, with long tables folded */
    public String html(StudyReport report) {
        return html(report, false);
    }

    /**
     * @param unfolded whether long tables are unfolded: printed is what is
     * @return the report, to be read or printed by itself: a first page, and then everything in order
     */
    public String html(StudyReport report, boolean unfolded) {
        return document(style(), html -> {
            html.start("div", "class=\"first\"");
            writeHead(report, html);
            new FirstPage(wording, html).write(report.getFindings());
            html.end();
            writeContents(report, unfolded, html);
            writeAll(report.getFindings(), new FindingWriter(wording, html, unfolded));
        });
    }

    /** @return what an analysis found, without a style of its own: it is shown in a page that has one */
    public String findings(StudyReport report) {
        return document("", html -> {
            writeHead(report, html);
            report.getFindings().stream()
                    .flatMap(finding -> finding.getTables().stream())
                    .filter(table -> table.getCode().equals(FLOW))
                    .forEach(table -> writeFlow(table, html));
            writeAll(report.getFindings(), new FindingWriter(wording, html));
        });
    }

    /** @param style empty for none: a page whose policy allows none in it can read the document then */
    private String document(String style, Consumer<Html> content) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n")
                .start("html", "lang=\"" + language.getLocale().getLanguage() + "\"");
        html.element("head", "", head -> {
            head.raw("<meta charset=\"UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
                    .leaf("title", "", say("title"));
            if (!style.isEmpty()) {
                head.element("style", "", sheet -> sheet.raw(style));
            }
        });
        html.start("body", "").element("main", "", content);
        html.leaf("footer", "", say("footer"));
        return html.end().end().toString();
    }

    private void writeHead(StudyReport report, Html html) {
        html.element("header", "", header -> {
            header.leaf("h1", "", say("title"));
            header.leaf("p", "class=\"read\"", asOf(report) + " " + plan(report));
            header.leaf(
                    "p",
                    "class=\"warning\"",
                    report.getSuppressBelow() == null
                            ? say("stays")
                            : say("suppressed", String.valueOf(report.getSuppressBelow())));
            header.leaf("p", "class=\"warning\"", say("reads"));
        });
    }

    private String asOf(StudyReport report) {
        return say("asOf", language.day(Date.from(report.getAsOf())), report.getSoftwareVersion());
    }

    private String plan(StudyReport report) {
        return report.getPlan() == null
                ? say("noPlan")
                : say(
                        "plan",
                        String.valueOf(report.getPlan().getVersion()),
                        language.day(report.getPlan().getDateAccepted()),
                        report.getPlan().getSha256().substring(0, 12));
    }

    private void writeFlow(ResultTable table, Html html) {
        html.element(
                "section",
                "class=\"finding\"",
                section -> new FindingWriter(wording, section).writeFlow(table, new FlowDrawing(wording)));
    }

    private void writeContents(StudyReport report, boolean unfolded, Html html) {
        List<Finding> findings = report.getFindings();
        FindingWriter writer = new FindingWriter(wording, html);
        html.start("nav", "aria-labelledby=\"contents\"").leaf("h2", "id=\"contents\"", say("contents"));
        html.start("ol", "");
        for (int i = 0; i < findings.size(); i++) {
            String title = writer.title(findings.get(i));
            String link = "href=\"#" + id(i) + "\"";
            html.element("li", "", item -> item.leaf("a", link, title));
        }
        html.end();
        if (!unfolded) {
            String leave = report.getSuppressBelow() == null ? "" : "&amp;leave=true";
            html.element(
                    "p",
                    "class=\"unfold\"",
                    line -> line.leaf("a", "href=\"?unfolded=true" + leave + "\"", say("unfold")));
        }
        html.end();
    }

    private static void writeAll(List<Finding> findings, FindingWriter writer) {
        for (int i = 0; i < findings.size(); i++) {
            writer.write(findings.get(i), id(i));
        }
    }

    private static String id(int place) {
        return "finding-" + (place + 1);
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
