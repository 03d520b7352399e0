/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Collection;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import org.hibernate.query.Query;

/** Restricts a query to some encounters {@code e}, or to all others. */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class EncounterRestriction implements Restriction {

    private final String comparison;

    private final Collection<Integer> encounters;

    /** @param encounters ids; not empty */
    static EncounterRestriction only(Collection<Integer> encounters) {
        return new EncounterRestriction(" in", encounters);
    }

    /** @param encounters ids */
    static EncounterRestriction without(Collection<Integer> encounters) {
        return new EncounterRestriction(" not in", encounters);
    }

    @Override
    public String hql() {
        return encounters.isEmpty() ? "" : " and e.encounterId" + comparison + " (:restrictedEncounters)";
    }

    @Override
    public void restrict(Query<?> query) {
        if (!encounters.isEmpty()) {
            query.setParameterList("restrictedEncounters", encounters);
        }
    }
}
