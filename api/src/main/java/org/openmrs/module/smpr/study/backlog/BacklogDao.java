/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;

/** Looks up whom and what the rows name: those of many rows in one statement each. */
public class BacklogDao {

    private final SessionFactory sessionFactory;

    public BacklogDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return uuids of live patients, each twice */
    List<Object[]> patients(Collection<String> uuids) {
        return list("select p.uuid, p.uuid from Patient p where p.voided = false and p.uuid in (:given)", uuids);
    }

    /** @return identifiers of live patients: identifier, uuid of the patient, name and uuid of the type */
    List<Object[]> identifiers(Collection<String> identifiers) {
        return list(
                "select i.identifier, p.uuid, t.name, t.uuid from PatientIdentifier i join i.patient p"
                        + " join i.identifierType t where i.voided = false and p.voided = false"
                        + " and i.identifier in (:given)",
                identifiers);
    }

    /** @return name and uuid of every type of identifiers */
    List<Object[]> identifierTypes() {
        return sessionFactory
                .getCurrentSession()
                .createQuery("select t.name, t.uuid from PatientIdentifierType t", Object[].class)
                .list();
    }

    /** @return uuid and identifier of providers, retired or not: who has rated before may have left */
    List<Object[]> providers(Collection<String> uuidsOrIdentifiers) {
        return list(
                "select r.uuid, r.identifier from Provider r where r.uuid in (:given) or r.identifier in (:given)",
                uuidsOrIdentifiers);
    }

    /** @return uuid and name of locations, retired or not */
    List<Object[]> locations(Collection<String> uuidsOrNames) {
        return list(
                "select l.uuid, l.name from Location l where l.uuid in (:given) or l.name in (:given)", uuidsOrNames);
    }

    /** @return by uuid of those encounters that there are, whether they are voided */
    Map<String, Boolean> encounters(Collection<String> uuids) {
        return list("select e.uuid, e.voided from Encounter e where e.uuid in (:given)", uuids).stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Boolean) row[1]));
    }

    private List<Object[]> list(String hql, Collection<String> given) {
        return given.isEmpty()
                ? Collections.emptyList()
                : sessionFactory
                        .getCurrentSession()
                        .createQuery(hql, Object[].class)
                        .setParameterList("given", given)
                        .list();
    }
}
