/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

/** Lays out what the signs of a drawing stand for, as many a line as there is room for. */
final class Legend {

    private static final int SIZE = 11;

    /** Draws a sign around a point. */
    interface Sign {
        void drawAt(double x, double y);
    }

    private final Sheet sheet;

    private double x = Sheet.MARGIN;

    Legend(Sheet sheet) {
        this.sheet = sheet;
    }

    void startLine() {
        x = Sheet.MARGIN;
        sheet.down(18);
    }

    /** What the entries that follow are of. */
    void name(String text) {
        sheet.getSvg().text(x, sheet.getY() + 4, "start", SIZE, Svg.INK, text);
        x += 8 + Lettering.width(text, SIZE);
    }

    /** @param sign at most 16 pixels wide */
    void entry(String text, Sign sign) {
        double length = 20 + Lettering.width(text, SIZE);
        if (x > Sheet.MARGIN && x + length > sheet.getWidth() - Sheet.MARGIN) {
            startLine();
        }
        sign.drawAt(x + 8, sheet.getY());
        sheet.getSvg().text(x + 20, sheet.getY() + 4, "start", SIZE, Svg.SOFT, text);
        x += length + 16;
    }

    void entry(String text, String sign) {
        entry(text, (at, middle) -> sheet.getSvg().text(at, middle + 4, "middle", SIZE, Svg.INK, sign));
    }
}
