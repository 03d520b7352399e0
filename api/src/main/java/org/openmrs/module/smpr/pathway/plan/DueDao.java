/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.Query;
import org.openmrs.module.smpr.assessment.RaterRow;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.metadata.PathwayProgram;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.pathway.record.Records;

/** Keeps what is due, finds out by comparison in the database whose record has changed since, and cuts the worklist. */
public class DueDao {

    private static final String DUE = "org.openmrs.module.smpr.pathway.plan.DueRow";

    private static final String PERSON = "org.openmrs.module.smpr.pathway.plan.DuePerson";

    private static final int AT_ONCE = 500;

    /** Whose things can be due: who has an enrolment that lasts, or one that ended so lately that something may still be done. */
    private static final String FOLLOWED = "select distinct pp.patient_id from patient_program pp"
            + " join patient q on q.patient_id = pp.patient_id"
            + " where pp.program_id = :program and pp.voided = false and q.voided = false"
            + " and pp.date_enrolled is not null and (pp.date_completed is null or pp.date_completed >= :since)";

    /**
     * Compared as one number a person: rows as a number each, weighted by their place, so that two that are swapped do not
     * cancel out. They are put into one list and added up once: a database looks up what is added up a table for each
     * person anew. The sum keeps H2 from doing so here.
     */
    private static final String STALE = "select g.patient_id, g.parts, g.said from ("
            + "select u.patient_id, count(*) as parts, sum(u.said) as said from ("
            + said(
                    "pp.patient_id",
                    "pp.patient_program_id",
                    moment("pp.date_enrolled") + " * 3 + " + moment("pp.date_completed") + " * 5")
            + " from patient_program pp where pp.program_id = :program and pp.voided = false"
            + " union all "
            + said(
                    "pp.patient_id",
                    "pp.patient_id",
                    "case when pe.dead = true then 1 + " + moment("pe.death_date") + " else 0 end")
            + " from patient_program pp join person pe on pe.person_id = pp.patient_id"
            + " where pp.program_id = :program and pp.voided = false"
            + " union all "
            + said(
                    "pp.patient_id",
                    "ps.patient_state_id",
                    number("ps.state") + " * 7 + " + moment("ps.start_date") + " * 3 + " + moment("ps.end_date")
                            + " * 5")
            + " from patient_state ps join patient_program pp on pp.patient_program_id = ps.patient_program_id"
            + " where pp.program_id = :program and pp.voided = false and ps.voided = false"
            + " union all "
            + said(
                    "x.patient_id",
                    "x.encounter_id",
                    number("x.encounter_type") + " * 7 + " + moment("x.encounter_datetime"))
            + " from encounter x where x.voided = false and x.encounter_type in (:types)"
            + " union all "
            + said(
                    "x.patient_id",
                    "y.obs_id",
                    "case when y.voided = true then 1 else " + number("y.concept_id") + " * 7"
                            + " + " + number("coalesce(y.value_coded, 0)") + " * 3 + " + number("y.encounter_id")
                            + " * 11 + " + moment("y.value_datetime")
                            + " end")
            + " from encounter x join obs y on y.encounter_id = x.encounter_id"
            + " where x.voided = false and x.encounter_type in (:types) and y.concept_id in (:concepts)"
            + " union all "
            + said("x.patient_id", "z.encounter_provider_id", number("z.provider_id") + " * 7")
            + " from encounter x join encounter_provider z on z.encounter_id = x.encounter_id"
            + " where x.voided = false and z.voided = false and x.encounter_type = :charge"
            + ") u group by u.patient_id) g"
            + " join (" + FOLLOWED + ") f on f.patient_id = g.patient_id + 0"
            + " left join smpr_due_person d on d.patient_id = g.patient_id + 0"
            + " where d.patient_id is null or d.read_with <> :readWith or d.parts <> g.parts or d.checksum <> g.said"
            + " order by g.patient_id";

    private static final String ORPHANS =
            "select d.patient_id from smpr_due_person d where d.patient_id not in (" + FOLLOWED + ")";

    private final SessionFactory sessionFactory;

    public DueDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    private static String said(String patient, String id, String said) {
        return "select " + patient + " as patient_id, (mod(" + id + ", 10007) + 1) * cast(" + said
                + " as decimal(20, 0)) as said";
    }

    /** Wide enough to be multiplied. */
    private static String number(String column) {
        return "cast(" + column + " as decimal(20, 0))";
    }

    /** A moment as its number of minutes, in months of 31 days; 0 for none. */
    private static String moment(String column) {
        return "coalesce((cast(year(#) * 372 + month(#) * 31 + day(#) as decimal(20, 0)) * 1440 + hour(#) * 60 + minute(#)), 0)"
                .replace("#", column);
    }

    /** @return the id of the program that episodes are enrolments in; 0 where it is not there */
    int program() {
        return session()
                .createQuery("select r.programId from Program r where r.uuid = :uuid", Integer.class)
                .setParameter("uuid", PathwayProgram.UUID)
                .uniqueResultOptional()
                .orElse(0);
    }

