/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.handler;

import java.util.Date;
import org.openmrs.OpenmrsObject;
import org.openmrs.User;

/** Completes an object before a service does something with it. */
public interface RequiredDataHandler<O extends OpenmrsObject> {
    void handle(O object, User currentUser, Date currentDate, String other);
}
