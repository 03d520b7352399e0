/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.openmrs.Concept;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptNumeric;
import org.openmrs.Encounter;
import org.openmrs.EncounterProvider;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.Person;
import org.openmrs.PersonName;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.EmptySearchResult;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;
import org.springframework.beans.BeanUtils;

/** The resources that are written to: persons, patients, encounters, observations. */
final class Clinical {
    private Clinical() {}

    static DelegatingResourceDescription settable(String required, String optional) {
        DelegatingResourceDescription description = Shown.of(optional);
        for (String name : required.split(",")) {
            description.addRequiredProperty(name);
        }
        return description;
    }

    static Patient patient(RequestContext context) {
        String uuid = context.getParameter("patient");
        return uuid == null ? null : Context.getPatientService().getPatientByUuid(uuid);
    }

    private static String name(Person person) {
        return person.getPersonName() == null ? "" : person.getPersonName().getFullName();
    }

    static class Persons extends CoreResource<Person> {
        Persons() {
            super(
                    "person",
                    Person.class,
                    "1.11",
                    "uuid,display,gender,age,birthdate,birthdateEstimated,dead,deathDate,causeOfDeath:ref,preferredName:%1$s,"
                            + "%2$svoided,deathdateEstimated",
                    "names,auditInfo,");
            byUuid = id -> Context.getPersonService().getPersonByUuid(id);
            display = Clinical::name;
            fresh = Person::new;
        }

        @PropertyGetter("preferredName")
        public PersonName getPreferredName(Person shown) {
            return shown.getPersonName();
        }

        @PropertySetter("names")
        public void setNames(Person changed, List<PersonName> names) {
            names.forEach(changed::addName);
        }

        @PropertySetter("age")
        public void setAge(Person changed, Integer age) {
            changed.setBirthdate(
                    java.sql.Date.valueOf(LocalDate.now().minusYears(age).withDayOfYear(1)));
            changed.setBirthdateEstimated(true);
        }
    }

    static class Patients extends CoreResource<Patient> {
        Patients() {
            super("patient", Patient.class, "1.8", "uuid,display,identifiers:%1$s,person:%3$s,voided", ",auditInfo");
            byUuid = id -> Context.getPatientService().getPatientByUuid(id);
            fresh = Patient::new;
            display = p -> (p.getPatientIdentifier() == null ? "" : p.getPatientIdentifier() + " - ") + name(p);
            search = c -> {
                String q = c.getParameter("q") == null ? c.getParameter("identifier") : c.getParameter("q");
                return q == null
                        ? new EmptySearchResult()
                        : new NeedsPaging<>(Context.getPatientService().getPatients(q), c);
            };
        }

        @PropertyGetter("identifiers")
        public List<PatientIdentifier> getIdentifiers(Patient shown) {
            return shown.getActiveIdentifiers();
        }

        @PropertySetter("identifiers")
        public void setIdentifiers(Patient changed, List<PatientIdentifier> identifiers) {
            identifiers.forEach(changed::addIdentifier);
        }

        @PropertyGetter("person")
        public Person getPerson(Patient shown) {
            Person person = new Person();
            BeanUtils.copyProperties(shown, person);
            return person;
        }

        /** The person is read when the patient is made of it. */
        @PropertySetter("person")
        public void setPerson(Patient changed, Object person) {}

        @Override
        public Patient newDelegate(SimpleObject object) {
            Person person = (Person) ConversionUtil.convert(object.get((Object) "person"), Person.class);
            Patient patient = person == null ? new Patient() : new Patient(person);
            patient.getNames().forEach(name -> name.setPerson(patient));
            return patient;
        }

        @Override
        public DelegatingResourceDescription getCreatableProperties() {
            return settable("person,identifiers", "uuid");
        }

        @Override
        public Patient save(Patient patient) {
            return Context.getPatientService().savePatient(patient);
        }

        @Override
        protected void delete(Patient patient, String reason, RequestContext context) {
            Context.getPatientService().voidPatient(patient, reason);
        }
    }

