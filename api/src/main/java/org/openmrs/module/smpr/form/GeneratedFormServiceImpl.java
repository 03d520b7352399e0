/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.Optional;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.site.SiteService;
import org.springframework.transaction.annotation.Transactional;

@Transactional(readOnly = true)
public class GeneratedFormServiceImpl extends BaseOpenmrsService implements GeneratedFormService {

    private final SiteService siteService;

    private final DictionaryDao dao;

    public GeneratedFormServiceImpl(SiteService siteService, DictionaryDao dao) {
        this.siteService = siteService;
        this.dao = dao;
    }

    @Override
    public Optional<O3Form> getO3Form(String instrument) {
        return siteService
                .getInstrument(instrument)
                .map(found -> FormGenerator.on(dao.getDictionary()).o3(FormPlan.of(found), 1));
    }

    @Override
    public Optional<HtmlForm> getHtmlForm(String instrument) {
        return siteService
                .getInstrument(instrument)
                .map(found -> FormGenerator.on(dao.getDictionary()).html(FormPlan.of(found), 1));
    }
}
