/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

/** Where it is known from that something happened to a man after his release, or that nothing is known to have happened. */
public enum OutcomeSource {
    /** The casier judiciaire. */
    JUDICIAL_REGISTER,
    /** A decision of a court that was seen. */
    COURT,
    /** The registry of a prison. */
    PRISON_REGISTRY,
    SPIP,
    CIVIL_REGISTER,
    HEALTH_RECORD,
    HIS_OWN_WORD,
    VISIT,
    FAMILY,
    PRESS,
    OTHER
}
