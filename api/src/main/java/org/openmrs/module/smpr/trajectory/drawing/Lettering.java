/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.ArrayList;
import java.util.List;

/** How much room a text takes. A drawing cannot ask the font, so this is as wide as the widest of the usual ones sets it. */
public final class Lettering {

    private Lettering() {}

    /** @return the width in pixels at the most, at that size of font */
    public static double width(String text, double size) {
        return text.codePoints().mapToDouble(Lettering::share).sum() * size;
    }

    private static double share(int letter) {
        if ("ijlI|'’.,:;! \u00a0\u202f".indexOf(letter) >= 0) {
            return 0.36;
        }
        if ("tfr()[]/-".indexOf(letter) >= 0) {
            return 0.43;
        }
        if ("cksvxyz".indexOf(letter) >= 0) {
            return 0.59;
        }
        if ("mwMW—%@→".indexOf(letter) >= 0) {
            return 0.98;
        }
        return Character.isUpperCase(letter) ? 0.77 : 0.64;
    }

    /** @return the text in lines of that width; a word that is wider is broken */
    public static List<String> wrapped(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, size) > width && line.length() > 1) {
                String head = head(line, width, size);
                lines.add(head);
                line = line.substring(head.length());
            }
        }
        lines.add(line);
        return lines;
    }

    /** @return the text, shortened to the width where it is wider; nothing where there is room for hardly anything */
    public static String fitting(String text, double width, double size) {
        if (width(text, size) <= width) {
            return text;
        }
        double room = width - width("…", size);
        return room < 3 * size ? "" : head(text, room, size).trim() + "…";
    }

    /** As much of it as fits, one letter at the least. */
    private static String head(String text, double width, double size) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length() && width(text.substring(0, text.offsetByCodePoints(end, 1)), size) <= width) {
            end = text.offsetByCodePoints(end, 1);
        }
        return text.substring(0, end);
    }
}
