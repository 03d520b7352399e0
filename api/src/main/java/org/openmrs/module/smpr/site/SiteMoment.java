/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import lombok.Value;

/** What was in force from the moment on at which a document was accepted, until the next one was. */
@Value
public class SiteMoment {

    /** Null for what was in force before any. */
    AcceptedDocument document;

    Site site;
}
