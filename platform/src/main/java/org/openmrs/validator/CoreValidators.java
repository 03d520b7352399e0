/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.validator;

import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.hibernate.Hibernate;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Concept;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptName;
import org.openmrs.ConceptNumeric;
import org.openmrs.ConceptReferenceTerm;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.Obs;
import org.openmrs.OpenmrsMetadata;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.PatientIdentifierType;
import org.openmrs.PatientIdentifierType.LocationBehavior;
import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.annotation.Handler;
import org.openmrs.api.DuplicateConceptNameException;
import org.openmrs.module.smpr.platform.CheckDigit;
import org.openmrs.util.LocaleUtility;
import org.springframework.validation.Errors;
import org.springframework.validation.ValidationUtils;
import org.springframework.validation.Validator;

/** The platform's own rules for what it stores. */
final class CoreValidators {
    private CoreValidators() {}

    abstract static class Rules implements Validator {
        @Override
        public boolean supports(Class<?> type) {
            return true;
        }

        static void require(Errors errors, String field) {
            ValidationUtils.rejectIfEmptyOrWhitespace(errors, field, "error.null");
        }

        static boolean exists(SessionFactory sessions, String hql, Object... parameters) {
            Query<?> query = sessions.getCurrentSession().createQuery(hql, Object.class);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return !query.list().isEmpty();
        }
    }

    @Handler(supports = OpenmrsMetadata.class, order = 50)
    static class MetadataRules extends Rules {
        @Override
        public void validate(Object metadata, Errors errors) {
            if (!(metadata instanceof ConceptReferenceTerm) && !(metadata instanceof Provider)) {
                ValidationUtils.rejectIfEmptyOrWhitespace(errors, "name", "error.name");
            }
        }
    }

    @Handler(supports = EncounterType.class, order = 60)
    @RequiredArgsConstructor
    static class EncounterTypeRules extends Rules {
        private final SessionFactory sessionFactory;

        @Override
        public void validate(Object object, Errors errors) {
            EncounterType type = (EncounterType) object;
            String hql = "from EncounterType where name = ?1 and retired = false and uuid <> ?2";
            if (exists(sessionFactory, hql, type.getName(), type.getUuid())) {
                errors.rejectValue("name", "EncounterType.error.duplicateEncounterTypeNameSpecified");
            }
        }
    }

    @Handler(supports = Concept.class, order = 50)
    @RequiredArgsConstructor
    static class ConceptRules extends Rules {
        private final SessionFactory sessionFactory;

        @Override
        public void validate(Object object, Errors errors) {
            Concept concept = (Concept) object;
            require(errors, "datatype");
            require(errors, "conceptClass");
            if (concept.isRetired()) {
                return;
            }
            if (concept.getNames().isEmpty()) {
                errors.reject("Concept.name.atLeastOneRequired");
            }
            Set<String> seen = new HashSet<>();
            for (ConceptName name : concept.getNames()) {
                if (name.getName() == null || name.getName().isBlank()) {
                    errors.reject("Concept.name.empty");
                    return;
                }
                if (name.isFullySpecifiedName() || name.isLocalePreferred()) {
                    refuseDuplicate(concept, name);
                }
                boolean distinct = name.isShort() || name.isIndexTerm() || seen.add(name.getLocale() + lower(name));
                refuse(!distinct, name, " for the same concept");
            }
        }

        private void refuseDuplicate(Concept concept, ConceptName name) {
            for (ConceptName other : sessionFactory
                    .getCurrentSession()
                    .createQuery("""
                            from ConceptName where lower(name) = ?1 and voided = false and concept.retired = false
                            and (localePreferred = true or conceptNameType = 'FULLY_SPECIFIED')""", ConceptName.class)
                    .setParameter(1, lower(name))
                    .list()) {
                boolean same = other.getConcept().equals(concept);
                refuse(!same && LocaleUtility.areCompatible(other.getLocale(), name.getLocale()), name, "");
            }
        }

        private static void refuse(boolean duplicate, ConceptName name, String where) {
            if (duplicate) {
                throw new DuplicateConceptNameException(
                        "'" + name + "' is a duplicate name in locale '" + name.getLocale() + "'" + where);
            }
        }

        private static String lower(ConceptName name) {
            return name.getName().toLowerCase(Locale.ROOT);
        }
    }

    @Handler(supports = Encounter.class, order = 50)
    static class EncounterRules extends Rules {
        @Override
        public void validate(Object object, Errors errors) {
            require(errors, "encounterType");
            require(errors, "patient");
            require(errors, "encounterDatetime");
            Date at = ((Encounter) object).getEncounterDatetime();
            if (at != null && at.after(new Date())) {
                errors.rejectValue("encounterDatetime", "Encounter.datetimeShouldBeBeforeCurrent");
            }
        }
    }

