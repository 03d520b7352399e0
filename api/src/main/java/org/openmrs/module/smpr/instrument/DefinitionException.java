/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.Getter;

/** A definition or settings document that is refused, with every fault in it. */
@Getter
public class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    /** Every fault, in the order of the text. */
    private final transient List<DocumentFault> faults;

    public DefinitionException(String file, List<DocumentFault> faults) {
        super(file + " is refused: "
                + faults.stream().map(DocumentFault::toString).collect(Collectors.joining("; ")));
        this.file = file;
        this.faults = Collections.unmodifiableList(faults);
    }

    /** @return every fault, as {@code <JSON pointer>: <reason>}, in English */
    public List<String> getReasons() {
        return faults.stream().map(fault -> fault.describe(Locale.ENGLISH)).collect(Collectors.toList());
    }
}
