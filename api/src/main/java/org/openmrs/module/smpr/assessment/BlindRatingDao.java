/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.Value;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.User;
import org.openmrs.module.smpr.site.ReadOfPeople;

/**
 * Reads what is rated twice, by projection. Who it is about is asked first, by statements of their own: as conditions of one
 * statement, some databases ask them again for each row that they look at.
 */
public class BlindRatingDao {

    private static final String RATED_TWICE = "select distinct x.patient.patientId from Obs i join i.encounter x"
            + " where i.concept.conceptId in (:role) and i.valueCoded.conceptId in (:independent)";

    private static final String RATED_BY = "select distinct m.patient.patientId from Encounter m"
            + " where m.patient.patientId in (:people) and m.encounterType.uuid in (:types) and m.voided = false and "
            + isRater("m");

    private static final String RATINGS = "select e.encounterId, e.uuid, p.uuid, t.uuid, e.encounterDatetime, e.voided,"
            + " o.concept.conceptId, o.valueCoded.conceptId, o.voided, e.dateCreated, o.dateCreated"
            + " from Encounter e join e.patient p join e.encounterType t"
            + " left join e.obs o with o.concept.conceptId in (:questions) where t.uuid in (:types)";

    private static final String NAMED =
            "select distinct e.encounterId, u.uuid from EncounterProvider r join r.encounter e"
                    + " join r.provider v, User u where e.encounterId in (:encounters) and r.voided = false"
                    + " and u.person = v.person";

    private static final String READINGS = "select l.patient, l.user, l.what, l.object, l.date"
            + " from org.openmrs.module.smpr.site.AccessLogEntry l"
            + " where l.patient in (:patients) and l.user in (:users) and l.outcome = 'READ'";

    private static final String OWN =
            "select m.encounterId from Encounter m where m.encounterId in (:encounters) and " + isRater("m");

    private final SessionFactory sessionFactory;

    public BlindRatingDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** The ids of the concepts that ask and answer. */
    @Value
    static class Codes {

        Set<Integer> role;

        Set<Integer> independent;

        Set<Integer> status;

        Set<Integer> complete;

        Set<Integer> questions() {
            Set<Integer> questions = new HashSet<>(role);
            questions.addAll(status);
            return questions;
        }
    }

    /** Of a voided encounter the providers are voided with it. */
    private static String isRater(String encounter) {
        return "(#.creator.userId = :user or exists (select r.encounterProviderId from EncounterProvider r"
                        .replace("#", encounter)
                + (" where r.encounter = # and (r.voided = false or #.voided = true)"
                                + " and r.provider.person.personId = :person))")
                        .replace("#", encounter);
    }

    /** Reads without the session writing before what it holds. */
    <T> T withoutWriting(Supplier<T> reading) {
        Session session = session();
        FlushMode before = session.getHibernateFlushMode();
        session.setHibernateFlushMode(FlushMode.MANUAL);
        try {
            return reading.get();
        } finally {
            session.setHibernateFlushMode(before);
        }
    }

    /**
     * @param patients uuids; null for everybody
     * @param types uuids of the encounter types
     * @return the ratings, voided ones too, of the people of whom there is an independent second rating and whom the user
     *     has rated
     */
    List<PairedRating> ratings(User user, Collection<String> patients, Collection<String> types, Codes codes) {
        List<Integer> people = ratedBy(user, types, ratedTwice(patients, codes));
        if (people.isEmpty()) {
            return Collections.emptyList();
        }
        Map<Integer, List<Object[]>> byEncounter = byEncounter(" and p.patientId in (:people)", people, types, codes);
        if (byEncounter.isEmpty()) {
            return Collections.emptyList();
        }
        Set<Integer> own = new HashSet<>(of(user, session().createQuery(OWN, Integer.class))
                .setParameterList("encounters", byEncounter.keySet())
                .list());
        return byEncounter.values().stream()
                .map(rows -> rating(rows, codes, own))
                .collect(Collectors.toList());
    }

    private List<Integer> ratedTwice(Collection<String> patients, Codes codes) {
        Query<Integer> query = session()
                .createQuery(
                        patients == null ? RATED_TWICE : RATED_TWICE + " and x.patient.uuid in (:patients)",
                        Integer.class)
                .setParameterList("role", codes.role)
                .setParameterList("independent", codes.independent);
        if (patients != null) {
            query.setParameterList("patients", patients);
        }
        return query.list();
    }

    private List<Integer> ratedBy(User user, Collection<String> types, List<Integer> people) {
        return people.isEmpty()
                ? Collections.emptyList()
                : of(user, session().createQuery(RATED_BY, Integer.class))
                        .setParameterList("people", people)
                        .setParameterList("types", types)
                        .list();
    }

    /** @param whose whose ratings, those of {@code :people} */
    private Map<Integer, List<Object[]>> byEncounter(
            String whose, Collection<?> people, Collection<String> types, Codes codes) {
        return session()
                .createQuery(RATINGS + whose, Object[].class)
                .setParameterList("people", people)
                .setParameterList("questions", codes.questions())
                .setParameterList("types", types)
                .list()
                .stream()
                .collect(Collectors.groupingBy(row -> (Integer) row[0], LinkedHashMap::new, Collectors.toList()));
    }

