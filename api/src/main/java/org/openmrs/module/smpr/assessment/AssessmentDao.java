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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.Location;
import org.openmrs.User;
import org.openmrs.module.smpr.metadata.Dictionary;

/**
 * Reads assessments by projection: the columns that count, never whole obs, in a number of statements that does not
 * depend on how many there are.
 */
public class AssessmentDao {

    private static final String OBS =
            "o.valueNumeric, o.valueDatetime, o.valueText, o.dateCreated, o.voided, o.dateVoided, o.voidReason";

    private static final String ENCOUNTERS = " from Encounter e join e.encounterType t join e.patient p"
            + " left join e.location l left join e.creator u left join e.voidedBy w where t.uuid in (:types)";

    private final SessionFactory sessionFactory;

    public AssessmentDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return by uuid of the encounter types given, the privilege that viewing them takes; null for none */
    public Map<String, String> viewPrivileges(Collection<String> types) {
        Map<String, String> privileges = new LinkedHashMap<>();
        query("select t.uuid, v.privilege from EncounterType t left join t.viewPrivilege v where t.uuid in (:types)")
                .setParameterList("types", types)
                .list()
                .forEach(row -> privileges.put((String) row[0], (String) row[1]));
        return privileges;
    }

    /** @return the encounter, if it is of one of the types; null otherwise */
    public EncounterRow encounter(String uuid, Collection<String> types) {
        List<EncounterRow> rows = encounters(query(selectEncounters(" and e.uuid = :uuid"))
                .setParameterList("types", types)
                .setParameter("uuid", uuid));
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** @return the encounters of those types in order of their dates, then of their charting */
    public List<EncounterRow> encounters(AssessmentSearch search, Restriction restriction, Collection<String> types) {
        Query<Object[]> query = query(selectEncounters(restriction(search) + restriction.hql())
                + " order by e.encounterDatetime, e.encounterId");
        restrict(query, search, restriction, types);
        page(query, search);
        return encounters(query);
    }

    /** @return those of the encounters that are of one of the types */
    List<EncounterRow> encounters(Collection<Integer> ids, Collection<String> types) {
        return encounters(query(selectEncounters(" and e.encounterId in (:ids)"))
                .setParameterList("types", types)
                .setParameterList("ids", ids));
    }

    public long count(AssessmentSearch search, Restriction restriction, Collection<String> types) {
        Query<Long> query = sessionFactory
                .getCurrentSession()
                .createQuery("select count(e)" + ENCOUNTERS + restriction(search) + restriction.hql(), Long.class);
        restrict(query, search, restriction, types);
        return query.uniqueResult();
    }

    /**
     * Joins no other table, which would take the database longer than the obs themselves.
     *
     * @return the obs of the encounters, voided ones too, by id of the encounter, in order of charting
     */
    public Map<Integer, List<ObsRow>> obs(Collection<Integer> encounters, Dictionary dictionary) {
        if (encounters.isEmpty()) {
            return Collections.emptyMap();
        }
        List<Object[]> rows = query("select o.encounter.encounterId, o.obsId, o.concept.conceptId,"
                        + " o.valueCoded.conceptId, " + OBS
                        + " from Obs o where o.encounter.encounterId in (:encounters) order by o.obsId")
                .setParameterList("encounters", encounters)
                .list();
        Map<Integer, String> others = uuids(rows.stream()
                .flatMap(row -> Stream.of((Integer) row[2], (Integer) row[3]))
                .filter(concept -> concept != null && !dictionary.uuid(concept).isPresent())
                .collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> {
                    row[2] = dictionary.uuid((Integer) row[2]).orElseGet(() -> others.get(row[2]));
                    row[3] = dictionary.uuid((Integer) row[3]).orElseGet(() -> others.get(row[3]));
                    return obs(row);
                })
                .collect(Collectors.groupingBy(ObsRow::getEncounter));
    }

    private Map<Integer, String> uuids(Collection<Integer> concepts) {
        return concepts.isEmpty()
                ? Collections.emptyMap()
                : query("select c.conceptId, c.uuid from Concept c where c.conceptId in (:concepts)")
                        .setParameterList("concepts", concepts)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(row -> (Integer) row[0], row -> (String) row[1]));
    }

