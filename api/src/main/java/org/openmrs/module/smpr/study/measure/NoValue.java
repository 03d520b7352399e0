/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.measure;

/** Why an assessment that was made has no value of a measure. */
public enum NoValue {
    /** It does not rate the context that the measure holds for. */
    CONTEXT_NOT_RATED,
    /** An answer is to be checked. */
    FAULTY,
    /** An answer is lacking. */
    UNANSWERED,
    /** An item does not apply to the person. */
    NOT_APPLICABLE,
    /** An item has a refined rating, which has no number. */
    UNNUMBERED,
    /** All items were omitted, or more than the site allows, or any where it has set no limit. */
    OMITTED,
    /** Of an index: there is no other assessment near enough, or one of the two sums has no value. */
    NO_COUNTERPART
}
