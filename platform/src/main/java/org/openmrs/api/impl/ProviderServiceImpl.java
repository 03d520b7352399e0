/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.Collection;
import java.util.List;
import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.api.ProviderService;

class ProviderServiceImpl extends HibernateService implements ProviderService {
    @Override
    public List<Provider> getAllProviders() {
        return list(Provider.class, "from Provider order by providerId");
    }

    @Override
    public Provider getProvider(Integer providerId) {
        return session().get(Provider.class, providerId);
    }

    @Override
    public Provider getProviderByUuid(String uuid) {
        return byUuid(Provider.class, uuid);
    }

    @Override
    public Collection<Provider> getProvidersByPerson(Person person) {
        return list(Provider.class, "from Provider where person = ?1 order by retired, providerId", person);
    }

    @Override
    public Provider saveProvider(Provider provider) {
        return save(provider);
    }
}
