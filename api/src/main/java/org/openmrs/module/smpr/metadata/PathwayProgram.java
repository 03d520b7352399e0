/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

/** The program that episodes of care are enrolments in, by its stable uuids. */
public final class PathwayProgram {

    /** The code of the program and of its concept. */
    public static final String CODE = "PATHWAY";

    public static final String UUID = StableUuid.of("program", CODE);

    /** Of the workflow of its phases. */
    public static final String WORKFLOW = StableUuid.of("workflow", CODE);

    private PathwayProgram() {}

    /** @return the uuid of the state that stands for the phase */
    public static String stateOf(String phase) {
        return StableUuid.of("state", phase);
    }

    /** @return the uuid of the state that stands for the end with that reason */
    public static String endOf(String reason) {
        return StableUuid.of("state", "END." + reason);
    }
}
