/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Why something that was charted is changed or voided, as far as the record can keep it. */
public final class Reasons {

    /** The platform keeps reasons of up to 255 letters; a mark of ours goes before. */
    private static final int LONGEST = 230;

    private Reasons() {}

    /** @return what keeps the record from keeping the reason */
    static List<Fault> faults(String reason) {
        List<Fault> faults = new ArrayList<>();
        if (reason.length() > LONGEST) {
            faults.add(Fault.of(Fields.REASON, "tooLong", String.valueOf(LONGEST)));
        }
        if (!Texts.canBeKept(reason)) {
            faults.add(Fault.of(Fields.REASON, "unwritable"));
        }
        return faults;
    }

    /**
     * @param reason null or blank for none
     * @return that there is none, or what keeps the record from keeping it
     */
    public static List<Fault> whereRequired(String reason) {
        return reason == null || reason.trim().isEmpty()
                ? Collections.singletonList(Fault.of(Fields.REASON, "missing"))
                : faults(reason);
    }

    /**
     * @param reason null or blank for none
     * @throws FaultsException where there is none, or none that can be kept
     */
    public static void require(String reason) {
        List<Fault> faults = whereRequired(reason);
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }
}
