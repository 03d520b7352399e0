/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.thing;

import org.openmrs.api.context.Context;
import org.openmrs.api.db.hibernate.DbSessionFactory;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.springframework.transaction.annotation.Transactional;

/** Public, as OpenMRS proxies it in a class loader of its own. */
@Transactional
public class ThingServiceImpl extends BaseOpenmrsService implements ThingService {
    private final DbSessionFactory sessions;

    public ThingServiceImpl(DbSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Thing getThingByUuid(String uuid) {
        return (Thing) sessions.getHibernateSessionFactory()
                .getCurrentSession()
                .createQuery("from Thing where uuid = :uuid")
                .setParameter("uuid", uuid)
                .uniqueResult();
    }

    @Override
    public Thing saveThing(Thing thing) {
        sessions.getHibernateSessionFactory().getCurrentSession().saveOrUpdate(thing);
        if ("forbidden".equals(thing.getLabel())) {
            throw new IllegalStateException("rolled back");
        }
        return thing;
    }

    @Override
    public Thing voidThing(Thing thing, String reason) {
        return saveThing(thing);
    }

    @Override
    public Thing unvoidThing(Thing thing) {
        return saveThing(thing);
    }

    @Override
    public String whoAmI() {
        return Context.getAuthenticatedUser().getSystemId();
    }

    @Override
    public void needBoth() {}
}
