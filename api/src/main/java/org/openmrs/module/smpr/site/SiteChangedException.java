/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

/** What is in force is no longer what the writer of a document looked at. */
public class SiteChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SiteChangedException() {
        super("Another document was accepted meanwhile");
    }
}
