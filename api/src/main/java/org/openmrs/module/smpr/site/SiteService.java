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

    /** @return all of it as one, which no document accepted meanwhile can tear apart */
    @Authorized({SmprPrivileges.GET_SETTINGS, SmprPrivileges.MANAGE_SETTINGS})
    Site getSite();

    /** @return the settings document in force and when it was accepted; empty before any was */
    @Authorized(SmprPrivileges.GET_SETTINGS)
    Optional<AcceptedDocument> getDocumentInForce();

    /** @return what each accepted document put in force, the newest first, and last what was in force before any */
    @Authorized(SmprPrivileges.GET_SETTINGS)
    List<SiteMoment> getHistory();

    /**
     * Says what would be in force with a document, and puts nothing in force.
     *
     * @param source where it came from
     * @param document the JSON document
     * @throws DefinitionException where it is faulty, naming every fault
     */
    @Authorized(SmprPrivileges.MANAGE_SETTINGS)
    Site check(DocumentKind kind, String source, String document);

    /**
     * Puts a document in force, for every node from its next call on. What is in force word for word is left as it is.
     *
     * @param source where it came from
     * @param document the JSON document
     * @return what is in force now
     * @throws DefinitionException where it is faulty, naming every fault; what was in force stays in force
     */
    @Authorized(SmprPrivileges.MANAGE_SETTINGS)
    Site accept(DocumentKind kind, String source, String document);

    /**
     * Puts a document in force, as {@link #accept} does, unless what is in force is other than when its writer looked.
     *
     * @param version what was in force then, from {@link Site#getVersion()}; null where nothing was. Of two who both saw nothing and post in the
     *     same moment none waits for the other: there is no document yet to wait at
     * @throws SiteChangedException where another document was accepted meanwhile
     */
    @Authorized(SmprPrivileges.MANAGE_SETTINGS)
    Site acceptInPlaceOf(String version, DocumentKind kind, String source, String document);

    /**
     * Puts a settings document in force, as {@link #accept} does.
     *
     * @return what it sets
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
    Acceptance acceptIfNew(DocumentKind kind, String source, String document, Date written);
}