    /** @return the ids of the encounter types, by uuid */
    Map<String, Integer> types(Collection<String> uuids) {
        return session()
                .createQuery(
                        "select t.uuid, t.encounterTypeId from EncounterType t where t.uuid in (:uuids)",
                        Object[].class)
                .setParameterList("uuids", uuids)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1]));
    }

    /**
     * @param since the first day such that of an episode that ended on it something may still be done
     * @param concepts ids of the concepts whose answers decide what is due
     */
    @SuppressWarnings("unchecked")
    List<StalePerson> stale(
            int program, LocalDate since, Map<String, Integer> types, Collection<Integer> concepts, int readWith) {
        // Plain SQL does not make the session write what it still holds.
        session().flush();
        Integer charge = types.get(StableUuid.ofEncounterType(Records.IN_CHARGE));
        NativeQuery<Object[]> query = session().createNativeQuery(STALE);
        List<Object[]> rows = followed(query, program, since)
                .setParameterList("types", orNone(types.values()))
                .setParameterList("concepts", orNone(concepts))
                .setParameter("charge", charge == null ? 0 : charge)
                .setParameter("readWith", readWith)
                .list();
        return rows.stream()
                .map(row ->
                        new StalePerson((Integer) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).longValue()))
                .collect(Collectors.toList());
    }

    /** A query cannot look among none; nothing has the id 0. */
    private static Collection<Integer> orNone(Collection<Integer> ids) {
        return ids.isEmpty() ? Collections.singleton(0) : ids;
    }

    private static <T> NativeQuery<T> followed(NativeQuery<T> query, int program, LocalDate since) {
        query.setParameter("program", program).setParameter("since", since);
        return query;
    }

    /** Drops what is kept of people who are followed no more. */
    @SuppressWarnings("unchecked")
    void deleteOrphans(int program, LocalDate since) {
        NativeQuery<Integer> query = session().createNativeQuery(ORPHANS);
        delete(followed(query, program, since).list());
    }

    /** Drops what is kept of those people. */
    void delete(List<Integer> patients) {
        for (int i = 0; i < patients.size(); i += AT_ONCE) {
            List<Integer> part = patients.subList(i, Math.min(patients.size(), i + AT_ONCE));
            for (String entity : new String[] {DUE, PERSON}) {
                session()
                        .createQuery("delete from " + entity + " d where d.patientId in (:patients)")
                        .setParameterList("patients", part)
                        .executeUpdate();
            }
        }
    }

    void save(Collection<DueRow> rows, Collection<DuePerson> people) {
        rows.forEach(session()::persist);
        people.forEach(session()::persist);
        session().flush();
        rows.forEach(session()::evict);
        people.forEach(session()::evict);
    }

    /** @return the uuids of those patients, by their ids */
    Map<Integer, String> uuids(Collection<Integer> patients) {
        return session()
                .createQuery("select p.patientId, p.uuid from Patient p where p.patientId in (:ids)", Object[].class)
                .setParameterList("ids", patients)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> (String) row[1]));
    }

    /** @return the rows of the page, the longest overdue first, then the soonest due, each with the uuid of the patient before it */
    List<Object[]> page(WorklistSearch search, LocalDate today) {
        Query<Object[]> query = session()
                .createQuery(
                        "select p.uuid, d" + from(search) + " order by"
                                + " case when d.overdueFrom <= :today then d.overdueFrom else :never end,"
                                + " d.due, d.patientId, d.kind, d.id",
                        Object[].class)
                .setParameter("never", LocalDate.of(9999, 12, 31))
                .setFirstResult(search.getStartIndex());
        if (search.getLimit() != null) {
            query.setMaxResults(search.getLimit());
        }
        return restrict(query, search, today).list();
    }

    /** @return by kind and phase how many there are, and how many of them are overdue, whatever the page */
    List<Object[]> counts(WorklistSearch search, LocalDate today) {
        return restrict(
                        session()
                                .createQuery(
                                        "select d.kind, d.phase, count(d),"
                                                + " sum(case when d.overdueFrom <= :today then 1 else 0 end)"
                                                + from(search) + " group by d.kind, d.phase",
                                        Object[].class),
                        search,
                        today)
                .list();
    }

    private static String from(WorklistSearch search) {
        String from = " from " + DUE + " d, Patient p where p.patientId = d.patientId and p.voided = false"
                + " and d.opens <= :today and (d.last is null or d.last >= :today)"
                + (search.getPhase() == null ? "" : " and d.phase = :phase")
                + (search.getInCharge() == null ? "" : " and d.inCharge = :inCharge")
                + (search.getKind() == null ? "" : " and d.kind = :kind")
                + (search.getFrom() == null ? "" : " and d.due >= :from")
                + (search.getTo() == null ? "" : " and d.due <= :to");
        if (search.getStatus() == null) {
            return from;
        }
        return from
                + (search.getStatus() == DueStatus.OVERDUE
                        ? " and d.overdueFrom <= :today"
                        : " and d.overdueFrom > :today");
    }

    private static <T> Query<T> restrict(Query<T> query, WorklistSearch search, LocalDate today) {
        query.setParameter("today", today);
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("phase", search.getPhase());
        parameters.put("inCharge", search.getInCharge());
        parameters.put(
                "kind", search.getKind() == null ? null : search.getKind().name());
        parameters.put("from", search.getFrom());
        parameters.put("to", search.getTo());
        parameters.forEach((name, value) -> {
            if (value != null) {
                query.setParameter(name, value);
            }
        });
        return query;
    }

    /** @return the providers of those uuids, by uuid, each by the name to show first */
    Map<String, Reference> providers(Collection<String> uuids) {
        if (uuids.isEmpty()) {
            return Collections.emptyMap();
        }
        List<RaterRow> rows = session()
                .createQuery(
                        "select r.uuid, n.givenName, n.familyName from Provider r left join r.person x"
                                + " left join x.names n with n.voided = false where r.uuid in (:uuids)"
                                + " order by n.preferred desc, n.personNameId",
                        Object[].class)
                .setParameterList("uuids", uuids)
                .list()
                .stream()
                .map(row -> new RaterRow(0, (String) row[0], (String) row[1], (String) row[2]))
                .collect(Collectors.toList());
        return RaterRow.references(rows).stream().collect(Collectors.toMap(Reference::getUuid, r -> r));
    }

    private Session session() {
        return sessionFactory.getCurrentSession();
    }
}
