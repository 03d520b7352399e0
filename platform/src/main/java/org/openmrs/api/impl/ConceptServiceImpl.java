/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptMapType;
import org.openmrs.ConceptName;
import org.openmrs.ConceptReferenceTerm;
import org.openmrs.ConceptSource;
import org.openmrs.api.ConceptService;
import org.openmrs.api.ConceptsLockedException;
import org.openmrs.module.smpr.platform.Settings;
import org.openmrs.util.LocaleUtility;
import org.openmrs.util.OpenmrsConstants;

class ConceptServiceImpl extends HibernateService implements ConceptService {
    @Override
    public void checkIfLocked() {
        if (Settings.isTrue(OpenmrsConstants.GLOBAL_PROPERTY_CONCEPTS_LOCKED)) {
            throw new ConceptsLockedException("Concepts are currently locked, which prevents creation and editing");
        }
    }

    @Override
    public Concept getConcept(Integer conceptId) {
        return session().get(Concept.class, conceptId);
    }

    @Override
    public Concept getConceptByUuid(String uuid) {
        return byUuid(Concept.class, uuid);
    }

    @Override
    public Concept getConceptByName(String name) {
        return getConceptsByName(name).stream().findFirst().orElse(null);
    }

    @Override
    public List<Concept> getConceptsByName(String name) {
        return list(
                        ConceptName.class,
                        "from ConceptName n where lower(n.name) = ?1 and n.voided = false and n.concept.retired = false order by n.conceptNameId",
                        name.toLowerCase(Locale.ROOT))
                .stream()
                .filter(n -> LocaleUtility.getLocalesInOrder().contains(n.getLocale()))
                .map(ConceptName::getConcept)
                .distinct()
                .collect(Collectors.toList());
    }

    @Override
    public Concept getConceptByMapping(String code, String sourceName) {
        return getConceptByMapping(code, sourceName, true);
    }

    @Override
    public Concept getConceptByMapping(String code, String sourceName, Boolean includeRetired) {
        return getConceptsByMapping(code, sourceName, includeRetired).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Concept> getConceptsByMapping(String code, String sourceName) {
        return getConceptsByMapping(code, sourceName, true);
    }

    @Override
    public List<Concept> getConceptsByMapping(String code, String sourceName, boolean includeRetired) {
        return list(Concept.class, """
                        select c from ConceptMap m join m.concept c join m.conceptReferenceTerm t join t.conceptSource s
                        where lower(t.code) = ?1 and (lower(s.name) = ?2 or lower(s.hl7Code) = ?2)
                        order by c.retired, c.conceptId""", code.toLowerCase(Locale.ROOT), sourceName.toLowerCase(Locale.ROOT)).stream()
                .filter(c -> includeRetired || !c.isRetired())
                .distinct()
                .collect(Collectors.toList());
    }

    @Override
    public ConceptName getConceptNameByUuid(String uuid) {
        return byUuid(ConceptName.class, uuid);
    }

    @Override
    public Concept saveConcept(Concept concept) {
        checkIfLocked();
        for (ConceptName name : concept.getNames()) {
            Collection<ConceptName> same = concept.getNames(name.getLocale());
            if (!name.isShort() && !name.isIndexTerm() && same.stream().noneMatch(ConceptName::isLocalePreferred)) {
                ConceptName full = concept.getFullySpecifiedName(name.getLocale());
                concept.setPreferredName(full == null ? name : full);
            }
        }
        return save(concept);
    }

    @Override
    public Concept retireConcept(Concept concept, String reason) {
        checkIfLocked();
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A reason is required to retire a concept");
        }
        return save(concept);
    }

    @Override
    public void purgeConcept(Concept concept) {
        checkIfLocked();
        session().delete(concept);
    }

    @Override
    public ConceptClass getConceptClassByUuid(String uuid) {
        return byUuid(ConceptClass.class, uuid);
    }

    @Override
    public ConceptClass getConceptClassByName(String name) {
        return by("name", name, ConceptClass.class);
    }

    @Override
    public ConceptDatatype getConceptDatatypeByUuid(String uuid) {
        return byUuid(ConceptDatatype.class, uuid);
    }

    @Override
    public ConceptDatatype getConceptDatatypeByName(String name) {
        return by("name", name, ConceptDatatype.class);
    }

    @Override
    public ConceptSource getConceptSourceByUuid(String uuid) {
        return byUuid(ConceptSource.class, uuid);
    }

    @Override
    public ConceptSource getConceptSourceByName(String name) {
        return by("name", name, ConceptSource.class);
    }

    @Override
    public ConceptSource saveConceptSource(ConceptSource source) {
        return save(source);
    }

    @Override
    public ConceptMapType getConceptMapTypeByUuid(String uuid) {
        return byUuid(ConceptMapType.class, uuid);
    }

    @Override
    public ConceptMapType getConceptMapTypeByName(String name) {
        return by("lower(name)", name.toLowerCase(Locale.ROOT), ConceptMapType.class);
    }

    @Override
    public ConceptMapType getDefaultConceptMapType() {
        return getConceptMapTypeByName(Settings.get(OpenmrsConstants.GP_DEFAULT_CONCEPT_MAP_TYPE, "NARROWER-THAN"));
    }

    @Override
    public ConceptReferenceTerm getConceptReferenceTermByUuid(String uuid) {
        return byUuid(ConceptReferenceTerm.class, uuid);
    }

    @Override
    public ConceptReferenceTerm getConceptReferenceTermByCode(String code, ConceptSource source) {
        return first(
                ConceptReferenceTerm.class,
                "from ConceptReferenceTerm where code = ?1 and conceptSource = ?2",
                code,
                source);
    }

    @Override
    public ConceptReferenceTerm saveConceptReferenceTerm(ConceptReferenceTerm term) {
        return save(term);
    }
}
