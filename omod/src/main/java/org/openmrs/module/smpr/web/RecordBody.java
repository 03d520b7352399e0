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
import org.openmrs.module.smpr.pathway.record.RecordInput;

/** Reads what is posted as a record of the pathway. Only its form is judged here; what is wrong with that goes along with the input. */
final class RecordBody {

    /** What a representation shows and nobody charts: a change may send it back, and it is not looked at. */
    private static final Set<String> SHOWN_ONLY = new HashSet<>(
            Arrays.asList("uuid", "display", "links", "resourceVersion", "faults", "voided", "answers", "auditInfo"));

    private static final String PROVIDERS = "providers";

    private final String type;

    private final Map<String, Object> body;

    private final List<Fault> faults = new ArrayList<>();

    /** @param type the code of the record */
    RecordBody(String type, Map<String, Object> body) {
        this.type = type;
        this.body = new LinkedHashMap<>(body);
    }

    RecordInput newRecord() {
        return input(null);
    }

    RecordInput changeOf(String uuid) {
        body.keySet().removeAll(SHOWN_ONLY);
        return input(uuid);
    }

    private RecordInput input(String uuid) {
        return RecordInput.builder()
                .uuid(uuid)
                .type(type)
                .version(PostedText.of(Fields.VERSION, null, body.remove(Fields.VERSION), faults))
                .patient(PostedText.of(Fields.PATIENT, "uuid", body.remove(Fields.PATIENT), faults))
                .date(body.remove(Fields.DATE))
                .location(PostedText.of(Fields.LOCATION, "uuid", body.remove(Fields.LOCATION), faults))
                .providers(PostedText.uuids(PROVIDERS, body.remove(PROVIDERS), faults))
                .answers(body)
                .faults(faults)
                .build();
    }
}
