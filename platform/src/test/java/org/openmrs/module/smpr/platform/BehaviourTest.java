/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.hibernate.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Concept;
import org.openmrs.ConceptAnswer;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptMap;
import org.openmrs.ConceptName;
import org.openmrs.ConceptReferenceTerm;
import org.openmrs.ConceptSource;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.GlobalProperty;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.Person;
import org.openmrs.PersonName;
import org.openmrs.Privilege;
import org.openmrs.Provider;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.APIException;
import org.openmrs.api.ConceptNameType;
import org.openmrs.api.ConceptService;
import org.openmrs.api.ConceptsLockedException;
import org.openmrs.api.DuplicateConceptNameException;
import org.openmrs.api.ServiceNotFoundException;
import org.openmrs.api.UnchangeableObjectException;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ContextAuthenticationException;
import org.openmrs.api.context.Daemon;
import org.openmrs.module.thing.Thing;
import org.openmrs.module.thing.ThingService;
import org.openmrs.test.BaseModuleContextSensitiveTest;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.test.context.transaction.TestTransaction;

/** How the platform behaves towards a module, as seen on a running OpenMRS 2.8.9. */
public class BehaviourTest extends BaseModuleContextSensitiveTest {
    private static final Date YESTERDAY = new Date(System.currentTimeMillis() / 1000 * 1000 - 86_400_000);

    private Patient patient;
    private Concept question;
    private Concept yes;
    private Concept no;
    private EncounterType type;

    @Before
    public void chart() {
        patient = patient("A1", "Anna", "Alpha");
        yes = concept("Present", ConceptDatatype.N_A_UUID);
        no = concept("Absent", ConceptDatatype.N_A_UUID);
        question = concept("H1 presence", ConceptDatatype.CODED_UUID);
        type = Context.getEncounterService().saveEncounterType(new EncounterType("Rating", "A rating"));
        reload();
    }

    @Test
    public void shouldStoreAnEncounterWithItsObservationsAndProviders() {
        Encounter stored =
                Context.getEncounterService().getEncounterByUuid(encounter(yes).getUuid());
        Obs obs = stored.getObs().iterator().next();
        assertEquals(yes, obs.getValueCoded());
        assertEquals(patient, obs.getPerson());
        assertEquals(YESTERDAY.getTime(), obs.getObsDatetime().getTime());
        assertEquals(Context.getAuthenticatedUser(), obs.getCreator());
        assertNotNull(stored.getDateCreated());
        assertNull(stored.getDateChanged());
        assertEquals(1, stored.getProvidersByRole(unknownRole()).size());
        assertEquals("rfe-forms", obs.getFormFieldNamespace());
        assertEquals("rfe-forms-H1", obs.getFormFieldPath());
        assertEquals("Present", obs.getValueAsString(Locale.ENGLISH));
    }

    @Test
    public void shouldVoidAnEditedObservationAndStoreAnother() {
        Encounter encounter = encounter(yes);
        Obs before = encounter.getObs().iterator().next();
        before.setValueCoded(no);
        assertTrue(before.isDirty());
        Context.getEncounterService().saveEncounter(encounter);
        reload();
        Encounter stored = Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
        Obs after = stored.getObs().iterator().next();
        assertNotEquals(before.getObsId(), after.getObsId());
        assertEquals(no, after.getValueCoded());
        assertEquals(Obs.Status.AMENDED, after.getStatus());
        Obs old = after.getPreviousVersion();
        assertEquals(before.getObsId(), old.getObsId());
        assertEquals(yes, old.getValueCoded());
        assertTrue(old.getVoided());
        assertEquals(2, stored.getAllObs(true).size());
    }

