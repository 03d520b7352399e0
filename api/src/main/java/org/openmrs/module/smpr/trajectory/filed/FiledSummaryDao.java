/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.ConceptMapType;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.metadata.ConceptSourceSmpr;

/** Reads filed summaries by projection: a statement for the encounters, and one for what their obs say. */
public class FiledSummaryDao {

    private static final String ENCOUNTERS =
            "select e.encounterId, e.uuid, p.uuid, e.encounterDatetime, r.uuid, n.givenName, n.familyName, v.privilege,"
                    + " e.voided, coalesce(u.username, u.systemId), e.dateCreated, coalesce(w.username, w.systemId),"
                    + " e.dateVoided, e.voidReason"
                    + " from Encounter e join e.encounterType t left join t.viewPrivilege v join e.patient p"
                    + " left join e.creator u left join e.voidedBy w"
                    + " left join e.encounterProviders ep with"
                    // Of a voided encounter what was voided with it.
                    + " (ep.voided = false or e.voided = true and ep.voidReason = e.voidReason)"
                    + " left join ep.provider r left join r.person x left join x.names n with n.voided = false"
                    + " where t.uuid = :type and p.voided = false";

    private static final String NEWEST_FIRST = " order by e.encounterDatetime desc, e.encounterId desc,"
            + " ep.encounterProviderId, n.preferred desc, n.personNameId";

    private static final String ANSWERS = "select e.encounterId, k1.code, (select max(k2.code) from " + mapping(2)
            + " where"
            + standsFor("o.valueCoded", 2) + "), o.valueText from " + mapping(1) + ", Obs o join o.encounter e where"
            + standsFor("o.concept", 1) + " and e.encounterId in (:encounters)"
            + " and (o.voided = false or e.voided = true and o.voidReason = e.voidReason) order by o.obsId";

    private final SessionFactory sessionFactory;

    public FiledSummaryDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** Mappings, by number, of concepts to codes. */
    private static String mapping(int number) {
        return "ConceptMap m# join m#.conceptReferenceTerm k# join k#.conceptSource s# join m#.conceptMapType y#"
                .replace("#", String.valueOf(number));
    }

    /** Restricts the mapping of that number to the code that the concept stands for. */
    private static String standsFor(String concept, int number) {
        return (" m#.concept = " + concept + " and (s#.uuid = :source or s#.name = :name) and y#.uuid = :sameAs")
                .replace("#", String.valueOf(number));
    }

    /** @return the encounter, if it is a summary's; null otherwise */
    FiledRow encounter(String uuid) {
        List<FiledRow> rows = rows(query(ENCOUNTERS + " and e.uuid = :uuid" + NEWEST_FIRST)
                .setParameter("type", SummaryQuestions.ENCOUNTER_TYPE)
                .setParameter("uuid", uuid));
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** @return the person's encounters, the newest first */
    List<FiledRow> encounters(FiledSummarySearch search) {
        return rows(query(ENCOUNTERS
                        + " and p.uuid = :patient"
                        + (search.isIncludeVoided() ? "" : " and e.voided = false")
                        + NEWEST_FIRST)
                .setParameter("type", SummaryQuestions.ENCOUNTER_TYPE)
                .setParameter("patient", search.getPatient()));
    }

    /** @return by id of the encounter and code of the question, the texts and the codes of the choices that its obs answer */
    Map<Integer, Map<String, List<String>>> answers(Collection<Integer> encounters) {
        Map<Integer, Map<String, List<String>>> answers = new LinkedHashMap<>();
        if (encounters.isEmpty()) {
            return answers;
        }
        query(ANSWERS)
                .setParameter("source", ConceptSourceSmpr.UUID)
                .setParameter("name", ConceptSourceSmpr.NAME)
                .setParameter("sameAs", ConceptMapType.SAME_AS_MAP_TYPE_UUID)
                .setParameterList("encounters", encounters)
                .list()
                .forEach(row -> answers.computeIfAbsent((Integer) row[0], id -> new LinkedHashMap<>())
                        .computeIfAbsent((String) row[1], code -> new ArrayList<>())
                        .add((String) (row[2] == null ? row[3] : row[2])));
        return answers;
    }

    private Query<Object[]> query(String hql) {
        return sessionFactory.getCurrentSession().createQuery(hql, Object[].class);
    }

    private static List<FiledRow> rows(Query<Object[]> query) {
        Map<Integer, FiledRow> rows = new LinkedHashMap<>();
        query.list().forEach(row -> rows.putIfAbsent((Integer) row[0], row(row)));
        return Collections.unmodifiableList(new ArrayList<>(rows.values()));
    }

    private static FiledRow row(Object[] row) {
        String name = Stream.of(row[5], row[6])
                .filter(Objects::nonNull)
                .map(String.class::cast)
                .collect(Collectors.joining(" "));
        return FiledRow.builder()
                .id((Integer) row[0])
                .uuid((String) row[1])
                .patient((String) row[2])
                .date((Date) row[3])
                .validator(row[4] == null ? null : new Reference((String) row[4], name.isEmpty() ? null : name))
                .viewPrivilege((String) row[7])
                .voided((Boolean) row[8])
                .creator((String) row[9])
                .dateCreated((Date) row[10])
                .voidedBy((String) row[11])
                .dateVoided((Date) row[12])
                .voidReason((String) row[13])
                .build();
    }
}
