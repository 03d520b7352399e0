/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.Value;

/** What is wrong at one place of a definition or a settings document. */
@Value
public class DocumentFault {

    /** Counted from 1: where the place begins in the text; of what is missing, the object that it is missing in. */
    int line;

    int column;

    /** The place as a JSON pointer; "" for the document as a whole. */
    String path;

    FaultReason reason;

    @Getter(AccessLevel.NONE)
    List<Object> arguments;

    DocumentFault(int line, int column, String path, FaultReason reason, Object... arguments) {
        this.line = line;
        this.column = column;
        this.path = path;
        this.reason = reason;
        this.arguments = Collections.unmodifiableList(Arrays.asList(arguments));
    }

    /** @return what is wrong with the place, as a clause in that language */
    public String getReason(Locale locale) {
        return reason.in(locale, arguments.toArray());
    }

    /** @return the place by its path, and what is wrong with it */
    public String describe(Locale locale) {
        return (path.isEmpty() ? "/" : path) + ": " + getReason(locale);
    }

    /** @return line, column, place and reason, in English, as a log has it */
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + describe(Locale.ENGLISH);
    }
}
