/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.trajectory.filed.FiledSummaryInput;

/** Reads what is posted as a validated summary. Only its form is judged here; what is wrong with that goes along with the input. */
final class SummaryBody {

    static final String LANGUAGE = "language";

    static final String TEXT = "text";

    private final Map<String, Object> body;

    private final List<Fault> faults = new ArrayList<>();

    SummaryBody(Map<String, Object> body) {
        this.body = new LinkedHashMap<>(body);
    }

    FiledSummaryInput input() {
        FiledSummaryInput.FiledSummaryInputBuilder input = FiledSummaryInput.builder()
                .patient(PostedText.of(Fields.PATIENT, "uuid", body.remove(Fields.PATIENT), faults))
                .language(PostedText.of(LANGUAGE, null, body.remove(LANGUAGE), faults))
                .text(sentences(body.remove(TEXT)))
                .version(PostedText.of(Fields.VERSION, null, body.remove(Fields.VERSION), faults));
        body.keySet().forEach(name -> faults.add(Fault.of(name, "unknownProperty", name)));
        return input.faults(faults).build();
    }

    private List<String> sentences(Object given) {
        if (given == null) {
            return null;
        }
        if (!(given instanceof Collection)) {
            faults.add(Fault.of(TEXT, "notAList"));
            return null;
        }
        List<String> sentences = new ArrayList<>();
        for (Object sentence : (Collection<?>) given) {
            if (!(sentence instanceof String)) {
                faults.add(Fault.of(TEXT, "notAText"));
                return null;
            }
            sentences.add((String) sentence);
        }
        return sentences;
    }
}
