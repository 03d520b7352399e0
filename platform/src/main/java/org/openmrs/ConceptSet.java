/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Transient;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A concept as member of a set. */
@Entity
@Getter
@Setter
public class ConceptSet extends BaseOpenmrsObject implements Auditable, Comparable<ConceptSet> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer conceptSetId;

    @Override
    public Integer getId() {
        return getConceptSetId();
    }

    @Override
    public void setId(Integer id) {
        setConceptSetId(id);
    }

    @NotNull
    @ManyToOne
    private Concept concept;

    @ManyToOne
    @JoinColumn(name = "concept_set", nullable = false)
    private Concept conceptSet;

    private Double sortWeight;

    @NotNull
    @ManyToOne
    private User creator;

    @NotNull
    private Date dateCreated;

    @Transient
    private User changedBy;

    @Transient
    private Date dateChanged;

    public ConceptSet() {}

    public ConceptSet(Concept concept, Double sortWeight) {
        this.concept = concept;
        this.sortWeight = sortWeight;
    }

    @Override
    public int compareTo(ConceptSet other) {
        return Double.compare(getSortWeight(), other.getSortWeight());
    }
}
