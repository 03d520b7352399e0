/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module;

import org.springframework.core.SmartClassLoader;

/** Makes Spring define the proxies of other classes where those classes are, not in the module. */
final class ModuleLoader extends ModuleClassLoader implements SmartClassLoader {
    ModuleLoader(Module module, ClassLoader parent) {
        super(module, parent);
    }

    @Override
    public ClassLoader getOriginalClassLoader() {
        return getParent();
    }
}
