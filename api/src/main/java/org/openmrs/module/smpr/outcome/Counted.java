/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

/** What is counted as an event, and by which of its dates. */
public enum Counted {
    /** Any new offence, by the day of the facts. */
    ANY_BY_FACTS(false, false),
    /** Any new offence finally convicted, by the day of the final conviction. */
    ANY_BY_CONVICTION(false, true),
    /** A new offence violent by the site's definition, by the day of the facts. */
    VIOLENT_BY_FACTS(true, false),
    /** One violent by the site's definition and finally convicted, by the day of the final conviction. */
    VIOLENT_BY_CONVICTION(true, true);

    private final boolean violent;

    private final boolean byConviction;

    Counted(boolean violent, boolean byConviction) {
        this.violent = violent;
        this.byConviction = byConviction;
    }

    public boolean isViolent() {
        return violent;
    }

    public boolean isByConviction() {
        return byConviction;
    }
}
