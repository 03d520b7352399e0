/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Charts the invented sample as people are charted: over REST, one assessment of a man after the other, two men at a time. */
final class DemoLoader {

    private static final int MEN_AT_A_TIME = 2;

    private final RestClient rest;

    private final DemoStaff staff;

    private final Map<String, NativeEncounter> encounters = new HashMap<>();

    DemoLoader(RestClient rest, DemoStaff staff) throws IOException, InterruptedException {
        this.rest = rest;
        this.staff = staff;
        for (String instrument : DemoAssessment.INSTRUMENTS) {
            encounters.put(instrument, new NativeEncounter(rest.get("smpr/instrument/" + instrument)));
        }
    }

    /** @throws IllegalStateException where anything is refused */
    void load(List<DemoPerson> people) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(MEN_AT_A_TIME);
        try {
            List<Future<?>> loaded = new ArrayList<>();
            people.forEach(person -> loaded.add(threads.submit(() -> {
                load(person);
                return null;
            })));
            for (Future<?> one : loaded) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void load(DemoPerson person) throws IOException, InterruptedException {
        String patient = rest.post("patient", person.body(staff)).get("uuid").asText();
        for (DemoAssessment assessment : person.assessments()) {
            Map<String, Object> body = assessment.body(patient, staff);
            if (assessment.is("native")) {
                rest.post("encounter", encounters.get(assessment.instrument()).of(body));
                continue;
            }
            String uuid = rest.post("smpr/assessment?v=ref", body).get("uuid").asText();
            for (Map<String, Object> amendment : assessment.amendments()) {
                rest.post("smpr/assessment/" + uuid + "?v=ref", amendment);
            }
            if (assessment.isVoided()) {
                rest.delete("smpr/assessment/" + uuid, assessment.text("voided"));
            }
        }
    }
}
