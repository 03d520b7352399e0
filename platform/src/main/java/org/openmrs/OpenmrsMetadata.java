/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

/** What the data refer to: types, places, concepts' neighbours. */
public interface OpenmrsMetadata extends Auditable, Retireable {
    String getName();

    void setName(String name);

    String getDescription();

    void setDescription(String description);
}
