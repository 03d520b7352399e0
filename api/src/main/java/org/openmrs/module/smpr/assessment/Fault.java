/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lombok.Value;

/** One thing that is wrong with an assessment or another record, whether on its way in or as it stands in the record. */
@Value
public class Fault {

    /** What it is wrong with, as REST names it: {@code date}, {@code ratings.05}, {@code judgements.FPJ}. */
    String field;

    /** The kind of fault; its sentence is the message {@code smpr.fault.<code>}. */
    String code;

    /** What the sentence names: codes, labels and limits, never data about the person. */
    List<String> arguments;

    public static Fault of(String field, String code, String... arguments) {
        return new Fault(field, code, Collections.unmodifiableList(Arrays.asList(arguments)));
    }

    /** @return the same in a part of what was sent: its field begins with the name of the part */
    public Fault in(String part) {
        return new Fault(part + "." + field, code, arguments);
    }

    /** @return the same, said of another field */
    public Fault at(String otherField) {
        return new Fault(otherField, code, arguments);
    }

    /** @return the key of its sentence in the message files */
    public String messageKey() {
        return "smpr.fault." + code;
    }
}
