/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Concept;
import org.openmrs.ConceptAnswer;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptMap;
import org.openmrs.ConceptMapType;
import org.openmrs.ConceptName;
import org.openmrs.ConceptNumeric;
import org.openmrs.ConceptReferenceTerm;
import org.openmrs.ConceptSet;
import org.openmrs.EncounterType;
import org.openmrs.GlobalProperty;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.ConceptNameType;
import org.openmrs.api.ConceptService;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.site.NodeLocks;
import org.openmrs.module.smpr.site.SiteService;
import org.springframework.transaction.PlatformTransactionManager;

public class MetadataInstallerTest extends SmprContextTest {

    private static final List<String> TABLES = List.of(
            "concept",
            "concept_name",
            "concept_description",
            "concept_answer",
            "concept_set",
            "concept_numeric",
            "concept_reference_source",
            "concept_reference_term",
            "concept_reference_map",
            "encounter_type",
            "role",
            "privilege",
            "role_privilege",
            "smpr_accepted_settings",
            "smpr_node_lock");

    /** What the invented instrument adds to the dictionary: 14 questions, 6 answers, an edition and a set. */
    private static final int DEMO_CONCEPTS = 22;

    private ConceptService concepts;

    private MetadataInstaller installer;

    @Before
    public void findServices() {
        concepts = Context.getConceptService();
        installer = Context.getRegisteredComponent("smpr.metadataInstaller", MetadataInstaller.class);
    }

    @Test
    public void shouldInstallExactlyTheConceptsOfTheDefinitions() {
        List<String> mapped = new ArrayList<>();
        for (ConceptMap map :
                list(ConceptMap.class, "from ConceptMap m where m.conceptReferenceTerm.conceptSource.name = 'SMPR'")) {
            ConceptReferenceTerm term = map.getConceptReferenceTerm();
            assertEquals(StableUuid.ofConcept(term.getCode()), map.getConcept().getUuid());
            assertEquals(
                    ConceptMapType.SAME_AS_MAP_TYPE_UUID,
                    map.getConceptMapType().getUuid());
            mapped.add(term.getCode());
        }

        assertEquals(sorted(ShippedConcepts.CODES), sorted(mapped));
    }

    @Test
    public void shouldNameConceptsInBothLanguages() {
        Concept selfControl = concept("SAPROF.05");

        assertEquals(
                "SAPROF 05: Self-control",
                selfControl.getFullySpecifiedName(Locale.ENGLISH).getName());
        assertEquals(
                "SAPROF 05\u00a0: Maîtrise de soi",
                selfControl.getFullySpecifiedName(Locale.FRENCH).getName());
        assertEquals(
                "Self-control", selfControl.getShortNameInLocale(Locale.ENGLISH).getName());
        assertEquals(
                "Maîtrise de soi",
                selfControl.getShortNameInLocale(Locale.FRENCH).getName());
        assertEquals(
                "e13a8add-0997-5dc0-b232-77aff7bee233",
                selfControl.getFullySpecifiedName(Locale.FRENCH).getUuid());
    }

    @Test
    public void shouldGiveEachConceptItsClassAndDatatype() {
        assertSort("SAPROF.05", "Question", ConceptDatatype.CODED_UUID);
        assertSort("SAPROF.rating.2", "Misc", ConceptDatatype.N_A_UUID);
        assertSort("ASSESSMENT.windowStart", "Question", ConceptDatatype.DATE_UUID);
        assertSort("ASSESSMENT.horizon", "Question", ConceptDatatype.NUMERIC_UUID);
        assertSort("SAPROF", "ConvSet", ConceptDatatype.N_A_UUID);
        ConceptNumeric horizon = (ConceptNumeric) concepts.getConceptByUuid(StableUuid.ofConcept("ASSESSMENT.horizon"));
        assertEquals(Double.valueOf(1), horizon.getLowAbsolute());
        assertEquals(Double.valueOf(60), horizon.getHiAbsolute());
        assertEquals(false, horizon.getAllowDecimal());
    }

