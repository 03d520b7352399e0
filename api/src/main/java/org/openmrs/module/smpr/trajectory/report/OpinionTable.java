/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.report;

import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.JudgementSeries;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.words.Language;

/** The final opinions at the first, the last but one and the latest assessment, as charted. */
final class OpinionTable {

    private final Language language;

    private final Html html;

    private final Sources sources;

    OpinionTable(Language language, Html html, Sources sources) {
        this.language = language;
        this.html = html;
        this.sources = sources;
    }

    void write(Trajectory trajectory) {
        html.leaf("h2", "", say("opinions"));
        html.element("table", "class=\"opinions\"", table -> {
            table.leaf("caption", "", say("opinions.caption"));
            table.element(
                    "thead",
                    "",
                    head -> head.element("tr", "", row -> {
                        row.leaf("th", "scope=\"col\"", say("column.opinion"));
                        row.leaf("th", "scope=\"col\"", say("column.first"));
                        row.leaf("th", "scope=\"col\"", say("column.previous"));
                        row.leaf("th", "scope=\"col\"", say("column.latest"));
                    }));
            table.element(
                    "tbody",
                    "",
                    body -> trajectory.getInstruments().stream()
                            .filter(instrument -> instrument.latest().isPresent())
                            .forEach(instrument ->
                                    instrument.getJudgements().forEach(series -> writeRow(instrument, series))));
        });
    }

    private void writeRow(InstrumentTrajectory instrument, JudgementSeries series) {
        html.element("tr", "", row -> {
            row.leaf(
                    "th",
                    "scope=\"row\"",
                    language.capitalized(language.inContext(
                            language.text(series.getJudgement().getLabel()),
                            instrument.getInstrument(),
                            series.getJudgement().getContext())));
            List<JudgementSeries.Point> points = series.getPoints().stream()
                    .filter(point -> isRated(point, series.getJudgement().getContext()))
                    .collect(Collectors.toList());
            int latest = points.size() - 1;
            for (int index : new int[] {latest > 0 ? 0 : -1, latest > 1 ? latest - 1 : -1, latest}) {
                row.leaf("td", "", index < 0 ? "" : point(points.get(index)));
            }
        });
    }

    /** An opinion on a context that the assessment does not rate is not missing: it was not asked. */
    private static boolean isRated(JudgementSeries.Point point, String context) {
        Assessment assessment = point.getAssessment();
        return context == null
                || assessment
                        .getInstrument()
                        .contextsOf(assessment.getAnswers().keySet())
                        .contains(context);
    }

    private String point(JudgementSeries.Point point) {
        String level = point.getLevel() == null
                ? language.say("smpr.chart.missing")
                : language.text(point.getLevel().getLabel());
        return level + ", " + language.day(point.getAssessment()) + " [" + sources.number(point.getAssessment()) + "]";
    }

    private String say(String key, Object... arguments) {
        return language.say("smpr.report." + key, arguments);
    }
}
