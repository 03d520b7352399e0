/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.Value;

/** The phases of care of one person, as far as his pathway says. */
@Value
public class PhaseHistory {

    /** In order of their days; of two that share a day, which a pathway edited elsewhere can leave, the later holds. */
    List<PhaseSpan> spans;

    /** @return the phase of that day; empty where the pathway does not say */
    public Optional<String> on(LocalDate day) {
        return spans.stream()
                .filter(span -> span.contains(day))
                .reduce((earlier, later) -> later)
                .map(PhaseSpan::getPhase);
    }
}
