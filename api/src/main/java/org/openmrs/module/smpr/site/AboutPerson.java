/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

/** Something that says, or asks, something of a person. */
public interface AboutPerson {

    /** @return the uuid of the patient; null where it is not settled */
    String getPatient();

    /** @return the uuid of the one thing of his that it is; null where it is more than one, or none in particular */
    default String getUuid() {
        return null;
    }
}
