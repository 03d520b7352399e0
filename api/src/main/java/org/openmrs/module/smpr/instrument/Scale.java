/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.List;
import lombok.Builder;
import lombok.Value;

/**
 * A sum of item ratings, for research. It has no bands and no cut-offs. It has no value where an item that counts is
 * rated "not applicable" or in a way that was never given a number; omitted items are counted, and the sum prorated
 * apart from the raw one.
 */
@Value
@Builder(toBuilder = true)
public class Scale {

    String code;

    Label label;

    /** The dimension whose ratings are summed. */
    String dimension;

    /** The codes of the items that count, in order. */
    List<String> items;

    /** The smallest and the largest sum. */
    int min;

    int max;

    /** Whether its mean, in points of the rating, is a usual value too: it compares across scales of unequal length. */
    boolean withMean;

    /** Whether it contains an item rated once for each context, and so exists once for each context. */
    boolean perContext;

    /** Whether it contains a static item, and so is not tested for change. */
    boolean withFixedItems;

    /** Whether it falls by construction as freedom grows and support ends: what surrounds a person is part of it. */
    boolean fallsWithFreedom;

    /** Whether its ratings look back over a window which, at the beginning, can contain the index offence. */
    boolean looksBack;
}
