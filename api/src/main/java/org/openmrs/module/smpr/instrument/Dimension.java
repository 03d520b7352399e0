/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.Map;
import java.util.Set;
import lombok.Builder;
import lombok.Value;

/** One way in which every item is rated: SAPROF and CAPP have one, the HCR-20 has presence and relevance. */
@Value
@Builder(toBuilder = true)
public class Dimension {

    String code;

    Label label;

    /** The code of the choice list that its ratings come from. */
    String choices;

    /** Whether the dimension's code is part of the questions' codes: {@code H1.presence} against {@code 05}. */
    boolean named;

    /** Whether sub-items are rated in it too. */
    boolean onSubItems;

    /** The option of the instrument that a site must use for sub-items to be rated in it; null for always. */
    String onSubItemsOption;

    /**
     * By the code of another dimension, its choices on which this one is not asked: relevance is not asked where
     * presence is absent or omitted. Empty: always asked.
     */
    Map<String, Set<String>> notAskedWhere;

    /** What a higher rating says; null where a rating says nothing of more or less. */
    Direction higher;

    /** What a higher rating of an item says. */
    public enum Direction {
        /** More risk. */
        RISK,
        /** More protection, and so less risk. */
        PROTECTION,
        /** A more severe symptom, of which no risk is said. */
        SEVERITY
    }
}
