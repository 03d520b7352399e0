/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Mark;
import org.openmrs.module.smpr.pathway.person.PersonPathway;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.trajectory.Movement;
import org.openmrs.module.smpr.trajectory.Protector;
import org.openmrs.module.smpr.trajectory.Target;
import org.openmrs.module.smpr.trajectory.Targets;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.words.Html;
import org.openmrs.module.smpr.trajectory.words.Language;

/** What to work on now: the risk factors that are there with what may protect in the same field, and what is to be kept and built. */
final class TargetTables {

    /** As many as leave the page room; the rest is named below. */
    private static final int MOST = 7;

    /** The same beside what is done about them. */
    private static final int MOST_WITH_CARE = 6;

    /** In letters. */
    private static final int LONGEST_ACTION = 60;

    private final Language language;

    private final Html html;

    TargetTables(Language language, Html html) {
        this.language = language;
        this.html = html;
    }

    /** The risk factors that are there. */
    void writeRisk(Trajectory trajectory) {
        Targets targets = trajectory.getTargets();
        int most = tellsCare(trajectory) ? MOST_WITH_CARE : MOST;
        html.leaf("h2", "", say("targets"));
        if (targets.getRisk().isEmpty()) {
            html.leaf("p", "", say(targets.getRiskRatedBy().isEmpty() ? "targets.notRated" : "targets.none"));
            writeNotRatedNow(targets);
            return;
        }
        Target first = targets.getRisk().get(0);
        html.element("table", "class=\"targets\"", table -> {
            table.leaf("caption", "", say("targets.caption", language.day(first.getRatedBy())));
            table.element(
                    "thead",
                    "",
                    head -> head.element("tr", "", row -> {
                        for (String column :
                                new String[] {"item", "presence", "relevance", "sinceLast", "standing", "sameField"}) {
                            row.leaf("th", "scope=\"col\"", say("column." + column));
                        }
                    }));
            table.element(
                    "tbody", "", body -> targets.getRisk().stream().limit(most).forEach(this::writeRow));
        });
        if (targets.getRisk().size() > most) {
            html.leaf(
                    "p",
                    "class=\"others\"",
                    say(
                            "targets.more",
                            targets.getRisk().size() - most,
                            targets.getRisk().stream()
                                    .skip(most)
                                    .map(this::name)
                                    .collect(Collectors.joining(", "))));
        }
        writeNotRatedNow(targets);
        html.leaf("p", "class=\"note\"", language.say(targets.getSameField().messageKey()));
    }

