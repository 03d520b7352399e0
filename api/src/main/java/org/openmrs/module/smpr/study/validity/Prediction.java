/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.validity;

import java.util.List;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import org.openmrs.module.smpr.study.data.FollowUpFrom;

/** What was measured of a participant, and what became of him from the day on that it predicts from. */
@AllArgsConstructor(access = AccessLevel.PACKAGE)
final class Prediction {

    /** Of the measures asked for, in their order. */
    private final List<Double> values;

    @Getter
    private final FollowUpFrom followUp;

    double value(int measure) {
        return values.get(measure);
    }

    /** @return whether any day of it, as far as it is known of, was not at risk */
    boolean hasTimeNotAtRisk() {
        return followUp.getTime().getStretches().stream()
                        .mapToDouble(stretch -> stretch.getTo() - stretch.getFrom())
                        .sum()
                < followUp.getTime().getTime();
    }
}
