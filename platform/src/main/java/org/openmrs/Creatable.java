/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;

/** Anything of which is known who made it. */
public interface Creatable extends OpenmrsObject {
    User getCreator();

    void setCreator(User creator);

    Date getDateCreated();

    void setDateCreated(Date dateCreated);
}
