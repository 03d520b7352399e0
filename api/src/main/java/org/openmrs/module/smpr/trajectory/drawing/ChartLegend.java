/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Mark;
import org.openmrs.module.smpr.trajectory.words.Language;

/** Says in words what every sign of the drawing stands for. */
final class ChartLegend {

    private final ChartSheet sheet;

    private final RatingSigns signs;

    private final Legend legend;

    ChartLegend(ChartSheet sheet) {
        this.sheet = sheet;
        this.signs = new RatingSigns(sheet);
        this.legend = new Legend(sheet);
    }

    void draw() {
        Instrument instrument = sheet.instrument();
        Set<String> said = new HashSet<>();
        sheet.down(-4);
        for (Dimension dimension : instrument.getDimensions()) {
            legend.startLine();
            if (instrument.getDimensions().size() > 1) {
                legend.name(sheet.say("smpr.chart.dimension", sheet.text(dimension.getLabel()), ""));
            }
            instrument.choiceList(dimension.getChoices()).getChoices().stream()
                    .filter(choice -> instrument.offers(choice) || !choice.isRating())
                    .filter(choice -> choice.isRating() || said.add(signs.sign(choice)))
                    .forEach(choice -> entry(choice, dimension));
        }
        List<Mark> marks = instrument.getMarks();
        if (instrument.getDimensions().size() > 1) {
            legend.startLine();
        }
        for (int i = 0; i < marks.size(); i++) {
            legend.entry(sheet.text(marks.get(i).getLabel()), RatingSigns.ofMark(i));
        }
        if (sheet.getColumns().stream().anyMatch(Assessment::isAmended)) {
            legend.entry(sheet.say("smpr.chart.amended"), Language.AMENDED);
        }
        legend.entry(sheet.say("smpr.chart.missing"), "?");
        legend.entry(sheet.say("smpr.chart.faulty"), "!");
        if (sheet.getTrajectory().getScales() != null) {
            legend.entry(sheet.say("smpr.chart.noValue"), "∅");
        }
        if (hasBands()) {
            legend.entry(
                    sheet.say("smpr.chart.band"), (x, y) -> ScalePanels.drawBand(sheet.getSvg(), x, y - 7, y + 7, 10));
        }
        if (sheet.changesSetting()) {
            legend.entry(
                    sheet.say("smpr.chart.divider"), (x, y) -> SettingDivider.draw(sheet.getSvg(), x, y - 8, y + 8));
        }
        sheet.down(14);
    }

    private boolean hasBands() {
        return sheet.getTrajectory().getScales() != null
                && sheet.getTrajectory().getScales().stream()
                        .flatMap(series -> series.getPoints().stream())
                        .anyMatch(point -> point.getLow() != null);
    }

    private void entry(Choice choice, Dimension dimension) {
        legend.entry(sheet.text(choice.getLabel()), (x, y) -> signs.drawInLegend(x, y, choice, dimension));
    }
}
