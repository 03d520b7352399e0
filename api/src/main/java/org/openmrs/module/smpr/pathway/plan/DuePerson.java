/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import lombok.Getter;
import lombok.Setter;

/** That the rows of a person are computed, and what shows whether his record has changed since. */
@Getter
@Setter
public class DuePerson {

    private Integer patientId;

    /** How many rows of the record decide what is due of him, and a sum over what they say. */
    private int parts;

    private long checksum;

    /** What the settings and the dictionary were like that they were read with. */
    private int readWith;
}
