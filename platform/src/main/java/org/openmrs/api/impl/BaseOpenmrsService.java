/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import org.openmrs.api.OpenmrsService;

/** A service with nothing to do at start and stop. */
public abstract class BaseOpenmrsService implements OpenmrsService {
    @Override
    public void onStartup() {}

    @Override
    public void onShutdown() {}
}
