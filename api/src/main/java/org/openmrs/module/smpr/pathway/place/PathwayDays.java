/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;

/** Tells the flat-share, which is open to people in post-prison care alone, where in his care somebody was on a day. */
public interface PathwayDays {

    /**
     * Asked within the transaction that books a place, after its lock is taken.
     *
     * @param patient the uuid of a patient who is there
     * @param day a day at the site, which may be past or to come
     * @return never null
     */
    CareOnDay on(String patient, LocalDate day);
}
