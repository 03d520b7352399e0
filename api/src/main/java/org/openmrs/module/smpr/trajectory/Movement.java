/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import org.openmrs.module.smpr.instrument.Dimension;

/** What became of one rating between two assessments. */
public enum Movement {
    /** Towards less risk; of a symptom, towards less severe. */
    LESS,
    /** Towards more risk; of a symptom, towards more severe. */
    MORE,
    /** The same rating at both. */
    SAME,
    /** Another rating of a static item: more is known of it, which is no change. */
    REINFORMED,
    /** Omitted, not applicable, not rated or faulty at one of the two, or rated by what is, or may be, another edition. */
    NOT_COMPARABLE;

    /**
     * @param higher what a higher rating says: less risk is said in other words of a risk, of a protection and of a symptom
     * @return the key of its words in the message files
     */
    public String messageKey(Dimension.Direction higher) {
        return "smpr.movement." + (this == LESS || this == MORE ? higher + "." : "") + this;
    }
}
