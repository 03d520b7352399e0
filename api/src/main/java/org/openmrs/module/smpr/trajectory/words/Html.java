/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.words;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Writes HTML, element by element; every text is escaped. */
public final class Html {

    /** After these a line's end would be a space. */
    private static final List<String> WITHIN_LINES = Arrays.asList("strong", "span");

    private final StringBuilder out = new StringBuilder();

    private final Deque<String> open = new ArrayDeque<>();

    /** An element around what {@code content} writes. */
    public Html element(String name, String attributes, Consumer<Html> content) {
        start(name, attributes);
        content.accept(this);
        return end();
    }

    /** An element with a text in it. */
    public Html leaf(String name, String attributes, String text) {
        return element(name, attributes, html -> html.text(text));
    }

    public Html start(String name, String attributes) {
        out.append('<').append(name);
        if (!attributes.isEmpty()) {
            out.append(' ').append(attributes);
        }
        out.append('>');
        open.push(name);
        return this;
    }

    /** Closes what was started last. */
    public Html end() {
        String name = open.pop();
        out.append("</").append(name).append(WITHIN_LINES.contains(name) ? ">" : ">\n");
        return this;
    }

    public Html text(String text) {
        return raw(Markup.escape(text));
    }

    /** What is HTML or SVG already, made by this module. */
    public Html raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
