/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import java.util.Collection;
import java.util.List;
import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.annotation.Authorized;
import org.openmrs.util.PrivilegeConstants;

/** Those who give care. */
public interface ProviderService extends OpenmrsService {
    @Authorized(PrivilegeConstants.GET_PROVIDERS)
    List<Provider> getAllProviders();

    @Authorized(PrivilegeConstants.GET_PROVIDERS)
    Provider getProvider(Integer providerId);

    @Authorized(PrivilegeConstants.GET_PROVIDERS)
    Provider getProviderByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_PROVIDERS)
    Collection<Provider> getProvidersByPerson(Person person);

    @Authorized(PrivilegeConstants.MANAGE_PROVIDERS)
    Provider saveProvider(Provider provider);
}
