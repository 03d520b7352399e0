/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.OpenmrsService;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ContextAuthenticationException;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.form.GeneratedFormService;
import org.openmrs.module.smpr.outcome.FollowUpCheck;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.outcome.OutcomeSearch;
import org.openmrs.module.smpr.outcome.OutcomeService;
import org.openmrs.module.smpr.outcome.RegisterInput;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeSearch;
import org.openmrs.module.smpr.pathway.EpisodeService;
import org.openmrs.module.smpr.pathway.place.Placement;
import org.openmrs.module.smpr.pathway.place.PlacementSearch;
import org.openmrs.module.smpr.pathway.place.PlacementService;
import org.openmrs.module.smpr.pathway.place.TestPathwayDays;
import org.openmrs.module.smpr.pathway.place.Unit;
import org.openmrs.module.smpr.pathway.place.UnitService;
import org.openmrs.module.smpr.pathway.plan.PlanService;
import org.openmrs.module.smpr.pathway.plan.WorklistSearch;
import org.openmrs.module.smpr.pathway.plan.WorklistService;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.RecordSearch;
import org.openmrs.module.smpr.pathway.record.RecordService;
import org.openmrs.module.smpr.pathway.training.RaterTraining;
import org.openmrs.module.smpr.pathway.training.RaterTrainingInput;
import org.openmrs.module.smpr.pathway.training.RaterTrainingSearch;
import org.openmrs.module.smpr.pathway.training.RaterTrainingService;
import org.openmrs.module.smpr.site.AccessLogSearch;
import org.openmrs.module.smpr.site.AccessLogService;
import org.openmrs.module.smpr.site.DocumentKind;
import org.openmrs.module.smpr.site.SiteChangedException;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.study.StudyService;
import org.openmrs.module.smpr.study.SuppressionNotSetException;
import org.openmrs.module.smpr.study.backlog.BacklogInput;
import org.openmrs.module.smpr.study.backlog.BacklogService;
import org.openmrs.module.smpr.study.export.StudyExportService;
import org.openmrs.module.smpr.study.job.JobSearch;
import org.openmrs.module.smpr.study.job.JobService;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.study.participant.ParticipantSearch;
import org.openmrs.module.smpr.study.participant.ParticipantService;
import org.openmrs.module.smpr.study.plan.FrozenPlan;
import org.openmrs.module.smpr.study.plan.StudyPlanService;
import org.openmrs.module.smpr.study.plan.TestPlans;
import org.openmrs.module.smpr.trajectory.FiledSummary;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.openmrs.module.smpr.trajectory.filed.FiledSummarySearch;
import org.openmrs.module.smpr.trajectory.filed.FiledSummaryService;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Who may call what: every service method and every REST path, for every role of the module, for one who has none, and
 * for one who is not signed in. A method, resource or mapping without a line here fails the test.
 */
public class ConfidentialityTest extends SmprRestTest {

    private static final String RATER = "SMPR: Rater";

    private static final String FOLLOWER = "SMPR: Follower";

    private static final String SECRETARY = "SMPR: Secretary";

    private static final String READER = "SMPR: Reader";

    private static final String RESEARCHER = "SMPR: Researcher";

    private static final String AUDITOR = "SMPR: Auditor";

    private static final String ADMINISTRATOR = "SMPR: Administrator";

    private static final String REGISTRAR = "SMPR: Outcome registrar";

    private static final String COORDINATOR = "SMPR: Study coordinator";

    private static final String ANALYST = "SMPR: Study analyst";

    private static final String NONE = "no role";

    private static final String SIGNED_OUT = "signed out";

    private static final Set<String> ROLES = roles(
            RATER,
            FOLLOWER,
            SECRETARY,
            READER,
            RESEARCHER,
            REGISTRAR,
            COORDINATOR,
            ANALYST,
            AUDITOR,
            ADMINISTRATOR,
            NONE,
            SIGNED_OUT);

    private static final Set<String> EVERYBODY = roles(
            RATER,
            FOLLOWER,
            SECRETARY,
            READER,
            RESEARCHER,
            REGISTRAR,
            COORDINATOR,
            ANALYST,
            AUDITOR,
            ADMINISTRATOR,
            NONE);

    private static final Set<String> READS = roles(RATER, FOLLOWER, READER, RESEARCHER, ADMINISTRATOR);

    private static final Set<String> READS_PLACES = roles(RATER, FOLLOWER, SECRETARY, READER, ADMINISTRATOR);

    private static final Set<String> READS_TRAINING = roles(RATER, FOLLOWER, READER, COORDINATOR, ADMINISTRATOR);

    private static final Set<String> READS_PATHWAY = roles(RATER, FOLLOWER, READER, COORDINATOR);

    private static final Set<String> READS_STUDY = roles(COORDINATOR, ANALYST);

    private static final Set<String> READS_WORKLIST = roles(RATER, FOLLOWER, SECRETARY);

    private static final Set<String> CHARTS_PATHWAY = roles(RATER, FOLLOWER);

    /** In force all the time, so that the outcome register is open and results may leave. */
    private static final String SETTINGS =
            "{\"format\": 1, \"study\": {\"suppressBelow\": 5}, \"outcomeRegister\": {\"legalBasis\": {\"text\": \"x\", \"date\": \"2020-01-01\", \"who\": \"y\"}}}";

    private static final Map<String, String> OVERDOSE =
            Map.of("kind", "OVERDOSE", "source", "VISIT", "certainty", "PROBABLE");

