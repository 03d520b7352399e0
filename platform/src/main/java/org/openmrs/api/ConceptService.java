/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import java.util.List;
import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptMapType;
import org.openmrs.ConceptName;
import org.openmrs.ConceptReferenceTerm;
import org.openmrs.ConceptSource;
import org.openmrs.annotation.Authorized;
import org.openmrs.util.PrivilegeConstants;

/** The dictionary. */
public interface ConceptService extends OpenmrsService {
    @Authorized(PrivilegeConstants.GET_CONCEPTS)
    void checkIfLocked();

    @Authorized(PrivilegeConstants.GET_CONCEPTS)
    Concept getConcept(Integer conceptId);

    @Authorized(PrivilegeConstants.GET_CONCEPTS)
    Concept getConceptByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_CONCEPTS)
    Concept getConceptByName(String name);

    @Authorized(PrivilegeConstants.GET_CONCEPTS)
    List<Concept> getConceptsByName(String name);

    @Authorized(PrivilegeConstants.GET_CONCEPTS)
    Concept getConceptByMapping(String code, String sourceName);

    @Authorized(PrivilegeConstants.GET_CONCEPTS)
    Concept getConceptByMapping(String code, String sourceName, Boolean includeRetired);

    @Authorized(PrivilegeConstants.GET_CONCEPTS)
    List<Concept> getConceptsByMapping(String code, String sourceName);

    @Authorized(PrivilegeConstants.GET_CONCEPTS)
    List<Concept> getConceptsByMapping(String code, String sourceName, boolean includeRetired);

    @Authorized(PrivilegeConstants.GET_CONCEPTS)
    ConceptName getConceptNameByUuid(String uuid);

    @Authorized(PrivilegeConstants.MANAGE_CONCEPTS)
    Concept saveConcept(Concept concept);

    @Authorized(PrivilegeConstants.MANAGE_CONCEPTS)
    Concept retireConcept(Concept concept, String reason);

    @Authorized(PrivilegeConstants.PURGE_CONCEPTS)
    void purgeConcept(Concept concept);

    @Authorized(PrivilegeConstants.GET_CONCEPT_CLASSES)
    ConceptClass getConceptClassByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_CONCEPT_CLASSES)
    ConceptClass getConceptClassByName(String name);

    @Authorized(PrivilegeConstants.GET_CONCEPT_DATATYPES)
    ConceptDatatype getConceptDatatypeByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_CONCEPT_DATATYPES)
    ConceptDatatype getConceptDatatypeByName(String name);

    @Authorized(PrivilegeConstants.GET_CONCEPT_SOURCES)
    ConceptSource getConceptSourceByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_CONCEPT_SOURCES)
    ConceptSource getConceptSourceByName(String name);

    @Authorized(PrivilegeConstants.MANAGE_CONCEPT_SOURCES)
    ConceptSource saveConceptSource(ConceptSource source);

    @Authorized(PrivilegeConstants.GET_CONCEPT_MAP_TYPES)
    ConceptMapType getConceptMapTypeByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_CONCEPT_MAP_TYPES)
    ConceptMapType getConceptMapTypeByName(String name);

    @Authorized(PrivilegeConstants.GET_CONCEPT_MAP_TYPES)
    ConceptMapType getDefaultConceptMapType();

    @Authorized(PrivilegeConstants.GET_CONCEPT_REFERENCE_TERMS)
    ConceptReferenceTerm getConceptReferenceTermByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_CONCEPT_REFERENCE_TERMS)
    ConceptReferenceTerm getConceptReferenceTermByCode(String code, ConceptSource source);

    @Authorized(PrivilegeConstants.MANAGE_CONCEPT_REFERENCE_TERMS)
    ConceptReferenceTerm saveConceptReferenceTerm(ConceptReferenceTerm term);
}
