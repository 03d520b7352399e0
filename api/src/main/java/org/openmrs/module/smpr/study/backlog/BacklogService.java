/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.ReadOfPeople;
import org.openmrs.module.smpr.study.job.Job;

/**
 * Brings assessments that were made before into the record, from a table: a row an assessment. What is imported is an
 * assessment like any other from then on.
 */
public interface BacklogService extends OpenmrsService {

    /** How many bytes a file may have, in UTF-8: more than that is no text to every server's reader of JSON. */
    int MOST_BYTES = 20_000_000;

    /**
     * Asks for the job that checks the file, and then, unless it is a dry run, writes every row or none. It takes the
     * privileges of charting too, also while it runs.
     *
     * @throws FaultsException where it cannot be begun: no such instrument, no file, or one that is too large
     */
    @ReadOfPeople(ReadOfPeople.IMPORT)
    @Authorized(
            value = {
                SmprPrivileges.IMPORT_ASSESSMENTS,
                SmprPrivileges.GET_ASSESSMENTS,
                SmprPrivileges.MANAGE_ASSESSMENTS
            },
            requireAll = true)
    Job importBacklog(BacklogInput input);

    /** @return a file without rows: the codes of the columns, and no text of the instrument's; empty where there is no such instrument */
    @Authorized(SmprPrivileges.IMPORT_ASSESSMENTS)
    Optional<String> getTemplate(String instrument);
}
