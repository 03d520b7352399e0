/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import lombok.AllArgsConstructor;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;

/** What a site states about the measurement error of a scale, without which no change of it is tested. */
@Value
@AllArgsConstructor
public class Reliability {

    /** Standard deviation of the scale, in its points; above 0. */
    double sd;

    /** Reliability coefficient (an intraclass correlation, say), above 0 and below 1. */
    double reliability;

    /** Where both figures come from: printed with every verdict that rests on them. */
    Label origin;

    /** @param source where both figures come from, in whatever language it is read */
    public Reliability(double sd, double reliability, String source) {
        this(sd, reliability, Label.inEveryLanguage(source));
    }
}