    @Test
    public void shouldGiveQuestionsTheirAnswersInOrder() {
        List<String> ratings = uuids("rating.0", "rating.0-plus", "rating.1-minus", "rating.1", "rating.1-plus");
        ratings.addAll(uuids("rating.2-minus", "rating.2", "rating.OMIT"));

        assertEquals(ratings, answers("SAPROF.05"));
        ratings.addAll(uuids("rating.NA"));
        assertEquals(ratings, answers("SAPROF.12"));
        List<String> editions = uuids("edition.2009", "edition.2012", "edition.2011-fr");
        editions.add(0, StableUuid.ofConcept("HCR20V3.edition.V3"));
        editions.add(StableUuid.ofConcept("CAPP.edition.IRS"));
        editions.add(StableUuid.ofConcept("CAPP.edition.SRS"));
        assertEquals(editions, answers("ASSESSMENT.edition"));
        assertEquals(15, answers("SAPROF.goal").size());
        assertEquals(StableUuid.ofConcept("SAPROF.03"), answers("SAPROF.goal").get(0));
        assertEquals(
                StableUuid.of("conceptanswer", "SAPROF.05:SAPROF.rating.0"),
                concept("SAPROF.05").getAnswers().iterator().next().getUuid());
    }

    @Test
    public void shouldMakeTheInstrumentTheSetOfItsQuestions() {
        Concept saprof = concept("SAPROF");

        assertTrue(saprof.getSet());
        assertEquals(22, members("SAPROF").size());
        assertEquals(StableUuid.ofConcept("SAPROF.01"), members("SAPROF").get(0));
        assertEquals(StableUuid.ofConcept("SAPROF.basis"), members("SAPROF").get(21));
    }

