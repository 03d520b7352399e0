/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.AboutPerson;

/** Which filed summaries are asked for. */
@Value
@Builder
public class FiledSummarySearch implements AboutPerson {

    /** The uuid of the patient; required. */
    String patient;

    boolean includeVoided;
}
