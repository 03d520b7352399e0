/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.trajectory.FiledSummary;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Report;
import org.openmrs.module.smpr.trajectory.Review;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.drawing.TimelineChart;
import org.openmrs.module.smpr.trajectory.drawing.TrajectoryChart;
import org.openmrs.module.smpr.trajectory.words.Html;
import org.openmrs.module.smpr.trajectory.words.Language;
import org.openmrs.module.smpr.trajectory.words.Markup;
import org.openmrs.module.smpr.trajectory.words.Summary;
import org.openmrs.module.smpr.trajectory.words.SummaryWriter;

/**
 * Writes the report for a team meeting as a document of its own: two printed pages, without sums, that fetch nothing. The
 * first says where the person stands and what to work on, the second shows what it rests on.
 */
public final class ReportWriter {

    private static final String STYLE = "report.css";

    private final Language language;

    /** @param language of the reader */
    public ReportWriter(Language language) {
        this.language = language;
    }

    /** @return the HTML document */
    public String html(Report report) {
        Trajectory trajectory = report.getTrajectory();
        Sources sources = new Sources(trajectory);
        Summary summary = new SummaryWriter(language).write(trajectory);
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n")
                .start("html", "lang=\"" + language.getLocale().getLanguage() + "\"");
        html.element(
                "head",
                "",
                head -> head.raw("<meta charset=\"UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
                        .leaf("title", "", say("title"))
                        .element("style", "", style -> style.raw(style() + margin())));
        html.start("body", "");
        page(html, report, 1, () -> {
            writeNotIntact(html, trajectory.getFiledNotIntact());
            writeSummary(html, trajectory.getFiled(), summary, sources);
            writeReviews(html, trajectory);
            writeTimeline(html, trajectory);
            new TargetTables(language, html).writeMarked(trajectory);
        });
        page(html, report, 2, () -> {
            TargetTables targets = new TargetTables(language, html);
            targets.writeRisk(trajectory);
            targets.writeCare(trajectory);
            new ChangeTables(language, html, sources).write(trajectory);
            new SourceList(language, html, sources).write(trajectory, summary);
        });
        return html.end().end().toString();
    }

    private void page(Html html, Report report, int number, Runnable content) {
        html.start("section", "class=\"page\"");
        html.element("header", "", header -> {
            header.leaf(number == 1 ? "h1" : "p", "class=\"title\"", say("title"));
            header.element("p", "class=\"who\"", who -> {
                who.leaf("strong", "", report.getName());
                if (report.getBirthdate() != null) {
                    who.text(", "
                            + say(
                                    report.isBirthdateEstimated() ? "born.estimated" : "born",
                                    language.day(report.getBirthdate())));
                }
                if (report.getIdentifier() != null) {
                    who.text(" · " + report.getIdentifier());
                }
            });
            header.leaf(
                    "p",
                    "class=\"read\"",
                    say("read", language.day(report.getTrajectory().getAsOf()), report.getReadBy(), number));
        });
        html.leaf("p", "class=\"secrecy\"", language.say("smpr.notice.secrecy"));
        if (report.getTrajectory().isPart()) {
            html.leaf("p", "class=\"secrecy\"", say("part"));
        }
        String hidden = report.getTrajectory().getInstruments().stream()
                .filter(InstrumentTrajectory::isHiding)
                .map(instrument -> language.text(instrument.getInstrument().getLabel()))
                .collect(Collectors.joining(", "));
        if (!hidden.isEmpty()) {
            html.leaf("p", "class=\"secrecy\"", say("hidden", hidden));
        }
        content.run();
        html.leaf("footer", "", say(number == 1 ? "noSums" : "manuals"));
        html.end();
    }

    /** That something was filed last that cannot be shown: what follows is older, or nobody's. */
    private void writeNotIntact(Html html, FiledSummary newest) {
        if (newest != null) {
            html.leaf("p", "class=\"overdue\"", say("filed.notIntact", language.day(newest.getDate())));
        }
    }

    /** What a clinician has validated, in his language, and whether it still holds; what was written automatically only where that does not. */
    private void writeSummary(Html html, FiledSummary filed, Summary summary, Sources sources) {
        if (filed != null) {
            writeFiled(html, filed);
        }
        if (filed == null || !filed.isUpToDate()) {
            writeAutomatic(html, summary, sources);
        }
    }

    private void writeFiled(Html html, FiledSummary filed) {
        html.element("section", "class=\"summary\"", section -> {
            section.element(
                    "h2",
                    "",
                    heading -> heading.text(say("summary") + " ")
                            .leaf(
                                    "span",
                                    "class=\"mark\"",
                                    say(
                                            "filed",
                                            filed.getValidator() == null
                                                    ? language.say("smpr.chart.missing")
                                                    : filed.getValidator().getName(),
                                            language.day(filed.getDate()))));
            if (!filed.isUpToDate()) {
                section.leaf("p", "class=\"overdue\"", say("filed.changed", changes(filed)));
            }
            if (!filed.getLanguage().equals(language.getLocale().getLanguage())) {
                section.leaf("p", "class=\"note\"", say("filed.language", language.name(filed.getLanguage())));
            }
            section.element(
                    "ol",
                    "lang=\"" + Markup.escape(filed.getLanguage()) + "\"",
                    list -> filed.getSentences().forEach(sentence -> list.leaf("li", "", sentence)));
        });
    }

    private String changes(FiledSummary filed) {
        return language.parted(
                filed.getChangedSince().stream().map(language::change).collect(Collectors.toList()));
    }

    private void writeAutomatic(Html html, Summary summary, Sources sources) {
        html.element("section", "class=\"summary\"", section -> {
            section.element(
                    "h2",
                    "",
                    heading -> heading.text(say("summary") + " ")
                            .leaf("span", "class=\"mark\"", language.say("smpr.summary.auto")));
            section.element(
                    "ol",
                    "",
                    list -> summary.getSentences()
                            .forEach(sentence -> list.element(
                                    "li",
                                    "",
                                    item -> item.text(sentence.getText() + " ")
                                            .leaf(
                                                    "span",
                                                    "class=\"source\"",
                                                    sources.references(sentence.getRestsOn())))));
        });
    }

    /** Opinions and assessments over time, on the drawing that every page shows. */
    private void writeTimeline(Html html, Trajectory trajectory) {
        if (!trajectory.getTimeline().getAssessments().isEmpty()) {
            html.leaf("h2", "", say("timeline"));
            html.element(
                    "figure",
                    "",
                    figure -> figure.raw(new TimelineChart(language).withinPage(trajectory, TrajectoryChart.WIDTH)));
        }
    }

    private void writeReviews(Html html, Trajectory trajectory) {
        for (Review review : trajectory.getReviews()) {
            html.leaf("p", review.isOverdue() ? "class=\"overdue\"" : "class=\"review\"", review(review));
        }
    }

    private String review(Review review) {
        String name = language.text(review.getInstrument().getLabel());
        return review.getDate() == null
                ? say("review.none", name, language.day(review.getSetBy()))
                : say(
                        review.isOverdue() ? "review.overdue" : "review",
                        name,
                        language.day(review.getDate()),
                        language.day(review.getSetBy()));
    }

    private String say(String key, Object... arguments) {
        return language.say("smpr.report." + key, arguments);
    }

    /** The notice on every sheet, however many it takes. */
    private String margin() {
        return "\n@page {\n  @bottom-center {\n    font: 7pt Arial, sans-serif;\n    content: \""
                + language.say("smpr.notice.secrecy").replace("\"", "")
                + "\";\n  }\n}";
    }

    private static String style() {
        try (InputStream in = ReportWriter.class.getResourceAsStream(STYLE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
