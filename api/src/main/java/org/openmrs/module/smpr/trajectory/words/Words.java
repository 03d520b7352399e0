/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.words;

/** The module's messages in the language of one reader. */
@FunctionalInterface
public interface Words {

    /** @return the message of that key, with its arguments put in */
    public String say(String key, Object... arguments);
}