    private static final Map<String, String> CHECK =
            Map.of("day", "2026-01-01", "kind", "OTHER", "source", "VISIT", "result", "NOT_FOUND");

    private String uuid;

    private String chartedForPurging;

    private String settings;

    private String entry;

    private String voided;

    private String training;

    /** Of somebody else, whose assessment stays as it is. */
    private String summary;

    private Map<String, Object> newSummary;

    /** By path, the uuid of one of each that is charted of the pathway. */
    private Map<String, String> ofPathway;

    /** Who has no episode yet. */
    private String newcomer;

    private String unit;

    private String placement;

    private Map<String, Object> newUnit;

    private Map<String, Object> newPlacement;
    private Participant participant;

    private Map<String, Object> newParticipant;

    private String plan;

    private OutcomeEvent event;

    private FollowUpCheck check;

    /** Written before the test's transaction begins, which on MariaDB sees nothing that others write later. */
    @Before
    public void writeOneEntry() {
        TestTransaction.end();
        Context.getService(AssessmentService.class).getAssessment("an entry for the auditor");
        TestTransaction.start();
        entry = Context.getService(AccessLogService.class)
                .getAccessLog(AccessLogSearch.builder().limit(1).build())
                .get(0)
                .getUuid();
        prepare();
    }

    /** As the administrator of the platform, for each role anew. */
    private void prepareOneOfEach() {
        uuid = chart(saprof());
        Map<String, Object> another = saprof();
        another.put("date", "2024-04-01");
        chartedForPurging = chart(another);
        voided = chart(another);
        assertEquals(204, delete("assessment/" + voided + "?reason=test").status());
        Context.getService(SiteService.class).acceptSettings("test", SETTINGS);
        event = Context.getService(OutcomeService.class).saveEvent(newEvent());
        check = Context.getService(OutcomeService.class).saveCheck(newCheck());
        training = post("ratertraining", newTraining()).json().get("uuid").asText();
        settings = get("site").first().get("uuid").asText();
        TestPeople.clinician(Context.getAuthenticatedUser().getPerson());
        Patient other = TestPeople.patient();
        chart(body(TestAssessments.saprof(other, "2024-03-01")));
        newSummary = Map.of(
                "patient",
                other.getUuid(),
                "language",
                "fr",
                "text",
                List.of("Une phrase."),
                "version",
                get("trajectory/" + other.getUuid()).json().get("version").asText());
        summary = post("summary", newSummary).json().get("uuid").asText();
        newUnit = Map.of("name", "UCTI", "location", TestPeople.location().getUuid());
        unit = post("unit", newUnit).json().get("uuid").asText();
        newPlacement = Map.of(
                "patient",
                TestPathwayDays.in(applicationContext)
                        .inApc(TestPeople.patient())
                        .getUuid(),
                "unit",
                post("unit", newUnit).json().get("uuid").asText(),
                "status",
                "WAITING");
        Map<String, Object> waiting = new LinkedHashMap<>(newPlacement);
        waiting.put(
                "patient",
                TestPathwayDays.in(applicationContext)
                        .inApc(TestPeople.patient())
                        .getUuid());
        placement = post("placement", waiting).json().get("uuid").asText();
        newcomer = TestPeople.patient().getUuid();
        ofPathway = new LinkedHashMap<>();
        Map<String, Object> episode = new LinkedHashMap<>(newOfPathway("episode"));
        episode.put("patient", other.getUuid());
        ofPathway.put("episode", post("episode", episode).json().get("uuid").asText());
        for (String path : List.of("contact", "action", "relay")) {
            ofPathway.put(
                    path, post(path, newOfPathway(path)).json().get("uuid").asText());
        }
        prepareStudy();
    }

    private void prepareStudy() {
        Integer seen = Context.getService(StudyPlanService.class)
                .getPlanInForce()
                .map(FrozenPlan::getVersion)
                .orElse(null);
        plan = Context.getService(StudyPlanService.class)
                .accept(seen, TestPlans.LEAST)
                .getUuid();
        participant = Context.getService(ParticipantService.class)
                .saveParticipant(new ParticipantBody(considered(TestPeople.patient())).newParticipant());
        newParticipant = considered(TestPeople.patient());
    }

    private Map<String, Object> considered(Patient whom) {
        Map<String, Object> episode = new LinkedHashMap<>(newOfPathway("episode"));
        episode.put("patient", whom.getUuid());
        return Map.of(
                "patient",
                whom.getUuid(),
                "indexEpisode",
                post("episode", episode).json().get("uuid").asText());
    }

    private Map<String, Object> newOfPathway(String path) {
        switch (path) {
            case "episode":
                return Map.of("patient", newcomer, "begun", "2024-03-01");
            case "contact":
                return Map.of("patient", newcomer, "kind", "PHONE", "outcome", "KEPT");
            case "action":
                return Map.of("patient", newcomer, "risk", List.of("C5"), "what", "talked", "result", "ONGOING");
            default:
                return Map.of("patient", newcomer, "to", "CMP", "answer", "WAITING");
        }
    }

    @Test
    public void shouldAnswerOnlyWhomEachServiceMethodIsFor() {
        Map<String, Set<String>> lines = serviceLines();
        assertEquals(serviceMethods(), new TreeSet<>(lines.keySet()));
        for (String role : ROLES) {
            authenticate();
            prepareOneOfEach();
            Map<String, Callable<?>> calls = serviceCalls(
                    read(uuid),
                    read(chartedForPurging),
                    read(voided),
                    Context.getService(FiledSummaryService.class)
                            .getFiledSummary(summary)
                            .get());
            assertEquals(serviceMethods(), new TreeSet<>(calls.keySet()));
            signIn(role);
            Set<String> answered = new TreeSet<>();
            calls.forEach((method, call) -> {
                if (isAnswered(call)) {
                    answered.add(method);
                }
            });
            assertEquals(role, whereAllowed(lines, role), answered);
        }
    }