    @Test
    public void shouldReplaceAMemberOfAGroup() {
        Encounter encounter = encounter(yes);
        Obs group = new Obs();
        group.setConcept(concept("Group", ConceptDatatype.N_A_UUID));
        Obs member = obs(no);
        group.addGroupMember(member);
        encounter.addObs(group);
        Context.getEncounterService().saveEncounter(encounter);
        reload();
        Obs stored = Context.getObsService().getObsByUuid(member.getUuid());
        assertEquals(group, stored.getObsGroup());
        stored.setComment("seen");
        Context.getEncounterService().saveEncounter(stored.getEncounter());
        reload();
        Obs parent = Context.getObsService().getObsByUuid(group.getUuid());
        assertEquals(1, parent.getGroupMembers().size());
        assertEquals(2, parent.getGroupMembers(true).size());
        assertEquals("seen", parent.getGroupMembers().iterator().next().getComment());
    }

    @Test
    public void shouldRefuseToChangeAnObservationInPlace() {
        Obs obs = encounter(yes).getObs().iterator().next();
        obs.setValueCoded(no);
        assertThrows(UnchangeableObjectException.class, Context::flushSession);
    }

    @Test
    public void shouldMoveObservationsWithTheirEncountersDate() {
        Encounter encounter = encounter(yes);
        Date earlier = new Date(YESTERDAY.getTime() - 1000_000);
        encounter.setEncounterDatetime(earlier);
        Context.getEncounterService().saveEncounter(encounter);
        reload();
        Encounter stored = Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
        assertEquals(
                earlier.getTime(),
                stored.getObs().iterator().next().getObsDatetime().getTime());
    }

    @Test
    public void shouldVoidAndUnvoidAnEncounterWithItsObservations() {
        Encounter encounter = encounter(yes);
        Context.getEncounterService().voidEncounter(encounter, "mistake");
        reload();
        Encounter voided = Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
        assertTrue(voided.getVoided());
        assertEquals("mistake", voided.getAllObs(true).iterator().next().getVoidReason());
        assertTrue(Context.getEncounterService().getEncountersByPatient(patient).isEmpty());
        Context.getEncounterService().unvoidEncounter(voided);
        reload();
        assertEquals(
                1,
                Context.getEncounterService()
                        .getEncounterByUuid(encounter.getUuid())
                        .getObs()
                        .size());
    }

    @Test
    public void shouldPurgeAnEncounterWithItsObservations() {
        Encounter encounter = encounter(yes);
        Context.getEncounterService().purgeEncounter(encounter, true);
        reload();
        assertNull(Context.getEncounterService().getEncounterByUuid(encounter.getUuid()));
        assertTrue(Context.getObsService().getObservationsByPerson(patient).isEmpty());
    }

