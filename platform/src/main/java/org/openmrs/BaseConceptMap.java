/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import javax.persistence.ManyToOne;
import javax.persistence.MappedSuperclass;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A mapping of a given type. */
@MappedSuperclass
@Getter
@Setter
public abstract class BaseConceptMap extends BaseOpenmrsObject implements Auditable {
    @NotNull
    @ManyToOne
    private ConceptMapType conceptMapType;

    @NotNull
    @ManyToOne
    private User creator;

    @NotNull
    private Date dateCreated;

    @ManyToOne
    private User changedBy;

    private Date dateChanged;
}
