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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Charts the invented sample as people are charted: over REST, each record by somebody whose role allows it, one after the
 * other of a man, two men at a time. Places come last, one man after the other: in between a place can seem to be taken
 * that is not.
 */
final class DemoLoader {

    private static final int MEN_AT_A_TIME = 2;

    private final RestClient rest;

    private final RestClient follower;

    private final RestClient registrar;

    private final RestClient coordinator;

    /** Each charts what he has rated: whoever charts a rating knows it. */
    private final List<RestClient> raters;

    private final RestClient administrator;

    private final DemoStaff staff;

    private final Map<String, NativeEncounter> encounters = new HashMap<>();

    private final Map<DemoPerson, String> patients = new ConcurrentHashMap<>();

    /** @param server its address */
    DemoLoader(String server, DemoStaff staff) throws IOException, InterruptedException {
        this.rest = new RestClient(server, DemoStaff.USER, DemoStaff.PASSWORD);
        this.follower = new RestClient(server, DemoStaff.FOLLOWER, DemoStaff.FOLLOWER_PASSWORD);
        this.registrar = new RestClient(server, DemoStaff.REGISTRAR, DemoStaff.REGISTRAR_PASSWORD);
        this.coordinator = new RestClient(server, DemoStaff.COORDINATOR, DemoStaff.COORDINATOR_PASSWORD);
        this.raters =
                List.of(rest, new RestClient(server, DemoStaff.SECOND_RATER, DemoStaff.SECOND_RATER_PASSWORD));
        this.administrator = new RestClient(server, DemoStaff.ADMINISTRATOR, DemoStaff.ADMINISTRATOR_PASSWORD);
        this.staff = staff;
        for (String instrument : DemoAssessment.INSTRUMENTS) {
            encounters.put(instrument, new NativeEncounter(rest.get("smpr/instrument/" + instrument)));
        }
    }

    /** @throws IllegalStateException where anything is refused */
    void load(DemoCohort cohort) throws IOException, InterruptedException {
        Map<String, Object> plan = new HashMap<>();
        plan.put("document", cohort.studyPlan());
        plan.put("inPlaceOf", null);
        administrator.post("smpr/study/plan", plan);
        loadPeople(cohort.people());
        Map<String, Object> unit = cohort.unit();
        unit.put("location", staff.place("UCTI"));
        loadPlaces(cohort.people(), administrator.post("smpr/unit", unit).get("uuid").asText());
    }

    private void loadPeople(List<DemoPerson> people) throws InterruptedException {
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
        patients.put(person, patient);
        loadAssessments(person, patient);
        List<String> episodes = new ArrayList<>();
        for (DemoEpisode episode : person.episodes()) {
            episodes.add(loadEpisode(episode.steps(patient, staff)));
        }
        post(follower, "smpr/contact", person.contacts(), patient);
        post(follower, "smpr/action", person.facts("actions"), patient);
        post(follower, "smpr/relay", person.facts("relays"), patient);
        post(registrar, "smpr/outcomeevent", person.facts("events"), patient);
        post(registrar, "smpr/followupcheck", person.facts("checks"), patient);
        if (!person.participation().isEmpty()) {
            loadParticipation(person.participation(), patient, episodes.get(0));
        }
    }

    private void loadParticipation(List<Map<String, Object>> steps, String patient, String indexEpisode)
            throws IOException, InterruptedException {
        steps.get(0).put("patient", patient);
        steps.get(0).put("indexEpisode", indexEpisode);
        String participant = coordinator
                .post("smpr/study/participant?v=ref", steps.get(0))
                .get("uuid")
                .asText();
        for (Map<String, Object> step : steps.subList(1, steps.size())) {
            coordinator.post("smpr/study/participant/" + participant + "?v=ref", step);
        }
    }

    /** @return its uuid */
    private String loadEpisode(List<Map<String, Object>> steps) throws IOException, InterruptedException {
        String episode = rest.post("smpr/episode?v=ref", steps.get(0)).get("uuid").asText();
        for (Map<String, Object> step : steps.subList(1, steps.size())) {
            rest.post("smpr/episode/" + episode + "?v=ref", step);
        }
        return episode;
    }

    private static void post(RestClient rest, String path, List<Map<String, Object>> lines, String patient)
            throws IOException, InterruptedException {
        for (Map<String, Object> line : lines) {
            line.put("patient", patient);
            rest.post(path + "?v=ref", line);
        }
    }

    private void loadPlaces(List<DemoPerson> people, String unit) throws IOException, InterruptedException {
        for (DemoPerson person : people) {
            for (List<Map<String, Object>> steps : person.placements()) {
                steps.get(0).put("patient", patients.get(person));
                steps.get(0).put("unit", unit);
                String placement =
                        follower.post("smpr/placement?v=ref", steps.get(0)).get("uuid").asText();
                for (Map<String, Object> step : steps.subList(1, steps.size())) {
                    follower.post("smpr/placement/" + placement + "?v=ref", step);
                }
            }
        }
    }

    private void loadAssessments(DemoPerson person, String patient) throws IOException, InterruptedException {
        for (DemoAssessment assessment : person.assessments()) {
            Map<String, Object> body = assessment.body(patient, staff);
            RestClient rater = raters.get(assessment.rater() - 1);
            if (assessment.is("native")) {
                rater.post("encounter", encounters.get(assessment.instrument()).of(body));
                continue;
            }
            String uuid = rater.post("smpr/assessment?v=ref", body).get("uuid").asText();
            for (Map<String, Object> amendment : assessment.amendments()) {
                rater.post("smpr/assessment/" + uuid + "?v=ref", amendment);
            }
            if (assessment.isVoided()) {
                rater.delete("smpr/assessment/" + uuid, assessment.text("voided"));
            }
        }
    }
}
