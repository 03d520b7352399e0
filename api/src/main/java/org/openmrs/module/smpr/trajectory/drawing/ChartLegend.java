/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Mark;

/** Says in words what every sign of the drawing stands for. */
final class ChartLegend {

    private final ChartSheet sheet;

    private final RatingSigns signs;

    private double x;

    ChartLegend(ChartSheet sheet) {
        this.sheet = sheet;
        this.signs = new RatingSigns(sheet);
    }

    void draw() {
        Instrument instrument = sheet.instrument();
        Set<String> said = new HashSet<>();
        sheet.down(-4);
        for (Dimension dimension : instrument.getDimensions()) {
            startLine();
            if (instrument.getDimensions().size() > 1) {
                name(sheet.say("smpr.chart.dimension", sheet.text(dimension.getLabel()), ""));
            }
            instrument.choiceList(dimension.getChoices()).getChoices().stream()
                    .filter(choice -> instrument.offers(choice) || choice.getKind() != Choice.Kind.RATING)
                    .filter(choice -> choice.getKind() == Choice.Kind.RATING || said.add(signs.sign(choice)))
                    .forEach(choice -> entry(choice, dimension));
        }
        List<Mark> marks = instrument.getMarks();
        if (instrument.getDimensions().size() > 1) {
            startLine();
        }
        for (int i = 0; i < marks.size(); i++) {
            entry(sheet.text(marks.get(i).getLabel()), RatingSigns.ofMark(i));
        }
        entry(sheet.say("smpr.chart.missing"), "?");
        entry(sheet.say("smpr.chart.faulty"), "!");
        if (sheet.getTrajectory().getScales() != null) {
            entry(sheet.say("smpr.chart.noValue"), "∅");
        }
        sheet.down(14);
    }

    private void startLine() {
        x = ChartSheet.MARGIN;
        sheet.down(18);
    }

    private void name(String text) {
        sheet.getSvg().text(x, sheet.getY() + 4, "start", 11, Svg.INK, text);
        x += 8 + text.length() * 6;
    }

    private void entry(Choice choice, Dimension dimension) {
        entry(
                sheet.text(choice.getLabel()),
                () -> signs.drawInLegend(x + RatingSigns.RADIUS, sheet.getY(), choice, dimension));
    }

    private void entry(String text, String sign) {
        entry(text, () -> sheet.getSvg().text(x, sheet.getY() + 4, "start", 11, Svg.INK, sign));
    }

    private void entry(String text, Runnable sign) {
        double length = 18 + text.length() * 5.8;
        if (x + length > sheet.getWidth()) {
            startLine();
        }
        sign.run();
        sheet.getSvg().text(x + 18, sheet.getY() + 4, "start", 11, Svg.SOFT, text);
        x += length + 18;
    }
}
