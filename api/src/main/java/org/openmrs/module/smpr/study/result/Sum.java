/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lombok.Value;

/** That one count is the sum of others, by the names of their quantities. */
@Value
public class Sum {

    String total;

    List<String> parts;

    public static Sum of(String total, String... parts) {
        return new Sum(total, Collections.unmodifiableList(Arrays.asList(parts)));
    }
}
