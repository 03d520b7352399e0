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
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the accepted settings in the database, and applies them to the instruments. */
@Transactional
public class SiteServiceImpl extends BaseOpenmrsService implements SiteService {

    private final SiteDao dao;

    private final Clock clock;

    private final SiteSettingsReader reader = new SiteSettingsReader(Definitions.shipped());

    /** The document last read, so that it is parsed once and not at each call; the database says which one counts. */
    private volatile InForce inForce = new InForce(null, SiteSettings.NONE);

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
        return Optional.ofNullable(dao.newest());
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
    public boolean acceptSettingsIfNew(String source, String document) {
        AcceptedSettings last = dao.newestFrom(source);
        if (last != null && last.getDocument().equals(document)) {
            return false;
        }
        acceptSettings(source, document);
        return true;
    }

    private InForce inForce() {
        AcceptedSettings newest = dao.newest();
        String uuid = newest == null ? null : newest.getUuid();
        InForce known = inForce;
        if (uuid == null ? known.uuid != null : !uuid.equals(known.uuid)) {
            known = new InForce(
                    uuid, newest == null ? SiteSettings.NONE : reader.read(newest.getSource(), newest.getDocument()));
            inForce = known;
        }
        return known;
    }

    private static final class InForce {

        final String uuid;

        final SiteSettings settings;

        final List<Instrument> instruments;

        InForce(String uuid, SiteSettings settings) {
            this.uuid = uuid;
            this.settings = settings;
            this.instruments = Definitions.shipped().stream()
                    .map(instrument -> instrument.asUsedWith(
                            settings.getLabels(),
                            settings.forInstrument(instrument.getCode()).getOptions()))
                    .collect(Collectors.toList());
        }
    }
}
