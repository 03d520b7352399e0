/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Knows what is in force: the database says it, and what was read of it last is kept, so that it is parsed once and not at each call. */
public class SiteInForce {

    private static final Known NEVER_READ = new Known(null, null);

    private final SiteDao dao;

    private final SiteReader reader;

    private volatile Known known = NEVER_READ;

    public SiteInForce(SiteDao dao, SiteReader reader) {
        this.dao = dao;
        this.reader = reader;
    }

    /** Takes one statement where nothing was accepted since. */
    public Site get() {
        Integer newest = dao.newestId();
        Known now = known;
        if (now.site == null || !Objects.equals(newest, now.newest)) {
            now = new Known(newest, reader.read(newest == null ? Collections.emptyList() : dao.newestFirst()));
            known = now;
        }
        return now.site;
    }

    /** @return what was put in force by each document, the newest first, and last what was in force before any */
    List<SiteMoment> history() {
        List<AcceptedDocument> newestFirst = dao.newestFirst();
        List<SiteMoment> history = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            history.add(new SiteMoment(newestFirst.get(i), reader.read(newestFirst.subList(i, newestFirst.size()))));
        }
        history.add(new SiteMoment(null, reader.read(Collections.emptyList())));
        return history;
    }

    /**
     * @param version what {@link Site#getVersion()} was then; null for before any document was accepted
     * @return what was in force then
     */
    public Site asOf(String version) {
        if (version == null) {
            return reader.read(Collections.emptyList());
        }
        List<AcceptedDocument> newestFirst = dao.newestFirst();
        for (int i = 0; i < newestFirst.size(); i++) {
            if (newestFirst.get(i).getUuid().equals(version)) {
                return reader.read(newestFirst.subList(i, newestFirst.size()));
            }
        }
        throw new IllegalArgumentException("No document " + version + " was ever accepted");
    }

    /** @return what would be in force with that document too */
    Site with(DocumentKind kind, String source, String document) {
        return reader.with(get(), kind, new Site.Text(null, source, document));
    }

    private static final class Known {

        /** The number of the newest document when this was read. */
        final Integer newest;

        final Site site;

        Known(Integer newest, Site site) {
            this.newest = newest;
            this.site = site;
        }
    }
}
