/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.api.ValidationException;

/** What came in is refused, with every fault at once; nothing of it was written. */
@Getter
public class FaultsException extends ValidationException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public FaultsException(List<Fault> faults) {
        super(faults.stream().map(f -> f.getField() + ": " + f.getCode()).collect(Collectors.joining(", ")));
        this.faults = Collections.unmodifiableList(faults);
    }
}
