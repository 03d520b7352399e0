/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.db.hibernate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.hibernate.EmptyInterceptor;
import org.hibernate.type.Type;
import org.openmrs.Auditable;
import org.openmrs.api.context.Context;

/** Notes who changed a stored object, and when. */
class AuditInterceptor extends EmptyInterceptor {
    @Override
    public boolean onFlushDirty(
            Object entity, Serializable id, Object[] state, Object[] before, String[] properties, Type[] types) {
        if (!(entity instanceof Auditable) || !Context.isSessionOpen() || !Context.isAuthenticated()) {
            return false;
        }
        List<String> names = Arrays.asList(properties);
        boolean noted = false;
        for (String prefix : List.of("c", "personC")) {
            int by = names.indexOf(prefix + "hangedBy");
            int date = names.indexOf(prefix.equals("c") ? "dateChanged" : "personDateChanged");
            if (by >= 0 && date >= 0) {
                state[by] = Context.getAuthenticatedUser();
                state[date] = new Date();
                noted = true;
            }
        }
        return noted;
    }
}
