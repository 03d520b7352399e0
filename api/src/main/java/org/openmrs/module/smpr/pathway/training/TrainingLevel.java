/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.training;

/** How far a rater has been trained in an instrument. A site says what it takes for each. */
public enum TrainingLevel {
    /** Has been introduced to the instrument, and rates with somebody who is trained. */
    INTRODUCTION,
    /** Has attended the training course. */
    COURSE,
    /** Has rated the cases of training well enough, and rates by himself. */
    CERTIFIED,
    /** Trains others. */
    TRAINER
}