    /** A rating of one person, and its part in a pair. */
    @Value
    static class Paired {

        PairedRating rating;

        PairReading.Rating reading;
    }

    /**
     * @param patients uuids; at least one
     * @param types uuids of encounter types; at least one
     * @return the live ratings of those people with the instruments of those encounter types, by whom and when they were made
     */
    List<Paired> ofPeople(Collection<String> patients, Collection<String> types, Codes codes) {
        Map<Integer, List<Object[]>> byEncounter =
                byEncounter(" and p.uuid in (:people) and e.voided = false", patients, types, codes);
        if (byEncounter.isEmpty()) {
            return Collections.emptyList();
        }
        Map<Integer, Set<String>> named = users(NAMED, byEncounter.keySet());
        Map<Integer, Set<String>> creators = users(
                "select e.encounterId, u.uuid from Encounter e join e.creator u where e.encounterId in (:encounters)",
                byEncounter.keySet());
        Set<Integer> withProviders = new HashSet<>(session()
                .createQuery(
                        "select r.encounter.encounterId from EncounterProvider r"
                                + " where r.encounter.encounterId in (:encounters) and r.voided = false",
                        Integer.class)
                .setParameterList("encounters", byEncounter.keySet())
                .list());
        return byEncounter.entrySet().stream()
                .map(entry -> new Paired(
                        rating(entry.getValue(), codes, Collections.emptySet()),
                        reading(
                                entry.getValue(),
                                codes,
                                (withProviders.contains(entry.getKey()) ? named : creators)
                                        .getOrDefault(entry.getKey(), Collections.emptySet()))))
                .collect(Collectors.toList());
    }

    private Map<Integer, Set<String>> users(String hql, Collection<Integer> encounters) {
        return session().createQuery(hql, Object[].class).setParameterList("encounters", encounters).list().stream()
                .collect(Collectors.groupingBy(
                        row -> (Integer) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toSet())));
    }

    private static PairReading.Rating reading(List<Object[]> rows, Codes codes, Set<String> raters) {
        Object[] encounter = rows.get(0);
        return PairReading.Rating.builder()
                .uuid((String) encounter[1])
                .begun((Date) encounter[9])
                .declared(first(rows, row -> !(Boolean) row[8] && codes.independent.contains(row[7])))
                .completed(first(rows, row -> codes.complete.contains(row[7])))
                .raters(raters)
                .build();
    }

    private static Date first(List<Object[]> rows, Predicate<Object[]> saying) {
        return rows.stream()
                .filter(row -> row[6] != null && saying.test(row))
                .map(row -> (Date) row[10])
                .min(Date::compareTo)
                .orElse(null);
    }

    /** @return by uuid of the patient, what those users have read of him: of one assessment, or of what may have held several */
    Map<String, List<PairReading.Reading>> readings(Collection<String> patients, Collection<String> users) {
        return users.isEmpty()
                ? Collections.emptyMap()
                : session()
                        .createQuery(READINGS, Object[].class)
                        .setParameterList("patients", patients)
                        .setParameterList("users", users)
                        .list()
                        .stream()
                        .filter(row -> !ReadOfPeople.PATHWAY.equals(row[2]))
                        .collect(Collectors.groupingBy(
                                row -> (String) row[0],
                                Collectors.mapping(BlindRatingDao::logged, Collectors.toList())));
    }

    private static PairReading.Reading logged(Object... row) {
        return new PairReading.Reading(
                (String) row[1], ReadOfPeople.ASSESSMENT.equals(row[2]) ? (String) row[3] : null, (Date) row[4]);
    }

    private Session session() {
        return sessionFactory.getCurrentSession();
    }

    private static <T> Query<T> of(User user, Query<T> query) {
        return query.setParameter("user", user.getUserId())
                .setParameter(
                        "person",
                        user.getPerson() == null ? 0 : user.getPerson().getPersonId());
    }

    private static PairedRating rating(List<Object[]> rows, Codes codes, Set<Integer> own) {
        Object[] encounter = rows.get(0);
        boolean voided = (Boolean) encounter[5];
        List<Integer> status = new ArrayList<>();
        Date stated = null;
        boolean independent = false;
        for (Object[] row : rows) {
            // What a voided encounter said is voided with it.
            if (row[6] != null && (voided || !(Boolean) row[8])) {
                independent |= codes.independent.contains(row[7]);
                if (codes.status.contains(row[6])) {
                    status.add((Integer) row[7]);
                    stated = (Date) row[10];
                }
            }
        }
        boolean complete = status.size() == 1 && codes.complete.containsAll(status);
        return PairedRating.builder()
                .encounter((Integer) encounter[0])
                .uuid((String) encounter[1])
                .patient((String) encounter[2])
                .type((String) encounter[3])
                .date((Date) encounter[4])
                .voided(voided)
                .independent(independent)
                .complete(complete)
                .begun((Date) encounter[9])
                .completed(complete ? stated : null)
                .own(own.contains(encounter[0]))
                .build();
    }
}
