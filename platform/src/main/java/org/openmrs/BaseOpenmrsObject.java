/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.io.Serializable;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import lombok.Getter;
import lombok.Setter;
import org.hibernate.Hibernate;

/** An object known by its uuid; two are equal when their uuids are. */
@MappedSuperclass
public abstract class BaseOpenmrsObject implements Serializable, OpenmrsObject {
    @Getter
    @Setter
    @Column(unique = true, nullable = false, length = 38)
    private String uuid = UUID.randomUUID().toString();

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof BaseOpenmrsObject that) || getUuid() == null) {
            return false;
        }
        Class<?> ours = Hibernate.getClass(this);
        Class<?> theirs = Hibernate.getClass(that);
        return (ours.isAssignableFrom(theirs) || theirs.isAssignableFrom(ours))
                && getUuid().equals(that.getUuid());
    }

    @Override
    public int hashCode() {
        return getUuid() == null ? super.hashCode() : getUuid().hashCode();
    }

    @Override
    public String toString() {
        return Hibernate.getClass(this).getSimpleName() + " " + getUuid();
    }
}
