/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;

/** The instruments as shipped. */
public final class TestInstruments {

    public static final Instrument HCR20V3 = shipped("HCR20V3");

    public static final Instrument SAPROF = shipped("SAPROF");

    public static final Instrument CAPP = shipped("CAPP");

    private TestInstruments() {}

    private static Instrument shipped(String code) {
        return Definitions.shipped().stream()
                .filter(i -> i.getCode().equals(code))
                .findFirst()
                .get();
    }
}
