/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import lombok.Value;
import org.openmrs.module.smpr.site.AcceptedSettings;
import org.openmrs.module.smpr.site.SiteSettings;

/** What a site has set, with the document that says so. */
@Value
class SettingsInForce {

    /** Null before any was accepted. */
    AcceptedSettings document;

    SiteSettings settings;
}
