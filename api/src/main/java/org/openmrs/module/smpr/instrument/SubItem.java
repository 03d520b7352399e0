/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import lombok.Builder;
import lombok.Value;

/** A part of an item that is rated by itself and counts in no sum. */
@Value
@Builder(toBuilder = true)
public class SubItem {

    /** Code within its item: {@code a}. */
    String code;

    Label label;
}
