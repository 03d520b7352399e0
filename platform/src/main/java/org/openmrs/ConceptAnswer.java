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

/** A concept that may answer another. */
@Entity
@Getter
@Setter
public class ConceptAnswer extends BaseOpenmrsObject implements Auditable, Comparable<ConceptAnswer> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer conceptAnswerId;

    @Override
    public Integer getId() {
        return getConceptAnswerId();
    }

    @Override
    public void setId(Integer id) {
        setConceptAnswerId(id);
    }

    @NotNull
    @ManyToOne
    private Concept concept;

    @ManyToOne
    @JoinColumn(name = "answer_concept")
    private Concept answerConcept;

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

    public ConceptAnswer() {}

    public ConceptAnswer(Concept answerConcept) {
        this.answerConcept = answerConcept;
    }

    @Override
    public int compareTo(ConceptAnswer other) {
        return Double.compare(getSortWeight(), other.getSortWeight());
    }
}
