/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.Extension;
import org.openmrs.module.smpr.SmprPrivileges;

/**
 * The trajectory as a tab of the legacy UI's patient dashboard. That page asks a tab for these properties by their names, so that
 * nothing here needs the legacy UI, and nothing comes of it where that is not installed.
 */
public class PatientDashboardTab extends Extension {

    @Override
    public MEDIA_TYPE getMediaType() {
        return MEDIA_TYPE.html;
    }

    @Override
    public String getOverrideContent(String bodyContent) {
        return null;
    }

    /** @return the code of the tab's words */
    public String getTabName() {
        return "smpr.trajectory";
    }

    public String getTabId() {
        return "smprTrajectory";
    }

    public String getRequiredPrivilege() {
        return SmprPrivileges.GET_ASSESSMENTS;
    }

    /** @return which file of {@code portlets} it shows */
    public String getPortletUrl() {
        return "trajectory";
    }
}
