/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteInForce;
import org.springframework.transaction.annotation.Transactional;

/** Freezes plans in the database, one at a time on all nodes. */
@Transactional
public class StudyPlanServiceImpl extends BaseOpenmrsService implements StudyPlanService {

    private static final String SOURCE = "plan";

    private final StudyPlanDao dao;

    private final Plans plans;

    private final SiteInForce siteInForce;

    private final NodeLocks locks;

    private final Clock clock;

    public StudyPlanServiceImpl(StudyPlanDao dao, Plans plans, SiteInForce siteInForce, NodeLocks locks, Clock clock) {
        this.dao = dao;
        this.plans = plans;
        this.siteInForce = siteInForce;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FrozenPlan> getPlanInForce() {
        return plans.inForce();
    }

    @Override
    @Transactional(readOnly = true)
    public List<FrozenPlan> getPlans() {
        return plans.newestFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public StudyPlan check(String document) {
        return read(siteInForce.get(), document);
    }

    @Override
    public FrozenPlan accept(Integer seen, String document) {
        // The first statement of the transaction: a database that reads as of its first one would miss what another,
        // who
        // held the lock until now, has accepted.
        locks.holdUntilTheTransactionEnds(NodeLock.STUDY_PLANS);
        Site site = siteInForce.get();
        read(site, document);
        StudyPlanRow newest = dao.newest();
        if (!Objects.equals(seen, newest == null ? null : newest.getVersion())) {
            throw new StudyPlanChangedException();
        }
        if (newest == null || !newest.getDocument().equals(document)) {
            StudyPlanRow row = new StudyPlanRow();
            row.setVersion(newest == null ? 1 : newest.getVersion() + 1);
            row.setDocument(document);
            row.setSha256(sha256(document));
            row.setSiteVersion(site.getVersion());
            // To the second, which is what every database keeps of it.
            row.setDateAccepted(Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            row.setAcceptedBy(Context.getAuthenticatedUser());
            dao.save(row);
        }
        return plans.inForce().orElseThrow(() -> new IllegalStateException("What was just accepted cannot be read"));
    }

    private static StudyPlan read(Site site, String document) {
        return new StudyPlanReader(site).read(SOURCE, document);
    }

    private static String sha256(String document) {
        try {
            StringBuilder hex = new StringBuilder();
            for (byte part : MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8))) {
                hex.append(String.format("%02x", part));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
