/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import javax.persistence.Access;
import javax.persistence.AccessType;
import javax.persistence.ManyToOne;
import javax.persistence.MappedSuperclass;

/** Data whose table also says who changed them. */
@MappedSuperclass
public abstract class BaseChangeableOpenmrsData extends BaseOpenmrsData {
    @Override
    @ManyToOne
    @Access(AccessType.PROPERTY)
    public User getChangedBy() {
        return super.getChangedBy();
    }

    @Override
    @Access(AccessType.PROPERTY)
    public Date getDateChanged() {
        return super.getDateChanged();
    }
}
