/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.study.participant.ParticipantFields;
import org.openmrs.module.smpr.study.participant.ParticipantInput;

/** Reads what is posted as a participant of the study. Only its form is judged here; what is wrong with that goes along with the input. */
final class ParticipantBody {

    /** What a representation shows and nobody records: an amendment may send it back, and it is not looked at. */
    private static final Set<String> SHOWN_ONLY = new HashSet<>(Arrays.asList(
            "uuid",
            "display",
            "links",
            "resourceVersion",
            "studyCode",
            "state",
            "eligible",
            "notOpposedRecordedBy",
            "dateStoppedCollecting",
            "dateStoppedUsing",
            "standing",
            "faults",
            "voided",
            "oppositions",
            "auditInfo"));

    /** Shown as objects with a uuid; the others have a code. */
    private static final Set<String> UUIDS = new HashSet<>(
            Arrays.asList(Fields.PATIENT, ParticipantFields.INDEX_EPISODE, ParticipantFields.INFORMED_BY));

    private final Map<String, Object> body;

    private final List<Fault> faults = new ArrayList<>();

    ParticipantBody(Map<String, Object> body) {
        this.body = new LinkedHashMap<>(body);
    }

    ParticipantInput newParticipant() {
        return input(null);
    }

    ParticipantInput amendmentOf(String uuid) {
        body.keySet().removeAll(SHOWN_ONLY);
        return input(uuid);
    }

    private ParticipantInput input(String uuid) {
        ParticipantInput.ParticipantInputBuilder input = ParticipantInput.builder()
                .uuid(uuid)
                .version(text(Fields.VERSION, body.remove(Fields.VERSION)))
                .patient(text(Fields.PATIENT, body.remove(Fields.PATIENT)))
                .reason(text(Fields.REASON, body.remove(Fields.REASON)))
                .criteria(criteria(body.remove(ParticipantFields.CRITERIA)));
        Map<String, String> answers = new LinkedHashMap<>();
        body.forEach((field, given) -> answers.put(field, text(field, given)));
        return input.answers(answers).faults(faults).build();
    }

    private Map<String, String> criteria(Object given) {
        if (given == null) {
            return Collections.emptyMap();
        }
        if (!(given instanceof Map)) {
            faults.add(Fault.of(ParticipantFields.CRITERIA, "notAnObject"));
            return Collections.emptyMap();
        }
        Map<String, String> criteria = new LinkedHashMap<>();
        ((Map<?, ?>) given)
                .forEach((code, answer) -> criteria.put(
                        String.valueOf(code), text(ParticipantFields.ofCriterion(String.valueOf(code)), answer)));
        return criteria;
    }

    private String text(String field, Object given) {
        return PostedText.of(field, UUIDS.contains(field) ? "uuid" : "code", given, faults);
    }
}
