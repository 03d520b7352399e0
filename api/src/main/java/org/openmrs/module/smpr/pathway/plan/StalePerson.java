/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import lombok.Value;

/** A person whose rows are not computed, or no longer as his record is, with what shows how that is now. */
@Value
class StalePerson {

    Integer patientId;

    int parts;

    long checksum;
}
