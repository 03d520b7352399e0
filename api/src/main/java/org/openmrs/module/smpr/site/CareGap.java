/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Set;
import lombok.Value;

/** After how long without a kept contact care counts as broken off for a time. */
@Value
public class CareGap {

    /** More than so many days; 1 or more. */
    int days;

    /** Codes of the phases of care in which contacts are watched; empty for all. */
    Set<String> phases;
}
