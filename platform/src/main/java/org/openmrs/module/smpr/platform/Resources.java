/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openmrs.Concept;
import org.openmrs.ConceptAnswer;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptDescription;
import org.openmrs.ConceptMap;
import org.openmrs.ConceptMapType;
import org.openmrs.ConceptName;
import org.openmrs.ConceptReferenceTerm;
import org.openmrs.ConceptSource;
import org.openmrs.EncounterProvider;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Form;
import org.openmrs.Location;
import org.openmrs.OpenmrsMetadata;
import org.openmrs.PatientIdentifier;
import org.openmrs.PatientIdentifierType;
import org.openmrs.PersonName;
import org.openmrs.Privilege;
import org.openmrs.Provider;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.Module;
import org.openmrs.module.ModuleFactory;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;

/** The platform's resources under v1, as far as tests and demonstration need them. */
public final class Resources {
    private static final String METADATA = "uuid,display,name,description,retired";
    private static final String AUDIT = ",auditInfo";

    private Resources() {}

    /** A new list of them. */
    public static List<CoreResource<?>> all() {
        List<CoreResource<?>> all = new ArrayList<>(List.of(
                new Clinical.Persons(),
                new Clinical.Patients(),
                new Clinical.Encounters(),
                new Clinical.Observations(),
                new Concepts()));
        all.addAll(Programs.all());
        all.add(of(
                        "location",
                        Location.class,
                        "2.0",
                        LOCATION,
                        id -> Context.getLocationService().getLocationByUuid(id))
                .with(r -> {
                    r.all = c -> page(Context.getLocationService().getAllLocations(), m -> true, c);
                    r.search = c -> page(Context.getLocationService().getLocations(c.getParameter("q")), m -> true, c);
                }));
        all.add(of(
                        "provider",
                        Provider.class,
                        "2.8",
                        PROVIDER,
                        id -> Context.getProviderService().getProviderByUuid(id))
                .with(r -> {
                    r.display = p -> p.getIdentifier() + " - " + p.getName();
                    r.all = c ->
                            page(Context.getProviderService().getAllProviders(), p -> found(r.display.apply(p), c), c);
                }));
        all.add(of(
                        "encountertype",
                        EncounterType.class,
                        "1.8",
                        METADATA,
                        id -> Context.getEncounterService().getEncounterTypeByUuid(id))
                .with(r -> r.all = c ->
                        page(Context.getEncounterService().getAllEncounterTypes(), t -> found(t.getName(), c), c)));
        all.add(of(
                "encounterrole",
                EncounterRole.class,
                "1.8",
                METADATA,
                id -> Context.getEncounterService().getEncounterRoleByUuid(id)));
        all.add(of(
                        "patientidentifiertype",
                        PatientIdentifierType.class,
                        "2.0",
                        IDENTIFIER_TYPE,
                        id -> Context.getPatientService().getPatientIdentifierTypeByUuid(id))
                .with(r ->
                        r.all = c -> page(Context.getPatientService().getAllPatientIdentifierTypes(), t -> true, c)));
        all.add(of(
                "form", Form.class, "1.9", FORM, id -> Context.getFormService().getFormByUuid(id)));
        all.add(of(
                        "user",
                        User.class,
                        "1.8",
                        USER,
                        id -> Context.getUserService().getUserByUuid(id))
                .with(r -> r.display =
                        u -> u.getUsername() == null || u.getUsername().isEmpty() ? u.getSystemId() : u.getUsername()));
        all.add(of(
                "role",
                Role.class,
                "1.8",
                METADATA,
                id -> Context.getUserService().getRoleByUuid(id)));
        all.add(of(
                "privilege",
                Privilege.class,
                "1.8",
                METADATA,
                id -> Context.getUserService().getPrivilegeByUuid(id)));
        all.add(new ModuleResource().with(r -> {
            r.byUuid = ModuleFactory::getModuleById;
            r.all = c -> new NeedsPaging<>(new ArrayList<>(ModuleFactory.getLoadedModules()), c);
        }));
        all.add(under(
                        "person/name",
                        PersonName.class,
                        "1.8",
                        NAME,
                        n -> n.getPerson().getUuid(),
                        PersonName::getFullName)
                .with(r -> r.fresh = PersonName::new));
        all.add(under(
                        "patient/identifier",
                        PatientIdentifier.class,
                        "1.8",
                        IDENTIFIER,
                        i -> i.getPatient().getUuid(),
                        i -> i.getIdentifierType().getName() + " = " + i.getIdentifier())
                .with(r -> r.fresh = PatientIdentifier::new));
        all.add(under(
                        "encounter/encounterprovider",
                        EncounterProvider.class,
                        "1.9",
                        ENCOUNTER_PROVIDER,
                        p -> p.getEncounter().getUuid(),
                        p -> p.getProvider().getName() + ": "
                                + p.getEncounterRole().getName())
                .with(r -> r.fresh = EncounterProvider::new));
        all.add(under(
                "concept/name",
                ConceptName.class,
                "1.9",
                CONCEPT_NAME,
                n -> n.getConcept().getUuid(),
                ConceptName::getName));
        all.add(under(
                "concept/description",
                ConceptDescription.class,
                "1.9",
                "display,uuid,description,locale",
                d -> d.getConcept().getUuid(),
                ConceptDescription::getDescription));
        all.add(under(
                "concept/mapping",
                ConceptMap.class,
                "1.9",
                MAPPING,
                m -> m.getConcept().getUuid(),
                m -> term(m.getConceptReferenceTerm())));
        all.add(of(
                        "conceptreferenceterm",
                        ConceptReferenceTerm.class,
                        "1.9",
                        TERM,
                        id -> Context.getConceptService().getConceptReferenceTermByUuid(id))
                .with(r -> r.display = Resources::term));
        all.add(of(
                "conceptsource",
                ConceptSource.class,
                "2.1",
                METADATA + ",hl7Code,uniqueId",
                id -> Context.getConceptService().getConceptSourceByUuid(id)));
        all.add(of(
                "conceptmaptype",
                ConceptMapType.class,
                "1.9",
                METADATA,
                id -> Context.getConceptService().getConceptMapTypeByUuid(id)));
        all.add(of(
                "conceptclass",
                ConceptClass.class,
                "1.8",
                METADATA,
                id -> Context.getConceptService().getConceptClassByUuid(id)));
        all.add(of(
                "conceptdatatype",
                ConceptDatatype.class,
                "1.8",
                METADATA + ",hl7Abbreviation",
                id -> Context.getConceptService().getConceptDatatypeByUuid(id)));
        return all;
    }

