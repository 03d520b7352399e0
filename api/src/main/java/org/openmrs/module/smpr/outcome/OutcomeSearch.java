/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.AboutPerson;

/** Of whom the register is asked. */
@Value
@Builder
public class OutcomeSearch implements AboutPerson {

    /** The uuid of the patient. */
    String patient;

    boolean includeVoided;
}
