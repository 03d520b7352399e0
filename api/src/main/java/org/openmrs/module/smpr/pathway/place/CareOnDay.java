/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

/** Where in the care of the service somebody was on a day. */
public enum CareOnDay {
    /** No episode of care was open, and none had been. */
    NOT_IN_CARE,
    /** In care, and not yet released. */
    BEFORE_RELEASE,
    /** In post-prison care (APC). */
    IN_APC,
    /** His care had ended. */
    AFTER_CARE
}
