/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openmrs.Concept;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.DocumentKind;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.openmrs.util.OpenmrsUtil;

/** A fourth instrument, invented, that a site adds by a file: the one that is shipped as an example. */
public class OwnInstrumentTest extends SmprContextTest {

    private static final Path EXAMPLE = Paths.get("../omod/src/main/webapp/resources/schemas/instrument.example.json");

    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final SmprActivator activator = new SmprActivator();

    private String dataBefore;

    private Path file;

    private SiteService site;

    private AssessmentService assessments;

    private Patient patient;

    @Before
    public void start() throws Exception {
        dataBefore = OpenmrsUtil.getApplicationDataDirectory();
        OpenmrsUtil.setApplicationDataDirectory(data.getRoot().getPath());
        file = data.getRoot().toPath().resolve("configuration/smpr/instruments/daily.json");
        Files.createDirectories(file.getParent());
        Files.copy(EXAMPLE, file);
        site = Context.getService(SiteService.class);
        assessments = Context.getService(AssessmentService.class);
        activator.started();
        patient = TestPeople.patient();
    }

    @After
    public void stopAndUseTheDataFolderAsBefore() {
        activator.willStop();
        OpenmrsUtil.setApplicationDataDirectory(dataBefore);
    }

    @Test
    public void shouldStandBesideThoseThatAreShipped() {
        assertEquals(
                List.of("HCR20V3", "SAPROF", "CAPP", "DAILY"),
                site.getInstruments().stream().map(Instrument::getCode).collect(Collectors.toList()));
    }

    @Test
    public void shouldHaveItsConceptsAndItsEncounterTypeMade() {
        Concept item = Context.getConceptService().getConceptByUuid(StableUuid.ofConcept("DAILY.2"));
        EncounterType type = Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType("DAILY"));

