/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.Locale;
import org.openmrs.module.smpr.trajectory.words.Markup;

/** Writes an SVG document, element by element. Numbers are pixels. */
public final class Svg {

    public static final String INK = "#1b1b1b";

    public static final String SOFT = "#595959";

    public static final String LINE = "#c9c9c9";

    public static final String BLUE = "#0b4f7a";

    public static final String PALE = "#cfdfea";

    public static final String SHADE = "#f0f0f0";

    /** Between two slanted lines. */
    private static final double HATCH = 5;

    private final StringBuilder out = new StringBuilder();

    /** An element around others, to be closed with {@link #end}. */
    public Svg start(String element, String... attributes) {
        open(element, attributes).append(">");
        return this;
    }

    public Svg end(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    /** An element with text in it. */
    public Svg leaf(String element, String content, String... attributes) {
        open(element, attributes).append(">").append(Markup.escape(content));
        return end(element);
    }

    public Svg text(double x, double y, String anchor, int size, String colour, String content) {
        return leaf(
                "text",
                content,
                "x",
                number(x),
                "y",
                number(y),
                "text-anchor",
                anchor,
                "font-size",
                String.valueOf(size),
                "fill",
                colour);
    }

    /** A text that stands over what follows it. */
    public Svg heading(double x, double y, int size, String content) {
        return leaf(
                "text",
                content,
                "x",
                number(x),
                "y",
                number(y),
                "font-size",
                String.valueOf(size),
                "font-weight",
                "600",
                "fill",
                INK);
    }

    public Svg line(double x1, double y1, double x2, double y2, String colour, String dashes) {
        open(
                        "line",
                        "x1",
                        number(x1),
                        "y1",
                        number(y1),
                        "x2",
                        number(x2),
                        "y2",
                        number(y2),
                        "stroke",
                        colour,
                        "stroke-dasharray",
                        dashes)
                .append("/>\n");
        return this;
    }

    public Svg rectangle(double x, double y, double width, double height, String fill, String stroke) {
        open(
                        "rect",
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "width",
                        number(width),
                        "height",
                        number(height),
                        "fill",
                        fill,
                        "stroke",
                        stroke)
                .append("/>\n");
        return this;
    }

    public Svg circle(double x, double y, double radius, String fill) {
        open("circle", "cx", number(x), "cy", number(y), "r", number(radius), "fill", fill, "stroke", BLUE)
                .append("/>\n");
        return this;
    }

    /** A line or shape of straight and curved parts, as SVG writes its path. */
    public Svg path(String path, String fill, String stroke, String dashes) {
        open("path", "d", path, "fill", fill, "stroke", stroke, "stroke-dasharray", dashes)
                .append("/>\n");
        return this;
    }

    /** A stretch filled with slanted lines. */
    public Svg hatched(double x, double y, double width, double height) {
        StringBuilder lines = new StringBuilder();
        for (double foot = x - height + HATCH; foot < x + width; foot += HATCH) {
            double from = Math.max(foot, x);
            double to = Math.min(foot + height, x + width);
            lines.append("M")
                    .append(number(from))
                    .append(" ")
                    .append(number(y + height - (from - foot)))
                    .append("L")
                    .append(number(to))
                    .append(" ")
                    .append(number(y + height - (to - foot)));
        }
        return path(lines.toString(), "none", BLUE, null);
    }

    /** A circle filled from below in proportion: empty at 0, full at 1. */
    public Svg gauge(double x, double y, double radius, double share) {
        circle(x, y, radius, share >= 1 ? BLUE : "#ffffff");
        if (share > 0 && share < 1) {
            double level = y + radius * (1 - 2 * share);
            double half = Math.sqrt(Math.max(0, radius * radius - (level - y) * (level - y)));
            String path = "M" + number(x - half) + " " + number(level) + " A" + number(radius) + " " + number(radius)
                    + " 0 " + (share > 0.5 ? "1" : "0") + " 0 " + number(x + half) + " " + number(level) + " Z";
            open("path", "d", path, "fill", BLUE).append("/>\n");
        }
        return this;
    }

    public static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private StringBuilder open(String element, String... attributes) {
        out.append("<").append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(" ")
                        .append(attributes[i])
                        .append("=\"")
                        .append(Markup.escape(attributes[i + 1]))
                        .append("\"");
            }
        }
        return out;
    }
}
