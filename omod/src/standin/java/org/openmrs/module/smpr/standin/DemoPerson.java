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
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.CommonQuestions;

/** One invented man, his assessments, and his way through care. */
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
                    new DemoAssessment(line, usual, rater(), today, basis);
            assessments.add(assessment);
            basis = assessment.isBasis() ? assessment : basis;
        }
        return assessments;
    }

    private int rater() {
        return entry.path("rater").asInt(1);
    }

    /** @return in order; none of one whom no program is kept for */
    List<DemoEpisode> episodes() {
        List<DemoEpisode> episodes = new ArrayList<>();
        entry.path("episodes").forEach(line -> episodes.add(new DemoEpisode(line, rater(), today)));
        return episodes;
    }

    /** @return each as it is posted, but for whose it is; a line of many contacts gives each of them */
    List<Map<String, Object>> contacts() {
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (JsonNode line : entry.path("contacts")) {
            Map<String, Object> contact = DemoDays.facts(line, today);
            Object from = contact.remove("from");
            Object to = contact.remove("to");
            Object days = contact.remove("everyDays");
            if (from == null) {
                contacts.add(contact);
                continue;
            }
            LocalDate last = LocalDate.parse((String) to);
            for (LocalDate day = LocalDate.parse((String) from);
                    !day.isAfter(last);
                    day = day.plusDays(((Number) days).longValue())) {
                Map<String, Object> one = new LinkedHashMap<>(contact);
                one.put("date", day.toString());
                contacts.add(one);
            }
        }
        return contacts;
    }

    /**
     * @param name of a list: actions, relays, events or checks
     * @return each line as it is posted, but for whose it is
     */
    List<Map<String, Object>> facts(String name) {
        List<Map<String, Object>> facts = new ArrayList<>();
        entry.path(name).forEach(line -> facts.add(DemoDays.facts(line, today)));
        return facts;
    }

    /** @return what is recorded of him for the study step by step, but for whose it is; empty of one whom nobody has considered */
    List<Map<String, Object>> participation() {
        if (!entry.has("study")) {
            return List.of();
        }
        List<Map<String, Object>> steps = new ArrayList<>();
        Map<String, Object> first = DemoDays.facts(entry.get("study"), today);
        first.remove("oppositions");
        steps.add(first);
        entry.at("/study/oppositions").forEach(opposition -> steps.add(DemoDays.facts(opposition, today)));
        return steps;
    }

    /** @return of each place in the flat-share the steps as they are posted, but for whose and in which unit */
    List<List<Map<String, Object>>> placements() {
        List<List<Map<String, Object>>> placements = new ArrayList<>();
        for (JsonNode placement : entry.path("placements")) {
            List<Map<String, Object>> steps = new ArrayList<>();
            placement.forEach(step -> steps.add(DemoDays.facts(step, today)));
            placements.add(steps);
        }
        return placements;
    }

    /** @return the nights that he has spent in the flat-share until today, each by its day */
    List<LocalDate> nights() {
        List<LocalDate> nights = new ArrayList<>();
        for (List<Map<String, Object>> steps : placements()) {
            LocalDate entered = day(steps, "enteredOn");
            LocalDate left = day(steps, "leftOn");
            if (entered != null) {
                entered.datesUntil(left == null ? today : left).forEach(nights::add);
            }
        }
        return nights;
    }

    private static LocalDate day(List<Map<String, Object>> steps, String name) {
        return steps.stream()
                .filter(step -> step.containsKey(name))
                .map(step -> LocalDate.parse((String) step.get(name)))
                .findFirst()
                .orElse(null);
    }

    /** @return his phases of care as the lines have them, each day in one at the most */
    List<PhaseSpan> phases() {
        TreeSet<LocalDate> days = new TreeSet<>();
        episodes().forEach(episode -> days.addAll(episode.changes()));
        for (List<Map<String, Object>> steps : placements()) {
            Stream.of(day(steps, "enteredOn"), day(steps, "leftOn"))
                    .filter(Objects::nonNull)
                    .forEach(days::add);
        }
        List<PhaseSpan> phases = new ArrayList<>();
        for (LocalDate day : days) {
            String phase = phaseOn(day);
            LocalDate next = days.higher(day);
            PhaseSpan last = phases.isEmpty() ? null : phases.get(phases.size() - 1);
            if (last != null && last.getPhase().equals(phase) && day.equals(last.getTo())) {
                phases.set(phases.size() - 1, new PhaseSpan(phase, last.getFrom(), next));
            } else if (phase != null) {
                phases.add(new PhaseSpan(phase, day, next));
            }
        }
        return phases;
    }

    /** @return null for none */
    private String phaseOn(LocalDate day) {
        DemoEpisode within = episodes().stream()
                .filter(episode -> episode.contains(day))
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (within == null) {
            boolean after = episodes().stream()
                    .anyMatch(episode -> episode.ended() != null
                            && episode.ended().isBefore(day)
                            && !episode.endReason().equals("DIED"));
            return after ? CommonQuestions.AFTER_CARE : null;
        }
        boolean inFlatShare = placements().stream().anyMatch(steps -> {
            LocalDate entered = day(steps, "enteredOn");
            LocalDate left = day(steps, "leftOn");
            return entered != null && !day.isBefore(entered) && (left == null || day.isBefore(left));
        });
        String phase = within.phaseOn(day);
        return inFlatShare && phase.equals(CommonQuestions.APC) ? CommonQuestions.UCTI : phase;
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
