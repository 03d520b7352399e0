/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

/** What a site's documents are about. */
public enum DocumentKind {
    /** What the site sets differently. */
    SETTINGS,
    /** The definition of an instrument that the module does not ship. */
    INSTRUMENT
}
