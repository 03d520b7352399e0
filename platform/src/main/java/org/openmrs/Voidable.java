/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;

/** Anything that is marked as deleted, not deleted. */
public interface Voidable extends OpenmrsObject {
    Boolean getVoided();

    Boolean isVoided();

    void setVoided(Boolean voided);

    User getVoidedBy();

    void setVoidedBy(User voidedBy);

    Date getDateVoided();

    void setDateVoided(Date dateVoided);

    String getVoidReason();

    void setVoidReason(String voidReason);
}
