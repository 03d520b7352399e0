/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import org.openmrs.module.smpr.site.AboutPerson;

/** Something that the register holds of one person. */
public interface RegisterEntry extends AboutPerson {

    /** @return what has to be named where it is amended, so that nobody amends what he has not seen */
    String getVersion();

    RegisterAudit getAudit();
}
