/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.training;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;

/** Reads and writes the trainings of raters: a page in two statements. */
public class RaterTrainingDao {

    private static final String FROM = " from org.openmrs.module.smpr.pathway.training.RaterTraining t where 1 = 1";

    private final SessionFactory sessionFactory;

    public RaterTrainingDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    List<RaterTraining> trainings(RaterTrainingSearch search) {
        Query<RaterTraining> query = query("select t", search, " order by t.date desc, t.id desc", RaterTraining.class);
        query.setFirstResult(search.getStartIndex());
        if (search.getLimit() != null) {
            query.setMaxResults(search.getLimit());
        }
        return named(query.list());
    }

    long count(RaterTrainingSearch search) {
        return query("select count(t)", search, "", Long.class).uniqueResult();
    }

    Optional<RaterTraining> byUuid(String uuid) {
        return named(sessionFactory
                        .getCurrentSession()
                        .createQuery("select t" + FROM + " and t.uuid = :uuid", RaterTraining.class)
                        .setParameter("uuid", uuid)
                        .list())
                .stream()
                .findFirst();
    }

    /** @return whether there is a provider of that uuid, retired or not */
    boolean isProvider(String uuid) {
        return sessionFactory
                        .getCurrentSession()
                        .createQuery("select count(p) from Provider p where p.uuid = :uuid", Long.class)
                        .setParameter("uuid", uuid)
                        .uniqueResult()
                > 0;
    }

    void save(RaterTraining training) {
        sessionFactory.getCurrentSession().persist(training);
    }

    private List<RaterTraining> named(List<RaterTraining> trainings) {
        if (trainings.isEmpty()) {
            return Collections.emptyList();
        }
        Map<String, String> names = new HashMap<>();
        sessionFactory
                .getCurrentSession()
                .createQuery(
                        "select r.uuid, n.givenName, n.familyName from Provider r left join r.person x"
                                + " left join x.names n with n.voided = false where r.uuid in (:providers)"
                                + " order by n.preferred desc, n.personNameId",
                        Object[].class)
                .setParameterList(
                        "providers",
                        trainings.stream().map(RaterTraining::getProvider).collect(Collectors.toSet()))
                .list()
                .forEach(row -> names.putIfAbsent(
                        (String) row[0],
                        Stream.of(row[1], row[2])
                                .filter(Objects::nonNull)
                                .map(String.class::cast)
                                .collect(Collectors.joining(" "))));
        trainings.forEach(training -> training.setProviderName(
                names.getOrDefault(training.getProvider(), "").isEmpty() ? null : names.get(training.getProvider())));
        return trainings;
    }

    private <T> Query<T> query(String select, RaterTrainingSearch search, String order, Class<T> type) {
        Query<T> query = sessionFactory
                .getCurrentSession()
                .createQuery(
                        select
                                + FROM
                                + (search.getProvider() == null ? "" : " and t.provider = :provider")
                                + (search.getInstrument() == null ? "" : " and t.instrument = :instrument")
                                + (search.isIncludeVoided() ? "" : " and t.voided = false")
                                + order,
                        type);
        if (search.getProvider() != null) {
            query.setParameter("provider", search.getProvider());
        }
        if (search.getInstrument() != null) {
            query.setParameter("instrument", search.getInstrument());
        }
        return query;
    }
}
