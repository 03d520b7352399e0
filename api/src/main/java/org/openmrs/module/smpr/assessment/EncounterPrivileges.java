/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import org.openmrs.EncounterType;
import org.openmrs.Privilege;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;

/** What the types of encounters ask of the user. */
public final class EncounterPrivileges {

    private EncounterPrivileges() {}

    /**
     * The platform would report that the user lacks the edit privilege of the encounter's type as a mere failure.
     *
     * @throws APIAuthenticationException where he lacks it
     */
    public static void requireEdit(EncounterType type) {
        Privilege edit = type.getEditPrivilege();
        if (edit != null && !Context.getAuthenticatedUser().hasPrivilege(edit.getPrivilege())) {
            throw new APIAuthenticationException("The privilege to edit encounters of this type is required");
        }
    }
}