    @Handler(supports = Obs.class, order = 50)
    static class ObsRules extends Rules {
        @Override
        public void validate(Object object, Errors errors) {
            Obs obs = (Obs) object;
            require(errors, "person");
            require(errors, "obsDatetime");
            require(errors, "concept");
            if (obs.isVoided() || obs.getConcept() == null) {
                return;
            }
            if (obs.hasGroupMembers(true)) {
                obs.getGroupMembers(true).forEach(ValidateUtil::validate);
                return;
            }
            String value = valueField(obs.getConcept().getDatatype());
            if (value != null && errors.getFieldValue(value) == null) {
                errors.reject("error.noValue");
                require(errors, value);
            } else if (Hibernate.unproxy(obs.getConcept()) instanceof ConceptNumeric limits) {
                validateLimits(obs.getValueNumeric(), limits, errors);
            }
        }

        private static String valueField(ConceptDatatype type) {
            if (type.isCoded() || type.isBoolean()) {
                return "valueCoded";
            }
            if (type.containsDate() || type.containsTime()) {
                return "valueDatetime";
            }
            return type.isNumeric() ? "valueNumeric" : type.isText() ? "valueText" : null;
        }

        private static void validateLimits(double value, ConceptNumeric limits, Errors errors) {
            if (limits.getHiAbsolute() != null && value > limits.getHiAbsolute()) {
                errors.rejectValue("valueNumeric", "error.value.outOfRange.high");
            }
            if (limits.getLowAbsolute() != null && value < limits.getLowAbsolute()) {
                errors.rejectValue("valueNumeric", "error.value.outOfRange.low");
            }
            if (!Boolean.TRUE.equals(limits.getAllowDecimal()) && value != Math.rint(value)) {
                errors.rejectValue("valueNumeric", "Obs.error.precision");
            }
        }
    }

    @Handler(supports = Person.class, order = 50)
    static class PersonRules extends Rules {
        @Override
        public void validate(Object object, Errors errors) {
            Person person = (Person) object;
            ValidationUtils.rejectIfEmptyOrWhitespace(errors, "gender", "Person.gender.required");
            if (person.getPersonName() == null && !person.getPersonVoided()) {
                errors.reject("Person.names.length");
            }
            if (person.getBirthdate() != null && person.getBirthdate().after(new Date())) {
                errors.rejectValue("birthdate", "error.date.future");
            }
        }
    }

    @Handler(supports = Patient.class, order = 60)
    @RequiredArgsConstructor
    static class PatientRules extends Rules {
        private final SessionFactory sessionFactory;

        @Override
        public void validate(Object object, Errors errors) {
            Patient patient = (Patient) object;
            List<PatientIdentifier> identifiers = patient.getActiveIdentifiers();
            if (patient.isVoided()) {
                return;
            }
            if (identifiers.size() != 1 && identifiers.stream().noneMatch(PatientIdentifier::isPreferred)) {
                errors.reject("error.preferredIdentifier");
            }
            for (PatientIdentifier identifier : identifiers) {
                String fault = fault(identifier);
                if (fault != null) {
                    errors.reject(fault);
                }
            }
        }

        private String fault(PatientIdentifier identifier) {
            String text = identifier.getIdentifier();
            PatientIdentifierType type = identifier.getIdentifierType();
            if (text == null || text.isBlank() || type == null) {
                return "PatientIdentifier.error.nullOrBlank";
            }
            if (identifier.getLocation() == null && type.getLocationBehavior() != LocationBehavior.NOT_USED) {
                return "Identifier Location cannot be null for " + text;
            }
            if (type.hasValidator() && !hasCheckDigit(text)) {
                return "Identifier " + text + " is not appropriate for validation scheme Luhn CheckDigit Validator";
            }
            String hql = "from PatientIdentifier where identifier = ?1 and identifierType = ?2 and voided = false"
                    + " and patient.uuid <> ?3";
            return exists(
                            sessionFactory,
                            hql,
                            text,
                            type,
                            identifier.getPatient().getUuid())
                    ? "Identifier " + text + " already in use by another patient"
                    : null;
        }

        private static boolean hasCheckDigit(String identifier) {
            int dash = identifier.indexOf('-');
            return identifier.matches("[0-9]{1,18}-[0-9]")
                    && identifier.endsWith("-" + CheckDigit.of(Long.parseLong(identifier.substring(0, dash))));
        }
    }
}
