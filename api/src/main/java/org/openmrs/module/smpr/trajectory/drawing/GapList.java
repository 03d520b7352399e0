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
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.pathway.plan.WaveDue;
import org.openmrs.module.smpr.trajectory.Gap;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;

/** Says what is missing from the picture, a line an instrument. */
final class GapList {

    /** More drafts than these are counted. */
    private static final int MOST_DRAFTS = 3;

    private final TimelineSheet sheet;

    GapList(TimelineSheet sheet) {
        this.sheet = sheet;
    }

    void draw() {
        sheet.heading(sheet.say("smpr.chart.gaps"));
        if (sheet.getTrajectory().getGaps().isEmpty()
                && !sheet.getTrajectory().getPathway().noContactSince().isPresent()) {
            say(sheet.say("smpr.chart.gaps.none"));
        }
        sheet.getTrajectory()
                .getPathway()
                .noContactSince()
                .ifPresent(day -> say(sheet.say(
                        "smpr.chart.gap.noContact", sheet.getLanguage().day(day))));
        sheet.getTrajectory().getInstruments().forEach(this::draw);
        sheet.down(4);
    }

    private void draw(InstrumentTrajectory trajectory) {
        List<Gap> gaps = sheet.getTrajectory().getGaps().stream()
                .filter(gap -> gap.getInstrument()
                        .getCode()
                        .equals(trajectory.getInstrument().getCode()))
                .collect(Collectors.toList());
        List<String> said = new ArrayList<>();
        gaps.stream()
                .filter(gap -> gap.getKind() != Gap.Kind.DRAFT)
                .forEach(gap -> said.add(
                        gap.getWave() == null
                                ? sheet.say("smpr.chart.gap." + gap.getKind(), argument(gap))
                                : sheet.say(
                                        "smpr.chart.gap." + gap.getKind(),
                                        sheet.text(gap.getWave().getWave().getLabel()),
                                        sheet.getLanguage().day(day(gap.getWave())))));
        List<Gap> drafts =
                gaps.stream().filter(gap -> gap.getKind() == Gap.Kind.DRAFT).collect(Collectors.toList());
        if (!drafts.isEmpty()) {
            said.add(sheet.say("smpr.chart.gap.DRAFT", drafts.size(), days(drafts)));
        }
        if (!said.isEmpty()) {
            say(sheet.getLanguage()
                    .pair(
                            sheet.text(trajectory.getInstrument().getLabel()),
                            sheet.getLanguage().parted(said)));
        }
    }

    private static LocalDate day(WaveDue wave) {
        return wave.getOverdueSince() == null ? wave.getDue() : wave.getOverdueSince();
    }

    private static Object argument(Gap gap) {
        return gap.getMonths() == null
                ? gap.getItems().stream().map(Item::getCode).collect(Collectors.joining(", "))
                : gap.getMonths();
    }

    /** Of the latest. */
    private String days(List<Gap> drafts) {
        int left = Math.max(0, drafts.size() - MOST_DRAFTS);
        return (left == 0 ? "" : "…, ")
                + drafts.stream()
                        .skip(left)
                        .map(draft -> sheet.dayOf(draft.getAssessment()))
                        .collect(Collectors.joining(", "));
    }

    private void say(String sentence) {
        sheet.statement(sentence);
        sheet.tell(sentence);
    }
}
