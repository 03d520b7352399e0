/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import javax.persistence.Column;
import javax.persistence.ManyToOne;
import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;
import lombok.Getter;
import lombok.Setter;
import org.hibernate.annotations.Type;
import org.openmrs.module.smpr.platform.NotNull;

/** Metadata with a name and who made and who retired them. */
@MappedSuperclass
@Getter
@Setter
public abstract class BaseOpenmrsMetadata extends BaseOpenmrsObject implements OpenmrsMetadata {
    @Column(nullable = false)
    private String name;

    @Type(type = "text")
    private String description;

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
    private Boolean retired = Boolean.FALSE;

    @ManyToOne
    private User retiredBy;

    private Date dateRetired;
    private String retireReason;

    @Override
    public Boolean isRetired() {
        return getRetired();
    }
}
