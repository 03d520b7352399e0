/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

/** How urgently somebody needs a place, the most urgent last; it orders the waiting list and binds nobody. */
public enum Priority {
    NORMAL,
    HIGH,
    URGENT
}