    @Test
    public void shouldAnswerOnlyWhomEachRestPathIsFor() {
        Map<String, Set<String>> lines = restLines();
        assertEquals(restPaths(), new TreeSet<>(lines.keySet()));
        for (String role : ROLES) {
            authenticate();
            prepareOneOfEach();
            signIn(role);
            Set<String> answered = new TreeSet<>();
            for (String line : lines.keySet()) {
                int status = send(line);
                if (status < 400) {
                    answered.add(line);
                } else if (role.equals(SIGNED_OUT)) {
                    assertEquals(line, 401, status);
                }
            }
            assertEquals(role, whereAllowed(lines, role), answered);
        }
    }

    /** Who may call each method: with what it takes to do something, and not only to be told that the input is bad. */
    private static Map<String, Set<String>> serviceLines() {
        Map<String, Set<String>> lines = new LinkedHashMap<>();
        lines.put("AssessmentService.getVisibleInstruments", READS);
        lines.put("AssessmentService.getAssessment", READS);
        lines.put("AssessmentService.getAssessments", READS);
        lines.put("AssessmentService.getCohortAssessments", READS);
        lines.put("AssessmentService.countAssessments", READS);
        lines.put("AssessmentService.getHiddenRatings", READS);
        lines.put("AssessmentService.isRatedBlind", READS);
        lines.put("AssessmentService.getHistory", READS);
        lines.put("AssessmentService.getScores", roles(RESEARCHER));
        lines.put("AssessmentService.saveAssessment", roles(RATER));
        lines.put("AssessmentService.checkAssessment", roles(RATER, ADMINISTRATOR));
        lines.put("AssessmentService.deleteAssessment", roles(RATER));
        lines.put("AssessmentService.undeleteAssessment", roles(RATER));
        lines.put("AssessmentService.purgeAssessment", roles(ADMINISTRATOR));
        lines.put("AssessmentService.getProjectionState", roles(ADMINISTRATOR));
        lines.put("AssessmentService.rebuildProjection", roles(ADMINISTRATOR));
        lines.put("TrajectoryService.getReport", READS);
        lines.put("TrajectoryService.getTrajectory", READS);
        lines.put("FiledSummaryService.getFiledSummary", READS);
        lines.put("FiledSummaryService.getFiledSummaries", READS);
        lines.put("FiledSummaryService.fileSummary", roles(RATER));
        lines.put("FiledSummaryService.deleteFiledSummary", roles(RATER));
        for (String service : List.of("EpisodeService.#Episode", "RecordService.#Record")) {
            lines.put(service.replace("#", "get"), READS_PATHWAY);
            lines.put(service.replace("#", "get") + "s", READS_PATHWAY);
            lines.put(service.replace("#", "count") + "s", READS_PATHWAY);
            lines.put(service.replace("#", "save"), CHARTS_PATHWAY);
            lines.put(service.replace("#", "delete"), CHARTS_PATHWAY);
        }
        lines.put("PlanService.getPlans", READS_PATHWAY);
        lines.put("WorklistService.getWorklist", READS_WORKLIST);
        lines.put("UnitService.getUnit", READS_PLACES);
        lines.put("UnitService.getUnits", READS_PLACES);
        for (String method : List.of("saveUnit", "deleteUnit", "undeleteUnit")) {
            lines.put("UnitService." + method, roles(ADMINISTRATOR));
        }
        for (String method : List.of("getPlacement", "getPlacements", "countPlacements")) {
            lines.put("PlacementService." + method, READS_PLACES);
        }
        lines.put("PlacementService.savePlacement", roles(FOLLOWER));
        lines.put("PlacementService.deletePlacement", roles(FOLLOWER));
        lines.put("OutcomeService.getEvent", roles(REGISTRAR));
        lines.put("OutcomeService.getEvents", roles(REGISTRAR));
        lines.put("OutcomeService.saveEvent", roles(REGISTRAR));
        lines.put("OutcomeService.deleteEvent", roles(REGISTRAR));
        lines.put("OutcomeService.getCheck", roles(REGISTRAR));
        lines.put("OutcomeService.getChecks", roles(REGISTRAR));
        lines.put("OutcomeService.saveCheck", roles(REGISTRAR));
        lines.put("OutcomeService.deleteCheck", roles(REGISTRAR));
        lines.put("OutcomeService.getFollowUp", roles(REGISTRAR));
        lines.put("OutcomeService.getFollowUps", roles(REGISTRAR));
        lines.put("OutcomeService.getFollowUpsDue", roles(REGISTRAR));
        lines.put("OutcomeService.countFollowUpsDue", roles(REGISTRAR));
        for (String method : List.of(
                "getParticipant", "getParticipants", "countParticipants", "saveParticipant", "deleteParticipant")) {
            lines.put("ParticipantService." + method, roles(COORDINATOR));
        }
        lines.put("StudyPlanService.getPlanInForce", READS_STUDY);
        lines.put("StudyPlanService.getPlans", READS_STUDY);
        // For whom a site gives the privilege to: no role carries it.
        lines.put("StudyPlanService.check", roles());
        lines.put("StudyPlanService.accept", roles());
        for (String method : List.of("getAnalyses", "getFindings", "getReport", "getReportToLeave")) {
            lines.put("StudyService." + method, READS_STUDY);
        }
        lines.put("StudyExportService.askExport", roles(ANALYST));
        lines.put("BacklogService.importBacklog", roles());
        lines.put("BacklogService.getTemplate", roles());
        for (String method : List.of("getKinds", "getJobs", "countJobs", "getJob", "cancelJob", "getPart")) {
            lines.put("JobService." + method, roles(ANALYST));
        }
        lines.put("RaterTrainingService.getTraining", READS_TRAINING);
        lines.put("RaterTrainingService.getTrainings", READS_TRAINING);
        lines.put("RaterTrainingService.countTrainings", READS_TRAINING);
        lines.put("RaterTrainingService.saveTraining", roles(ADMINISTRATOR));
        lines.put("RaterTrainingService.deleteTraining", roles(ADMINISTRATOR));
        lines.put("GeneratedFormService.getHtmlForm", roles(ADMINISTRATOR));
        lines.put("GeneratedFormService.getO3Form", roles(ADMINISTRATOR));
        lines.put("SiteService.getInstruments", EVERYBODY);
        lines.put("SiteService.getInstrument", EVERYBODY);
        lines.put("SiteService.getRecordTypes", EVERYBODY);
        lines.put("SiteService.getSettings", EVERYBODY);
        lines.put("SiteService.getDocumentInForce", roles(ADMINISTRATOR));
        lines.put("SiteService.acceptSettings", roles(ADMINISTRATOR));
        lines.put("SiteService.getSite", lines.get("SiteService.getDocumentInForce"));
        lines.put("SiteService.getHistory", lines.get("SiteService.getDocumentInForce"));
        lines.put("SiteService.check", roles(ADMINISTRATOR));
        lines.put("SiteService.accept", roles(ADMINISTRATOR));
        lines.put("SiteService.acceptInPlaceOf", roles(ADMINISTRATOR));
        lines.put("SiteService.acceptIfNew", roles(ADMINISTRATOR));
        lines.put("AccessLogService.getAccessLog", roles(AUDITOR));
        lines.put("AccessLogService.countAccessLog", roles(AUDITOR));
        lines.put("AccessLogService.getAccessLogEntry", roles(AUDITOR));
        return lines;
    }