    @Test
    public void shouldMoveWhatIsChartedWhenPatientsAreMerged() throws Exception {
        Encounter encounter = encounter(yes);
        Patient preferred = patient("B2", "Berta", "Beta");
        patient = Context.getPatientService().getPatientByUuid(patient.getUuid());
        Context.getPatientService().mergePatients(preferred, patient);
        reload();
        List<Encounter> moved = Context.getEncounterService().getEncountersByPatient(preferred);
        assertEquals(List.of(encounter), moved);
        Obs obs = moved.get(0).getObs().iterator().next();
        assertEquals(yes, obs.getValueCoded());
        assertEquals(preferred, obs.getPerson());
        assertEquals(patient, obs.getPreviousVersion().getPerson());
        assertTrue(
                Context.getPatientService().getPatientByUuid(patient.getUuid()).getVoided());
        assertEquals(
                2,
                Context.getPatientService()
                        .getPatientByUuid(preferred.getUuid())
                        .getActiveIdentifiers()
                        .size());
        Object[] logged = Context.getRegisteredComponent("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createQuery("select m.winner, m.loser from PersonMergeLog m", Object[].class)
                .uniqueResult();
        assertEquals(preferred, logged[0]);
        assertEquals(patient, logged[1]);
    }

    @Test
    public void shouldVoidAndUnvoidAPatientWithItsEncounters() {
        Encounter encounter = encounter(yes);
        Patient stored = Context.getPatientService().getPatientByUuid(patient.getUuid());
        Context.getPatientService().voidPatient(stored, "wrong person");
        reload();
        assertTrue(Context.getEncounterService()
                .getEncounterByUuid(encounter.getUuid())
                .getVoided());
        stored = Context.getPatientService().getPatientByUuid(patient.getUuid());
        assertTrue(stored.getPersonVoided());
        assertTrue(stored.getActiveIdentifiers().isEmpty());
        Context.getPatientService().unvoidPatient(stored);
        reload();
        assertEquals(
                1,
                Context.getEncounterService()
                        .getEncounterByUuid(encounter.getUuid())
                        .getObs()
                        .size());
        assertEquals(
                1,
                Context.getPatientService()
                        .getPatientByUuid(patient.getUuid())
                        .getActiveIdentifiers()
                        .size());
    }

    @Test
    public void shouldTransferAnEncounterAsACopy() {
        Encounter encounter = encounter(yes);
        Patient other = patient("B2", "Berta", "Beta");
        Encounter copy = Context.getEncounterService().transferEncounter(encounter, other);
        reload();
        Encounter stored = Context.getEncounterService().getEncounterByUuid(copy.getUuid());
        assertNotEquals(encounter, stored);
        assertEquals(other, stored.getObs().iterator().next().getPerson());
        assertEquals(1, stored.getActiveEncounterProviders().size());
        Encounter old = Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
        assertTrue(old.getVoided());
        assertTrue(old.getObs().isEmpty());
    }

    @Test
    public void shouldFindPatientsByNameAndIdentifier() {
        assertEquals(List.of(patient), Context.getPatientService().getPatients("alp an"));
        assertEquals(List.of(patient), Context.getPatientService().getPatients("a1"));
        assertTrue(Context.getPatientService().getPatients("zeta").isEmpty());
        Patient starry = patient("Inv-101", "Altaïr", "Genévrier");
        Patient other = patient("INV-102", "Véga", "Lichen");
        assertEquals(List.of(starry, other), Context.getPatientService().getPatients("INV"));
        assertEquals(List.of(starry), Context.getPatientService().getPatients("inv-101"));
        assertEquals(List.of(starry), Context.getPatientService().getPatients("Altair"));
        assertEquals(List.of(other), Context.getPatientService().getPatients("VÉG"));
        assertTrue(Context.getPatientService().getPatients("I").isEmpty());
        Context.getPatientService().voidPatient(other, "a test");
        assertEquals(List.of(starry), Context.getPatientService().getPatients("in"));
    }

    @Test
    public void shouldRefuseWithoutPrivilege() {
        signIn("reader", PrivilegeConstants.GET_CONCEPTS);
        assertNotNull(Context.getConceptService().getConceptByUuid(question.getUuid()));
        APIException refused = assertThrows(
                APIAuthenticationException.class,
                () -> Context.getPatientService().getPatient(patient.getPatientId()));
        assertEquals("Privileges required: Get Patients", refused.getMessage());
        Context.addProxyPrivilege(PrivilegeConstants.GET_PATIENTS);
        try {
            assertNotNull(Context.getPatientService().getPatient(patient.getPatientId()));
        } finally {
            Context.removeProxyPrivilege(PrivilegeConstants.GET_PATIENTS);
        }
        assertThrows(
                APIAuthenticationException.class,
                () -> Context.getPatientService().getPatient(1));
        assertThrows(ContextAuthenticationException.class, () -> Context.requirePrivilege("Get Patients"));
        assertThrows(
                APIException.class, () -> Context.getService(ThingService.class).needBoth());
    }

    @Test
    public void shouldRefuseThoseNotSignedIn() {
        Context.logout();
        assertThrows(
                APIAuthenticationException.class,
                () -> Context.getConceptService().getConcept(1));
        assertThrows(
                APIAuthenticationException.class,
                () -> Context.getService(ThingService.class).whoAmI());
        assertThrows(ContextAuthenticationException.class, () -> Context.authenticate("admin", "wrong"));
        authenticate();
        assertEquals(
                Context.getAuthenticatedUser().getSystemId(),
                Context.getService(ThingService.class).whoAmI());
    }

    @Test
    public void shouldLetRolesInheritPrivileges() {
        Role parent = new Role("Parent", "");
        parent.addPrivilege(Context.getUserService().savePrivilege(new Privilege("Get Things", "")));
        Context.getUserService().saveRole(parent);
        User user = user("heir");
        Role child = new Role("Child", "");
        child.getInheritedRoles().add(parent);
        user.addRole(Context.getUserService().saveRole(child));
        Context.getUserService().saveUser(user);
        reload();
        Context.authenticate("heir", "Secret123");
        assertTrue(Context.hasPrivilege("Get Things"));
        assertTrue(Context.hasPrivilege(PrivilegeConstants.GET_LOCATIONS));
    }

    @Test
    public void shouldHideAndProtectEncountersOfAGuardedType() {
        Encounter encounter = encounter(yes);
        type = Context.getEncounterService().getEncounterTypeByUuid(type.getUuid());
        type.setViewPrivilege(Context.getUserService().savePrivilege(new Privilege("View Ratings", "")));
        type.setEditPrivilege(Context.getUserService().savePrivilege(new Privilege("Edit Ratings", "")));
        Context.getEncounterService().saveEncounterType(type);
        signIn(
                "outsider",
                PrivilegeConstants.GET_ENCOUNTERS,
                PrivilegeConstants.EDIT_ENCOUNTERS,
                PrivilegeConstants.GET_OBS);
        Integer id = encounter.getEncounterId();
        APIException hidden = assertThrows(
                APIException.class, () -> Context.getEncounterService().getEncounter(id));
        assertEquals("Privilege View Ratings required to view encounters of this type", hidden.getMessage());
        assertNotNull(Context.getEncounterService().getEncounterByUuid(encounter.getUuid()));
        assertTrue(Context.getEncounterService().getEncountersByPatient(patient).isEmpty());
        assertEquals(1, Context.getObsService().getObservationsByPerson(patient).size());
        Encounter reached =
                Context.getObsService().getObservationsByPerson(patient).get(0).getEncounter();
        assertThrows(APIException.class, () -> Context.getEncounterService().voidEncounter(reached, "no"));
    }

    @Test
    public void shouldRefuseAConceptNameInUse() {
        assertThrows(DuplicateConceptNameException.class, () -> concept("h1 PRESENCE", ConceptDatatype.CODED_UUID));
    }

    @Test
    public void shouldRefuseToChangeALockedDictionary() {
        Context.getAdministrationService().saveGlobalProperty(new GlobalProperty("concepts.locked", "true"));
        assertThrows(ConceptsLockedException.class, () -> concept("Another", ConceptDatatype.CODED_UUID));
    }

    @Test
    public void shouldFindConceptsByNameAndMapping() {
        ConceptService concepts = Context.getConceptService();
        ConceptSource source = new ConceptSource();
        source.setName("SMPR");
        source.setDescription("codes");
        concepts.saveConceptSource(source);
        ConceptReferenceTerm term = concepts.saveConceptReferenceTerm(new ConceptReferenceTerm(source, "H1", null));
        question = concepts.getConceptByUuid(question.getUuid());
        question.addConceptMapping(new ConceptMap(term, concepts.getDefaultConceptMapType()));
        question.addAnswer(new ConceptAnswer(no));
        question.addAnswer(new ConceptAnswer(yes));
        question.addSetMember(yes);
        question.addSetMember(no, 0);
        ConceptName french = new ConceptName("H1 présence", Locale.FRENCH);
        french.setConceptNameType(ConceptNameType.FULLY_SPECIFIED);
        question.addName(french);
        ConceptName brief = new ConceptName("H1", Locale.ENGLISH);
        question.setShortName(brief);
        concepts.saveConcept(question);
        reload();
        Concept found = concepts.getConceptByMapping("h1", "smpr");
        assertEquals(question, found);
        assertEquals(question, concepts.getConceptByName("H1 presence"));
        assertEquals("H1 présence", found.getName(Locale.FRENCH).getName());
        assertEquals("H1 presence", found.getName(Locale.UK, false).getName());
        assertEquals("H1 presence", found.getName(Locale.UK, true).getName());
        assertNull(found.getName(Locale.ITALIAN, true));
        assertEquals("H1", found.getShortNameInLocale(Locale.ENGLISH).getName());
        assertTrue(found.getFullySpecifiedName(Locale.FRENCH).getLocalePreferred());
        assertEquals(
                List.of(no, yes),
                found.getAnswers().stream().map(ConceptAnswer::getAnswerConcept).toList());
        assertEquals(List.of(no, yes), found.getSetMembers());
        assertNotNull(concepts.getConceptMapTypeByUuid("35543629-7d8c-11e1-909d-c80aa9edcf4e"));
    }

    @Test
    public void shouldRunHandlersAndValidatorsOnAModulesOwnData() {
        ThingService things = Context.getService(ThingService.class);
        Thing thing = new Thing();
        thing.setPatient(patient);
        ValidationException invalid = assertThrows(ValidationException.class, () -> things.saveThing(thing));
        assertEquals(
                "thing.greeting", invalid.getErrors().getFieldError("label").getCode());
        thing.setLabel(" padded ");
        things.saveThing(thing);
        reload();
        Thing stored = things.getThingByUuid(thing.getUuid());
        assertEquals("padded", stored.getLabel());
        assertEquals(Context.getAuthenticatedUser(), stored.getCreator());
        things.voidThing(stored, "wrong");
        assertEquals("wrong", stored.getVoidReason());
        things.unvoidThing(stored);
        assertNull(stored.getVoidReason());
        stored.setLabel("other");
        Context.flushSession();
        assertEquals(Context.getAuthenticatedUser(), stored.getChangedBy());
    }

    @Test
    public void shouldRollBackWhatAServiceDidNotFinish() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        Thing thing = new Thing();
        thing.setPatient(patient);
        thing.setLabel("forbidden");
        Context.openSessionWithCurrentUser();
        assertThrows(
                IllegalStateException.class,
                () -> Context.getService(ThingService.class).saveThing(thing));
        Context.closeSessionWithCurrentUser();
        TestTransaction.start();
        assertNull(Context.getService(ThingService.class).getThingByUuid(thing.getUuid()));
        assertNotNull(Context.getPatientService().getPatientByUuid(patient.getUuid()));
        deleteAllData();
        TestTransaction.flagForCommit();
        TestTransaction.end();
    }

