/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

/** Anything the platform stores under a uuid. */
public interface OpenmrsObject {
    Integer getId();

    void setId(Integer id);

    String getUuid();

    void setUuid(String uuid);
}
