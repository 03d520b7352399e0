/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.Collections;
import java.util.List;
import lombok.Getter;

/** A definition or settings file that is refused, with every fault in it. */
@Getter
public class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    /** Every fault, as {@code <JSON pointer>: <reason>}. */
    private final List<String> faults;

    public DefinitionException(String file, List<String> faults) {
        super(file + " is refused: " + String.join("; ", faults));
        this.file = file;
        this.faults = Collections.unmodifiableList(faults);
    }
}
