/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.study.SuppressionNotSetException;
import org.openmrs.module.smpr.study.job.Job;
import org.openmrs.module.smpr.study.job.Jobs;
import org.springframework.transaction.annotation.Transactional;

/** Asks for the job that makes an export, and refuses at once what would fail later. */
@Transactional
public class StudyExportServiceImpl extends BaseOpenmrsService implements StudyExportService {

    private final StudyExport kind;

    private final Jobs jobs;

    private final SiteService siteService;

    public StudyExportServiceImpl(StudyExport kind, Jobs jobs, SiteService siteService) {
        this.kind = kind;
        this.jobs = jobs;
        this.siteService = siteService;
    }

    @Override
    public Job askExport(boolean texts, Locale locale) {
        if (texts) {
            Context.requirePrivilege(SmprPrivileges.EXPORT_STUDY_TEXTS);
        }
        if (siteService.getSettings().getStudy().getSuppressBelow() == null) {
            throw new SuppressionNotSetException();
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(StudyExport.TEXTS, texts);
        parameters.put(StudyExport.LOCALE, locale.toLanguageTag());
        try {
            return jobs.ask(kind, parameters, new ByteArrayInputStream(new byte[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
