/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.function.Supplier;
import org.openmrs.module.smpr.site.SiteInForce;

/** For how many days what a job has made is kept, as the site has set it. */
public class DaysKept implements Supplier<Integer> {

    private final SiteInForce siteInForce;

    public DaysKept(SiteInForce siteInForce) {
        this.siteInForce = siteInForce;
    }

    @Override
    public Integer get() {
        return siteInForce.get().getSettings().getStudy().getExportKeptDays();
    }
}
