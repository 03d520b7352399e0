/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

/** What a difference contains by construction, and is to be said wherever it is shown. */
public enum Expectation {
    /** Care after prison acts on it directly: a gain while it lasts is partly true by construction, a fall at its end is to be expected. */
    CARRIED_BY_SUPPORT,
    /** It falls as freedom grows, at release and at the end of care, which is no failure. */
    FALLS_WITH_FREEDOM,
    /** The earlier rating looks back over a window that may contain the index offence: it tends to be lower later whatever was done. */
    MAY_CONTAIN_INDEX_OFFENCE
}
