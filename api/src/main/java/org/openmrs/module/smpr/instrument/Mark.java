/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.List;
import lombok.Builder;
import lombok.Value;

/** A mark that a rater can put on several items: SAPROF's key and goal items. */
@Value
@Builder(toBuilder = true)
public class Mark {

    String code;

    Label label;

    /** The codes of the items that can carry it. */
    List<String> items;

    /** What it says is to be done with the item; null where it says nothing of that. */
    Purpose purpose;

    /** What is to be done with a marked item. */
    public enum Purpose {
        /** It carries the person now. */
        KEEP,
        /** It is to be worked on. */
        BUILD
    }
}
