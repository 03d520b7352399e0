/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.trajectory.Comparison;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Movement;
import org.openmrs.module.smpr.trajectory.RatingChange;
import org.openmrs.module.smpr.trajectory.ScaleChange;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.Verdict;
import org.openmrs.module.smpr.trajectory.words.Language;

/** What became of each rating between two assessments, and what can be said of it against measurement error, in words alone. */
final class ChangeTables {

    /** An instrument with more items than these shows those that moved. */
    private static final int MOST_ROWS = 32;

    private final Language language;

    private final Html html;

    private final Sources sources;

    ChangeTables(Language language, Html html, Sources sources) {
        this.language = language;
        this.html = html;
        this.sources = sources;
    }

    void write(Trajectory trajectory) {
        html.leaf("h2", "", say("changes"));
        html.element(
                "div",
                "class=\"changes\"",
                columns -> trajectory.getInstruments().stream()
                        .filter(instrument -> instrument.latest().isPresent())
                        .forEach(
                                instrument -> columns.element("div", "class=\"change\"", column -> write(instrument))));
    }

    private void write(InstrumentTrajectory trajectory) {
        String name = language.text(trajectory.getInstrument().getLabel());
        Comparison told = trajectory.getComparisons().isEmpty()
                ? null
                : trajectory.getComparisons().get(0);
        if (told == null) {
            html.leaf("h3", "", name);
            html.leaf(
                    "p", "", say("changes.one", language.day(trajectory.latest().get())));
            return;
        }
        html.leaf("h3", "", name);
        html.leaf(
                "p",
                "class=\"between\"",
                say(
                        "changes.between",
                        language.day(told.getFrom()),
                        language.context(told.getFrom()),
                        sources.number(told.getFrom()),
                        language.day(told.getTo()),
                        language.context(told.getTo()),
                        sources.number(told.getTo())));
        writeRatings(trajectory.getInstrument(), told);
        writeVerdicts(trajectory.getInstrument(), told);
    }

    private void writeRatings(Instrument instrument, Comparison told) {
        boolean all = told.getRatings().size() <= MOST_ROWS;
        List<RatingChange> shown = told.getRatings().stream()
                .filter(change -> all || change.getMovement() != Movement.SAME)
                .collect(Collectors.toList());
        if (!all) {
            html.leaf(
                    "p",
                    "class=\"note\"",
                    say("changes.moved", told.getRatings().size() - shown.size()));
        }
        html.element("table", "class=\"ratings\"", table -> {
            table.element(
                    "thead",
                    "",
                    head -> head.element("tr", "", row -> {
                        for (String column : new String[] {"item", "from", "to", "movement"}) {
                            row.leaf("th", "scope=\"col\"", say("column." + column));
                        }
                    }));
            table.element("tbody", "", body -> shown.forEach(change -> writeRow(instrument, change)));
        });
    }

    private void writeRow(Instrument instrument, RatingChange change) {
        html.element("tr", "class=\"" + change.getMovement().name().toLowerCase(Locale.ROOT) + "\"", row -> {
            row.leaf(
                    "th",
                    "scope=\"row\"",
                    language.inContext(
                            change.getItem().getCode() + " "
                                    + language.text(change.getItem().getLabel()),
                            instrument,
                            change.getQuestion().getContext()));
            row.leaf("td", "", rating(change.getFrom()));
            row.leaf("td", "", rating(change.getTo()));
            row.leaf("td", "", movement(instrument, change));
        });
    }

    private String rating(Choice rating) {
        return rating == null ? "–" : language.text(rating.getLabel());
    }

    private String movement(Instrument instrument, RatingChange change) {
        if (change.getMovement() == Movement.SAME) {
            return "=";
        }
        Dimension.Direction higher = instrument
                .dimension(change.getQuestion().getDimension())
                .map(Dimension::getHigher)
                .orElse(null);
        String sign = change.getMovement() == Movement.LESS ? "↓ " : change.getMovement() == Movement.MORE ? "↑ " : "";
        return sign
                + language.say(change.getMovement().messageKey(higher))
                + change.getExpected().stream().map(expected -> " *").collect(Collectors.joining());
    }

    private void writeVerdicts(Instrument instrument, Comparison told) {
        html.element("ul", "class=\"verdicts\"", list -> {
            for (ScaleChange scale : told.getScales()) {
                if (!scale.getScale().isWithFixedItems()) {
                    list.leaf("li", "", verdict(instrument, scale));
                }
            }
            told.getScales().stream()
                    .flatMap(scale -> scale.getExpected().stream())
                    .distinct()
                    .forEach(expected ->
                            list.leaf("li", "class=\"expected\"", "* " + language.say("smpr.expectation." + expected)));
        });
    }

    private String verdict(Instrument instrument, ScaleChange scale) {
        List<String> said = new ArrayList<>();
        said.add(language.say("smpr.verdict." + scale.getVerdict()));
        if (scale.getVerdict() == Verdict.NOT_TESTABLE) {
            scale.getReasons().forEach(reason -> said.add(language.say("smpr.reason." + reason)));
        }
        Reliability reliability = scale.getReliability();
        if (reliability != null && scale.getVerdict() != Verdict.NOT_TESTABLE) {
            said.add(say(
                    "reliability",
                    language.decimal(reliability.getSd(), 2),
                    language.decimal(reliability.getReliability(), 2),
                    reliability.getSource()));
        }
        return language.pair(
                language.capitalized(
                        language.inContext(language.text(scale.getScale().getLabel()), instrument, scale.getContext())),
                language.parted(said));
    }

    private String say(String key, Object... arguments) {
        return language.say("smpr.report." + key, arguments);
    }
}
