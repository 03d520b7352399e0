/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.smpr.metadata.PathwayProgram;

/** Reads enrolments and their states by projection, in two statements however many there are. */
public class EpisodeDao {

    private static final String PROGRAMS = " from PatientProgram e join e.program r join e.patient p"
            + " left join e.creator u left join e.voidedBy w where r.uuid = :program and p.voided = false";

    private final SessionFactory sessionFactory;

    public EpisodeDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return the uuid of the patient whose enrolment that is, voided or not; null where it is none in the program */
    String patientOf(String uuid) {
        return sessionFactory
                .getCurrentSession()
                .createQuery("select p.uuid" + PROGRAMS + " and e.uuid = :uuid", String.class)
                .setParameter("program", PathwayProgram.UUID)
                .setParameter("uuid", uuid)
                .uniqueResult();
    }

    /** @return the uuids of those who have an enrolment that is not voided */
    List<String> patients() {
        return sessionFactory
                .getCurrentSession()
                .createQuery("select distinct p.uuid" + PROGRAMS + " and e.voided = false", String.class)
                .setParameter("program", PathwayProgram.UUID)
                .list();
    }

    /** @return the enrolments of those patients */
    List<ProgramRow> programs(Collection<String> patients, boolean includeVoided) {
        return patients.isEmpty()
                ? Collections.emptyList()
                : query("select e.patientProgramId, e.uuid, p.uuid, e.dateEnrolled, e.dateCompleted, e.voided,"
                                + " coalesce(u.username, u.systemId), e.dateCreated, coalesce(w.username, w.systemId),"
                                + " e.dateVoided, e.voidReason, p.dead, p.deathDate"
                                + PROGRAMS
                                + (includeVoided ? "" : " and e.voided = false")
                                + " and p.uuid in (:patients)")
                        .setParameter("program", PathwayProgram.UUID)
                        .setParameterList("patients", patients)
                        .list()
                        .stream()
                        .map(EpisodeDao::program)
                        .collect(Collectors.toList());
    }

    /** @return the states of those enrolments, voided ones left out, by id of the enrolment */
    Map<Integer, List<StateRow>> states(Collection<Integer> programs) {
        return programs.isEmpty()
                ? Collections.emptyMap()
                : query("select e.patientProgramId, s.patientStateId, t.uuid, s.startDate, s.endDate"
                                + " from PatientState s join s.patientProgram e join s.state t"
                                + " where s.voided = false and e.patientProgramId in (:programs)")
                        .setParameterList("programs", programs)
                        .list()
                        .stream()
                        .map(row -> new StateRow(
                                (Integer) row[0], (Integer) row[1], (String) row[2], (Date) row[3], (Date) row[4]))
                        .collect(Collectors.groupingBy(StateRow::getProgram));
    }

    /** @return by uuid of the enrolments that are asked for, in order of their beginning, the uuid of the patient */
    Map<String, String> page(EpisodeSearch search) {
        Query<Object[]> query = query("select e.uuid, p.uuid" + PROGRAMS + restriction(search)
                        + " order by e.dateEnrolled, e.patientProgramId")
                .setFirstResult(search.getStartIndex());
        if (search.getLimit() != null) {
            query.setMaxResults(search.getLimit());
        }
        Map<String, String> page = new LinkedHashMap<>();
        restrict(query, search).list().forEach(row -> page.put((String) row[0], (String) row[1]));
        return page;
    }

    long count(EpisodeSearch search) {
        return restrict(
                        sessionFactory
                                .getCurrentSession()
                                .createQuery("select count(e)" + PROGRAMS + restriction(search), Long.class),
                        search)
                .uniqueResult();
    }

    private static String restriction(EpisodeSearch search) {
        return " and e.dateEnrolled is not null"
                + (search.getPatient() == null ? "" : " and p.uuid = :patient")
                + (search.isIncludeVoided() ? "" : " and e.voided = false");
    }

    private static <T> Query<T> restrict(Query<T> query, EpisodeSearch search) {
        query.setParameter("program", PathwayProgram.UUID);
        return search.getPatient() == null ? query : query.setParameter("patient", search.getPatient());
    }

    private static ProgramRow program(Object[] row) {
        return ProgramRow.builder()
                .id((Integer) row[0])
                .uuid((String) row[1])
                .patient((String) row[2])
                .enrolled((Date) row[3])
                .completed((Date) row[4])
                .voided((Boolean) row[5])
                .creator((String) row[6])
                .dateCreated((Date) row[7])
                .voidedBy((String) row[8])
                .dateVoided((Date) row[9])
                .voidReason((String) row[10])
                .dead(Boolean.TRUE.equals(row[11]))
                .deathDate((Date) row[12])
                .build();
    }

    private Query<Object[]> query(String hql) {
        return sessionFactory.getCurrentSession().createQuery(hql, Object[].class);
    }
}
