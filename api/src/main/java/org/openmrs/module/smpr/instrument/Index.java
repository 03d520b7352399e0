/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import lombok.Builder;
import lombok.Value;

/**
 * The difference between a scale of another instrument and one of this: the total of the HCR-20 less that of the SAPROF.
 * A research value, which exists once for each context.
 */
@Value
@Builder(toBuilder = true)
public class Index {

    String code;

    Label label;

    /** What must be known before it is used. */
    Label notice;

    /** The instrument and the scale that the value is taken from. */
    String ofInstrument;

    String ofScale;

    /** The scale of this instrument that is subtracted. */
    String minus;
}
