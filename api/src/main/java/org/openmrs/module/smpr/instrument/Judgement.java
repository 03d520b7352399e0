/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import lombok.Builder;
import lombok.Value;

/** A final opinion: given by the clinician, recorded, never computed. */
@Value
@Builder(toBuilder = true)
public class Judgement {

    String code;

    Label label;

    /** The code of the choice list that its levels come from. */
    String choices;

    /** Whether an assessment is complete only with it. */
    boolean required;

    /** Whether it is given once for each context (institution, community). */
    boolean perContext;
}