    private RegisterInput newEvent() {
        return RegisterInput.builder()
                .patient(patient.getUuid())
                .answers(OVERDOSE)
                .build();
    }

    private RegisterInput newCheck() {
        return RegisterInput.builder().patient(patient.getUuid()).answers(CHECK).build();
    }

    private static Assessment read(String uuid) {
        return Context.getService(AssessmentService.class).getAssessment(uuid).get();
    }

    private Map<String, Callable<?>> serviceCalls(
            Assessment read, Assessment forPurging, Assessment voidedOne, FiledSummary filed) {
        AssessmentService assessments = Context.getService(AssessmentService.class);
        TrajectoryService trajectories = Context.getService(TrajectoryService.class);
        FiledSummaryService summaries = Context.getService(FiledSummaryService.class);
        SiteService site = Context.getService(SiteService.class);
        AccessLogService log = Context.getService(AccessLogService.class);
        AssessmentSearch search =
                AssessmentSearch.builder().patient(patient.getUuid()).build();
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("AssessmentService.getVisibleInstruments", assessments::getVisibleInstruments);
        calls.put("AssessmentService.getAssessment", () -> assessments.getAssessment(uuid));
        calls.put("AssessmentService.getAssessments", () -> assessments.getAssessments(search));
        calls.put("AssessmentService.getCohortAssessments", () -> assessments.getCohortAssessments(search));
        calls.put("AssessmentService.countAssessments", () -> assessments.countAssessments(search));
        calls.put("AssessmentService.getHiddenRatings", () -> assessments.getHiddenRatings(search));
        calls.put("AssessmentService.isRatedBlind", () -> assessments.isRatedBlind(read));
        calls.put("AssessmentService.getHistory", () -> assessments.getHistory(read));
        calls.put("AssessmentService.getScores", () -> assessments.getScores(read));
        calls.put(
                "AssessmentService.checkAssessment",
                () -> assessments.checkAssessment(new AssessmentBody(saprof()).newAssessment()));
        calls.put(
                "AssessmentService.saveAssessment",
                () -> assessments.saveAssessment(new AssessmentBody(saprof()).newAssessment()));
        calls.put("AssessmentService.deleteAssessment", () -> {
            assessments.deleteAssessment(read, "test");
            return null;
        });
        calls.put("AssessmentService.undeleteAssessment", () -> assessments.undeleteAssessment(voidedOne));
        calls.put("AssessmentService.purgeAssessment", () -> {
            assessments.purgeAssessment(forPurging);
            return null;
        });
        calls.put("AssessmentService.getProjectionState", assessments::getProjectionState);
        calls.put("AssessmentService.rebuildProjection", assessments::rebuildProjection);
        calls.put(
                "TrajectoryService.getReport",
                () -> trajectories.getReport(
                        TrajectorySearch.builder().patient(patient.getUuid()).build()));
        calls.put(
                "TrajectoryService.getTrajectory",
                () -> trajectories.getTrajectory(
                        TrajectorySearch.builder().patient(patient.getUuid()).build()));
        calls.put("FiledSummaryService.getFiledSummary", () -> summaries.getFiledSummary(summary));
        calls.put(
                "FiledSummaryService.getFiledSummaries",
                () -> summaries.getFiledSummaries(
                        FiledSummarySearch.builder().patient(filed.getPatient()).build()));
        calls.put("FiledSummaryService.fileSummary", () -> summaries.fileSummary(new SummaryBody(newSummary).input()));
        calls.put("FiledSummaryService.deleteFiledSummary", () -> {
            summaries.deleteFiledSummary(filed, "test");
            return null;
        });
        calls.putAll(pathwayCalls());
        UnitService units = Context.getService(UnitService.class);
        PlacementService placements = Context.getService(PlacementService.class);
        Unit place = Unit.builder().uuid(unit).build();
        Placement waiting = Placement.builder()
                .uuid(placement)
                .unit(new Reference((String) newPlacement.get("unit"), null))
                .build();
        PlacementSearch ofUnit = PlacementSearch.builder().unit(unit).build();
        calls.put(
                "PlanService.getPlans",
                () -> Context.getService(PlanService.class).getPlans(Collections.emptyList()));
        calls.put(
                "WorklistService.getWorklist",
                () -> Context.getService(WorklistService.class)
                        .getWorklist(WorklistSearch.builder().build()));
        calls.put("UnitService.getUnit", () -> units.getUnit(unit, null));
        calls.put("UnitService.getUnits", () -> units.getUnits(null, true));
        calls.put("UnitService.saveUnit", () -> units.saveUnit(new UnitBody(newUnit).newUnit()));
        calls.put("UnitService.deleteUnit", () -> {
            units.deleteUnit(place, "test");
            return null;
        });
        calls.put("UnitService.undeleteUnit", () -> units.undeleteUnit(place));
        calls.put("PlacementService.getPlacement", () -> placements.getPlacement(placement));
        calls.put("PlacementService.getPlacements", () -> placements.getPlacements(ofUnit));
        calls.put("PlacementService.countPlacements", () -> placements.countPlacements(ofUnit));
        calls.put(
                "PlacementService.savePlacement",
                () -> placements.savePlacement(new PlacementBody(newPlacement).newPlacement()));
        calls.put("PlacementService.deletePlacement", () -> {
            placements.deletePlacement(waiting, "test");
            return null;
        });
        OutcomeService outcomes = Context.getService(OutcomeService.class);
        OutcomeSearch register =
                OutcomeSearch.builder().patient(patient.getUuid()).build();
        calls.put("OutcomeService.getEvent", () -> outcomes.getEvent(event.getUuid()));
        calls.put("OutcomeService.getEvents", () -> outcomes.getEvents(register));
        calls.put("OutcomeService.saveEvent", () -> outcomes.saveEvent(newEvent()));
        calls.put("OutcomeService.deleteEvent", () -> {
            outcomes.deleteEvent(event, "test");
            return null;
        });
        calls.put("OutcomeService.getCheck", () -> outcomes.getCheck(check.getUuid()));
        calls.put("OutcomeService.getChecks", () -> outcomes.getChecks(register));
        calls.put("OutcomeService.saveCheck", () -> outcomes.saveCheck(newCheck()));
        calls.put("OutcomeService.deleteCheck", () -> {
            outcomes.deleteCheck(check, "test");
            return null;
        });
        calls.put("OutcomeService.getFollowUp", () -> outcomes.getFollowUp(register));
        calls.put("OutcomeService.getFollowUpsDue", () -> outcomes.getFollowUpsDue(0, 10));
        calls.put("OutcomeService.countFollowUpsDue", outcomes::countFollowUpsDue);
        calls.put("OutcomeService.getFollowUps", () -> outcomes.getFollowUps(List.of(patient.getUuid())));
        RaterTrainingService trainings = Context.getService(RaterTrainingService.class);
        RaterTraining trained = new RaterTraining();
        trained.setUuid(training);
        calls.put("RaterTrainingService.getTraining", () -> trainings.getTraining(training));
        calls.put(
                "RaterTrainingService.getTrainings",
                () -> trainings.getTrainings(RaterTrainingSearch.builder().build()));
        calls.put(
                "RaterTrainingService.countTrainings",
                () -> trainings.countTrainings(RaterTrainingSearch.builder().build()));
        calls.put(
                "RaterTrainingService.saveTraining",
                () -> trainings.saveTraining(RaterTrainingInput.builder()
                        .provider(rater.getUuid())
                        .instrument("SAPROF")
                        .date("2024-03-01")
                        .level("COURSE")
                        .build()));
        calls.put("RaterTrainingService.deleteTraining", () -> {
            trainings.deleteTraining(trained, "test");
            return null;
        });
        calls.put(
                "GeneratedFormService.getHtmlForm",
                () -> Context.getService(GeneratedFormService.class).getHtmlForm("SAPROF"));
        calls.put(
                "GeneratedFormService.getO3Form",
                () -> Context.getService(GeneratedFormService.class).getO3Form("SAPROF"));
        calls.putAll(studyCalls());
        calls.put("SiteService.getInstruments", site::getInstruments);
        calls.put("SiteService.getInstrument", () -> site.getInstrument("SAPROF"));
        calls.put("SiteService.getRecordTypes", site::getRecordTypes);
        calls.put("SiteService.getSettings", site::getSettings);
        calls.put("SiteService.getDocumentInForce", site::getDocumentInForce);
        calls.put("SiteService.acceptSettings", () -> site.acceptSettings("test", SETTINGS));
        calls.put("SiteService.getSite", site::getSite);
        calls.put("SiteService.getHistory", site::getHistory);
        calls.put("SiteService.check", () -> site.check(DocumentKind.SETTINGS, "test", SETTINGS));
        calls.put("SiteService.accept", () -> site.accept(DocumentKind.SETTINGS, "test", SETTINGS));
        calls.put("SiteService.acceptInPlaceOf", () -> {
            try {
                return site.acceptInPlaceOf("another", DocumentKind.SETTINGS, "test", SETTINGS);
            } catch (SiteChangedException e) {
                return null;
            }
        });
        calls.put(
                "SiteService.acceptIfNew", () -> site.acceptIfNew(DocumentKind.SETTINGS, "test", SETTINGS, new Date()));
        AccessLogSearch entries = AccessLogSearch.builder().user("none").build();
        calls.put("AccessLogService.getAccessLog", () -> log.getAccessLog(entries));
        calls.put("AccessLogService.countAccessLog", () -> log.countAccessLog(entries));
        calls.put("AccessLogService.getAccessLogEntry", () -> log.getAccessLogEntry("none"));
        return calls;
    }

