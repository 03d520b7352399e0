/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.List;
import lombok.Value;

/** A row of the file. */
@Value
class Row {

    /** The line in which it begins, from 1 on. */
    int line;

    List<String> cells;
}
