/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Setting;
import org.openmrs.module.smpr.trajectory.SettingChange;
import org.openmrs.module.smpr.trajectory.Timeline;

/**
 * Draws where the person was and in which phase of care, as far as his episodes and the assessments tell: a lane for each,
 * in which a bar goes from the first to the last day that is told of. What lies between two assessments that tell of
 * different ones, without an episode that has the day, is hatched in both lanes, because nobody has charted when it changed.
 */
final class SettingLanes {

    private static final double BAR = 10;

    /** Of one day, too. */
    private static final double SHORTEST = 6;

    private final TimelineSheet sheet;

    @Getter(AccessLevel.PACKAGE)
    private boolean anyTold;

    /** Whether any change of setting or phase was drawn. */
    @Getter(AccessLevel.PACKAGE)
    private boolean anyChange;

    /** Whether any time was shaded. */
    @Getter(AccessLevel.PACKAGE)
    private boolean anyShade;

    /** Whether all that was shaded are days, and no stretches of time. */
    @Getter(AccessLevel.PACKAGE)
    private boolean onlyDays = true;

    SettingLanes(TimelineSheet sheet) {
        this.sheet = sheet;
    }

    /** Where the person was, or in which phase, on one day. */
    @Value
    private static class Told {

        LocalDate day;

        /** What is said of when it was: of the end of a phase the last day, after which the next is drawn. */
        LocalDate last;

        /** Whether an episode of care has it, and not an assessment. */
        boolean ofEpisode;

        String state;

        /** Lanes stand in this order. */
        int rank;

        /** Null of a phase. */
        Setting setting;

        private Told ofEpisode(LocalDate lastDay) {
            return new Told(day, lastDay, true, state, rank, setting);
        }

        /** Whether it is known to differ: one outside of whom no phase is charted may be in the flat-share too. */
        private boolean isOther(Told other) {
            return !state.equals(other.state) && (setting == null || setting.isKnownBeside(other.setting));
        }
    }

    void draw() {
        List<Told> settings = sheet.getTrajectory().getTimeline().getAssessments().stream()
                .filter(Timeline::tellsSetting)
                .filter(assessment -> assessment.getPhaseOfEpisode() == null
                        || !Setting.ofPhase(assessment.getPhaseOfEpisode()).isPresent())
                .map(this::setting)
                .collect(Collectors.toList());
        settings.addAll(ofEpisodes(this::setting));
        settings.sort(Comparator.comparing(Told::getDay));
        sheet.heading(sheet.say("smpr.chart.setting"));
        if (settings.isEmpty()) {
            sheet.paragraph(sheet.say("smpr.chart.settingNone"));
            sheet.down(6);
        }
        draw(settings);
        changes()
                .forEach(change -> sheet.tell(
                        change.getDay() == null
                                ? changed(setting(change.getLast()), setting(change.getFirst()))
                                : sheet.say(
                                        "smpr.chart.changedOn",
                                        setting(change.getLast()).state,
                                        setting(change.getFirst()).state,
                                        sheet.getLanguage().day(change.getDay()))));
        List<Told> phases = sheet.getTrajectory().getTimeline().getAssessments().stream()
                .filter(InstrumentTrajectory::counts)
                .filter(assessment -> assessment.getPhaseOfEpisode() == null)
                .flatMap(assessment -> phase(assessment).stream())
                .collect(Collectors.toList());
        phases.addAll(ofEpisodes(this::phase));
        phases.sort(Comparator.comparing(Told::getDay));
        if (!phases.isEmpty()) {
            sheet.heading(sheet.say("smpr.chart.phase"));
            draw(phases);
        }
        anyTold = !settings.isEmpty() || !phases.isEmpty();
    }

    /** The first and the last day of each phase; one that lasts, until today. The day of a change ends one and begins the next. */
    private List<Told> ofEpisodes(BiFunction<String, LocalDate, Optional<Told>> telling) {
        List<Told> told = new ArrayList<>();
        for (PhaseSpan span : sheet.getTrajectory().getPathway().getPhases()) {
            LocalDate to = span.getTo() == null ? sheet.getToday() : span.getTo();
            LocalDate last = span.getTo() == null ? to : to.minusDays(1);
            telling.apply(span.getPhase(), span.getFrom())
                    .map(first -> first.ofEpisode(span.getFrom()))
                    .ifPresent(told::add);
            telling.apply(span.getPhase(), to).map(end -> end.ofEpisode(last)).ifPresent(told::add);
        }
        return told;
    }

    private Optional<Told> setting(String phase, LocalDate day) {
        return anyInstrument()
                .flatMap(instrument -> Setting.ofPhase(phase).map(setting -> told(day, setting, instrument)));
    }

    private Optional<Told> phase(String phase, LocalDate day) {
        return anyInstrument()
                .flatMap(instrument -> instrument.question(CommonQuestions.PHASE))
                .flatMap(question -> question.choice(phase).map(choice -> told(day, question, choice)));
    }

    /** Whichever: phases and contexts are asked by all of them alike. */
    private Optional<Instrument> anyInstrument() {
        return sheet.getTrajectory().getInstruments().stream()
                .map(InstrumentTrajectory::getInstrument)
                .findFirst();
    }

