/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import javax.persistence.AttributeOverride;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import lombok.Getter;
import lombok.Setter;

/** A source of codes, such as a classification. */
@Entity
@Table(name = "concept_reference_source")
@AttributeOverride(name = "description", column = @Column(name = "description", nullable = false))
@Getter
@Setter
public class ConceptSource extends BaseChangeableOpenmrsMetadata {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer conceptSourceId;

    @Override
    public Integer getId() {
        return getConceptSourceId();
    }

    @Override
    public void setId(Integer id) {
        setConceptSourceId(id);
    }

    private String hl7Code;
    private String uniqueId;
}