    private Map<String, Callable<?>> studyCalls() {
        ParticipantService participants = Context.getService(ParticipantService.class);
        StudyPlanService plans = Context.getService(StudyPlanService.class);
        ParticipantSearch ofOne =
                ParticipantSearch.builder().patient(participant.getPatient()).build();
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("ParticipantService.getParticipant", () -> participants.getParticipant(participant.getUuid()));
        calls.put("ParticipantService.getParticipants", () -> participants.getParticipants(ofOne));
        calls.put("ParticipantService.countParticipants", () -> participants.countParticipants(ofOne));
        calls.put(
                "ParticipantService.saveParticipant",
                () -> participants.saveParticipant(new ParticipantBody(newParticipant).newParticipant()));
        calls.put("ParticipantService.deleteParticipant", () -> {
            participants.deleteParticipant(participant, "test");
            return null;
        });
        calls.put("StudyExportService.askExport", () -> {
            try {
                return Context.getService(StudyExportService.class).askExport(false, Locale.ENGLISH);
            } catch (SuppressionNotSetException e) {
                return null;
            }
        });
        BacklogService backlog = Context.getService(BacklogService.class);
        calls.put(
                "BacklogService.importBacklog",
                () -> backlog.importBacklog(BacklogInput.builder()
                        .instrument("SAPROF")
                        .file("patient,date")
                        .build()));
        calls.put("BacklogService.getTemplate", () -> backlog.getTemplate("SAPROF"));
        JobService jobs = Context.getService(JobService.class);
        JobSearch everything = JobSearch.builder().build();
        calls.put("JobService.getKinds", jobs::getKinds);
        calls.put("JobService.getJobs", () -> jobs.getJobs(everything));
        calls.put("JobService.countJobs", () -> jobs.countJobs(everything));
        calls.put("JobService.getJob", () -> jobs.getJob("none"));
        calls.put("JobService.cancelJob", () -> jobs.cancelJob("none"));
        calls.put("JobService.getPart", () -> jobs.getPart("none", 1));
        calls.put("StudyPlanService.getPlanInForce", plans::getPlanInForce);
        calls.put("StudyPlanService.getPlans", plans::getPlans);
        calls.put("StudyPlanService.check", () -> plans.check(TestPlans.WHOLE));
        calls.put("StudyPlanService.accept", () -> plans.accept(1, TestPlans.WHOLE));
        StudyService study = Context.getService(StudyService.class);
        calls.put("StudyService.getAnalyses", study::getAnalyses);
        calls.put("StudyService.getFindings", () -> study.getFindings("flow", Map.of()));
        calls.put("StudyService.getReport", study::getReport);
        calls.put("StudyService.getReportToLeave", () -> {
            try {
                return study.getReportToLeave();
            } catch (SuppressionNotSetException e) {
                return null;
            }
        });
        return calls;
    }

