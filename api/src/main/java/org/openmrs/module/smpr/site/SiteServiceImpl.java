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
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.RecordType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the accepted settings in the database, and applies them to the instruments. */
@Transactional
public class SiteServiceImpl extends BaseOpenmrsService implements SiteService {

    private static final Logger log = LoggerFactory.getLogger(SiteServiceImpl.class);

    private static final InForce NOTHING = new InForce(null, null, SiteSettings.NONE);

    private final SiteDao dao;

    private final Clock clock;

    private final SiteSettingsReader reader = new SiteSettingsReader(Definitions.shipped());

    /** The document last read, so that it is parsed once and not at each call; the database says which one counts. */
    private volatile InForce inForce = NOTHING;

    public SiteServiceImpl(SiteDao dao, Clock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Instrument> getInstruments() {
        return inForce().instruments;
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
        return inForce().settings;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AcceptedSettings> getDocumentInForce() {
        String uuid = inForce().uuid;
        return Optional.ofNullable(uuid).map(dao::byUuid);
    }

    @Override
    public SiteSettings acceptSettings(String source, String document) {
        SiteSettings settings = reader.read(source, document);
        AcceptedSettings accepted = new AcceptedSettings();
        accepted.setSource(source);
        accepted.setDocument(document);
        // To the second, which is what every database keeps of it.
        accepted.setDateAccepted(Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        accepted.setAcceptedBy(Context.getAuthenticatedUser());
        dao.save(accepted);
        return settings;
    }

    @Override
    public Acceptance acceptSettingsIfNew(String source, String document, Date written) {
        AcceptedSettings last = dao.newestFrom(source);
        if (last != null && last.getDocument().equals(document)) {
            return Acceptance.KNOWN;
        }
        if (last != null && written.before(last.getDateAccepted())) {
            return Acceptance.OUTDATED;
        }
        acceptSettings(source, document);
        return Acceptance.ACCEPTED;
    }

    private InForce inForce() {
        Integer newest = dao.newestId();
        InForce known = inForce;
        if (!Objects.equals(newest, known.newest)) {
            known = newest == null ? NOTHING : newestReadable(newest);
            inForce = known;
        }
        return known;
    }

    /** A document that another version of the module has accepted may be none that this one can read. */
    private InForce newestReadable(Integer newest) {
        for (AcceptedSettings accepted : dao.newestFirst()) {
            try {
                return new InForce(
                        newest, accepted.getUuid(), reader.read(accepted.getSource(), accepted.getDocument()));
            } catch (DefinitionException e) {
                log.error(
                        "SMPR: the accepted settings {} cannot be read by this version of the module, those before"
                                + " them are used. {}",
                        accepted.getUuid(),
                        e.getFaults());
            }
        }
        return new InForce(newest, null, SiteSettings.NONE);
    }

    private static Instrument asUsed(Instrument instrument, SiteSettings settings) {
        InstrumentSettings set = settings.forInstrument(instrument.getCode());
        return instrument.asUsedWith(settings.getLabels(), set.getOptions(), set.getNotAskedWhere());
    }

    private static final class InForce {

        /** The number of the newest document when this was read. */
        final Integer newest;

        /** The document's; null for none. */
        final String uuid;

        final SiteSettings settings;

        final List<Instrument> instruments;

        InForce(Integer newest, String uuid, SiteSettings settings) {
            this.newest = newest;
            this.uuid = uuid;
            this.settings = settings;
            this.instruments = Definitions.shipped().stream()
                    .map(instrument -> asUsed(instrument, settings))
                    .collect(Collectors.toList());
        }
    }
}
