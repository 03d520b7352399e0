/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import java.util.Locale;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;
import org.hibernate.annotations.Type;
import org.openmrs.module.smpr.platform.NotNull;

/** What a concept means, in one locale. */
@Entity
@Getter
@Setter
public class ConceptDescription extends BaseOpenmrsObject implements Auditable {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer conceptDescriptionId;

    @Override
    public Integer getId() {
        return getConceptDescriptionId();
    }

    @Override
    public void setId(Integer id) {
        setConceptDescriptionId(id);
    }

    @NotNull
    @ManyToOne
    private Concept concept;

    @NotNull
    @Type(type = "text")
    private String description;

    @NotNull
    private Locale locale;

    @NotNull
    @ManyToOne
    private User creator;

    @NotNull
    private Date dateCreated;

    @ManyToOne
    private User changedBy;

    private Date dateChanged;

    public ConceptDescription() {}

    public ConceptDescription(String description, Locale locale) {
        this.description = description;
        this.locale = locale;
    }
}
