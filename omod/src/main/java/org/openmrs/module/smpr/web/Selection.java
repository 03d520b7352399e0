/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What a custom representation asks for: {@code (uuid,instrument:(code),patient:ref)}. */
final class Selection {

    private final Level level;

    /** The parts asked for by name; null for whatever there is at the level. */
    private final Map<String, Selection> parts;

    private Selection(Level level, Map<String, Selection> parts) {
        this.level = level;
        this.parts = parts;
    }

    /** @throws FaultsException where the text is not a list of properties in brackets */
    static Selection parse(String text) {
        Parser parser = new Parser(text);
        Selection selection = parser.list();
        parser.end();
        return selection;
    }

    Map<String, Selection> parts() {
        return parts;
    }

    /** @return how much the thing must have, for the parts to be chosen from */
    Level level() {
        return level;
    }

    /** @return what of the value was asked for: of a list, of each of its entries */
    Object of(Object value) {
        if (parts == null) {
            return value;
        }
        if (value instanceof Collection) {
            List<Object> selected = new ArrayList<>();
            ((Collection<?>) value).forEach(entry -> selected.add(of(entry)));
            return selected;
        }
        if (value instanceof Map) {
            Map<?, ?> map = (Map<?, ?>) value;
            SimpleObject selected = new SimpleObject();
            parts.forEach((name, part) -> {
                if (map.containsKey(name)) {
                    selected.add(name, part.of(map.get(name)));
                }
            });
            return selected;
        }
        return value;
    }

    private static final class Parser {

        private final String text;

        private int at;

        Parser(String text) {
            this.text = text.replace(" ", "");
        }

        Selection list() {
            Map<String, Selection> parts = new LinkedHashMap<>();
            expect('(');
            do {
                String name = word();
                parts.put(name, take(':') ? part() : new Selection(Level.DEFAULT, null));
            } while (take(','));
            expect(')');
            return new Selection(Level.FULL, parts);
        }

        private Selection part() {
            if (at < text.length() && text.charAt(at) == '(') {
                return list();
            }
            String name = word();
            for (Level level : Level.values()) {
                if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return new Selection(level, null);
                }
            }
            throw refused();
        }

        private String word() {
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
                at++;
            }
            if (at == start) {
                throw refused();
            }
            return text.substring(start, at);
        }

        private boolean take(char c) {
            boolean there = at < text.length() && text.charAt(at) == c;
            if (there) {
                at++;
            }
            return there;
        }

        private void expect(char c) {
            if (!take(c)) {
                throw refused();
            }
        }

        void end() {
            if (at < text.length()) {
                throw refused();
            }
        }

        private static FaultsException refused() {
            return new FaultsException(Collections.singletonList(Fault.of("v", "unknownRepresentation")));
        }
    }
}