    @Test
    public void shouldSeeNothingUncommittedFromASecondSession() {
        Encounter encounter = encounter(yes);
        SessionFactory sessions = Context.getRegisteredComponent("sessionFactory", SessionFactory.class);
        try (var second = sessions.openSession()) {
            second.beginTransaction();
            assertNull(second.createQuery("from Encounter where uuid = ?1")
                    .setParameter(1, encounter.getUuid())
                    .uniqueResult());
            second.getTransaction().rollback();
        }
    }

    @Test
    public void shouldValidateWhatIsCharted() {
        Encounter late = new Encounter();
        late.setPatient(patient);
        late.setEncounterType(type);
        late.setEncounterDatetime(new Date(System.currentTimeMillis() + 86_400_000));
        ValidationException future = assertThrows(
                ValidationException.class, () -> Context.getEncounterService().saveEncounter(late));
        assertNotNull(future.getErrors().getFieldError("encounterDatetime"));
        Obs empty = new Obs(patient, question, YESTERDAY, null);
        assertThrows(ValidationException.class, () -> Context.getObsService().saveObs(empty, null));
        assertThrows(
                ValidationException.class, () -> Context.getPatientService().savePatient(new Patient()));
    }

    @Test
    public void shouldSpeakTheUsersLanguage() {
        assertEquals(
                "Good day, you",
                Context.getMessageSourceService().getMessage("thing.greeting", new Object[] {"you"}, Locale.ENGLISH));
        Context.setLocale(Locale.FRANCE);
        assertEquals("Bonjour {0}, ça va", Context.getMessageSourceService().getMessage("thing.greeting"));
        assertEquals("no.such.code", Context.getMessageSourceService().getMessage("no.such.code"));
        assertTrue(Context.getAdministrationService().getAllowedLocales().contains(Locale.FRENCH));
    }

