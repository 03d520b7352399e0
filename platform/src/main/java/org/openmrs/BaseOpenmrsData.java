/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import javax.persistence.ManyToOne;
import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** Data with who made and who voided them. */
@MappedSuperclass
@Getter
@Setter
public abstract class BaseOpenmrsData extends BaseOpenmrsObject implements OpenmrsData {
    @NotNull
    @ManyToOne
    private User creator;

    @NotNull
    private Date dateCreated;

    @Transient
    private User changedBy;

    @Transient
    private Date dateChanged;

    @NotNull
    private Boolean voided = Boolean.FALSE;

    @ManyToOne
    private User voidedBy;

    private Date dateVoided;
    private String voidReason;

    @Override
    public Boolean isVoided() {
        return getVoided();
    }
}
