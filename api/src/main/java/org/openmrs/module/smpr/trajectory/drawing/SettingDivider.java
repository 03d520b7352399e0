/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

/** The line between two assessments in different settings, which are no comparison of like with like. */
final class SettingDivider {

    private SettingDivider() {}

    static void draw(Svg svg, double x, double top, double bottom) {
        svg.line(x - 1.5, top, x - 1.5, bottom, Svg.SOFT, null).line(x + 1.5, top, x + 1.5, bottom, Svg.SOFT, null);
    }
}
