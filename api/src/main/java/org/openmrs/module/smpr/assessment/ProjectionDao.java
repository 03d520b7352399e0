/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;

/** Keeps the projection, and finds out by comparison in the database where the record has changed since. */
public class ProjectionDao {

    private static final String PROJECTED = "org.openmrs.module.smpr.assessment.ProjectedAssessment";

    /**
     * Obs as a number each, weighted by their place, so that two answers that are swapped do not cancel out; of voided ones
     * only that they are, which tells an amendment.
     */
    private static final String SAID =
            "(mod(o.obs_id, 10007) + 1) * (case when o.voided = true then 1 else cast(o.concept_id as decimal(20, 0)) * 7"
                    + " + coalesce(o.value_coded, 0) * 3 + coalesce(floor(o.value_numeric * 1000), 0)"
                    + " + coalesce(year(o.value_datetime) * 10000 + month(o.value_datetime) * 100 + day(o.value_datetime), 0)"
                    + " + coalesce(char_length(o.value_text), 0) end)";

    /** Grouped once for all, which one statement of HQL cannot say. */
    private static final String STALE = "select e.encounter_id, e.patient_id, e.encounter_type, e.encounter_datetime,"
            + " coalesce(f.obs_count, 0), coalesce(f.last_obs, 0), coalesce(f.checksum, 0)"
            + " from encounter e"
            + " left join (select o.encounter_id, count(*) as obs_count, max(o.obs_id) as last_obs,"
            + " sum(" + SAID + ") as checksum from obs o join encounter x on x.encounter_id = o.encounter_id"
            + " where x.voided = false and x.encounter_type in (:types)"
            + " group by o.encounter_id) f on f.encounter_id = e.encounter_id"
            + " left join smpr_projected_assessment p on p.encounter_id = e.encounter_id"
            + " where e.voided = false and e.encounter_type in (:types) and (p.encounter_id is null"
            + " or p.patient_id <> e.patient_id or p.encounter_type <> e.encounter_type"
            + " or p.date_assessed <> e.encounter_datetime or p.obs_count <> coalesce(f.obs_count, 0)"
            + " or p.last_obs <> coalesce(f.last_obs, 0) or p.checksum <> coalesce(f.checksum, 0)"
            + " or p.read_with <> :readWith) order by e.encounter_id";

    private static final int AT_ONCE = 500;

    private final SessionFactory sessionFactory;

    public ProjectionDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return the ids of the encounter types */
    List<Integer> types(Collection<String> uuids) {
        return session()
                .createQuery("select t.encounterTypeId from EncounterType t where t.uuid in (:uuids)", Integer.class)
                .setParameterList("uuids", uuids)
                .list();
    }

    /** @return the assessments in the record that are not projected as they are, or were read with other definitions */
    @SuppressWarnings("unchecked")
    List<Fingerprint> stale(Collection<Integer> types, int readWith) {
        if (types.isEmpty()) {
            return Collections.emptyList();
        }
        // Plain SQL does not make the session write what it still holds.
        session().flush();
        List<Object[]> rows = session()
                .createNativeQuery(STALE)
                .setParameterList("types", types)
                .setParameter("readWith", readWith)
                .list();
        return rows.stream()
                .map(row -> new Fingerprint(
                        (Integer) row[0],
                        (Integer) row[1],
                        (Integer) row[2],
                        (Date) row[3],
                        ((Number) row[4]).intValue(),
                        ((Number) row[5]).intValue(),
                        ((Number) row[6]).longValue()))
                .collect(Collectors.toList());
    }

    /** Removes what is projected of encounters that are there no more, voided, or of other types by now. */
    void deleteOrphans(Collection<Integer> types) {
        // Looked up first: a statement that deletes by looking would lock the encounters it looks at.
        List<Integer> orphans = session()
                .createQuery(
                        "select p.encounterId from " + PROJECTED
                                + " p where not exists (select e.encounterId from Encounter e"
                                + " where e.encounterId = p.encounterId and e.voided = false"
                                + " and e.encounterType.encounterTypeId in (:types))",
                        Integer.class)
                .setParameterList("types", types.isEmpty() ? Collections.singleton(0) : types)
                .list();
        for (int i = 0; i < orphans.size(); i += AT_ONCE) {
            delete(orphans.subList(i, Math.min(orphans.size(), i + AT_ONCE)));
        }
    }

    int deleteAll() {
        return session().createQuery("delete from " + PROJECTED).executeUpdate();
    }

    void delete(Collection<Integer> encounters) {
        session()
                .createQuery("delete from " + PROJECTED + " p where p.encounterId in (:encounters)")
                .setParameterList("encounters", encounters)
                .executeUpdate();
    }

    void save(Collection<ProjectedAssessment> projected) {
        projected.forEach(session()::persist);
        session().flush();
        projected.forEach(session()::evict);
    }

    long count() {
        return session()
                .createQuery("select count(p) from " + PROJECTED + " p", Long.class)
                .uniqueResult();
    }

    /** @return what is projected of complete assessments, in order of the assessments' dates, then of their charting */
    List<ProjectedRow> rows(AssessmentSearch search, Restriction restriction, Collection<String> types) {
        Query<Object[]> query = session()
                .createQuery(
                        "select e.uuid, q.uuid, t.uuid, p.date, p.amended, p.answers, p.faults from " + PROJECTED
                                + " p, Encounter e join e.patient q join e.encounterType t"
                                + " where e.encounterId = p.encounterId and t.uuid in (:types) and p.complete = true"
                                + " and q.voided = false"
                                + (search.getPatient() == null ? "" : " and q.uuid = :patient")
                                + (search.getPatients() == null ? "" : " and q.uuid in (:patients)")
                                + (search.getFrom() == null ? "" : " and p.date >= :from")
                                + (search.getTo() == null ? "" : " and p.date <= :to")
                                + restriction.hql()
                                + " order by p.date, p.encounterId",
                        Object[].class);
        AssessmentDao.restrict(query, search, restriction, types);
        AssessmentDao.page(query, search);
        return query.list().stream()
                .map(row -> new ProjectedRow(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Date) row[3],
                        (Boolean) row[4],
                        (String) row[5],
                        (String) row[6]))
                .collect(Collectors.toList());
    }

    private Session session() {
        return sessionFactory.getCurrentSession();
    }
}
