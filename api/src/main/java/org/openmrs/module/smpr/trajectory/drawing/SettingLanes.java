/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Setting;
import org.openmrs.module.smpr.trajectory.SettingChange;
import org.openmrs.module.smpr.trajectory.Timeline;

/**
 * Draws where the person was and in which phase of care, as far as the assessments tell: a lane for each, in which a bar
 * goes from the first to the last assessment that tells of it. What lies between two that tell of different ones is
 * hatched in both lanes, because nobody has charted when it changed.
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

    SettingLanes(TimelineSheet sheet) {
        this.sheet = sheet;
    }

    /** Where the person was, or in which phase, on one day. */
    @Value
    private static class Told {

        LocalDate day;

        String state;

        /** Lanes stand in this order. */
        int rank;

        /** Null of a phase. */
        Setting setting;

        /** Whether it is known to differ: one outside of whom no phase is charted may be in the flat-share too. */
        private boolean isOther(Told other) {
            return !state.equals(other.state) && (setting == null || setting.isKnownBeside(other.setting));
        }
    }

    void draw() {
        List<Told> settings = sheet.getTrajectory().getTimeline().getAssessments().stream()
                .filter(Timeline::tellsSetting)
                .map(this::setting)
                .collect(Collectors.toList());
        sheet.heading(sheet.say("smpr.chart.setting"));
        if (settings.isEmpty()) {
            sheet.paragraph(
                    sheet.say(sheet.getTrajectory().isWithheld() ? "smpr.chart.noneShown" : "smpr.chart.settingNone"));
            sheet.down(6);
        }
        draw(settings);
        changes().forEach(change -> sheet.tell(changed(setting(change.getLast()), setting(change.getFirst()))));
        List<Told> phases = sheet.getTrajectory().getTimeline().getAssessments().stream()
                .filter(InstrumentTrajectory::counts)
                .flatMap(assessment -> phase(assessment).stream())
                .collect(Collectors.toList());
        if (!phases.isEmpty()) {
            sheet.heading(sheet.say("smpr.chart.phase"));
            draw(phases);
        }
        anyTold = !settings.isEmpty() || !phases.isEmpty();
    }

    private Told setting(Assessment assessment) {
        Setting setting = Setting.of(assessment);
        List<String> contexts = assessment.getInstrument().contexts().stream()
                .map(Choice::getCode)
                .collect(Collectors.toList());
        return new Told(
                sheet.day(assessment),
                sheet.getLanguage().setting(setting, assessment.getInstrument()),
                setting.isFlatShare() ? contexts.size() : contexts.indexOf(setting.getContext()),
                setting);
    }

    /** One, or none where it is not charted, or its instrument does not ask it. */
    private List<Told> phase(Assessment assessment) {
        List<Told> told = new ArrayList<>();
        assessment
                .getInstrument()
                .question(CommonQuestions.PHASE)
                .ifPresent(question ->
                        assessment.rated(question).ifPresent(phase -> told.add(phase(assessment, question, phase))));
        return told;
    }

    private Told phase(Assessment assessment, Question question, Choice phase) {
        return new Told(
                sheet.day(assessment),
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
                ? new TimelineRow.Words(null, sheet.getLanguage().day(told.day))
                : TimelineRow.Words.NONE;
    }

    private void drawBar(Told first, Told last, double middle) {
        double left = sheet.getAxis().x(first.day);
        double right = sheet.getAxis().x(last.day);
        double missing = Math.max(0, SHORTEST - (right - left));
        String said = first.day.equals(last.day)
                ? sheet.getLanguage().day(first.day)
                : sheet.say(
                        "smpr.chart.stayed",
                        sheet.getLanguage().day(first.day),
                        sheet.getLanguage().day(last.day));
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
            double left = sheet.x(change.getLast());
            double width = Math.max(2, sheet.x(change.getFirst()) - left);
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
