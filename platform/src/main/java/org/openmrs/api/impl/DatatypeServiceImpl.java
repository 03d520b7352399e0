/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import org.openmrs.api.DatatypeService;
import org.openmrs.api.db.ClobDatatypeStorage;

class DatatypeServiceImpl extends HibernateService implements DatatypeService {
    @Override
    public ClobDatatypeStorage getClobDatatypeStorageByUuid(String uuid) {
        return byUuid(ClobDatatypeStorage.class, uuid);
    }

    @Override
    public ClobDatatypeStorage saveClobDatatypeStorage(ClobDatatypeStorage storage) {
        return save(storage);
    }
}