    @Test
    public void shouldLetADaemonDoEverything() throws Exception {
        String[] who = new String[1];
        Daemon.runInNewDaemonThread(() -> {
                    Context.requirePrivilege("Anything");
                    who[0] = Context.getAuthenticatedUser().getUsername();
                })
                .join();
        assertEquals("daemon", who[0]);
        assertThrows(ServiceNotFoundException.class, () -> Context.getService(List.class));
    }

    static void reload() {
        Context.flushSession();
        Context.clearSession();
    }

    private static EncounterRole unknownRole() {
        return Context.getEncounterService().getEncounterRoleByUuid(EncounterRole.UNKNOWN_ENCOUNTER_ROLE_UUID);
    }

    static Patient patient(String identifier, String given, String family) {
        Patient patient = new Patient();
        patient.setGender("F");
        patient.setBirthdate(new Date(0));
        patient.addName(new PersonName(given, null, family));
        PatientIdentifier number = new PatientIdentifier(
                identifier,
                Context.getPatientService().getPatientIdentifierTypeByName("Old Identification Number"),
                Context.getLocationService().getDefaultLocation());
        number.setPreferred(true);
        patient.addIdentifier(number);
        return Context.getPatientService().savePatient(patient);
    }

    static Concept concept(String name, String datatype) {
        ConceptService concepts = Context.getConceptService();
        Concept concept = new Concept();
        concept.setDatatype(concepts.getConceptDatatypeByUuid(datatype));
        concept.setConceptClass(concepts.getConceptClassByUuid(ConceptClass.QUESTION_UUID));
        concept.setFullySpecifiedName(new ConceptName(name, Locale.ENGLISH));
        return concepts.saveConcept(concept);
    }

