/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module;

/** An activator that does nothing. */
public abstract class BaseModuleActivator implements ModuleActivator {
    @Override
    public void willRefreshContext() {}

    @Override
    public void contextRefreshed() {}

    @Override
    public void willStart() {}

    @Override
    public void started() {}

    @Override
    public void willStop() {}

    @Override
    public void stopped() {}
}
