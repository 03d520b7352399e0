/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

/** What can be said of the difference between two sums. None of them is a judgement of a person. */
public enum Verdict {
    /** Lower, beyond measurement error. */
    LOWER,
    /** Higher, beyond measurement error. */
    HIGHER,
    /** Within measurement error, which is not "no change", and not "no effect". */
    NO_DETECTABLE_CHANGE,
    /** The setting changed in between: the difference is described and not tested. */
    DESCRIPTIVE,
    /** Not testable; the reasons say why. */
    NOT_TESTABLE
}
