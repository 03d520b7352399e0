/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.List;

/** Looks whether an instrument that is well defined can stand beside what is there already. */
@FunctionalInterface
public interface DefinitionCheck {

    /** Nothing stands beside it: for what the module ships, which its tests hold. */
    DefinitionCheck NONE = (instrument, others, faults) -> {};

    /**
     * @param others the instruments that it would stand beside
     * @param faults takes what stands in its way
     */
    void check(Instrument instrument, List<Instrument> others, Faults faults);

    /** Takes what is wrong with an instrument. */
    @FunctionalInterface
    interface Faults {

        /** @param code what it is wrong with, by its code in the dictionary; "" for the instrument's own code */
        void note(String code, FaultReason reason, Object... arguments);
    }
}
