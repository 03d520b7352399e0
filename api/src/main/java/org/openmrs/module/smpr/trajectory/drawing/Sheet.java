/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import lombok.AccessLevel;
import lombok.Getter;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.trajectory.words.Language;

/** A sheet that is drawn on from top to bottom: how far down the drawing has come, and in whose language it speaks. Numbers are pixels. */
@Getter(AccessLevel.PACKAGE)
class Sheet {

    static final double MARGIN = 16;

    /** What lies under everything else. */
    private final Svg under = new Svg();

    private final Svg svg = new Svg();

    private final Language language;

    private final double width;

    /** How far down the drawing has come. */
    private double y;

    Sheet(int width, Language language) {
        this.width = width;
        this.language = language;
    }

    void down(double by) {
        y += by;
    }

    void title(String text) {
        down(26);
        svg.text(MARGIN, y, "start", 16, Svg.INK, text);
    }

    void heading(String text) {
        y += 15;
        svg.heading(MARGIN, y, 13, language.capitalized(text));
        y += 6;
    }

    /** What is to be read. */
    void statement(String text) {
        lines(text, 12, Svg.INK);
    }

    /** What explains. */
    void paragraph(String text) {
        down(4);
        lines(text, 11, Svg.SOFT);
    }

    private void lines(String text, int size, String colour) {
        for (String line : Lettering.wrapped(text, width - 2 * MARGIN, size)) {
            y += size + 4;
            svg.text(MARGIN, y, "start", size, colour, line);
        }
    }

    String say(String key, Object... arguments) {
        return language.say(key, arguments);
    }

    String text(Label label) {
        return language.text(label);
    }

    String decimal(double value) {
        return language.decimal(value);
    }

    /**
     * @param name what tells this drawing from others on one page
     * @param description what it shows, for those who do not see it
     * @return what was drawn, as an SVG document of its own
     */
    String document(String name, String title, String description) {
        String whole = Svg.number(width);
        Svg document = new Svg();
        document.start(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "width",
                        whole,
                        "height",
                        Svg.number(y),
                        "viewBox",
                        "0 0 " + whole + " " + Svg.number(y),
                        "role",
                        "img",
                        "aria-labelledby",
                        name + "-title " + name + "-description",
                        "lang",
                        language.getLocale().getLanguage(),
                        "font-family",
                        "system-ui, 'Helvetica Neue', Arial, sans-serif")
                .leaf("title", title, "id", name + "-title")
                .leaf("desc", description, "id", name + "-description")
                .rectangle(0, 0, width, y, "#ffffff", null);
        return document.toString() + under + svg + "</svg>\n";
    }
}
