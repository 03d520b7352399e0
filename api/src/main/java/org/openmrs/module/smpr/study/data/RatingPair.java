/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;

/** Two ratings of one participant with one instrument, the second of them independent of the first. */
@Value
public class RatingPair {

    Assessment first;

    Assessment second;
}
