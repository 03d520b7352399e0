/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.site.AboutPerson;

/** One fact of the pathway, or of the care delivered, as the record has it: an encounter of its type and its obs. */
@Value
@ToString(of = "uuid")
@Builder(toBuilder = true)
public class PathwayRecord implements AboutPerson {

    /** The uuid of the encounter. */
    String uuid;

    RecordType type;

    /** The uuid of the patient. */
    String patient;

    /** The date of the encounter; what it means, the definition of the record says. */
    Date date;

    /** The same as a day at the site. */
    LocalDate day;

    /** Where; null where the record does not say. */
    Reference location;

    /** Who. */
    List<Reference> providers;

    /** What was answered, by code of the question; more than one value where the question allows it, or the record is faulty. */
    Map<String, List<Object>> answers;

    /** What is wrong with the record; empty where nothing is. */
    List<Fault> faults;

    /** Changes with every change of the record. */
    String version;

    boolean voided;

    /** Who charted it: a user name; null where the platform has none. */
    String creator;

    Date dateCreated;

    /** Who voided it, when and why; null where it is live, or the platform does not say. */
    String voidedBy;

    Date dateVoided;

    String voidReason;

    /** @return all the values given to the question; empty where it is unanswered */
    public List<Object> values(String question) {
        return answers.getOrDefault(question, Collections.emptyList());
    }

    /** @return whether the record is of that code */
    public boolean is(String code) {
        return type.getCode().equals(code);
    }

    /** @return the code of the one known choice given to the question; empty where there is none, or more than one */
    public Optional<String> choice(String question) {
        return value(question, String.class)
                .filter(code -> type.known(question).choice(code).isPresent());
    }

    /** @return the one day given to the question; empty where there is none, or more than one */
    public Optional<LocalDate> day(String question) {
        return value(question, LocalDate.class);
    }

    private <T> Optional<T> value(String question, Class<T> kind) {
        List<Object> values = values(question);
        return values.size() == 1 && kind.isInstance(values.get(0))
                ? Optional.of(kind.cast(values.get(0)))
                : Optional.empty();
    }
}
