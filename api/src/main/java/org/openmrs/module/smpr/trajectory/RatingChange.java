/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.Set;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Question;

/** One rating at two points. */
@Value
@Builder
public class RatingChange {

    Question question;

    Item item;

    /** The ratings; null where there is none, or the record is faulty. */
    Choice from;

    Choice to;

    /** How much the item mattered, where the instrument asks that too; null where it is not asked or not stated. */
    Choice relevanceFrom;

    Choice relevanceTo;

    Movement movement;

    Set<Expectation> expected;
}
