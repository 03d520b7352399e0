/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import java.util.Locale;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.site.ReadOfPeople;
import org.openmrs.module.smpr.study.SuppressionNotSetException;
import org.openmrs.module.smpr.study.job.Job;

/** Asks for exports of the study, which are made in the background. */
public interface StudyExportService extends OpenmrsService {

    /**
     * @param texts whether free texts, which may name people, are exported too: for those with {@link SmprPrivileges#EXPORT_STUDY_TEXTS}
     * @param locale of the report and the data dictionary
     * @throws SuppressionNotSetException where the site has not set which counts are too small to leave the service
     * @throws org.openmrs.api.APIAuthenticationException where texts are wanted by one who may not have them
     */
    @ReadOfPeople(ReadOfPeople.EXPORT)
    @Authorized(SmprPrivileges.EXPORT_STUDY)
    Job askExport(boolean texts, Locale locale);
}
