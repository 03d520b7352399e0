/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.Getter;

/**
 * A person with assessments of every sort (complete, draft, voided, amended, and a faulty one that was charted
 * natively), in whose names and texts a mark stands that is not to be seen by anyone who is refused something.
 */
@Getter
final class MarkedPerson {

    static final String MARK = "Qwertzmark";

    private final RestClient rest;

    private final List<ValidAssessment> instruments = new ArrayList<>();

    /** By uuid of an assessment, its instrument. */
    private final Map<String, ValidAssessment> charted = new LinkedHashMap<>();

    /** Those of them that are voided. */
    private final Set<String> voided = new HashSet<>();

    private final String patient;

    /** The uuid of a summary that is filed. */
    private final String summary;

    /** Has him registered, and assessed with each instrument there is. */
    MarkedPerson(RestClient rest) throws IOException, InterruptedException {
        this.rest = rest;
        for (JsonNode instrument : rest.get("smpr/instrument").get("results")) {
            JsonNode described = rest.get("smpr/instrument/" + instrument.get("code").asText());
            instruments.add(new ValidAssessment(described, MARK + " in a text, with “quotes” and é"));
        }
        patient = new Registration(rest).register(MARK + "given", MARK + "family", MARK + "1");
        for (ValidAssessment instrument : instruments) {
            String complete = chart(instrument, "2023-05-02", "COMPLETE");
            rest.post("smpr/assessment/" + complete, Map.of("reason", MARK + " amended", "date", "2023-05-03"));
            chart(instrument, "2024-01-10", "DRAFT");
            String mistaken = chart(instrument, "2023-09-01", "COMPLETE");
            rest.delete("smpr/assessment/" + mistaken, MARK);
            voided.add(mistaken);
            chartNatively(instrument);
        }
        summary = fileSummary();
    }

    private String fileSummary() throws IOException, InterruptedException {
        String version = rest.get("smpr/trajectory/" + patient).get("version").asText();
        List<String> text = List.of(MARK + " in a sentence.", "And another.");
        return rest.post(
                        "smpr/summary", Map.of("patient", patient, "language", "en", "text", text, "version", version))
                .get("uuid")
                .asText();
    }

    /** @return its uuid */
    String chart(ValidAssessment instrument, String date, String status) throws IOException, InterruptedException {
        String uuid = rest.post("smpr/assessment", instrument.of(patient, date, status))
                .get("uuid")
                .asText();
        charted.put(uuid, instrument);
        return uuid;
    }

    @SuppressWarnings("unchecked")
    private void chartNatively(ValidAssessment instrument) throws IOException, InterruptedException {
        Map<String, Object> faulty = instrument.of(patient, "2023-11-20", "COMPLETE");
        // Answered twice, and the other way round.
        ((Map<String, Object>) faulty.get("ratings")).replaceAll((item, rating) -> List.of(rating, rating));
        faulty.put("windowEnd", "2021-01-01");
        faulty.remove("edition");
        String uuid = rest.post("encounter", new NativeEncounter(instrument.instrument()).of(faulty))
                .get("uuid")
                .asText();
        charted.put(uuid, instrument);
    }
}
