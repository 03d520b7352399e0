/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.openmrs.ConceptMapType;
import org.openmrs.api.ConceptNameType;

/** Reads the module's part of the dictionary in few statements and without loading a concept. */
public class DictionaryDao {

    private final SessionFactory sessionFactory;

    public DictionaryDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /**
     * @return what each concept mapped as the same as a code of the concept source stands for; a concept retired since
     *     still explains what was charted with it
     */
    public Dictionary getDictionary() {
        return new Dictionary(sessionFactory
                .getCurrentSession()
                .createQuery(
                        "select t.code, c.uuid, c.conceptId from ConceptMap m join m.conceptReferenceTerm t join m.concept c"
                                + " join t.conceptSource s join m.conceptMapType y"
                                + " where (s.uuid = :source or s.name = :name) and y.uuid = :sameAs order by c.conceptId",
                        Object[].class)
                .setParameter("source", ConceptSourceSmpr.UUID)
                .setParameter("name", ConceptSourceSmpr.NAME)
                .setParameter("sameAs", ConceptMapType.SAME_AS_MAP_TYPE_UUID)
                .list());
    }

    /** @return of those concepts the ones there are, as uuid, uuid of the datatype, and whether retired */
    List<Object[]> concepts(Collection<String> uuids) {
        return sessionFactory
                .getCurrentSession()
                .createQuery(
                        "select c.uuid, d.uuid, c.retired from Concept c join c.datatype d where c.uuid in (:uuids)",
                        Object[].class)
                .setParameterList("uuids", uuids)
                .list();
    }

    /** @return the uuids of the answers of those concepts, by uuid; a concept without any has no entry */
    Map<String, Set<String>> answers(Collection<String> uuids) {
        return parts(
                "select c.uuid, p.uuid from ConceptAnswer a join a.concept c join a.answerConcept p where c.uuid in (:uuids)",
                uuids);
    }

    /** @return the uuids of the members of those sets, by uuid; a set without any has no entry */
    Map<String, Set<String>> members(Collection<String> uuids) {
        return parts(
                "select c.uuid, p.uuid from ConceptSet s join s.conceptSet c join s.concept p where c.uuid in (:uuids)",
                uuids);
    }

    private Map<String, Set<String>> parts(String query, Collection<String> uuids) {
        Map<String, Set<String>> parts = new HashMap<>();
        sessionFactory
                .getCurrentSession()
                .createQuery(query, Object[].class)
                .setParameterList("uuids", uuids)
                .list()
                .forEach(row -> parts.computeIfAbsent((String) row[0], uuid -> new HashSet<>())
                        .add((String) row[1]));
        return parts;
    }

    /** @return of those names, in lower case, the uuids of the concepts not retired that the dictionary shows under each in that language, in whatever case */
    Map<String, List<String>> conceptsNamed(Collection<String> names, Locale locale) {
        Map<String, List<String>> concepts = new HashMap<>();
        sessionFactory
                .getCurrentSession()
                .createQuery(
                        "select lower(n.name), c.uuid from ConceptName n join n.concept c where lower(n.name) in (:names)"
                                + " and n.locale = :locale and n.voided = false and c.retired = false"
                                + " and (n.conceptNameType = :fullySpecified or n.localePreferred = true)",
                        Object[].class)
                .setParameterList("names", names)
                .setParameter("locale", locale)
                .setParameter("fullySpecified", ConceptNameType.FULLY_SPECIFIED)
                .list()
                .forEach(row -> concepts.computeIfAbsent((String) row[0], name -> new ArrayList<>())
                        .add((String) row[1]));
        return concepts;
    }
}
