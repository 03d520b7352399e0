/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import lombok.Value;

/** Something of the platform that an assessment points to: a location, a rater. */
@Value
public class Reference {

    String uuid;

    /** Its name; null where it has none. */
    String name;
}
