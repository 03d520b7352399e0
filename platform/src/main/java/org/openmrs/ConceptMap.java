/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A concept's code in a reference source. */
@Entity
@Table(name = "concept_reference_map")
@Getter
@Setter
public class ConceptMap extends BaseConceptMap {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer conceptMapId;

    @Override
    public Integer getId() {
        return getConceptMapId();
    }

    @Override
    public void setId(Integer id) {
        setConceptMapId(id);
    }

    @NotNull
    @ManyToOne
    private Concept concept;

    @NotNull
    @ManyToOne
    private ConceptReferenceTerm conceptReferenceTerm;

    public ConceptMap() {}

    public ConceptMap(ConceptReferenceTerm conceptReferenceTerm, ConceptMapType conceptMapType) {
        this.conceptReferenceTerm = conceptReferenceTerm;
        setConceptMapType(conceptMapType);
    }
}