    static class Encounters extends CoreResource<Encounter> {
        Encounters() {
            super(
                    "encounter",
                    Encounter.class,
                    "2.2",
                    "uuid,display,encounterDatetime,patient:ref,location:%1$s,form:%1$s,encounterType:%1$s,obs:%1$s,voided,"
                            + "%2$sencounterProviders:%1$s",
                    "auditInfo,");
            byUuid = id -> Context.getEncounterService().getEncounterByUuid(id);
            display = e -> e.getEncounterType().getName()
                    + new SimpleDateFormat(" MM/dd/yyyy").format(e.getEncounterDatetime());
            search = c -> {
                String type = c.getParameter("encounterType");
                Date from = (Date) ConversionUtil.convert(c.getParameter("fromdate"), Date.class);
                Date to = (Date) ConversionUtil.convert(c.getParameter("todate"), Date.class);
                Patient patient = patient(c);
                return patient == null
                        ? new EmptySearchResult()
                        : new NeedsPaging<>(
                                Context.getEncounterService().getEncountersByPatient(patient).stream()
                                        .filter(e -> type == null
                                                || e.getEncounterType()
                                                        .getUuid()
                                                        .equals(type))
                                        .filter(e -> from == null
                                                || !e.getEncounterDatetime().before(from))
                                        .filter(e -> to == null
                                                || !e.getEncounterDatetime().after(to))
                                        .sorted(Comparator.comparing(Encounter::getEncounterDatetime))
                                        .toList(),
                                c);
            };
        }

        @PropertyGetter("obs")
        public Set<Obs> getObs(Encounter shown) {
            return shown.getObsAtTopLevel(false);
        }

        @PropertySetter("obs")
        public void setObs(Encounter changed, Set<Obs> obs) {
            obs.forEach(changed::addObs);
        }

        @PropertyGetter("encounterProviders")
        public Set<EncounterProvider> getEncounterProviders(Encounter shown) {
            return shown.getActiveEncounterProviders();
        }

        @PropertySetter("encounterProviders")
        public void setEncounterProviders(Encounter changed, Set<EncounterProvider> providers) {
            providers.forEach(p -> p.setEncounter(changed));
            changed.getEncounterProviders().addAll(providers);
        }

        @PropertyGetter("orders")
        public Set<?> getOrders(Encounter shown) {
            return Set.of();
        }

        @PropertyGetter("diagnoses")
        public Set<?> getDiagnoses(Encounter shown) {
            return Set.of();
        }

        @PropertySetter("orders")
        public void setOrders(Encounter changed, Object orders) {
            refuseAny("orders", orders);
        }

        @PropertySetter("diagnoses")
        public void setDiagnoses(Encounter changed, Object diagnoses) {
            refuseAny("diagnoses", diagnoses);
        }

        /** A form engine says also that there are none, which is all that can be kept here. */
        private static void refuseAny(String what, Object given) {
            if (given instanceof Collection<?> some && !some.isEmpty()) {
                throw new IllegalArgumentException("The stand-in does not keep " + what);
            }
        }

        @Override
        public Encounter newDelegate() {
            Encounter encounter = new Encounter();
            encounter.setEncounterDatetime(new Date());
            return encounter;
        }

        @Override
        public DelegatingResourceDescription getCreatableProperties() {
            return settable(
                    "patient,encounterType",
                    "encounterDatetime,location,form,encounterProviders,obs,orders,diagnoses,uuid");
        }

        @Override
        public Encounter save(Encounter encounter) {
            return Context.getEncounterService().saveEncounter(encounter);
        }

        @Override
        protected void delete(Encounter encounter, String reason, RequestContext context) {
            Context.getEncounterService().voidEncounter(encounter, reason);
        }

        @Override
        protected Encounter undelete(Encounter encounter, RequestContext context) {
            return Context.getEncounterService().unvoidEncounter(encounter);
        }

        @Override
        public void purge(Encounter encounter, RequestContext context) {
            Context.getEncounterService().purgeEncounter(encounter);
        }
    }

