/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.words.Language;

/** The assessments that the report rests on, by number; where there are many, the first and the latest. */
final class SourceTable {

    private static final int MOST = 10;

    private final Language language;

    private final Html html;

    private final Sources sources;

    SourceTable(Language language, Html html, Sources sources) {
        this.language = language;
        this.html = html;
        this.sources = sources;
    }

    void write(Trajectory trajectory) {
        List<Assessment> all = sources.numbered();
        if (all.isEmpty()) {
            return;
        }
        html.leaf("h2", "", say("sources"));
        html.element("table", "class=\"sources\"", table -> {
            table.element(
                    "thead",
                    "",
                    head -> head.element("tr", "", row -> {
                        for (String column :
                                new String[] {"number", "date", "instrument", "setting", "made", "raters", "state"}) {
                            row.leaf("th", "scope=\"col\"", say("column." + column));
                        }
                    }));
            table.element(
                    "tbody",
                    "",
                    body -> all.stream()
                            .filter(assessment -> all.size() <= MOST
                                    || all.indexOf(assessment) == 0
                                    || all.indexOf(assessment) > all.size() - MOST)
                            .forEach(this::writeRow));
        });
        if (all.size() > MOST) {
            html.leaf("p", "class=\"note\"", say("sources.more", all.size() - MOST));
        }
    }

    private void writeRow(Assessment assessment) {
        html.element("tr", "", row -> {
            row.leaf("td", "", String.valueOf(sources.number(assessment)));
            row.leaf("td", "", language.day(assessment));
            row.leaf("td", "", language.text(assessment.getInstrument().getLabel()));
            row.leaf("td", "", setting(assessment));
            row.leaf("td", "", made(assessment));
            row.leaf(
                    "td",
                    "",
                    assessment.getRaters() == null
                            ? ""
                            : assessment.getRaters().stream()
                                    .map(Reference::getName)
                                    .filter(name -> name != null)
                                    .collect(Collectors.joining(", ")));
            row.leaf("td", "", state(assessment));
        });
    }

    private String setting(Assessment assessment) {
        return assessment.values(CommonQuestions.PHASE).isEmpty()
                ? language.context(assessment)
                : language.context(assessment) + ", " + language.answer(assessment, CommonQuestions.PHASE);
    }

    private String made(Assessment assessment) {
        return language.answer(assessment, CommonQuestions.EDITION) + ", " + informants(assessment) + ", "
                + language.answer(assessment, CommonQuestions.RATER_ROLE);
    }

    private String informants(Assessment assessment) {
        Question question =
                assessment.getInstrument().question(CommonQuestions.INFORMANT).orElse(null);
        String said = question == null
                ? ""
                : assessment.values(CommonQuestions.INFORMANT).stream()
                        .map(value -> question.choice(value.toString())
                                .map(Choice::getLabel)
                                .map(language::text)
                                .orElse(""))
                        .collect(Collectors.joining(" + "));
        return said.isEmpty() ? language.say("smpr.chart.missing") : said;
    }

    private String state(Assessment assessment) {
        List<String> states = new ArrayList<>();
        if (!assessment.isComplete()) {
            states.add(say("state.draft"));
        }
        if (assessment.isAmended()) {
            states.add(say("state.amended"));
        }
        if (!assessment.getFaults().isEmpty() && assessment.isComplete()) {
            states.add(say("state.faulty"));
        }
        return String.join(", ", states);
    }

    private String say(String key, Object... arguments) {
        return language.say("smpr.report." + key, arguments);
    }
}
