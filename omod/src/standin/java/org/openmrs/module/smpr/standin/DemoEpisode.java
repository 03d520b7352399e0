/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.smpr.instrument.CommonQuestions;

/** An episode of care of the sample: what is posted of it step by step, as it came, and in which phase he was on a day. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class DemoEpisode {

    private final JsonNode line;

    /** Who is in charge of him, where the line does not say otherwise: the number of a provider. */
    private final int inCharge;

    private final LocalDate today;

    /** @return the first as a new episode, the others as changes of it */
    List<Map<String, Object>> steps(String patient, DemoStaff staff) {
        List<Map<String, Object>> steps = new ArrayList<>();
        Map<String, Object> begin = new LinkedHashMap<>();
        begin.put("patient", patient);
        begin.put("begun", begun().toString());
        begin.put("entry", facts("entry"));
        begin.put("inCharge", staff.provider(line.path("inCharge").asInt(inCharge)));
        steps.add(begin);
        if (line.has("preRelease")) {
            steps.add(phase(CommonQuestions.PRE_RELEASE, day("preRelease")));
            Map<String, Object> release = facts("release");
            if (release.containsKey("planned")) {
                steps.get(1).put("release", Map.of("planned", release.get("planned")));
            }
        }
        if (left() != null) {
            // One who ends in custody is released, and comes to no care outside.
            Map<String, Object> released =
                    apc() == null ? new LinkedHashMap<>() : phase(CommonQuestions.APC, apc());
            released.put("release", facts("release"));
            steps.add(released);
        }
        if (line.has("extension")) {
            steps.add(new LinkedHashMap<>(Map.of("extension", facts("extension"))));
        }
        if (line.has("end")) {
            Map<String, Object> end = facts("end");
            steps.add(new LinkedHashMap<>(Map.of("ended", end.remove("on"), "end", end)));
        }
        return steps;
    }

    private static Map<String, Object> phase(String phase, LocalDate from) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("phase", phase);
        step.put("phaseFrom", from.toString());
        return step;
    }

    LocalDate begun() {
        return day("begun");
    }

    /** @return its last day; null while it lasts */
    LocalDate ended() {
        return line.has("end") ? DemoDays.day(line.at("/end/on").asText(), today) : null;
    }

    /** @return the code of the reason; empty while it lasts */
    String endReason() {
        return line.at("/end/reason").asText();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(begun()) && (ended() == null || !day.isAfter(ended()));
    }

    /** @return the phase of a day within it, whether or not he lived in the flat-share */
    String phaseOn(LocalDate day) {
        if (apc() != null && !day.isBefore(apc())) {
            return CommonQuestions.APC;
        }
        return line.has("preRelease") && !day.isBefore(day("preRelease"))
                ? CommonQuestions.PRE_RELEASE
                : CommonQuestions.CUSTODY;
    }

    /** @return the days on which its phases begin, and the day after its last */
    List<LocalDate> changes() {
        List<LocalDate> days = new ArrayList<>(List.of(begun()));
        if (line.has("preRelease")) {
            days.add(day("preRelease"));
        }
        if (apc() != null) {
            days.add(apc());
        }
        if (ended() != null) {
            days.add(ended().plusDays(1));
        }
        return days;
    }

    /** @return the first day of post-prison care, which is that of leaving the building; null for none */
    private LocalDate apc() {
        return line.path("withoutApc").asBoolean() ? null : left();
    }

    private LocalDate left() {
        JsonNode left = line.at("/release/leftBuilding");
        return left.isMissingNode() ? null : DemoDays.day(left.asText(), today);
    }

    private LocalDate day(String name) {
        return DemoDays.day(line.get(name).asText(), today);
    }

    private Map<String, Object> facts(String part) {
        return DemoDays.facts(line.path(part), today);
    }
}
