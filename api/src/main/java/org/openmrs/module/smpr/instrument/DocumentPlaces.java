/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Where in a JSON text each of its places begins: a key where its name is, an element of a list where its value is. */
final class DocumentPlaces {

    private final Map<String, JsonLocation> byPath = new HashMap<>();

    /** @param text a JSON document */
    // The oldest platform's Jackson has the location under this name alone.
    @SuppressWarnings("deprecation")
    DocumentPlaces(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                // The key comes first, and its value has the same path.
                byPath.putIfAbsent(parser.getParsingContext().pathAsPointer().toString(), parser.getTokenLocation());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return where the place begins; of one that is not there, the nearest around it */
    JsonLocation of(String path) {
        JsonLocation found = byPath.get(path);
        return found != null || path.isEmpty() ? found : of(path.substring(0, path.lastIndexOf('/')));
    }
}