        assertEquals(
                "Vit au rythme de la journée",
                item.getShortNameInLocale(Locale.FRENCH).getName());
        assertEquals(4, item.getAnswers(false).size());
        assertEquals("SMPR Daily life (invented) assessment", type.getName());
        assertEquals(SmprPrivileges.GET_ASSESSMENTS, type.getViewPrivilege().getPrivilege());
    }

    @Test
    public void shouldBeScored() {
        Assessment charted = chart(daily("2026-03-01").with("ratings.4", "OMIT"));

        // One item of three omitted, and no limit set: no value. With a limit: 1 + 1 of two items, prorated to three.
        assertEquals(null, score(charted));
        site.acceptSettings(
                "a test", "{\"format\": 1, \"instruments\": {\"DAILY\": {\"omissionLimits\": {\"dynamic\": 1}}}}");
        assertEquals(3.0, score(charted), 0);
    }

    @Test
    public void shouldBeReadAsATrajectory() {
        chart(daily("2026-03-01"));
        chart(daily("2026-04-01").with("ratings.2", "2"));

        InstrumentTrajectory trajectory = trajectory();

        assertEquals(
                List.of("total [4.0, 5.0]", "dynamic [3.0, 4.0]"),
                trajectory.getScales().stream()
                        .map(scale -> scale.getScale().getCode() + " "
                                + scale.getPoints().stream()
                                        .map(point -> point.getScore().getValue())
                                        .collect(Collectors.toList()))
                        .collect(Collectors.toList()));
        assertEquals("support", trajectory.getJudgements().get(0).getJudgement().getCode());
    }

    @Test
    public void shouldHideASecondRatingUntilBothAreComplete() {
        User first = TestPeople.staff("SMPR: Rater");
        User second = TestPeople.staff("SMPR: Rater");
        TestPeople.signIn(first);
        String rating = chart(daily("2026-03-01")).getUuid();
        TestPeople.signIn(second);
        Assessment draft =
                chart(daily("2026-03-02").with("raterRole", "INDEPENDENT").with("status", "DRAFT"));

        assertEquals(List.of(draft.getUuid()), seen());
        chart(TestAssessments.amendmentOf(draft).with("status", "COMPLETE"));
        assertEquals(List.of(rating, draft.getUuid()), seen());
    }

    @Test
    public void shouldBeKeptFromThoseWhoMayNotReadAssessments() {
        String charted = chart(daily("2026-03-01")).getUuid();
        TestPeople.signInWith(List.of(), List.of());

        assertThrows(APIAuthenticationException.class, () -> assessments.getAssessment(charted));
    }

    @Test
    public void shouldNotBeChartedAnewWhereItIsNotInUseAndStillBeRead() {
        Assessment charted = chart(daily("2026-03-01"));
        site.acceptSettings("a test", "{\"format\": 1, \"instrumentsInUse\": [\"SAPROF\"]}");

        FaultsException refused = assertThrows(FaultsException.class, () -> chart(daily("2026-04-01")));

        assertEquals("instrumentNotInUse", refused.getFaults().get(0).getCode());
        assertEquals(1, trajectory().getAssessments().size());
        assertTrue(chart(TestAssessments.amendmentOf(charted).with("ratings.2", "2"))
                .isAmended());
        assertFalse(site.getInstrument("DAILY").get().isInUse());
    }

    @Test
    public void shouldStayAsItWasWhereTheNewFileIsFaulty() throws Exception {
        Files.writeString(file, Files.readString(EXAMPLE).replace("\"max\": 6", "\"max\": 7"));
        Files.setLastModifiedTime(
                file, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));

        activator.started();

        assertEquals(6, site.getInstrument("DAILY").get().scale("dynamic").get().getMax());
        DefinitionException refused = assertThrows(
                DefinitionException.class,
                () -> site.accept(DocumentKind.INSTRUMENT, "a test", Files.readString(file)));
        assertEquals(List.of("/scales/1/max: is 7, but its items give 6"), refused.getReasons());
        assertEquals(
                List.of(77),
                refused.getFaults().stream().map(fault -> fault.getLine()).collect(Collectors.toList()));
    }

    @Test
    public void shouldNotTakeTheCodeOrTheNamesOfAnother() throws Exception {
        assertEquals(
                List.of("/code: \"SAPROF\" is a code of the module: choose another"),
                faultsOf(Files.readString(EXAMPLE).replace("\"code\": \"DAILY\"", "\"code\": \"SAPROF\"")));
        assertTrue(faultsOf(Files.readString(EXAMPLE).replace("\"code\": \"DAILY\"", "\"code\": \"DAILY-2\""))
                .contains("/label: \"SMPR Daily life (invented) assessment\" would be the name of another concept or"
                        + " encounter type of the module too"));
    }

    @Test
    public void shouldNotDropWhatTheSettingsInForceSpeakOf() throws Exception {
        site.acceptSettings(
                "a test", "{\"format\": 1, \"instruments\": {\"DAILY\": {\"omissionLimits\": {\"dynamic\": 1}}}}");

        assertEquals(
                List.of("/code: the settings in force would be refused: /instruments/DAILY/omissionLimits/dynamic:"
                        + " \"dynamic\" is not a scale of the instrument"),
                faultsOf(Files.readString(EXAMPLE).replace("\"code\": \"dynamic\"", "\"code\": \"other\"")));
    }

    private List<String> faultsOf(String definition) {
        return assertThrows(DefinitionException.class, () -> site.accept(DocumentKind.INSTRUMENT, "a test", definition))
                .getReasons();
    }

    /** Every item rated 1. */
    private TestAssessments daily(String day) {
        return TestAssessments.draft(site.getInstrument("DAILY").get(), patient)
                .date(day)
                .with("status", "COMPLETE")
                .with("edition", "1")
                .with("context", "IN")
                .with("raterRole", "SINGLE")
                .with("ratings.1", "1")
                .with("ratings.2", "1")
                .with("ratings.3", "1")
                .with("ratings.4", "1")
                .with("judgements.support", "LITTLE");
    }

    private Assessment chart(TestAssessments assessment) {
        return assessments.saveAssessment(assessment.input());
    }

    private List<String> seen() {
        return assessments
                .getAssessments(AssessmentSearch.builder()
                        .patient(patient.getUuid())
                        .instrument("DAILY")
                        .build())
                .stream()
                .map(Assessment::getUuid)
                .collect(Collectors.toList());
    }

    private Double score(Assessment charted) {
        return trajectory().getScales().stream()
                .filter(scale -> scale.getScale().getCode().equals("dynamic"))
                .map(scale -> scale.getPoints().get(0).getScore().getValue())
                .collect(Collectors.toList())
                .get(0);
    }

    private InstrumentTrajectory trajectory() {
        return Context.getService(TrajectoryService.class)
                .getTrajectory(TrajectorySearch.builder()
                        .patient(patient.getUuid())
                        .instrument("DAILY")
                        .build())
                .get()
                .getInstruments()
                .get(0);
    }
}
