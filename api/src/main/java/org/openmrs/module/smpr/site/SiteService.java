/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.RecordType;

/** What is in force at this site: the instruments as it uses them, and its settings. */
public interface SiteService extends OpenmrsService {

    /** @return the instruments, with the site's labels and options, in the order in which they are shown */
    @Authorized
    List<Instrument> getInstruments();

    /** @return what is charted besides assessments */
    @Authorized
    List<RecordType> getRecordTypes();

    /** @return the instrument of that code, with the site's labels and options */
    @Authorized
    Optional<Instrument> getInstrument(String code);

    /** @return what the site has set; {@link SiteSettings#NONE} before any document was accepted */
    @Authorized
    SiteSettings getSettings();

    /** @return the document in force and when it was accepted; empty before any was */
    @Authorized(SmprPrivileges.GET_SETTINGS)
    Optional<AcceptedSettings> getDocumentInForce();

    /**
     * Puts a settings document in force, for every node from its next call on.
     *
     * @param source where it came from
     * @param document the JSON document
     * @return what it sets
     * @throws DefinitionException where it is faulty, naming every fault; what was in force stays in force
     */
    @Authorized(SmprPrivileges.MANAGE_SETTINGS)
    SiteSettings acceptSettings(String source, String document);

    /** What became of a document that was offered again. */
    enum Acceptance {
        ACCEPTED,
        /** It is the one that last came from this source; whatever came from elsewhere since stays in force. */
        KNOWN,
        /** It is older than the one that last came from this source: another node has a newer file. */
        OUTDATED
    }

    /**
     * Puts a document in force if its source has a newer one than last time: how a file is read at each start of each
     * node.
     *
     * @param written when the document was last changed
     * @throws DefinitionException where it is new and faulty; what was in force stays in force
     */
    @Authorized(SmprPrivileges.MANAGE_SETTINGS)
    Acceptance acceptSettingsIfNew(String source, String document, Date written);
}