    private Map<String, Callable<?>> pathwayCalls() {
        EpisodeService episodes = Context.getService(EpisodeService.class);
        RecordService records = Context.getService(RecordService.class);
        Episode episode = episodes.getEpisode(ofPathway.get("episode")).get();
        PathwayRecord contact = records.getRecord(ofPathway.get("contact")).get();
        EpisodeSearch ofOne =
                EpisodeSearch.builder().patient(episode.getPatient()).build();
        RecordSearch ofSome = RecordSearch.builder().patient(newcomer).build();
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("EpisodeService.getEpisode", () -> episodes.getEpisode(episode.getUuid()));
        calls.put("EpisodeService.getEpisodes", () -> episodes.getEpisodes(ofOne));
        calls.put("EpisodeService.countEpisodes", () -> episodes.countEpisodes(ofOne));
        calls.put(
                "EpisodeService.saveEpisode",
                () -> episodes.saveEpisode(new EpisodeBody(newOfPathway("episode")).newEpisode()));
        calls.put("EpisodeService.deleteEpisode", () -> {
            episodes.deleteEpisode(episode, "test");
            return null;
        });
        calls.put("RecordService.getRecord", () -> records.getRecord(contact.getUuid()));
        calls.put("RecordService.getRecords", () -> records.getRecords(ofSome));
        calls.put("RecordService.countRecords", () -> records.countRecords(ofSome));
        calls.put(
                "RecordService.saveRecord",
                () -> records.saveRecord(new RecordBody("CONTACT", newOfPathway("contact")).newRecord()));
        calls.put("RecordService.deleteRecord", () -> {
            records.deleteRecord(contact, "test");
            return null;
        });
        return calls;
    }