    private Told setting(Assessment assessment) {
        return told(sheet.day(assessment), Setting.of(assessment), assessment.getInstrument());
    }

    private Told told(LocalDate day, Setting setting, Instrument instrument) {
        List<String> contexts =
                instrument.contexts().stream().map(Choice::getCode).collect(Collectors.toList());
        return new Told(
                day,
                day,
                false,
                sheet.getLanguage().setting(setting, instrument),
                setting.isFlatShare() ? contexts.size() : contexts.indexOf(setting.getContext()),
                setting);
    }

    /** One, or none where it is not charted, or its instrument does not ask it. */
    private List<Told> phase(Assessment assessment) {
        List<Told> told = new ArrayList<>();
        assessment
                .getInstrument()
                .question(CommonQuestions.PHASE)
                .ifPresent(question -> assessment
                        .phase()
                        .flatMap(question::choice)
                        .ifPresent(phase -> told.add(told(sheet.day(assessment), question, phase))));
        return told;
    }

    private Told told(LocalDate day, Question question, Choice phase) {
        return new Told(
                day,
                day,
                false,
                sheet.text(phase.getLabel()),
                question.getChoices().indexOf(phase),
                null);
    }

    private void draw(List<Told> told) {
        List<String> states = told.stream()
                .sorted((one, other) -> Integer.compare(one.rank, other.rank))
                .map(Told::getState)
                .distinct()
                .collect(Collectors.toList());
        for (String state : states) {
            draw(state, told);
        }
    }

    private void draw(String state, List<Told> told) {
        Told first = told.get(0);
        Told latest = told.get(told.size() - 1);
        TimelineRow row = new TimelineRow(
                sheet,
                new TimelineRow.Words(sheet.getLanguage().capitalized(state), null),
                when(first, state),
                when(latest, state),
                BAR);
        double middle = row.middle();
        sheet.getSvg().line(sheet.getLeft(), middle, sheet.getRight(), middle, "#ececec", null);
        for (int i = 1; i < told.size(); i++) {
            Told before = told.get(i - 1);
            Told after = told.get(i);
            if (before.isOther(after) && (before.state.equals(state) || after.state.equals(state))) {
                drawChange(before, after, middle);
            }
        }
        Told start = null;
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).state.equals(state)) {
                start = start == null ? told.get(i) : start;
                if (i == told.size() - 1 || !told.get(i + 1).state.equals(state)) {
                    drawBar(start, told.get(i), middle);
                    start = null;
                }
            }
        }
        row.end();
    }

    private TimelineRow.Words when(Told told, String state) {
        return told.state.equals(state)
                ? new TimelineRow.Words(null, sheet.getLanguage().day(told.last))
                : TimelineRow.Words.NONE;
    }

    private void drawBar(Told first, Told last, double middle) {
        double left = sheet.getAxis().x(first.day);
        double right = sheet.getAxis().x(last.day);
        double missing = Math.max(0, SHORTEST - (right - left));
        String said = first.last.equals(last.last)
                ? sheet.getLanguage().day(first.last)
                : sheet.say(
                        first.ofEpisode || last.ofEpisode ? "smpr.chart.fromTo" : "smpr.chart.stayed",
                        sheet.getLanguage().day(first.last),
                        sheet.getLanguage().day(last.last));
        sheet.getSvg()
                .start("g")
                .leaf("title", first.state + " – " + said)
                .rectangle(left - missing / 2, middle - BAR / 2, right - left + missing, BAR, Svg.PALE, Svg.BLUE)
                .end("g");
    }

    private void drawChange(Told last, Told first, double middle) {
        double left = sheet.getAxis().x(last.day);
        double right = sheet.getAxis().x(first.day);
        if (right > left) {
            anyChange = true;
            sheet.getSvg()
                    .start("g")
                    .leaf("title", changed(last, first))
                    .hatched(left, middle - BAR / 2, right - left, BAR)
                    .end("g");
        }
    }

    private String changed(Told last, Told first) {
        return sheet.say(
                "smpr.chart.changed",
                last.state,
                first.state,
                sheet.getLanguage().day(last.day),
                sheet.getLanguage().day(first.day));
    }

    /** Shades, under all the rows, the times in which the setting changed. */
    void shade(double top, double bottom) {
        for (SettingChange change : changes()) {
            anyShade = true;
            boolean known = change.getDay() != null;
            onlyDays &= known;
            double left = known ? sheet.getAxis().x(change.getDay()) - 1 : sheet.x(change.getLast());
            double width = known ? 2 : Math.max(2, sheet.x(change.getFirst()) - left);
            sheet.getUnder().rectangle(left, top, width, bottom - top, Svg.SHADE, null);
        }
    }

    /** Those of the setting; a change of phase within one is none. */
    private List<SettingChange> changes() {
        return sheet.getTrajectory().getTimeline().getChanges().stream()
                .filter(change -> !change.getFrom().isLike(change.getTo()))
                .collect(Collectors.toList());
    }
}
