/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.RecordType;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the accepted documents in the database, and applies them to the instruments. */
@Transactional
public class SiteServiceImpl extends BaseOpenmrsService implements SiteService {

    private final SiteDao dao;

    private final SiteInForce inForce;

    private final Clock clock;

    public SiteServiceImpl(SiteDao dao, SiteInForce inForce, Clock clock) {
        this.dao = dao;
        this.inForce = inForce;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Instrument> getInstruments() {
        return inForce.get().getInstruments();
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecordType> getRecordTypes() {
        return Definitions.recordTypes();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instrument> getInstrument(String code) {
        return getInstruments().stream().filter(i -> i.getCode().equals(code)).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public SiteSettings getSettings() {
        return inForce.get().getSettings();
    }

    @Override
    @Transactional(readOnly = true)
    public Site getSite() {
        return inForce.get();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AcceptedDocument> getDocumentInForce() {
        return Optional.ofNullable(inForce.get().getDocument())
                .map(Site.Text::getUuid)
                .map(dao::byUuid);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SiteMoment> getHistory() {
        return inForce.history();
    }

    @Override
    @Transactional(readOnly = true)
    public Site check(DocumentKind kind, String source, String document) {
        return inForce.with(kind, source, document);
    }

    @Override
    public SiteSettings acceptSettings(String source, String document) {
        return accept(DocumentKind.SETTINGS, source, document).getSettings();
    }

    @Override
    public Site accept(DocumentKind kind, String source, String document) {
        return accept(kind, source, document, Context.getAuthenticatedUser());
    }

    private Site accept(DocumentKind kind, String source, String document, User by) {
        Site site = inForce.with(kind, source, document);
        if (isInForce(kind, document)) {
            return inForce.get();
        }
        AcceptedDocument accepted = new AcceptedDocument();
        accepted.setInstrument(kind == DocumentKind.SETTINGS ? null : site.codeDefinedBy(document));
        accepted.setSource(source);
        accepted.setDocument(document);
        // To the second, which is what every database keeps of it.
        accepted.setDateAccepted(Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        accepted.setAcceptedBy(by);
        dao.save(accepted);
        return inForce.get();
    }

    @Override
    public Site acceptInPlaceOf(String version, DocumentKind kind, String source, String document) {
        // The first statement of the transaction: who else looked at the same waits here, and then finds another.
        dao.lock(version);
        if (!Objects.equals(version, inForce.get().getVersion())) {
            throw new SiteChangedException();
        }
        return accept(kind, source, document);
    }

    private boolean isInForce(DocumentKind kind, String document) {
        Site now = inForce.get();
        return kind == DocumentKind.SETTINGS
                ? now.getDocument() != null && now.getDocument().getText().equals(document)
                : now.codeDefinedBy(document) != null;
    }

    @Override
    public Acceptance acceptIfNew(DocumentKind kind, String source, String document, Date written) {
        AcceptedDocument last = dao.newestFrom(source);
        if (last != null && last.getDocument().equals(document)) {
            return Acceptance.KNOWN;
        }
        if (last != null && written.before(last.getDateAccepted())) {
            return Acceptance.OUTDATED;
        }
        // Read by the server at its start: whoever wrote the file, it was not the user that modules are started as.
        accept(kind, source, document, null);
        return Acceptance.ACCEPTED;
    }
}
