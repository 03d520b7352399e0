/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** One invented man, and his assessments. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class DemoPerson {

    /** The platform's identifier type without a check digit. */
    private static final String IDENTIFIER_TYPE = "8d79403a-c2cc-11de-8d13-0010c6dffd0f";

    private final JsonNode entry;

    /** What holds for every assessment whose line does not say otherwise. */
    private final JsonNode usual;

    private final LocalDate today;

    String text(String name) {
        return entry.path(name).asText();
    }

    /** @return in the order of the file, in which an integrative judgement rests on the last assessment with the HCR-20 above it */
    List<DemoAssessment> assessments() {
        List<DemoAssessment> assessments = new ArrayList<>();
        DemoAssessment basis = null;
        for (JsonNode line : entry.get("assessments")) {
            DemoAssessment assessment =
                    new DemoAssessment(line, usual, entry.path("rater").asInt(1), today, basis);
            assessments.add(assessment);
            basis = assessment.isBasis() ? assessment : basis;
        }
        return assessments;
    }

    /** @return what he is registered with */
    Map<String, Object> body(DemoStaff staff) {
        Map<String, Object> name = Map.of("givenName", text("givenName"), "familyName", text("familyName"));
        Map<String, Object> identifier = Map.of(
                "identifier", text("identifier"),
                "identifierType", IDENTIFIER_TYPE,
                "location", staff.place("IN"),
                "preferred", true);
        Map<String, Object> person =
                Map.of("gender", "M", "birthdate", text("birthdate"), "names", List.of(name));
        return Map.of("person", person, "identifiers", List.of(identifier));
    }
}
