/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.ChoiceList;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Instrument;

/**
 * How one rating is drawn: a gauge where it counts a number, with the number beside it where there are many; bars where
 * it is a level without a number; a sign where it is none. Shapes alone tell them apart.
 */
final class RatingSigns {

    static final double RADIUS = 6;

    /** More steps than these are not told apart by a gauge alone. */
    private static final int MOST_STEPS = 3;

    private static final double BAR = 3;

    private static final double GAP = 1.5;

    private final ChartSheet sheet;

    /** How large everything is drawn, from 0 to 1: as large as the columns leave room for. */
    private final double size;

    RatingSigns(ChartSheet sheet) {
        this.sheet = sheet;
        this.size = Math.min(1, sheet.getColumn() / roomOf(sheet.instrument()));
    }

    /** @return the width that the ratings of one item take, in every dimension */
    static double roomOf(Instrument instrument) {
        return 12 + 18 * instrument.getDimensions().size();
    }

    /** @return where the sign of a dimension stands, from the middle of the column */
    double offset(Dimension dimension) {
        List<Dimension> dimensions = sheet.instrument().getDimensions();
        return size * 18 * (dimensions.indexOf(dimension) - (dimensions.size() - 1) / 2.0);
    }

    /** Draws a rating around a point. */
    void draw(double x, double middle, Choice rating, Dimension dimension) {
        draw(x, middle, rating, dimension, size);
        if (rating.getValue() != null && isNumbered(dimension)) {
            String number = rating.getValue().toString();
            sheet.getSvg().text(x + (RADIUS + 2) * size, middle + 4, "start", 11, Svg.INK, number);
        }
    }

    /** Draws a rating as large as can be, whatever the room in the columns. */
    void drawInLegend(double x, double middle, Choice rating, Dimension dimension) {
        draw(x, middle, rating, dimension, 1);
    }

    private void draw(double x, double middle, Choice rating, Dimension dimension, double size) {
        ChoiceList list = sheet.instrument().choiceList(dimension.getChoices());
        List<Choice> levels =
                list.getChoices().stream().filter(Choice::isRating).collect(Collectors.toList());
        Optional<Integer> highest = list.highest();
        if (rating.getValue() != null) {
            sheet.getSvg().gauge(x, middle, RADIUS * size, (double) rating.getValue() / highest.get());
        } else if (levels.contains(rating) && !highest.isPresent()) {
            bars(x, middle, levels.indexOf(rating) + 1, levels.size(), size);
        } else {
            sheet.getSvg().text(x, middle + 4.5, "middle", 12, Svg.INK, sign(rating));
        }
    }

    /** @return whether the number stands beside the gauge */
    boolean isNumbered(Dimension dimension) {
        return sheet.instrument().choiceList(dimension.getChoices()).getChoices().stream()
                        .filter(choice -> choice.getValue() != null)
                        .count()
                > MOST_STEPS;
    }

    /** Bars of rising height, as many of them filled as the level is high. */
    private void bars(double x, double middle, int level, int levels, double size) {
        double left = x - size * (levels * BAR + (levels - 1) * GAP) / 2;
        for (int i = 0; i < levels; i++) {
            double height = size * 2 * RADIUS * (i + 1) / levels;
            sheet.getSvg()
                    .rectangle(
                            left + i * size * (BAR + GAP),
                            middle + RADIUS * size - height,
                            BAR * size,
                            height,
                            i < level ? Svg.BLUE : "#ffffff",
                            Svg.BLUE);
        }
    }

    String sign(Choice rating) {
        switch (rating.getKind()) {
            case OMITTED:
                return "–";
            case NOT_APPLICABLE:
                return "×";
            default:
                return sheet.text(rating.getLabel()).split("[ \u00a0\u202f]?:")[0];
        }
    }

    /** @return the sign of a mark of the instrument: a star for the first (key items), an arrow for the second (goal items) */
    static String ofMark(int mark) {
        return mark == 0 ? "★" : "→";
    }
}
