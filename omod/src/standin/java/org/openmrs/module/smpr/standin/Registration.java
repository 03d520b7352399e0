/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Has people registered who are of one test alone. */
final class Registration {

    /** The platform's identifier type without a check digit. */
    private static final String IDENTIFIER_TYPE = "8d79403a-c2cc-11de-8d13-0010c6dffd0f";

    private final RestClient rest;

    /** @param rest in the name of one who may register */
    Registration(RestClient rest) {
        this.rest = rest;
    }

    /** @return the uuid of a man who is 36 in 2026, or nearly */
    String register(String givenName, String familyName, String identifier) throws IOException, InterruptedException {
        String location = rest.get("location").at("/results/0/uuid").asText();
        Map<String, Object> name = Map.of("givenName", givenName, "familyName", familyName);
        Map<String, Object> identified =
                Map.of("identifier", identifier, "identifierType", IDENTIFIER_TYPE, "location", location);
        Map<String, Object> person = Map.of("gender", "M", "birthdate", "1990-01-01", "names", List.of(name));
        return rest.post("patient", Map.of("person", person, "identifiers", List.of(identified)))
                .get("uuid")
                .asText();
    }
}