    /** @return the same with the names of those who charted and voided */
    List<HistoryRow> history(Integer encounter) {
        return query("select e.encounterId, o.obsId, c.uuid, v.uuid, " + OBS
                        + ", coalesce(cu.username, cu.systemId), coalesce(vu.username, vu.systemId)"
                        + " from Obs o join o.encounter e join o.concept c left join o.valueCoded v"
                        + " left join o.creator cu left join o.voidedBy vu"
                        + " where e.encounterId = :encounter order by o.obsId")
                .setParameter("encounter", encounter)
                .list()
                .stream()
                .map(row -> new HistoryRow(obs(row), (String) row[11], (String) row[12]))
                .collect(Collectors.toList());
    }

    private static ObsRow obs(Object[] row) {
        return new ObsRow(
                (Integer) row[0],
                (Integer) row[1],
                (String) row[2],
                (String) row[3],
                (Double) row[4],
                (Date) row[5],
                (String) row[6],
                (Date) row[7],
                (Boolean) row[8],
                (Date) row[9],
                (String) row[10]);
    }

    /**
     * @param type of encounter
     * @param status the ids of the concepts that ask for the status
     * @param complete the ids of the concepts that say that it is complete
     * @return the dates of the complete assessments of those patients, by uuid of the patient
     */
    Map<String, List<Date>> completeDates(
            Collection<String> patients, String type, Collection<Integer> status, Collection<Integer> complete) {
        Map<String, List<Date>> dates = new LinkedHashMap<>();
        query("select p.uuid, e.encounterDatetime from Obs o join o.encounter e join e.patient p"
                        + " where p.uuid in (:patients) and e.voided = false and o.voided = false"
                        + " and e.encounterType in (select t from EncounterType t where t.uuid = :type)"
                        + " and o.concept.conceptId in (:status) and o.valueCoded.conceptId in (:complete)"
                        + " and not exists (select x.obsId from Obs x where x.encounter = e and x.voided = false"
                        + " and x.obsId <> o.obsId and x.concept.conceptId in (:status))")
                .setParameterList("patients", patients)
                .setParameter("type", type)
                .setParameterList("status", status)
                .setParameterList("complete", complete)
                .list()
                .forEach(row -> dates.computeIfAbsent((String) row[0], p -> new ArrayList<>())
                        .add((Date) row[1]));
        return dates;
    }

    /** @return the providers of the encounters, by id of the encounter, each with the name to show first */
    public Map<Integer, List<RaterRow>> raters(Collection<Integer> encounters) {
        return byEncounter(
                encounters,
                "select e.encounterId, r.uuid, n.givenName, n.familyName"
                        + " from EncounterProvider ep join ep.encounter e join ep.provider r left join r.person x"
                        + " left join x.names n with n.voided = false"
                        + " where e.encounterId in (:encounters) and ep.voided = false"
                        + " order by ep.encounterProviderId, n.preferred desc, n.personNameId",
                row -> new RaterRow((Integer) row[0], (String) row[1], (String) row[2], (String) row[3]),
                RaterRow::getEncounter);
    }

    /** @return the concepts of those uuids, by uuid */
    Map<String, Concept> concepts(Collection<String> uuids) {
        return sessionFactory
                .getCurrentSession()
                .createQuery("from Concept c where c.uuid in (:uuids)", Concept.class)
                .setParameterList("uuids", uuids)
                .list()
                .stream()
                .collect(Collectors.toMap(Concept::getUuid, Function.identity()));
    }

    /**
     * Holds up every other amendment of the encounter until this transaction ends. Whether it is one of the module's is
     * asked after that: this has to be the first statement, and a site's own instruments are known by another.
     */
    public void lock(String encounterUuid) {
        sessionFactory
                .getCurrentSession()
                .createQuery("update Encounter e set e.voided = e.voided where e.uuid = :uuid")
                .setParameter("uuid", encounterUuid)
                .executeUpdate();
    }

