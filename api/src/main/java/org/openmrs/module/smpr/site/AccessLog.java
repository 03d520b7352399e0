/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.site.AccessLogEntry.Outcome;
import org.slf4j.LoggerFactory;

/**
 * Keeps who read what, in a transaction of its own: what becomes of the reading's own does not touch it. Entries older
 * than the site keeps them are deleted with the first entry of a day.
 */
public class AccessLog {

    private static final Pattern UUID = Pattern.compile("[0-9A-Za-z-]{1,38}");

    private final SessionFactory sessionFactory;

    private final SiteService siteService;

    private final Clock clock;

    /** The day on which this node last deleted what need not be kept. */
    private final AtomicReference<LocalDate> tidied = new AtomicReference<>();

    public AccessLog(SessionFactory sessionFactory, SiteService siteService, Clock clock) {
        this.sessionFactory = sessionFactory;
        this.siteService = siteService;
        this.clock = clock;
    }

    /**
     * @param what a constant of {@link ReadOfPeople}
     * @param object the uuid of the assessment asked for; null for none
     * @param patients uuids of the people it was about; empty, or null among them, where that is not known
     */
    void write(String what, String object, Collection<String> patients, String route, Outcome outcome) {
        User user = Context.isSessionOpen() ? Context.getAuthenticatedUser() : null;
        String reader = user == null ? null : user.getUuid();
        if (isFirstOfTheDay()) {
            tidy();
        }
        inTransaction(session -> {
            String known = uuid(object);
            Set<String> about = new LinkedHashSet<>(patients);
            if (about.isEmpty()) {
                about.add(known == null ? null : patientOf(known, session));
            }
            for (String patient : about) {
                if (ReadRoute.isNew(Arrays.asList(what, known, patient, outcome))) {
                    session.insert(entry(reader, what, known, uuid(patient), route, outcome));
                }
            }
        });
    }

    /** What is shown goes by the same limit: where this fails, nothing is seen of it, and the next day tries again. */
    private void tidy() {
        Integer days = siteService.getSettings().getReadLogDays();
        if (days == null) {
            return;
        }
        try {
            inTransaction(session -> session.createQuery(
                            "delete from org.openmrs.module.smpr.site.AccessLogEntry e where e.date < :limit")
                    .setParameter("limit", startOfKeeping(days, clock))
                    .executeUpdate());
        } catch (HibernateException e) {
            LoggerFactory.getLogger(AccessLog.class).warn("SMPR: old entries of the access log were not deleted", e);
        }
    }

    private void inTransaction(Consumer<StatelessSession> work) {
        StatelessSession session = sessionFactory.openStatelessSession();
        try {
            Transaction transaction = session.beginTransaction();
            work.accept(session);
            transaction.commit();
        } finally {
            session.close();
        }
    }

    /** @return the moment before which nothing is kept, nor shown */
    static Date startOfKeeping(int days, Clock clock) {
        return Date.from(clock.instant().minus(days, ChronoUnit.DAYS));
    }

    private AccessLogEntry entry(
            String user, String what, String object, String patient, String route, Outcome outcome) {
        AccessLogEntry entry = new AccessLogEntry();
        // To the second, which is what every database keeps of it.
        entry.setDate(Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        entry.setUser(user);
        entry.setWhat(what);
        entry.setObject(object);
        entry.setPatient(patient);
        entry.setRoute(route);
        entry.setOutcome(outcome.name());
        return entry;
    }

    private boolean isFirstOfTheDay() {
        LocalDate today = LocalDate.now(clock);
        LocalDate before = tidied.get();
        return !today.equals(before) && tidied.compareAndSet(before, today);
    }

    private static String patientOf(String encounter, StatelessSession session) {
        return session.createQuery("select p.uuid from Encounter e join e.patient p where e.uuid = :uuid", String.class)
                .setParameter("uuid", encounter)
                .uniqueResult();
    }

    /** What somebody asks for can be anything; only what can be a uuid is kept. */
    private static String uuid(String text) {
        return text == null || !UUID.matcher(text).matches() ? null : text;
    }
}