    @Test
    public void shouldGuardEachEncounterTypeByThePrivilegesOfTheModule() {
        Map<String, String> names = Map.of("SAPROF", "SMPR SAPROF assessment", "SUMMARY", "SMPR summary");
        names.forEach((code, name) -> {
            EncounterType type = Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType(code));

            assertEquals(name, type.getName());
            assertEquals(SmprPrivileges.GET_ASSESSMENTS, type.getViewPrivilege().getPrivilege());
            assertEquals(
                    SmprPrivileges.MANAGE_ASSESSMENTS, type.getEditPrivilege().getPrivilege());
        });
    }

    @Test
    public void shouldBringRolesThatNobodyHas() {
        for (SmprRole planned : SmprRole.values()) {
            Role role = Context.getUserService().getRole(planned.getName());
            assertEquals(StableUuid.of("role", planned.getName()), role.getUuid());
            assertEquals(planned.getPrivileges(), names(role.getPrivileges()));
            assertEquals(
                    List.of(),
                    list(User.class, "select u from User u join u.roles r where r.role = '" + role.getRole() + "'"));
        }
    }

    @Test
    public void shouldKeepWhatIsNotForEveryoneToTheRolesItIsFor() {
        assertEquals(Set.of(SmprRole.RESEARCHER), with(SmprPrivileges.GET_RESEARCH_VALUES));
        assertEquals(Set.of(SmprRole.RATER, SmprRole.ADMINISTRATOR), with(SmprPrivileges.MANAGE_ASSESSMENTS));
        assertEquals(Set.of(SmprRole.ADMINISTRATOR), with(SmprPrivileges.PURGE_ASSESSMENTS));
        assertEquals(Set.of(SmprRole.ADMINISTRATOR), with(SmprPrivileges.MANAGE_SETTINGS));
        assertEquals(Set.of(SmprRole.ADMINISTRATOR), with(SmprPrivileges.GET_SETTINGS));
    }

    @Test
    public void shouldChangeNoRowTheSecondTime() {
        Map<String, List<String>> before = contents();

        MetadataReport report = installer.install();

        assertEquals(new MetadataReport(0, 0, 0, 0, 0, List.of()), report);
        assertEquals(before, contents());
    }

    @Test
    public void shouldInstallAFurtherInstrumentBesideTheOthers() {
        MetadataReport report = withDemo().install();

        assertEquals(new MetadataReport(DEMO_CONCEPTS, 1, 1, 0, 0, List.of()), report);
        assertTrue(answers("ASSESSMENT.edition").contains(StableUuid.ofConcept("DEMO.edition.1")));
        assertTrue(withDemo().install().changedNothing());
    }

    @Test
    public void shouldNeedNoPrivilegesOfWhoeverRunsIt() {
        TestPeople.signInWith(List.of(), List.of());

        MetadataReport report = withDemo().install();

        assertEquals(DEMO_CONCEPTS, report.getNewConcepts());
        assertEquals(List.of(), report.getLeftOut());
        assertFalse(Context.hasPrivilege(SmprPrivileges.MANAGE_ASSESSMENTS));
    }

    @Test
    public void shouldNameConceptsInFrenchWhereTheServerOffersEnglishOnly() {
        set("locale.allowed.list", "en_GB, en");

        assertEquals(List.of(), withDemo().install().getLeftOut());
        assertEquals(
                "Démo C1 présence\u00a0: Deuxième",
                concept("DEMO.C1.presence").getFullySpecifiedName(Locale.FRENCH).getName());
    }

    @Test
    public void shouldAddAnAnswerAMemberAndAMappingThatAreMissing() {
        ConceptAnswer answer = concept("SAPROF.05").getAnswers().stream()
                .filter(a -> a.getAnswerConcept().getUuid().equals(StableUuid.ofConcept("SAPROF.rating.1")))
                .findFirst()
                .get();
        delete("ConceptAnswer", answer.getUuid());
        delete("ConceptSet", StableUuid.of("conceptset", "SAPROF:SAPROF.07"));
        delete("ConceptMap", StableUuid.of("conceptmap", "SAPROF.rating.1"));

        MetadataReport report = installer.install();

        assertEquals(new MetadataReport(0, 3, 0, 0, 0, List.of()), report);
        assertEquals(
                StableUuid.ofConcept("SAPROF.rating.1"), answers("SAPROF.05").get(3));
        assertEquals(StableUuid.ofConcept("SAPROF.07"), members("SAPROF").get(6));
        assertEquals(
                StableUuid.ofConcept("SAPROF.rating.1"),
                concepts.getConceptByMapping("SAPROF.rating.1", "SMPR").getUuid());
        assertTrue(installer.install().changedNothing());
    }

    @Test
    public void shouldAddNothingToADictionaryThatIsLockedAndSayItOnce() {
        set("concepts.locked", "true");

        MetadataReport report = withDemo().install();

        assertEquals(0, report.getNewConcepts() + report.getCompletedConcepts());
        assertEquals(1, report.getNewEncounterTypes());
        assertEquals(1, report.getLeftOut().size());
        assertTrue(report.getLeftOut().get(0).contains("concepts.locked"));
        set("concepts.locked", "false");
        assertEquals(DEMO_CONCEPTS, withDemo().install().getNewConcepts());
    }

    @Test
    public void shouldGoOnWhereEncounterTypesAreLocked() {
        set("EncounterType.encounterTypes.locked", "true");

        MetadataReport report = withDemo().install();

        assertEquals(0, report.getNewEncounterTypes());
        assertEquals(DEMO_CONCEPTS, report.getNewConcepts());
        assertEquals(1, report.getLeftOut().size());
        assertTrue(report.getLeftOut().get(0).contains("EncounterType.encounterTypes.locked"));
    }

    @Test
    public void shouldLeaveOutAConceptWhoseNameAnotherHasUntilItIsFree() {
        Concept other = concept("DÉMO C1 présence\u00a0: Deuxième", Locale.FRENCH, ConceptDatatype.N_A_UUID);
        concepts.saveConcept(other);

        MetadataReport report = withDemo().install();

        assertEquals(DEMO_CONCEPTS - 1, report.getNewConcepts());
        assertEquals(1, report.getLeftOut().size());
        assertTrue(report.getLeftOut().get(0).contains(other.getUuid()));
        assertTrue(report.getLeftOut().get(0).contains(StableUuid.ofConcept("DEMO.C1.presence")));
        assertNull(concept("DEMO.C1.presence"));
        // The installer has emptied the session.
        concepts.retireConcept(concepts.getConceptByUuid(other.getUuid()), "test");
        assertEquals(new MetadataReport(1, 1, 0, 0, 0, List.of()), withDemo().install());
        assertEquals(StableUuid.ofConcept("DEMO.C1.presence"), members("DEMO").get(4));
    }

    @Test
    public void shouldLeaveOutAnEncounterTypeWhoseNameAnotherHas() {
        EncounterType other =
                Context.getEncounterService().saveEncounterType(new EncounterType("SMPR Demo assessment", "Invented"));

        MetadataReport report = withDemo().install();

        assertEquals(0, report.getNewEncounterTypes());
        assertEquals(1, report.getLeftOut().size());
        assertTrue(report.getLeftOut().get(0).contains(other.getUuid()));
    }

    @Test
    public void shouldGoOnAfterAConceptThatThePlatformRefuses() {
        Instrument nameless = demo().asUsedWith(
                        Map.of("DEMO.C1", new Label(Collections.singletonMap("fr", null))), Set.of(), Map.of());

        MetadataReport report = installerOf(Definition.shippedAnd(nameless), locks(run -> run.accept(() -> {})))
                .install();

        assertEquals(DEMO_CONCEPTS - 2, report.getNewConcepts());
        assertEquals(2, report.getLeftOut().size());
        assertTrue(report.getLeftOut().get(0).startsWith("Concept DEMO.C1.presence is left out: "));
    }

    @Test
    public void shouldUseAConceptThatTheSiteHasMapped() {
        Concept own = mappedAsDemoC1(ConceptDatatype.CODED_UUID);

        MetadataReport report = withDemo().install();

        assertEquals(DEMO_CONCEPTS - 1, report.getNewConcepts());
        assertNull(concept("DEMO.C1.presence"));
        assertTrue(members("DEMO").contains(own.getUuid()));
        assertEquals(List.of(), report.getLeftOut());
        Context.flushSession();
        Context.clearSession();
        assertEquals(4, concepts.getConceptByUuid(own.getUuid()).getAnswers().size());
        assertTrue(withDemo().install().changedNothing());
    }

    @Test
    public void shouldUseItsOwnWhereTheSitesCannotBeChartedWith() {
        Concept text = mappedAsDemoC1(ConceptDatatype.TEXT_UUID);

        MetadataReport report = withDemo().install();

        assertEquals(DEMO_CONCEPTS, report.getNewConcepts());
        assertEquals(0, concepts.getConceptByUuid(text.getUuid()).getAnswers().size());
        assertTrue(members("DEMO").contains(StableUuid.ofConcept("DEMO.C1.presence")));
        assertTrue(withDemo().install().changedNothing());
    }

    @Test
    public void shouldKeepTheNamesThatASiteHasChanged() {
        Concept concept = concept("SAPROF.05");
        concept.getFullySpecifiedName(Locale.FRENCH).setName("SAPROF 05 : Autocontrôle");
        concepts.saveConcept(concept);
        Context.flushSession();

        assertTrue(installer.install().changedNothing());
        assertEquals(
                "SAPROF 05 : Autocontrôle",
                concept("SAPROF.05").getFullySpecifiedName(Locale.FRENCH).getName());
    }

    @Test
    public void shouldLeaveRetiredConceptsRetired() {
        concepts.retireConcept(concept("SAPROF.05"), "test");
        concepts.retireConcept(concept("SAPROF.rating.1"), "test");
        Context.flushSession();

        assertTrue(installer.install().changedNothing());
        assertTrue(concept("SAPROF.05").getRetired());
    }

    @Test
    public void shouldLeaveARoleAsTheSiteHasIt() {
        Role reader = Context.getUserService().getRole(SmprRole.READER.getName());
        reader.removePrivilege(Context.getUserService().getPrivilege(SmprPrivileges.GET_ASSESSMENTS));
        Context.getUserService().saveRole(reader);
        Context.flushSession();

        assertTrue(installer.install().changedNothing());
        assertFalse(Context.getUserService()
                .getRole(SmprRole.READER.getName())
                .hasPrivilege(SmprPrivileges.GET_ASSESSMENTS));
    }

    @Test
    public void shouldCompleteWhatAKilledStartHasLeft() {
        for (int steps : new int[] {3, 12, 27}) {
            int[] left = {steps};
            MetadataInstaller killed = installerOf(
                    Definition.shippedAnd(demo()),
                    locks(run -> run.accept(() -> {
                        if (left[0]-- == 0) {
                            throw new IllegalStateException("killed");
                        }
                    })));
            assertThrows(IllegalStateException.class, killed::install);
        }

        MetadataReport report = withDemo().install();

        assertTrue(report.getNewConcepts() > 0 && report.getNewConcepts() < DEMO_CONCEPTS);
        assertEquals(List.of(), report.getLeftOut());
        assertEquals(14, members("DEMO").size());
        assertNotNull(concept("DEMO.C1.presence"));
        assertTrue(withDemo().install().changedNothing());
    }

    @Test
    public void shouldInstallNothingWithoutTheLock() {
        Map<String, List<String>> before = contents();
        MetadataInstaller waiting = installerOf(Definition.shippedAnd(demo()), locks(run -> {
            throw new IllegalStateException("another node has it");
        }));

        assertThrows(IllegalStateException.class, waiting::install);
        assertEquals(before, contents());
    }

    @Test
    public void shouldSayInALineWhatItDid() {
        assertEquals("metadata complete", new MetadataReport(0, 0, 0, 0, 0, List.of()).summary());
        assertEquals(
                "installed 57 concepts, installed 1 encounter type, installed 4 roles",
                new MetadataReport(57, 0, 1, 4, 0, List.of()).summary());
        assertEquals("completed 1 concept", new MetadataReport(0, 1, 0, 0, 0, List.of()).summary());
    }

    private MetadataInstaller withDemo() {
        return installerOf(Definition.shippedAnd(demo()), applicationContext.getBean(NodeLocks.class));
    }

    private static Instrument demo() {
        return Definition.read(Definition.demo());
    }

    private MetadataInstaller installerOf(List<Instrument> instruments, NodeLocks locks) {
        SiteService site = (SiteService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SiteService.class},
                (proxy, method, arguments) -> method.getName().equals("getInstruments") ? instruments : null);
        return new MetadataInstaller(
                site,
                applicationContext.getBean(DictionaryDao.class),
                new Installations(
                        locks, applicationContext.getBean("transactionManager", PlatformTransactionManager.class)));
    }

    /** Locks that do with the installation what a test wants. */
    private NodeLocks locks(Consumer<Consumer<Runnable>> behaviour) {
        return new NodeLocks(
                applicationContext.getBean("sessionFactory", SessionFactory.class),
                applicationContext.getBean("transactionManager", PlatformTransactionManager.class)) {

            @Override
            public void runAlone(String lock, Consumer<Runnable> task) {
                behaviour.accept(task::accept);
            }
        };
    }

    private Concept concept(String code) {
        return concepts.getConceptByUuid(StableUuid.ofConcept(code));
    }

    private Concept concept(String name, Locale locale, String datatype) {
        Concept concept = new Concept();
        ConceptName given = new ConceptName(name, locale);
        given.setConceptNameType(ConceptNameType.FULLY_SPECIFIED);
        concept.addName(given);
        concept.setConceptClass(concepts.getConceptClassByName("Misc"));
        concept.setDatatype(concepts.getConceptDatatypeByUuid(datatype));
        return concept;
    }

    private Concept mappedAsDemoC1(String datatype) {
        Concept own = concept("Facteur deux du site", Locale.FRENCH, datatype);
        own.setConceptClass(concepts.getConceptClassByName("Question"));
        own.addConceptMapping(new ConceptMap(
                concepts.saveConceptReferenceTerm(new ConceptReferenceTerm(
                        concepts.getConceptSourceByName("SMPR"), "DEMO.C1.presence", "the site's")),
                concepts.getConceptMapTypeByUuid(ConceptMapType.SAME_AS_MAP_TYPE_UUID)));
        return concepts.saveConcept(own);
    }

    private void assertSort(String code, String conceptClass, String datatype) {
        assertEquals(conceptClass, concept(code).getConceptClass().getName());
        assertEquals(datatype, concept(code).getDatatype().getUuid());
    }

    private List<String> answers(String code) {
        return concept(code).getAnswers().stream()
                .sorted((a, b) -> Double.compare(a.getSortWeight(), b.getSortWeight()))
                .map(answer -> answer.getAnswerConcept().getUuid())
                .collect(Collectors.toList());
    }

    private List<String> members(String code) {
        return concept(code).getConceptSets().stream()
                .sorted((a, b) -> Double.compare(a.getSortWeight(), b.getSortWeight()))
                .map(ConceptSet::getConcept)
                .map(Concept::getUuid)
                .collect(Collectors.toList());
    }

    private static List<String> uuids(String... codes) {
        return Arrays.stream(codes)
                .map(code -> StableUuid.ofConcept("SAPROF." + code))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<SmprRole> with(String privilege) {
        return Arrays.stream(SmprRole.values())
                .filter(role -> Context.getUserService().getRole(role.getName()).hasPrivilege(privilege))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Collection<Privilege> privileges) {
        Set<String> names = new HashSet<>();
        privileges.forEach(privilege -> names.add(privilege.getPrivilege()));
        return names;
    }

    private void delete(String entity, String uuid) {
        Context.flushSession();
        int deleted = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createQuery("delete from " + entity + " where uuid = :uuid")
                .setParameter("uuid", uuid)
                .executeUpdate();
        assertEquals(1, deleted);
        Context.clearSession();
    }

    private static void set(String property, String value) {
        Context.getAdministrationService().saveGlobalProperty(new GlobalProperty(property, value));
        Context.flushSession();
    }

    /** Every row of the tables that the installer could touch. */
    private Map<String, List<String>> contents() {
        Context.flushSession();
        Map<String, List<String>> contents = new LinkedHashMap<>();
        for (String table : TABLES) {
            List<String> rows = new ArrayList<>();
            try (Statement statement = getConnection().createStatement();
                    ResultSet result = statement.executeQuery("select * from " + table)) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row.toString());
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            contents.put(table, sorted(rows));
        }
        return contents;
    }

    private static List<String> sorted(Collection<String> texts) {
        List<String> sorted = new ArrayList<>(texts);
        Collections.sort(sorted);
        return sorted;
    }

    private <T> List<T> list(Class<T> type, String hql) {
        return applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createQuery(hql, type)
                .list();
    }
}
