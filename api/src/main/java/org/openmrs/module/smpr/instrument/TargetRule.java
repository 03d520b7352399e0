/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.Set;
import lombok.Value;

/** Which ratings of an instrument make a dynamic item a target of care, and how targets are ordered. Static items are none. */
@Value
public class TargetRule {

    /** The dimension whose rating decides. */
    String dimension;

    /** Its ratings that make the item a target: possibly or partially present, and present. */
    Set<String> choices;

    /** The dimension whose levels, in their order, say how much the item matters; null where none does. */
    String relevance;
}
