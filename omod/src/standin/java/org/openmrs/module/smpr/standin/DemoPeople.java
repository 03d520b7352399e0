/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Under which uuids the running demonstration has its invented men. */
final class DemoPeople {

    private static final Pattern IDENTIFIER = Pattern.compile("\\{(INV-\\d+)}");

    private final RestClient rest;

    private final Map<String, String> uuids = new HashMap<>();

    DemoPeople(String server) {
        rest = new RestClient(server, DemoStaff.READER, DemoStaff.READER_PASSWORD);
    }

    String uuid(String identifier) throws IOException, InterruptedException {
        if (!uuids.containsKey(identifier)) {
            uuids.put(identifier, rest.get("patient?v=custom:(uuid)&q=" + identifier).at("/results/0/uuid").asText());
        }
        return uuids.get(identifier);
    }

    /** @return the address with uuids instead of identifiers in braces */
    String inside(String address) throws IOException, InterruptedException {
        Matcher identifier = IDENTIFIER.matcher(address);
        return identifier.find() ? identifier.replaceFirst(uuid(identifier.group(1))) : address;
    }
}
