/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;

/** A JSON object. */
public class SimpleObject extends LinkedHashMap<String, Object> {
    public SimpleObject() {}

    public SimpleObject(int size) {
        super(size);
    }

    public SimpleObject add(String key, Object value) {
        put(key, value);
        return this;
    }

    public SimpleObject removeProperty(String key) {
        remove(key);
        return this;
    }

    @SuppressWarnings("unchecked")
    public <T> T get(String key) {
        return (T) super.get(key);
    }

    public static SimpleObject parseJson(String json) throws IOException {
        return new ObjectMapper().readValue(json, SimpleObject.class);
    }
}
