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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.pathway.EpisodeInput;
import org.openmrs.module.smpr.pathway.record.Records;

/** Reads what is posted as an episode. Only its form is judged here; what is wrong with that goes along with the input. */
final class EpisodeBody {

    static final String ENTRY = partOf(Records.ENTRY);

    static final String RELEASE = partOf(Records.RELEASE);

    static final String EXTENSION = partOf(Records.EXTENSION);

    static final String END = partOf(Records.END);

    private static final List<String> RECORDS =
            Arrays.asList(Records.ENTRY, Records.RELEASE, Records.EXTENSION, Records.END);

    private static final Set<String> SHOWN_ONLY = new HashSet<>(Arrays.asList(
            "uuid",
            "display",
            "links",
            "resourceVersion",
            "endReason",
            "phases",
            "plannedRelease",
            "released",
            "plannedEnd",
            "waves",
            "unscheduled",
            "care",
            "faults",
            "voided",
            "answers",
            "auditInfo"));

    private final Map<String, Object> body;

    private final List<Fault> faults = new ArrayList<>();

    EpisodeBody(Map<String, Object> body) {
        this.body = new LinkedHashMap<>(body);
    }

    /** @return how the record of that code is called as a part of an episode */
    static String partOf(String record) {
        return record.equals(Records.IN_CHARGE) ? "inCharge" : record.toLowerCase(Locale.ROOT);
    }

    EpisodeInput newEpisode() {
        return input(null);
    }

    EpisodeInput changeOf(String uuid) {
        body.keySet().removeAll(SHOWN_ONLY);
        return input(uuid);
    }

    private EpisodeInput input(String uuid) {
        EpisodeInput.EpisodeInputBuilder input = EpisodeInput.builder()
                .uuid(uuid)
                .version(text(Fields.VERSION, null))
                .patient(text(Fields.PATIENT, "uuid"))
                .begun(text("begun", null))
                .phase(text("phase", "code"))
                .phaseFrom(text("phaseFrom", null))
                .ended(text("ended", null))
                .inCharge(text("inCharge", "uuid"))
                .inChargeFrom(text("inChargeFrom", null))
                .reopened(flag("reopened"))
                .withdrawn(withdrawn())
                .records(records());
        body.keySet().forEach(name -> faults.add(Fault.of(name, "unknownProperty", name)));
        return input.faults(faults).build();
    }

    private String text(String field, String key) {
        return PostedText.of(field, key, body.remove(field), faults);
    }

    private boolean flag(String field) {
        Object given = body.remove(field);
        if (given != null && !(given instanceof Boolean)) {
            faults.add(Fault.of(field, "notTrueOrFalse"));
        }
        return Boolean.TRUE.equals(given);
    }

    /** @return the codes of records that are taken away, which are called as the parts of an episode are */
    private Set<String> withdrawn() {
        List<String> parts = PostedText.uuids("withdrawn", body.remove("withdrawn"), faults);
        return parts == null
                ? Collections.emptySet()
                : parts.stream().map(part -> part.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private Map<String, Map<String, Object>> records() {
        Map<String, Map<String, Object>> records = new LinkedHashMap<>();
        for (String code : RECORDS) {
            Object given = body.remove(partOf(code));
            if (given instanceof Map) {
                Map<String, Object> answers = new LinkedHashMap<>();
                ((Map<?, ?>) given).forEach((question, answer) -> answers.put(String.valueOf(question), answer));
                records.put(code, answers);
            } else if (given != null) {
                faults.add(Fault.of(partOf(code), "notAnObject"));
            }
        }
        return Collections.unmodifiableMap(records);
    }
}
