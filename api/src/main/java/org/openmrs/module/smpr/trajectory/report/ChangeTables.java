/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.trajectory.Comparison;
import org.openmrs.module.smpr.trajectory.Expectation;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Movement;
import org.openmrs.module.smpr.trajectory.RatingChange;
import org.openmrs.module.smpr.trajectory.Reason;
import org.openmrs.module.smpr.trajectory.ScaleChange;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.Verdict;
import org.openmrs.module.smpr.trajectory.words.Html;
import org.openmrs.module.smpr.trajectory.words.Language;

/** What became of each rating between two assessments, and what can be said of it against measurement error, in words alone. */
final class ChangeTables {

    /** As many as leave the page room; the rest is named by its codes. */
    private static final int MOST_ROWS = 12;

    /** What has to be seen before what, where there is no room for all: what moved, and of that what calls for something. */
    private static final List<Movement> BY_WEIGHT =
            Arrays.asList(Movement.MORE, Movement.LESS, Movement.REINFORMED, Movement.NOT_COMPARABLE);

    /** What a test against measurement error says; what it rests on is printed with it. */
    private static final Set<Verdict> TESTED = EnumSet.of(Verdict.LOWER, Verdict.HIGHER, Verdict.NO_DETECTABLE_CHANGE);

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
        if (trajectory.getInstruments().stream()
                .noneMatch(instrument -> instrument.latest().isPresent())) {
            html.leaf("p", "", say("changes.none"));
            return;
        }
        html.element(
                "div",
                "class=\"changes\"",
                columns -> trajectory.getInstruments().stream()
                        .filter(instrument -> instrument.latest().isPresent())
                        .forEach(
                                instrument -> columns.element("div", "class=\"change\"", column -> write(instrument))));
    }

    private void write(InstrumentTrajectory trajectory) {
        html.leaf("h3", "", language.text(trajectory.getInstrument().getLabel()));
        if (trajectory.told().isEmpty()) {
            html.leaf(
                    "p", "", say("changes.one", language.day(trajectory.latest().get())));
        }
        boolean saidOfStatic = false;
        for (Comparison told : trajectory.told()) {
            writeBetween(told);
            if (told.getReasons().contains(Reason.OTHER_EDITION)) {
                html.leaf("p", "class=\"note\"", say("changes.otherEdition"));
                continue;
            }
            if (told == trajectory.told().get(0)) {
                writeRatings(trajectory.getInstrument(), told);
            } else {
                writeBriefly(trajectory.getInstrument(), told);
            }
            writeVerdicts(trajectory.getInstrument(), told, !saidOfStatic);
            saidOfStatic = true;
        }
    }

    /** The nearer comparison, which the first could not test: what moved in a line. */
    private void writeBriefly(Instrument instrument, Comparison told) {
        String moved = comparable(told).stream()
                .filter(change -> change.getMovement() != Movement.SAME)
                .map(change -> code(instrument, change) + " (" + brief(change.getFrom()) + " → "
                        + rating(change.getTo()) + ", " + movement(instrument, change) + ")")
                .collect(Collectors.joining(", "));
        html.leaf("p", "class=\"same\"", moved.isEmpty() ? say("changes.nothing") : moved);
    }

    private void writeBetween(Comparison told) {
        html.leaf(
                "p",
                "class=\"between\"",
                say(
                        "changes.between",
                        language.day(told.getFrom()),
                        language.where(told.getFrom()),
                        sources.number(told.getFrom()),
                        language.day(told.getTo()),
                        language.where(told.getTo()),
                        sources.number(told.getTo())));
        if (told.getKinds().contains(Comparison.Kind.CHOSEN)) {
            html.leaf("p", "class=\"note\"", say("changes.chosen"));
        }
    }

    private static List<RatingChange> comparable(Comparison told) {
        return told.getRatings().stream()
                .filter(told::ratesAtBoth)
                .filter(change -> !change.getItem().isFixed() || change.getMovement() == Movement.REINFORMED)
                .collect(Collectors.toList());
    }

    private void writeRatings(Instrument instrument, Comparison told) {
        List<RatingChange> comparable = comparable(told);
        List<RatingChange> moved = comparable.stream()
                .filter(change -> change.getMovement() != Movement.SAME)
                .collect(Collectors.toList());
        Set<RatingChange> weightiest = moved.stream()
                .sorted(Comparator.comparing(change -> BY_WEIGHT.indexOf(change.getMovement())))
                .limit(MOST_ROWS)
                .collect(Collectors.toSet());
        if (!moved.isEmpty()) {
            writeTable(instrument, moved.stream().filter(weightiest::contains).collect(Collectors.toList()));
        }
        writeSame(instrument, comparable);
        writeLeftOut(
                instrument,
                told,
                moved.stream().filter(change -> !weightiest.contains(change)).collect(Collectors.toList()));
    }

    private void writeTable(Instrument instrument, List<RatingChange> shown) {
        html.element("table", "class=\"ratings\"", table -> {
            table.element(
                    "thead",
                    "",
                    head -> head.element("tr", "", row -> {
                        for (String column : new String[] {"item", "fromTo", "movement"}) {
                            row.leaf("th", "scope=\"col\"", say("column." + column));
                        }
                    }));
            table.element("tbody", "", body -> shown.forEach(change -> writeRow(instrument, change)));
        });
    }

    /** Those that did not move, by their codes and what they are rated. */
    private void writeSame(Instrument instrument, List<RatingChange> comparable) {
        List<RatingChange> same = comparable.stream()
                .filter(change -> change.getMovement() == Movement.SAME)
                .collect(Collectors.toList());
        if (!same.isEmpty()) {
            html.leaf(
                    "p",
                    "class=\"same\"",
                    language.pair(
                            say("changes.same"),
                            grouped(
                                    same,
                                    change -> code(instrument, change) + mark(change),
                                    change -> rating(change.getTo()))));
        }
    }

    /** @return "C1, C2 (absent); C3 (present)" */
    private String grouped(
            List<RatingChange> changes, Function<RatingChange, String> name, Function<RatingChange, String> group) {
        Map<String, String> groups = changes.stream()
                .collect(Collectors.groupingBy(
                        group, LinkedHashMap::new, Collectors.mapping(name, Collectors.joining(", "))));
        return language.parted(groups.entrySet().stream()
                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                .collect(Collectors.toList()));
    }

    private String code(Instrument instrument, RatingChange change) {
        return language.inContext(
                change.getItem().getCode(), instrument, change.getQuestion().getContext());
    }

    private void writeLeftOut(Instrument instrument, Comparison told, List<RatingChange> others) {
        List<String> left = new ArrayList<>();
        if (!others.isEmpty()) {
            left.add(say(
                    "changes.moved",
                    others.size(),
                    grouped(others, change -> code(instrument, change), change -> movement(instrument, change))));
        }
        if (instrument.getItems().stream().anyMatch(Item::isFixed)) {
            left.add(say("changes.static"));
        }
        if (!told.getRatings().stream().allMatch(told::ratesAtBoth)) {
            left.add(say("changes.otherContext"));
        }
        if (!left.isEmpty()) {
            html.leaf("p", "class=\"note\"", String.join(" ", left));
        }
    }

    private void writeRow(Instrument instrument, RatingChange change) {
        boolean moved = change.getMovement() == Movement.LESS || change.getMovement() == Movement.MORE;
        html.element("tr", moved ? "class=\"moved\"" : "", row -> {
            row.leaf(
                    "th",
                    "scope=\"row\"",
                    language.inContext(
                            change.getItem().getCode() + " "
                                    + language.text(change.getItem().getLabel()),
                            instrument,
                            change.getQuestion().getContext()));
            row.leaf("td", "", brief(change.getFrom()) + " → " + rating(change.getTo()));
            row.leaf("td", "", movement(instrument, change));
        });
    }

    private String rating(Choice rating) {
        return rating == null ? say("noAnswer") : language.text(rating.getLabel());
    }

    /** The number alone, where the label begins with one. */
    private String brief(Choice rating) {
        return rating(rating).replaceFirst("^(\\d)[\\s\u00a0\u202f]*:.*", "$1");
    }

    private String movement(Instrument instrument, RatingChange change) {
        Dimension.Direction higher = instrument
                .dimension(change.getQuestion().getDimension())
                .map(Dimension::getHigher)
                .orElse(Dimension.Direction.RISK);
        boolean moved = change.getMovement() == Movement.LESS || change.getMovement() == Movement.MORE;
        return (moved ? say("moved." + higher + "." + change.getMovement()) : say("moved." + change.getMovement()))
                + mark(change);
    }

    /** The sign by which what is to be expected of it is found below. */
    private static String mark(RatingChange change) {
        return change.getExpected().isEmpty() ? "" : " *";
    }

    /** @param ofStatic whether it is still to be said why scales with static items are not tested, which is the same of any two */
    private void writeVerdicts(Instrument instrument, Comparison told, boolean ofStatic) {
        Map<String, List<ScaleChange>> alike = told.getScales().stream()
                .filter(scale -> ofStatic || !scale.getScale().isWithFixedItems())
                .collect(Collectors.groupingBy(this::verdict, LinkedHashMap::new, Collectors.toList()));
        html.element("ul", "class=\"verdicts\"", list -> {
            alike.forEach((verdict, scales) -> list.leaf("li", "", language.pair(names(instrument, scales), verdict)));
            told.getScales().stream()
                    .filter(scale -> isComparable(told) && !scale.getReasons().contains(Reason.OTHER_CONTEXT))
                    .flatMap(scale -> scale.getExpected().stream())
                    .distinct()
                    .forEach(expected ->
                            list.leaf("li", "", mark(told, expected) + language.say("smpr.expectation." + expected)));
        });
    }

    /** The sign by which its items are known, where it is said of items. */
    private static String mark(Comparison told, Expectation expected) {
        return told.getRatings().stream()
                        .filter(told::ratesAtBoth)
                        .anyMatch(change -> change.getExpected().contains(expected))
                ? "* "
                : "";
    }

    private static boolean isComparable(Comparison told) {
        return told.getRatings().stream()
                .filter(told::ratesAtBoth)
                .anyMatch(change -> !change.getItem().isFixed() && change.getMovement() != Movement.NOT_COMPARABLE);
    }

    private String names(Instrument instrument, List<ScaleChange> scales) {
        return language.capitalized(scales.stream()
                .map(scale -> language.uncapitalized(
                        language.inContext(scale.getScale().getLabel(), instrument, scale.getContext())))
                .collect(Collectors.joining(", ")));
    }

    private String verdict(ScaleChange scale) {
        List<String> said = new ArrayList<>();
        said.add(language.say("smpr.verdict." + scale.getVerdict()));
        if (scale.getVerdict() == Verdict.NOT_TESTABLE) {
            enough(scale.getReasons()).forEach(reason -> said.add(language.say("smpr.reason." + reason)));
        }
        Reliability reliability = scale.getReliability();
        if (reliability != null && TESTED.contains(scale.getVerdict())) {
            said.add(say(
                    "reliability",
                    language.decimal(reliability.getSd(), 2),
                    language.decimal(reliability.getReliability(), 2),
                    language.text(reliability.getOrigin())));
        }
        return language.parted(said);
    }

    /** What can never be tested, and what is not there to be compared, needs no other reason. */
    private static List<Reason> enough(List<Reason> reasons) {
        return Stream.of(Reason.STATIC_ITEMS, Reason.OTHER_CONTEXT)
                .filter(reasons::contains)
                .findFirst()
                .map(Collections::singletonList)
                .orElse(reasons);
    }

    private String say(String key, Object... arguments) {
        return language.say("smpr.report." + key, arguments);
    }
}
