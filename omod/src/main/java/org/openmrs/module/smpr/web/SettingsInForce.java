/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.site.AcceptedDocument;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteMoment;
import org.openmrs.module.smpr.site.SiteSettings;

/** What is in force at a site, with the documents that say so. */
@Value
class SettingsInForce {

    /** What each document put in force, the newest first, and last what was in force before any. */
    List<SiteMoment> history;

    Site getSite() {
        return history.get(0).getSite();
    }

    SiteSettings getSettings() {
        return getSite().getSettings();
    }

    /** @return the settings document; null before any was accepted */
    AcceptedDocument getDocument() {
        Site.Text text = getSite().getDocument();
        return history.stream()
                .map(SiteMoment::getDocument)
                .filter(document ->
                        document != null && text != null && document.getUuid().equals(text.getUuid()))
                .findFirst()
                .orElse(null);
    }
}
