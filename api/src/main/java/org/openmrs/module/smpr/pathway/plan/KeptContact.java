/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import lombok.Value;

/** That a contact was kept. */
@Value
public class KeptContact {

    /** That of its record. */
    String uuid;

    LocalDate day;

    boolean inCustody;
}
