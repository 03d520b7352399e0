/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

/** The kinds of concept name; a name of no kind is a synonym. */
public enum ConceptNameType {
    FULLY_SPECIFIED,
    SHORT,
    INDEX_TERM
}
