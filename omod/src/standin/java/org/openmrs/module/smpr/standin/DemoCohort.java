/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;

/** The invented sample as its files have it: {@code demo-cohort/cohort.json} and the chapters that it lists. */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class DemoCohort {

    private static final String FOLDER = "/demo-cohort/";

    private static final Pattern DAY = Pattern.compile("(?<=\")\\d+m(?=\")");

    private final JsonNode file;

    private final List<DemoPerson> people;

    private final LocalDate today;

    /** @param today from which the months count back */
    static DemoCohort read(LocalDate today) throws IOException {
        JsonNode file = json("cohort.json");
        List<DemoPerson> people = new ArrayList<>();
        for (JsonNode chapter : file.get("chapters")) {
            json(chapter.asText())
                    .get("people")
                    .forEach(entry -> people.add(new DemoPerson(entry, file.get("usual"), today)));
        }
        return new DemoCohort(file, people, today);
    }

    private static JsonNode json(String name) throws IOException {
        try (InputStream file = DemoCohort.class.getResourceAsStream(FOLDER + name)) {
            return new ObjectMapper().readTree(file);
        }
    }

    /** @return names: a given and a family name each */
    List<String> raters() {
        List<String> raters = new ArrayList<>();
        file.get("raters").forEach(rater -> raters.add(rater.asText()));
        return raters;
    }

    /** @return the name of who follows men without rating them: a given and a family name */
    String follower() {
        return file.get("follower").asText();
    }

    /** @return the unit with places in the flat-share, as it is posted, but for where it is */
    Map<String, Object> unit() {
        return new LinkedHashMap<>(Map.of(
                "name", file.at("/unit/name").asText(),
                "capacity", file.at("/unit/capacity").asInt()));
    }

    /** @return the names of the places by what the lines call them: the code of a context is where its people usually are */
    Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        file.get("places").properties().forEach(place -> places.put(place.getKey(), place.getValue().asText()));
        return places;
    }

    /** @return the plan of analysis of the invented study: its text, with days for what the file counts back */
    String studyPlan() throws IOException {
        try (InputStream plan = DemoCohort.class.getResourceAsStream(FOLDER + "study-plan.json")) {
            return DAY.matcher(new String(plan.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(day -> DemoDays.day(day.group(), today).toString());
        }
    }

    /** @return the day that the plan bears */
    LocalDate studyPlanned() throws IOException {
        return LocalDate.parse(new ObjectMapper().readTree(studyPlan()).get("date").asText());
    }

    List<DemoPerson> people() {
        return people;
    }

    int countAssessments() {
        return people.stream().mapToInt(person -> person.assessments().size()).sum();
    }
}
