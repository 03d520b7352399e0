/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.thing;

import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;

/** A module's service. */
public interface ThingService extends OpenmrsService {
    @Authorized("Get Things")
    Thing getThingByUuid(String uuid);

    @Authorized({"Add Things", "Edit Things"})
    Thing saveThing(Thing thing);

    @Authorized("Edit Things")
    Thing voidThing(Thing thing, String reason);

    @Authorized("Edit Things")
    Thing unvoidThing(Thing thing);

    @Authorized
    String whoAmI();

    @Authorized(
            value = {"Get Things", "Edit Things"},
            requireAll = true)
    void needBoth();
}
