/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.AssessmentInput;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Question;

/**
 * Reads what is posted as an assessment. Only its form is judged here; what is wrong with that goes along with the input,
 * so that the service reports it together with whatever else it finds.
 */
final class AssessmentBody {

    /** What a representation shows and nobody charts: an amendment may send it back, and it is not looked at. */
    private static final Set<String> SHOWN_ONLY = new HashSet<>(Arrays.asList(
            "uuid",
            "display",
            "links",
            "resourceVersion",
            "phaseOfEpisode",
            "faults",
            "warnings",
            "amended",
            "blind",
            "history",
            "voided",
            "answers",
            "auditInfo",
            "scores",
            "researchNotice"));

    private static final Set<String> GROUPS =
            Arrays.stream(Question.Part.values()).map(Fields::group).collect(Collectors.toSet());

    /** What is asked of every assessment, and answered by itself: why it is amended is said with the amendment. */
    static final List<Question> COMMON = Definitions.commonQuestions().stream()
            .filter(question -> !question.getCode().equals(CommonQuestions.AMENDMENT))
            .collect(Collectors.toList());

    private final Map<String, Object> body;

    private final List<Fault> faults = new ArrayList<>();

    AssessmentBody(Map<String, Object> body) {
        this.body = new LinkedHashMap<>(body);
    }

    AssessmentInput newAssessment() {
        return input(null);
    }

    AssessmentInput amendmentOf(String uuid) {
        body.keySet().removeAll(SHOWN_ONLY);
        return input(uuid);
    }

    private AssessmentInput input(String uuid) {
        return AssessmentInput.builder()
                .uuid(uuid)
                .version(text(Fields.VERSION, null))
                .reason(text(Fields.REASON, null))
                .patient(text(Fields.PATIENT, "uuid"))
                .instrument(text(Fields.INSTRUMENT, "code"))
                .date(body.remove(Fields.DATE))
                .location(text(Fields.LOCATION, "uuid"))
                .raters(PostedText.uuids(Fields.RATERS, body.remove(Fields.RATERS), faults))
                .answers(answers())
                .faults(faults)
                .build();
    }

    private String text(String field, String key) {
        return PostedText.of(field, key, body.remove(field), faults);
    }

    private Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        body.forEach((name, given) -> {
            if (COMMON.stream().anyMatch(question -> question.getCode().equals(name))) {
                answers.put(name, given);
            } else if (!GROUPS.contains(name)) {
                faults.add(Fault.of(name, "unknownProperty", name));
            } else if (given instanceof Map) {
                ((Map<?, ?>) given).forEach((code, answer) -> answers.put(name + "." + code, answer));
            } else {
                faults.add(Fault.of(name, "notAnObject"));
            }
        });
        return answers;
    }
}
