/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentInput;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.InputReader;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;

/** What the record has already of what some rows say. */
final class BacklogRecord {

    /** How a row and the record go together. */
    enum Standing {
        /** The record has nothing of it. */
        NEW,
        /** The record says the same. */
        SAME,
        /** The record has another assessment of that person, day and role. */
        CONFLICT,
        /** It was in the record, and was voided there. */
        VOIDED,
        /** The record has it where the user may not see it. */
        UNSEEN
    }

    private final Instrument instrument;

    private final ZoneId zone;

    private final Map<String, List<Assessment>> assessments;

    private final Map<String, Boolean> encounters;

    /** @param entries valid ones */
    BacklogRecord(
            Instrument instrument, List<BacklogEntry> entries, AssessmentService service, BacklogDao dao, ZoneId zone) {
        this.instrument = instrument;
        this.zone = zone;
        this.assessments = entries.isEmpty()
                ? Collections.emptyMap()
                : service
                        .getAssessments(AssessmentSearch.builder()
                                .patients(BacklogReader.patients(entries))
                                .instrument(instrument.getCode())
                                .build())
                        .stream()
                        .collect(Collectors.groupingBy(Assessment::getPatient));
        this.encounters =
                dao.encounters(entries.stream().map(BacklogEntry::getUuid).collect(Collectors.toSet()));
    }

    Standing of(BacklogEntry entry) {
        List<Assessment> near =
                assessments.getOrDefault(entry.getInput().getPatient(), Collections.emptyList()).stream()
                        .filter(found -> role(found).equals(entry.getRole()))
                        .filter(found -> BacklogReader.isAt(entry, found.getDate(), Times.day(found.getDate(), zone)))
                        .collect(Collectors.toList());
        if (near.stream().anyMatch(found -> isSame(entry.getInput(), found))) {
            return Standing.SAME;
        }
        if (!near.isEmpty()) {
            return Standing.CONFLICT;
        }
        Boolean voided = encounters.get(entry.getUuid());
        return voided == null ? Standing.NEW : voided ? Standing.VOIDED : Standing.UNSEEN;
    }

    private static String role(Assessment assessment) {
        return assessment.choice(CommonQuestions.RATER_ROLE).orElse("");
    }

    private boolean isSame(AssessmentInput input, Assessment found) {
        return bags(new InputReader(instrument, new ArrayList<>()).read(input.getAnswers()))
                        .equals(bags(found.getAnswers()))
                && (input.getLocation() == null
                        || found.getLocation() != null
                                && input.getLocation()
                                        .equals(found.getLocation().getUuid()))
                && (input.getRaters().isEmpty() || new HashSet<>(input.getRaters()).equals(raters(found)));
    }

    private static Set<String> raters(Assessment assessment) {
        return assessment.getRaters().stream().map(Reference::getUuid).collect(Collectors.toSet());
    }

    /** The answers without their order, and without why they were amended. */
    private static Map<String, Map<Object, Long>> bags(Map<String, List<Object>> answers) {
        Map<String, List<Object>> given = new LinkedHashMap<>(answers);
        given.remove(CommonQuestions.AMENDMENT);
        given.values().removeIf(List::isEmpty);
        Map<String, Map<Object, Long>> bags = new HashMap<>();
        given.forEach((question, values) -> bags.put(
                question, values.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))));
        return bags;
    }
}