    private Obs obs(Concept value) {
        Obs obs = new Obs();
        obs.setConcept(question);
        obs.setValueCoded(value);
        obs.setFormField("rfe-forms", "rfe-forms-H1");
        return obs;
    }

    private Encounter encounter(Concept value) {
        Encounter encounter = new Encounter();
        encounter.setPatient(patient);
        encounter.setEncounterType(type);
        encounter.setEncounterDatetime(YESTERDAY);
        Provider provider = new Provider();
        provider.setPerson(Context.getAuthenticatedUser().getPerson());
        encounter.addProvider(unknownRole(), Context.getProviderService().saveProvider(provider));
        encounter.addObs(obs(value));
        Context.getEncounterService().saveEncounter(encounter);
        reload();
        return Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
    }

    private static User user(String name) {
        Person person = new Person();
        person.setGender("M");
        person.addName(new PersonName(name, null, "User"));
        User user = new User(person);
        user.setUsername(name);
        return Context.getUserService().createUser(user, "Secret123");
    }

    static void signIn(String name, String... privileges) {
        User user = user(name);
        Role role = new Role("Role of " + name, "");
        for (String privilege : privileges) {
            Privilege known = Context.getUserService().getPrivilege(privilege);
            role.addPrivilege(
                    known != null ? known : Context.getUserService().savePrivilege(new Privilege(privilege, "")));
        }
        user.addRole(Context.getUserService().saveRole(role));
        Context.getUserService().saveUser(user);
        reload();
        Context.authenticate(name, "Secret123");
    }
}
