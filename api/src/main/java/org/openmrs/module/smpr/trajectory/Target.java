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
import org.openmrs.module.smpr.instrument.Question;

/** A dynamic risk factor that is present or partly present now, and so is to be worked on. */
@Value
@Builder
public class Target {

    Instrument instrument;

    Item item;

    /** The question that rates it; its context, where the item is rated once for each. */
    Question question;

    Choice rating;

    /** How much it matters; null where that is not asked or not stated. */
    Choice relevance;

    /** What became of it since the assessment before; null where there is none. */
    Movement sinceLast;

    /** What stands in the way of taking that at its word; empty where nothing does, or there is no assessment before. */
    List<Reason> sinceLastReasons;

    /** The latest assessment, which rates it so. */
    Assessment ratedBy;

    /** The assessment from which on, without a break, it was rated present or partly present wherever it was rated at all. */
    Assessment standingSince;

    /** How many assessments have rated it so since then, and how many have not rated it. */
    int ratedSo;

    int notRated;

    /** The items in the same field, as the map of the site or of the module has it. */
    List<Protector> protectors;
}
