/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;

/** Who read what of whom, for the auditor. There is nothing to write it with: it writes itself. */
public interface AccessLogService extends OpenmrsService {

    /** @return the entries asked for that the site still keeps, the newest first */
    @Authorized(SmprPrivileges.GET_ACCESS_LOG)
    List<AccessLogEntry> getAccessLog(AccessLogSearch search);

    /** @return how many there are, whatever page the search asks for */
    @Authorized(SmprPrivileges.GET_ACCESS_LOG)
    long countAccessLog(AccessLogSearch search);

    /** @return the entry of that uuid, where the site still keeps it */
    @Authorized(SmprPrivileges.GET_ACCESS_LOG)
    Optional<AccessLogEntry> getAccessLogEntry(String uuid);
}
