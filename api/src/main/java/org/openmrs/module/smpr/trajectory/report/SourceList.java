/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.words.Html;
import org.openmrs.module.smpr.trajectory.words.Language;
import org.openmrs.module.smpr.trajectory.words.Summary;

/** The assessments that the report rests on, by number; where there are many, those that it names. */
final class SourceList {

    private static final int MOST = 6;

    private final Language language;

    private final Html html;

    private final Sources sources;

    SourceList(Language language, Html html, Sources sources) {
        this.language = language;
        this.html = html;
        this.sources = sources;
    }

    void write(Trajectory trajectory, Summary summary) {
        List<Assessment> all = sources.numbered();
        if (all.isEmpty()) {
            return;
        }
        Set<Assessment> listed = listed(trajectory, summary, all);
        html.leaf("h2", "", say("sources"));
        html.element(
                "ul",
                "class=\"sources\"",
                list -> all.stream()
                        .filter(listed::contains)
                        .forEach(assessment -> list.leaf("li", "", source(assessment))));
        if (all.size() > listed.size()) {
            html.leaf("p", "class=\"note\"", say("sources.more", all.size() - listed.size()));
        }
    }

    /** What is named by its number, and the latest of the others as far as there is room. */
    private Set<Assessment> listed(Trajectory trajectory, Summary summary, List<Assessment> all) {
        Set<Assessment> listed = new HashSet<>();
        trajectory.getInstruments().stream()
                .flatMap(instrument -> instrument.told().stream())
                .forEach(told -> listed.addAll(Arrays.asList(told.getFrom(), told.getTo())));
        // The first sentence names them all.
        summary.getSentences().stream().skip(1).forEach(sentence -> listed.addAll(sentence.getRestsOn()));
        for (int i = all.size() - 1; i >= 0 && listed.size() < MOST; i--) {
            listed.add(all.get(i));
        }
        return listed;
    }

    private String source(Assessment assessment) {
        List<String> said = new ArrayList<>();
        said.add("[" + sources.number(assessment) + "] "
                + language.text(assessment.getInstrument().getLabel()) + ", " + language.day(assessment));
        said.add(setting(assessment));
        said.add(made(assessment));
        String raters = raters(assessment);
        if (!raters.isEmpty()) {
            said.add(raters);
        }
        String state = state(assessment);
        if (!state.isEmpty()) {
            said.add(state);
        }
        return language.parted(said);
    }

    private static String raters(Assessment assessment) {
        return assessment.getRaters() == null
                ? ""
                : assessment.getRaters().stream()
                        .map(Reference::getName)
                        .filter(name -> name != null)
                        .collect(Collectors.joining(", "));
    }

    private String setting(Assessment assessment) {
        return !assessment.phase().isPresent()
                ? language.context(assessment)
                : language.context(assessment) + ", " + language.phase(assessment);
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
        return said.isEmpty() ? language.missing(CommonQuestions.INFORMANT) : said;
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
