/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import org.hibernate.query.Query;

/** What a query of encounters {@code e} leaves out besides what a search says itself. */
public interface Restriction {

    /** @return what the query has to say in its conditions; empty for nothing */
    String hql();

    /** Gives the query what its conditions name. */
    void restrict(Query<?> query);

    /** @return both */
    default Restriction and(Restriction other) {
        Restriction one = this;
        return new Restriction() {
            @Override
            public String hql() {
                return one.hql() + other.hql();
            }

            @Override
            public void restrict(Query<?> query) {
                one.restrict(query);
                other.restrict(query);
            }
        };
    }
}
