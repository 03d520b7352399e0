/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

/** What can be due of a person. */
public enum DueKind {

    /** An assessment of a wave. */
    ASSESSMENT,

    /** The independent second rating beside it. */
    SECOND_RATING,

    /** A contact, after a break in care. */
    CONTACT,

    /** A release, near or past its planned day and not charted. */
    RELEASE,

    /** The end of post-prison care, near or past its planned day and not charted. */
    END_OF_CARE
}
