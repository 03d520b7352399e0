/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module;

import lombok.Getter;

/** Which advice of a module goes around which service. */
@Getter
public class AdvicePoint {
    private final Module module;
    private final String point;
    private final String className;

    public AdvicePoint(Module mod, String point, String className) {
        this.module = mod;
        this.point = point;
        this.className = className;
    }
}