    /** Who is not refused; what a resource does not do is for nobody. */
    private static Map<String, Set<String>> restLines() {
        Map<String, Set<String>> lines = new LinkedHashMap<>();
        resource(lines, "instrument", EVERYBODY, EVERYBODY, roles(), roles(), roles(), roles());
        resource(lines, "recordtype", EVERYBODY, EVERYBODY, roles(), roles(), roles(), roles());
        resource(lines, "assessment", READS, READS, roles(RATER), roles(RATER), roles(RATER), roles(ADMINISTRATOR));
        resource(lines, "trajectory", roles(), READS, roles(), roles(), roles(), roles());
        resource(lines, "summary", READS, READS, roles(RATER), roles(), roles(RATER), roles());
        resource(
                lines,
                "outcomeevent",
                roles(REGISTRAR),
                roles(REGISTRAR),
                roles(REGISTRAR),
                roles(REGISTRAR),
                roles(REGISTRAR),
                roles());
        resource(
                lines,
                "followupcheck",
                roles(REGISTRAR),
                roles(REGISTRAR),
                roles(REGISTRAR),
                roles(REGISTRAR),
                roles(REGISTRAR),
                roles());
        resource(lines, "followup", roles(REGISTRAR), roles(REGISTRAR), roles(), roles(), roles(), roles());
        resource(
                lines,
                "ratertraining",
                READS_TRAINING,
                READS_TRAINING,
                roles(ADMINISTRATOR),
                roles(),
                roles(ADMINISTRATOR),
                roles());
        resource(
                lines,
                "site",
                roles(ADMINISTRATOR),
                roles(ADMINISTRATOR),
                roles(ADMINISTRATOR),
                roles(),
                roles(),
                roles());
        resource(lines, "accesslog", roles(AUDITOR), roles(AUDITOR), roles(), roles(), roles(), roles());
        resource(lines, "projection", roles(ADMINISTRATOR), roles(), roles(ADMINISTRATOR), roles(), roles(), roles());
        for (String path : List.of("episode", "contact", "action", "relay")) {
            resource(
                    lines, path, READS_PATHWAY, READS_PATHWAY, CHARTS_PATHWAY, CHARTS_PATHWAY, CHARTS_PATHWAY, roles());
        }
        Set<String> coordinator = roles(COORDINATOR);
        resource(lines, "study/participant", coordinator, coordinator, coordinator, coordinator, coordinator, roles());
        resource(lines, "study/plan", READS_STUDY, READS_STUDY, roles(), roles(), roles(), roles());
        resource(lines, "worklist", READS_WORKLIST, roles(), roles(), roles(), roles(), roles());
        resource(
                lines,
                "unit",
                READS_PLACES,
                READS_PLACES,
                roles(ADMINISTRATOR),
                roles(ADMINISTRATOR),
                roles(ADMINISTRATOR),
                roles());
        resource(
                lines,
                "placement",
                READS_PLACES,
                READS_PLACES,
                roles(FOLLOWER),
                roles(FOLLOWER),
                roles(FOLLOWER),
                roles());
        for (String analysis : List.of(
                "flow",
                "baseline",
                "survival",
                "change",
                "validity",
                "reliability",
                "implementation",
                "uctieffect",
                "report")) {
            lines.put("GET study/" + analysis, READS_STUDY);
        }
        lines.put("POST study/export", roles(ANALYST));
        // One sees his own jobs alone, and there is none; what is not there is purged by whoever might see it.
        resource(lines, "study/job", roles(ANALYST), roles(), roles(), roles(), roles(), roles(ANALYST));
        lines.put("GET study/job/{uuid}/part/{number}", roles());
        lines.put("POST study/import", roles());
        lines.put("GET study/import/template", roles());
        lines.put("GET instrument/{code}/form", roles(ADMINISTRATOR));
        lines.put("GET trajectory/{patient}/chart", READS);
        lines.put("GET trajectory/{patient}/report", READS);
        return lines;
    }

    private static void resource(
            Map<String, Set<String>> lines,
            String path,
            Set<String> list,
            Set<String> read,
            Set<String> create,
            Set<String> change,
            Set<String> voided,
            Set<String> purge) {
        lines.put("GET " + path, list);
        lines.put("GET " + path + "/{uuid}", read);
        lines.put("POST " + path, create);
        lines.put("POST " + path + "/{uuid}", change);
        lines.put("DELETE " + path + "/{uuid}", voided);
        lines.put("DELETE " + path + "/{uuid}?purge", purge);
    }

    private int send(String line) {
        String[] parts = line.split(" ");
        String resource = parts[1].split("/\\{")[0];
        String path = parts[1].replace("{patient}/chart", patient.getUuid() + "/chart?instrument=SAPROF")
                .replace("{code}/form", "SAPROF/form?engine=o3")
                .replace("{patient}", patient.getUuid())
                .replace("{uuid}?purge", idForPurging(resource) + "?purge=true")
                .replace("{uuid}", id(resource));
        path += parts[0].equals("DELETE") && !path.contains("?") ? "?reason=test" : "";
        path += line.equals("GET outcomeevent") || line.equals("GET followupcheck")
                ? "?patient=" + patient.getUuid()
                : "";
        path = path.replace("{number}", "1");
        path += line.equals("GET study/import/template") ? "?instrument=SAPROF" : "";
        path += line.equals("GET summary") ? "?patient=" + newSummary.get("patient") : "";
        return parts[0].equals("POST")
                ? post(path, body(parts[1])).status()
                : send(HttpMethod.valueOf(parts[0]), path, null).status();
    }