    static class Observations extends CoreResource<Obs> {
        Observations() {
            super(
                    "obs",
                    Obs.class,
                    "2.7",
                    "uuid,display,concept:%1$s,person:ref,obsDatetime,accessionNumber,obsGroup:%1$s,valueCodedName:%1$s,"
                            + "groupMembers:%1$s,comment,location:%1$s,encounter:%1$s,voided,%2$svalue,valueModifier,"
                            + "formFieldPath,formFieldNamespace,status,interpretation",
                    "auditInfo,");
            byUuid = id -> Context.getObsService().getObsByUuid(id);
            fresh = Obs::new;
            display = o -> o.getConcept().getName().getName() + ": "
                    + (getValue(o) instanceof Long whole ? whole : o.getValueAsString(Context.getLocale()));
            search = c -> {
                String concept = c.getParameter("concept");
                Patient patient = patient(c);
                return patient == null
                        ? new EmptySearchResult()
                        : new NeedsPaging<>(
                                Context.getObsService().getObservationsByPerson(patient).stream()
                                        .filter(o -> concept == null
                                                || o.getConcept().getUuid().equals(concept))
                                        .sorted(Comparator.comparing(Obs::getObsDatetime)
                                                .reversed()
                                                .thenComparing(Obs::getObsId))
                                        .toList(),
                                c);
            };
        }

        @PropertyGetter("groupMembers")
        public Set<Obs> getGroupMembers(Obs shown) {
            return shown.hasGroupMembers() ? shown.getGroupMembers() : null;
        }

        @PropertySetter("groupMembers")
        public void setGroupMembers(Obs changed, List<Obs> members) {
            members.forEach(changed::addGroupMember);
        }

        @PropertyGetter("value")
        public Object getValue(Obs shown) {
            ConceptDatatype type = shown.getConcept().getDatatype();
            if (shown.getValueNumeric() != null) {
                boolean decimal = shown.getConcept() instanceof ConceptNumeric numeric && numeric.getAllowDecimal();
                return decimal
                        ? shown.getValueNumeric()
                        : (Object) shown.getValueNumeric().longValue();
            } else if (shown.getValueDatetime() != null) {
                return type.isDate() || type.isTime()
                        ? new SimpleDateFormat(type.isDate() ? "yyyy-MM-dd" : "HH:mm:ss")
                                .format(shown.getValueDatetime())
                        : shown.getValueDatetime();
            }
            return shown.getValueCoded() == null ? shown.getValueText() : shown.getValueCoded();
        }

        @PropertySetter("value")
        public void setValue(Obs changed, Object value) {
            ConceptDatatype type = changed.getConcept().getDatatype();
            if (type.isNumeric()) {
                changed.setValueNumeric(value == null ? null : Double.valueOf(value.toString()));
            } else if (type.isCoded()) {
                changed.setValueCoded((Concept) ConversionUtil.convert(value, Concept.class));
                if (value != null && changed.getValueCoded() == null) {
                    throw new IllegalArgumentException(changed.getConcept().getName() + ":" + value);
                }
            } else if (type.isDate() || type.isDateTime() || type.isTime()) {
                changed.setValueDatetime((Date) ConversionUtil.convert(value, Date.class));
            } else {
                changed.setValueText((String) ConversionUtil.convert(value, String.class));
            }
        }

        @PropertySetter("formFieldNamespace")
        public void setFormFieldNamespace(Obs changed, String namespace) {
            changed.setFormField(namespace, changed.getFormFieldPath());
        }

        @PropertySetter("formFieldPath")
        public void setFormFieldPath(Obs changed, String path) {
            changed.setFormField(changed.getFormFieldNamespace(), path);
        }

        @Override
        protected void delete(Obs obs, String reason, RequestContext context) {
            Context.getObsService().voidObs(obs, reason);
        }

        @Override
        protected Obs undelete(Obs obs, RequestContext context) {
            return Context.getObsService().unvoidObs(obs);
        }

        @Override
        public void purge(Obs obs, RequestContext context) {
            Context.getObsService().purgeObs(obs);
        }
    }
}
