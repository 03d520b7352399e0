/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;

/** Metadata that is taken out of use, not deleted. */
public interface Retireable extends OpenmrsObject {
    Boolean getRetired();

    Boolean isRetired();

    void setRetired(Boolean retired);

    User getRetiredBy();

    void setRetiredBy(User retiredBy);

    Date getDateRetired();

    void setDateRetired(Date dateRetired);

    String getRetireReason();

    void setRetireReason(String retireReason);
}
