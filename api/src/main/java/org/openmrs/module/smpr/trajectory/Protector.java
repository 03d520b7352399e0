/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Mark;
import org.openmrs.module.smpr.instrument.Question;

/** An item that may protect, as the latest assessment rates it. */
@Value
@Builder
public class Protector {

    Instrument instrument;

    Item item;

    /** The question that rates it; where it is rated once for each context, the first that the latest assessment rates. */
    Question question;

    /** Null where it was never rated, or the record has no one answer. */
    Choice rating;

    /** What became of it since the assessment before; null where there is none. */
    Movement sinceLast;

    /** What stands in the way of taking that at its word; empty where nothing does, or there is no assessment before. */
    List<Reason> sinceLastReasons;

    /** What it is marked as: key, goal, both or neither. */
    List<Mark> marks;

    /** The latest assessment; null where there is none. */
    Assessment ratedBy;
}