    /** What was there when last rated, and nobody has rated since: not gone, and not known. */
    private void writeNotRatedNow(Targets targets) {
        if (!targets.getNotRatedNow().isEmpty()) {
            html.leaf(
                    "p",
                    "class=\"marked\"",
                    say(
                            "targets.notRatedNow",
                            targets.getNotRatedNow().stream()
                                    .map(target -> language.say(
                                            "smpr.summary.target.notRatedNow",
                                            name(target),
                                            language.text(target.getRating().getLabel()),
                                            language.day(target.getRatedBy())))
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** What is being done about the risk factors and towards what is to be built; nothing where the reader may not see it, or no episode is open. */
    void writeCare(Trajectory trajectory) {
        if (!tellsCare(trajectory)) {
            return;
        }
        PersonPathway pathway = trajectory.getPathway();
        Map<PathwayRecord, List<String>> itemsOf = new LinkedHashMap<>();
        List<String> without = new ArrayList<>();
        trajectory
                .getTargets()
                .getRisk()
                .forEach(target -> addCare(pathway, target.getInstrument(), target.getItem(), itemsOf, without));
        trajectory
                .getTargets()
                .getBuild()
                .forEach(goal -> addCare(pathway, goal.getInstrument(), goal.getItem(), itemsOf, without));
        if (itemsOf.isEmpty() && without.isEmpty()) {
            return;
        }
        html.element("p", "class=\"care\"", paragraph -> {
            if (!itemsOf.isEmpty()) {
                paragraph
                        .leaf("strong", "", language.pair(say("care"), ""))
                        .text(language.parted(itemsOf.entrySet().stream()
                                        .map(action -> say(
                                                "care.action",
                                                String.join(", ", action.getValue()),
                                                what(action.getKey()),
                                                language.day(action.getKey().getDay())))
                                        .collect(Collectors.toList()))
                                + ". ");
            }
            if (!without.isEmpty()) {
                paragraph
                        .leaf("strong", "", language.pair(say("care.none"), ""))
                        .text(String.join(", ", without));
            }
        });
    }

    private static boolean tellsCare(Trajectory trajectory) {
        return trajectory.getPathway().getActions() != null
                && trajectory.getPathway().isInCare();
    }

    /** One action may be about several items. */
    private static void addCare(
            PersonPathway pathway,
            Instrument instrument,
            Item item,
            Map<PathwayRecord, List<String>> itemsOf,
            List<String> without) {
        List<PathwayRecord> ongoing = ongoing(pathway.actionsFor(instrument, item));
        ongoing.forEach(action ->
                itemsOf.computeIfAbsent(action, a -> new ArrayList<>()).add(item.getCode()));
        if (ongoing.isEmpty()) {
            without.add(item.getCode());
        }
    }

    private static List<PathwayRecord> ongoing(List<PathwayRecord> actions) {
        return actions.stream()
                .filter(action ->
                        action.choice("result").filter("ONGOING"::equals).isPresent())
                .collect(Collectors.toList());
    }

    /** Two pages have no room for more of each. */
    private static String what(PathwayRecord action) {
        String text = action.values("what").stream().map(String::valueOf).collect(Collectors.joining(" "));
        return text.length() > LONGEST_ACTION ? text.substring(0, LONGEST_ACTION - 1) + "…" : text;
    }

    /** What carries the person now, and what is to be built. */
    void writeMarked(Trajectory trajectory) {
        Targets targets = trajectory.getTargets();
        writeMarked(say("keep"), targets.getKeep(), none(trajectory, Mark.Purpose.KEEP));
        writeMarked(say("build"), targets.getBuild(), none(trajectory, Mark.Purpose.BUILD));
    }

    private void writeRow(Target target) {
        html.element("tr", "", row -> {
            row.leaf("th", "scope=\"row\"", name(target));
            row.leaf("td", "", language.text(target.getRating().getLabel()));
            row.leaf("td", "", language.text(target.getRelevance()));
            row.leaf("td", "", sinceLast(target));
            row.leaf("td", "", standing(target));
            row.leaf(
                    "td",
                    "",
                    target.getProtectors().stream().map(this::protector).collect(Collectors.joining(", ")));
        });
    }

    private String name(Target target) {
        return language.inContext(
                target.getItem().getCode() + " "
                        + language.text(target.getItem().getLabel()),
                target.getInstrument(),
                target.getQuestion().getContext());
    }

    /** A movement that is not of like with like is said to be none. */
    private String sinceLast(Target target) {
        if (target.getSinceLast() == null) {
            return say("first");
        }
        String movement = language.say(target.getSinceLast()
                .messageKey(target.getInstrument()
                        .dimension(target.getQuestion().getDimension())
                        .map(Dimension::getHigher)
                        .orElse(Dimension.Direction.RISK)));
        return target.getSinceLastReasons().isEmpty() || target.getSinceLast() == Movement.NOT_COMPARABLE
                ? movement
                : say("notLikeWithLike", movement);
    }

    private String standing(Target target) {
        String since = language.day(target.getStandingSince());
        return target.getNotRated() == 0 ? since : say("standing.notRated", since, target.getNotRated());
    }

    private String protector(Protector protector) {
        String name = protector.getItem().getCode() + " "
                + language.text(protector.getItem().getLabel());
        String rating = protector.getRating() == null
                ? say(protector.getRatedBy() == null ? "notRated" : "noAnswer")
                : language.text(protector.getRating().getLabel());
        String marks = protector.getMarks().stream().map(this::mark).collect(Collectors.joining(", "));
        return name + " (" + rating + (marks.isEmpty() ? "" : ", " + marks) + ")";
    }

    /** Of one item, where the label of the mark speaks of all that carry it. */
    private String mark(Mark mark) {
        return mark.getPurpose() == null ? language.text(mark.getLabel()) : say("mark." + mark.getPurpose());
    }

    /** Why there is no item with such a mark: none was marked, or nobody has looked. */
    private String none(Trajectory trajectory, Mark.Purpose purpose) {
        return trajectory.getInstruments().stream()
                .filter(instrument ->
                        instrument.getInstrument().getMarks().stream().anyMatch(mark -> mark.getPurpose() == purpose))
                .map(instrument -> {
                    String name = language.text(instrument.getInstrument().getLabel());
                    return instrument
                            .latest()
                            .map(latest -> say("marked.none", name, language.day(latest)))
                            .orElseGet(() -> say("marked.never", name));
                })
                .collect(Collectors.joining(", "));
    }

    private void writeMarked(String heading, List<Protector> protectors, String none) {
        html.element(
                "p",
                "class=\"marked\"",
                paragraph -> paragraph
                        .leaf("strong", "", language.pair(heading, ""))
                        .text(
                                protectors.isEmpty()
                                        ? none
                                        : protectors.stream()
                                                        .map(protector -> protector
                                                                        .getItem()
                                                                        .getCode() + " "
                                                                + language.text(protector
                                                                        .getItem()
                                                                        .getLabel())
                                                                + (protector.getRating() == null
                                                                        ? ""
                                                                        : " ("
                                                                                + language.text(protector
                                                                                        .getRating()
                                                                                        .getLabel())
                                                                                + ")"))
                                                        .collect(Collectors.joining(", "))
                                                + say(
                                                        "marked.of",
                                                        language.text(protectors
                                                                .get(0)
                                                                .getInstrument()
                                                                .getLabel()),
                                                        language.day(protectors
                                                                .get(0)
                                                                .getRatedBy()))));
    }

    private String say(String key, Object... arguments) {
        return language.say("smpr.report." + key, arguments);
    }
}
