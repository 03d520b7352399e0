/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

/** From which day of an episode of care a wave of assessments is counted. */
public enum CountedFrom {

    /** The first day of the episode. */
    ENTRY,

    /** The day of leaving the building; while that is ahead, the day planned for it. */
    RELEASE,

    /** The planned end of post-prison care, extensions included, or the actual end of the episode where that was earlier. */
    END_OF_CARE
}
