/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

/** The concept source that every concept of the module is mapped in. */
public final class ConceptSourceSmpr {

    public static final String NAME = "SMPR";

    public static final String UUID = StableUuid.of("conceptsource", NAME);

    private ConceptSourceSmpr() {}
}