    private Map<String, Object> newTraining() {
        return Map.of("provider", rater.getUuid(), "instrument", "SAPROF", "date", "2024-03-01", "level", "COURSE");
    }

    private Object body(String path) {
        switch (path) {
            case "assessment":
                return saprof();
            case "assessment/{uuid}":
                return Map.of("ratings", Map.of("05", "2"), "reason", "test");
            case "summary":
                return newSummary;
            case "outcomeevent":
                return with(OVERDOSE);
            case "outcomeevent/{uuid}":
                return Map.of("certainty", "UNSURE");
            case "followupcheck":
                return with(CHECK);
            case "followupcheck/{uuid}":
                return Map.of("kind", "YEARLY");
            case "site":
                return Map.of("document", SETTINGS);
            case "projection":
                return Map.of("rebuild", true);
            case "episode":
            case "contact":
            case "action":
            case "relay":
                return newOfPathway(path);
            case "unit":
                return newUnit;
            case "unit/{uuid}":
                return Map.of("capacity", 6);
            case "placement":
                return newPlacement;
            case "placement/{uuid}":
                return Map.of("priority", "HIGH", "priorityReason", "test");
            case "ratertraining":
                return newTraining();
            case "study/participant":
                return newParticipant;
            case "study/participant/{uuid}":
                return Map.of("dateInformed", "2024-03-01");
            case "study/import":
                return Map.of("instrument", "SAPROF", "file", "patient,date");
            case "study/plan":
                return Map.of("document", TestPlans.WHOLE, "inPlaceOf", 1);
            default:
                return Map.of();
        }
    }

    private Map<String, Object> with(Map<String, String> answers) {
        Map<String, Object> body = new LinkedHashMap<>(answers);
        body.put("patient", patient.getUuid());
        return body;
    }

    private String id(String resource) {
        switch (resource) {
            case "instrument":
                return "SAPROF";
            case "recordtype":
                return "CONTACT";
            case "assessment":
                return uuid;
            case "trajectory":
                return patient.getUuid();
            case "summary":
                return summary;
            case "outcomeevent":
                return event.getUuid();
            case "followupcheck":
                return check.getUuid();
            case "followup":
                return patient.getUuid();
            case "site":
                return settings;
            case "accesslog":
                return entry;
            case "unit":
                return unit;
            case "placement":
                return placement;
            case "ratertraining":
                return training;
            case "study/participant":
                return participant.getUuid();
            case "study/plan":
                return plan;
            default:
                return ofPathway.getOrDefault(resource, "none");
        }
    }

    private String idForPurging(String resource) {
        return resource.equals("assessment") ? chartedForPurging : id(resource);
    }

    private static Set<String> serviceMethods() {
        Set<String> methods = new TreeSet<>();
        for (Class<?> implementation :
                found("org.openmrs.module.smpr", new AssignableTypeFilter(OpenmrsService.class))) {
            for (Class<?> service : implementation.getInterfaces()) {
                for (Method method : service.getDeclaredMethods()) {
                    if (!method.isSynthetic()) {
                        assertTrue("twice: " + method, methods.add(service.getSimpleName() + "." + method.getName()));
                    }
                }
            }
        }
        return methods;
    }

    private static Set<String> restPaths() {
        Set<String> paths = new TreeSet<>();
        for (Class<?> resource : annotated(Resource.class)) {
            String path = resource.getAnnotation(Resource.class).name().replace("v1/smpr/", "");
            Map<String, Set<String>> six = new LinkedHashMap<>();
            resource(six, path, roles(), roles(), roles(), roles(), roles(), roles());
            paths.addAll(six.keySet());
        }
        for (Class<?> controller : annotated(Controller.class)) {
            for (Method method : controller.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                // Those of the controllers of all resources answer for paths that none has, and for resources.
                if (mapping != null && !NamespaceController.class.isAssignableFrom(controller)) {
                    for (String path : mapping.value().length == 0 ? new String[] {""} : mapping.value()) {
                        for (RequestMethod verb : mapping.method()) {
                            paths.add(verb + " " + (prefix(controller) + path).replace("/rest/v1/smpr/", ""));
                        }
                    }
                }
            }
        }
        return paths;
    }

    /** @return what the addresses of all methods of the controller begin with */
    private static String prefix(Class<?> controller) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        return mapping == null || mapping.value().length == 0 ? "" : mapping.value()[0];
    }

    private static Set<Class<?>> annotated(Class<? extends Annotation> annotation) {
        return found("org.openmrs.module.smpr.web", new AnnotationTypeFilter(annotation));
    }

    private static Set<Class<?>> found(String inPackage, TypeFilter filter) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (BeanDefinition found : scanner.findCandidateComponents(inPackage)) {
            try {
                classes.add(Class.forName(found.getBeanClassName()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return classes;
    }

    private static void signIn(String role) {
        if (role.equals(SIGNED_OUT)) {
            Context.logout();
        } else if (role.equals(NONE)) {
            TestPeople.signInAsClinician();
        } else {
            TestPeople.signInAsClinician(role);
        }
    }

    private static boolean isAnswered(Callable<?> call) {
        try {
            call.call();
            Context.flushSession();
            return true;
        } catch (APIAuthenticationException | ContextAuthenticationException e) {
            Context.clearSession();
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> whereAllowed(Map<String, Set<String>> lines, String role) {
        return lines.entrySet().stream()
                .filter(line -> line.getValue().contains(role))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> roles(String... roles) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(roles)));
    }
}
