/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import lombok.Value;

/** What shows whether an assessment in the record is still the one that was projected. */
@Value
class Fingerprint {

    Integer encounter;

    Integer patient;

    Integer encounterType;

    Date date;

    /** How many obs there are, voided ones too, and the newest of them; 0 where there is none. */
    int obsCount;

    int lastObs;

    /** A sum over what the live obs say: one that was changed in its row keeps its id. */
    long checksum;
}
