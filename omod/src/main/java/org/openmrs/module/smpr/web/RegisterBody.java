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
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.outcome.RegisterInput;

/** Reads what is posted as an entry of the outcome register. Only its form is judged here; what is wrong with that goes along with the input. */
final class RegisterBody {

    /** What a representation shows and nobody records: an amendment may send it back, and it is not looked at. */
    private static final Set<String> SHOWN_ONLY = new HashSet<>(
            Arrays.asList("uuid", "display", "links", "resourceVersion", "violentBy", "voided", "auditInfo"));

    private final Map<String, Object> body;

    private final List<Fault> faults = new ArrayList<>();

    RegisterBody(Map<String, Object> body) {
        this.body = new LinkedHashMap<>(body);
    }

    RegisterInput newEntry() {
        return input(null);
    }

    RegisterInput amendmentOf(String uuid) {
        body.keySet().removeAll(SHOWN_ONLY);
        return input(uuid);
    }

    private RegisterInput input(String uuid) {
        RegisterInput.RegisterInputBuilder input = RegisterInput.builder()
                .uuid(uuid)
                .version(PostedText.of(Fields.VERSION, null, body.remove(Fields.VERSION), faults))
                .patient(PostedText.of(Fields.PATIENT, "uuid", body.remove(Fields.PATIENT), faults));
        Map<String, String> answers = new LinkedHashMap<>();
        body.forEach((field, given) -> answers.put(field, PostedText.of(field, "code", given, faults)));
        return input.answers(answers).faults(faults).build();
    }
}
