/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.springframework.transaction.annotation.Transactional;

/** Reads the access log as far back as the site keeps it. */
@Transactional(readOnly = true)
public class AccessLogServiceImpl extends BaseOpenmrsService implements AccessLogService {

    private final AccessLogDao dao;

    private final SiteService siteService;

    private final Clock clock;

    public AccessLogServiceImpl(AccessLogDao dao, SiteService siteService, Clock clock) {
        this.dao = dao;
        this.siteService = siteService;
        this.clock = clock;
    }

    @Override
    public List<AccessLogEntry> getAccessLog(AccessLogSearch search) {
        return dao.entries(search, kept());
    }

    @Override
    public long countAccessLog(AccessLogSearch search) {
        return dao.count(search, kept());
    }

    @Override
    public Optional<AccessLogEntry> getAccessLogEntry(String uuid) {
        Date kept = kept();
        return Optional.ofNullable(dao.byUuid(uuid))
                .filter(entry -> kept == null || !entry.getDate().before(kept));
    }

    /** Since when it is kept; null for ever. */
    private Date kept() {
        Integer days = siteService.getSettings().getReadLogDays();
        return days == null ? null : AccessLog.startOfKeeping(days, clock);
    }
}
