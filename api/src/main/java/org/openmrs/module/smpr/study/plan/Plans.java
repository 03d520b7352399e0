/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.User;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the accepted plans, whoever asks. Each is read as it was accepted, against the waves and instruments that the site
 * had then: what the site sets later takes no word of it away.
 */
public class Plans {

    private static final Logger log = LoggerFactory.getLogger(Plans.class);

    private final StudyPlanDao dao;

    private final SiteInForce siteInForce;

    public Plans(StudyPlanDao dao, SiteInForce siteInForce) {
        this.dao = dao;
        this.siteInForce = siteInForce;
    }

    /** @return the newest; empty before any was accepted, or where this version of the module cannot read it: an older one does not take its place */
    public Optional<FrozenPlan> inForce() {
        return Optional.ofNullable(dao.newest()).map(row -> read(row, true)).filter(FrozenPlan::isInForce);
    }

    /** @return all of them, the newest first; one that this version of the module cannot read has its text alone */
    List<FrozenPlan> newestFirst() {
        List<StudyPlanRow> rows = dao.newestFirst();
        return rows.stream().map(row -> read(row, row == rows.get(0))).collect(Collectors.toList());
    }

    private FrozenPlan read(StudyPlanRow row, boolean newest) {
        Site site = siteInForce.asOf(row.getSiteVersion());
        StudyPlan plan = read(row, site);
        User by = row.getAcceptedBy();
        boolean named = by.getUsername() != null && !by.getUsername().isEmpty();
        return FrozenPlan.builder()
                .uuid(row.getUuid())
                .version(row.getVersion())
                .document(row.getDocument())
                .sha256(row.getSha256())
                .dateAccepted(row.getDateAccepted())
                .acceptedBy(new Reference(by.getUuid(), named ? by.getUsername() : by.getSystemId()))
                .inForce(newest && plan != null)
                .plan(plan)
                .site(site)
                .build();
    }

    private static StudyPlan read(StudyPlanRow row, Site site) {
        try {
            return new StudyPlanReader(site).read("version " + row.getVersion(), row.getDocument());
        } catch (DefinitionException e) {
            log.error(
                    "SMPR: version {} of the plan of analysis cannot be read by this version of the module, and nothing"
                            + " counts as planned. {}",
                    row.getVersion(),
                    e.getFaults());
            return null;
        }
    }
}
