/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import java.util.Locale;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.api.ConceptNameType;
import org.openmrs.module.smpr.platform.NotNull;

/** A name of a concept in one locale. */
@Entity
@Getter
@Setter
public class ConceptName extends BaseOpenmrsObject implements Auditable, Voidable {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer conceptNameId;

    @Override
    public Integer getId() {
        return getConceptNameId();
    }

    @Override
    public void setId(Integer id) {
        setConceptNameId(id);
    }

    @ManyToOne
    private Concept concept;

    @NotNull
    private String name;

    @NotNull
    private Locale locale;

    private Boolean localePreferred = Boolean.FALSE;

    @Enumerated(EnumType.STRING)
    private ConceptNameType conceptNameType;

    @NotNull
    @ManyToOne
    private User creator;

    @NotNull
    private Date dateCreated;

    @ManyToOne
    private User changedBy;

    private Date dateChanged;

    @NotNull
    private Boolean voided = Boolean.FALSE;

    @ManyToOne
    private User voidedBy;

    private Date dateVoided;
    private String voidReason;

    public ConceptName() {}

    public ConceptName(String name, Locale locale) {
        this.name = name;
        this.locale = locale;
    }

    @Override
    public Boolean isVoided() {
        return getVoided();
    }

    public Boolean isLocalePreferred() {
        return getLocalePreferred();
    }

    public Boolean isPreferred() {
        return getLocalePreferred();
    }

    public Boolean isFullySpecifiedName() {
        return getConceptNameType() == ConceptNameType.FULLY_SPECIFIED;
    }

    public Boolean isShort() {
        return getConceptNameType() == ConceptNameType.SHORT;
    }

    public Boolean isIndexTerm() {
        return getConceptNameType() == ConceptNameType.INDEX_TERM;
    }

    public Boolean isSynonym() {
        return getConceptNameType() == null;
    }

    @Override
    public String toString() {
        return getName();
    }
}
