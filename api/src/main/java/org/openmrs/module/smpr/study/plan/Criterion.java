/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;

/** What has to be answered of everybody who is considered for the study. */
@Value
public class Criterion {

    public enum Kind {
        /** Has to be so. */
        INCLUSION,
        /** Must not be so. */
        EXCLUSION
    }

    String code;

    Kind kind;

    Label label;
}
