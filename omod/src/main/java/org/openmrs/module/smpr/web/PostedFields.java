/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Times;

/** The fields of a posted object, each of which is taken once; noting every fault, and what is left over. */
final class PostedFields {

    private final Map<String, Object> body;

    private final List<Fault> faults = new ArrayList<>();

    PostedFields(Map<String, Object> body) {
        this.body = new LinkedHashMap<>(body);
    }

    /** @return null where none is given */
    String text(String field) {
        return PostedText.of(field, null, body.remove(field), faults);
    }

    /** @return the uuid of another object, which may be given as a representation of it; null where none is given */
    String uuid(String field) {
        return PostedText.of(field, "uuid", body.remove(field), faults);
    }

    /** @return null where none is given */
    LocalDate day(String field) {
        String text = text(field);
        Optional<LocalDate> day = text == null ? Optional.empty() : Times.day(text);
        if (text != null && !day.isPresent()) {
            faults.add(Fault.of(field, "notADate"));
        }
        return day.orElse(null);
    }

    /** @return null where none is given */
    Integer number(String field) {
        Object given = body.remove(field);
        if (given != null && !(given instanceof Integer)) {
            faults.add(Fault.of(field, "notANumber"));
            return null;
        }
        return (Integer) given;
    }

    /** @return false where none is given */
    boolean flag(String field) {
        Object given = body.remove(field);
        if (given != null && !(given instanceof Boolean)) {
            faults.add(Fault.of(field, "notTrueOrFalse"));
        }
        return Boolean.TRUE.equals(given);
    }

    /** @return one of the constants, which may be given as it is shown; null where none is given */
    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        String code = PostedText.of(field, "code", body.remove(field), faults);
        E found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(code))
                .findFirst()
                .orElse(null);
        if (code != null && found == null) {
            faults.add(Fault.of(field, "notOneOf", String.join(", ", Shown.names(type.getEnumConstants()))));
        }
        return found;
    }

    /** @return what was wrong, and every field that was not taken */
    List<Fault> faults() {
        body.keySet().forEach(name -> faults.add(Fault.of(name, "unknownProperty", name)));
        body.clear();
        return faults;
    }
}