    private static final String LOCATION =
            "uuid,display,name,description,address1,cityVillage,country,parentLocation:ref,childLocations:ref,retired";
    private static final String PROVIDER = "uuid,display,person:%1$s,identifier,retired";
    private static final String IDENTIFIER_TYPE = "uuid,display,name,description,format,formatDescription,required,"
            + "validator,locationBehavior,uniquenessBehavior,retired";
    private static final String FORM =
            "uuid,display,name,description,encounterType:%1$s,version,build,published,retired";
    private static final String USER = "uuid,display,username,systemId,person:ref,privileges:ref,roles:ref,retired";
    private static final String NAME = "display,uuid,givenName,middleName,familyName,familyName2,voided";
    private static final String IDENTIFIER = "display,uuid,identifier,identifierType:ref,location:ref,preferred,voided";
    private static final String ENCOUNTER_PROVIDER = "uuid,provider:ref,encounterRole:ref,voided";
    private static final String CONCEPT_NAME = "display,uuid,name,locale,localePreferred,conceptNameType";
    private static final String MAPPING = "display,uuid,conceptReferenceTerm:%1$s,conceptMapType:%1$s";
    private static final String TERM = "uuid,display,name,conceptSource:ref,description,code,version,retired";

    private static <T> CoreResource<T> of(
            String name, Class<T> type, String version, String properties, Function<String, T> byUuid) {
        return new CoreResource<>(name, type, version, properties, AUDIT).with(r -> r.byUuid = byUuid);
    }

    private static <T> CoreResource<T> under(
            String name,
            Class<T> type,
            String version,
            String properties,
            Function<T, String> parent,
            Function<T, String> display) {
        return new CoreResource<>(name, type, version, properties, AUDIT).with(r -> {
            r.uri = parent;
            r.display = display;
        });
    }

    static <M extends OpenmrsMetadata> PageableResult page(List<M> all, Predicate<M> wanted, RequestContext context) {
        return new NeedsPaging<>(
                all.stream()
                        .filter(m -> context.getIncludeAll() || !Boolean.TRUE.equals(m.getRetired()))
                        .filter(wanted)
                        .sorted(Comparator.comparing(OpenmrsMetadata::getName))
                        .toList(),
                context);
    }

    private static boolean found(String name, RequestContext context) {
        String q = context.getParameter("q");
        return q == null || (" " + name).toLowerCase().contains(" " + q.toLowerCase());
    }

    private static String term(ConceptReferenceTerm term) {
        String name = term.getName() == null ? "" : " (" + term.getName() + ")";
        return term.getConceptSource().getName() + ": " + term.getCode() + name;
    }

    /** Modules have no uuid but an id. */
    static class ModuleResource extends CoreResource<Module> {
        ModuleResource() {
            super(
                    "module",
                    Module.class,
                    "1.8",
                    "uuid,display,name,description,%2$sversion,started",
                    "packageName,author,");
        }

        @PropertyGetter("uuid")
        public String getUuid(Module shown) {
            return shown.getModuleId();
        }
    }

    /** Concepts with their names, answers and mappings. */
    static class Concepts extends CoreResource<Concept> {
        Concepts() {
            super(
                    "concept",
                    Concept.class,
                    "2.0",
                    "uuid,display,name,datatype:%1$s,conceptClass:%1$s,set,version,retired,names:%1$s,descriptions:%1$s,"
                            + "mappings:%1$s,answers:%1$s,setMembers:%1$s",
                    AUDIT);
            byUuid = id -> Context.getConceptService().getConceptByUuid(id);
            display = c -> c.getName() == null ? "" : c.getName().getName();
        }

        @PropertyGetter("mappings")
        public List<ConceptMap> getMappings(Concept shown) {
            return new ArrayList<>(shown.getConceptMappings());
        }

        @PropertyGetter("answers")
        public List<Concept> getAnswers(Concept shown) {
            return shown.getAnswers(false).stream()
                    .map(ConceptAnswer::getAnswerConcept)
                    .toList();
        }
    }
}
