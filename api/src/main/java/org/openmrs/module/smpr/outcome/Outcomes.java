/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.List;
import lombok.Value;

/** What is recorded of one person. */
@Value
public class Outcomes {

    /** None voided, in the order of their dates. */
    List<OutcomeEvent> events;

    /** None voided, in the order of their days. */
    List<FollowUpCheck> checks;
}
