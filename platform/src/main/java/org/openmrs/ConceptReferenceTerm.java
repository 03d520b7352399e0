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
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A code of a reference source. */
@Entity
@AttributeOverride(name = "name", column = @Column(name = "name"))
@Getter
@Setter
public class ConceptReferenceTerm extends BaseChangeableOpenmrsMetadata {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer conceptReferenceTermId;

    @Override
    public Integer getId() {
        return getConceptReferenceTermId();
    }

    @Override
    public void setId(Integer id) {
        setConceptReferenceTermId(id);
    }

    @NotNull
    @ManyToOne
    private ConceptSource conceptSource;

    @NotNull
    private String code;

    private String version;

    public ConceptReferenceTerm() {}

    public ConceptReferenceTerm(ConceptSource conceptSource, String code, String name) {
        this.conceptSource = conceptSource;
        this.code = code;
        setName(name);
    }
}
