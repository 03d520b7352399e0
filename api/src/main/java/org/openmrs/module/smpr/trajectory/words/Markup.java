/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.words;

/** Puts texts into SVG and HTML. */
public final class Markup {

    private Markup() {}

    /** @return the text as it stands between tags or in an attribute, without characters that no document may have */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '<') {
                escaped.append("&lt;");
            } else if (c == '>') {
                escaped.append("&gt;");
            } else if (c == '&') {
                escaped.append("&amp;");
            } else if (c == '"') {
                escaped.append("&quot;");
            } else if (c >= 0x20 || c == '\n' || c == '\t') {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