    /** Writes the location of a saved encounter and of its live obs, and nothing else of them. */
    void setLocation(Encounter encounter, Location location, User changedBy, Date changed) {
        Session session = sessionFactory.getCurrentSession();
        session.createQuery("update Encounter e set e.location = :location, e.changedBy = :changedBy,"
                        + " e.dateChanged = :changed where e.encounterId = :encounter")
                .setParameter("location", location)
                .setParameter("changedBy", changedBy)
                .setParameter("changed", changed)
                .setParameter("encounter", encounter.getEncounterId())
                .executeUpdate();
        session.createQuery("update Obs o set o.location = :location where o.voided = false"
                        + " and o.encounter.encounterId = :encounter")
                .setParameter("location", location)
                .setParameter("encounter", encounter.getEncounterId())
                .executeUpdate();
        session.refresh(encounter);
        encounter.getAllObs(false).forEach(session::refresh);
    }

    private static String selectEncounters(String restriction) {
        return "select e.encounterId, e.uuid, e.encounterDatetime, e.voided, e.dateVoided, e.voidReason, e.dateCreated, coalesce(u.username, u.systemId), t.uuid, p.uuid,"
                + " l.uuid, l.name, coalesce(w.username, w.systemId)" + ENCOUNTERS + restriction;
    }

    private static String restriction(AssessmentSearch search) {
        return " and p.voided = false"
                + (search.getPatient() == null ? "" : " and p.uuid = :patient")
                + (search.getPatients() == null ? "" : " and p.uuid in (:patients)")
                + (search.getFrom() == null ? "" : " and e.encounterDatetime >= :from")
                + (search.getTo() == null ? "" : " and e.encounterDatetime <= :to")
                + (search.isIncludeVoided() ? "" : " and e.voided = false");
    }

    /** Gives a query the page that is asked for. */
    static void page(Query<?> query, AssessmentSearch search) {
        query.setFirstResult(search.getStartIndex());
        if (search.getLimit() != null) {
            query.setMaxResults(search.getLimit());
        }
    }

    /** Gives a query its parameters {@code types} and, as far as the search restricts, {@code patient}, {@code from}, {@code to} and those of the restriction. */
    static void restrict(Query<?> query, AssessmentSearch search, Restriction restriction, Collection<String> types) {
        query.setParameterList("types", types);
        if (search.getPatient() != null) {
            query.setParameter("patient", search.getPatient());
        }
        if (search.getPatients() != null) {
            query.setParameterList("patients", search.getPatients());
        }
        if (search.getFrom() != null) {
            query.setParameter("from", search.getFrom());
        }
        if (search.getTo() != null) {
            query.setParameter("to", search.getTo());
        }
        restriction.restrict(query);
    }

    private static List<EncounterRow> encounters(Query<Object[]> query) {
        return query.list().stream()
                .map(row -> new EncounterRow(
                        (Integer) row[0],
                        (String) row[1],
                        (Date) row[2],
                        (Boolean) row[3],
                        (Date) row[4],
                        (String) row[5],
                        (Date) row[6],
                        (String) row[7],
                        (String) row[8],
                        (String) row[9],
                        (String) row[10],
                        (String) row[11],
                        (String) row[12]))
                .collect(Collectors.toList());
    }

    private <T> Map<Integer, List<T>> byEncounter(
            Collection<Integer> encounters, String hql, Function<Object[], T> reading, Function<T, Integer> encounter) {
        if (encounters.isEmpty()) {
            return Collections.emptyMap();
        }
        return query(hql).setParameterList("encounters", encounters).list().stream()
                .map(reading)
                .collect(Collectors.groupingBy(encounter));
    }

    private Query<Object[]> query(String hql) {
        return sessionFactory.getCurrentSession().createQuery(hql, Object[].class);
    }
}
