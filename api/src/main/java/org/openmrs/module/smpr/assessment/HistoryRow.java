/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import lombok.Value;

/** What the record says of one answer, and who gave it and took it away. */
@Value
class HistoryRow {

    ObsRow obs;

    /** User names; null where the platform has none. */
    String creator;

    String voidedBy;
}
