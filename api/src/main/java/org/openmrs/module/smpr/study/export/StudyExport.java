/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentProjection;
import org.openmrs.module.smpr.study.StudyFindings;
import org.openmrs.module.smpr.study.SuppressionNotSetException;
import org.openmrs.module.smpr.study.data.StudyDao;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.StudyReader;
import org.openmrs.module.smpr.study.job.JobContext;
import org.openmrs.module.smpr.study.job.JobFailedException;
import org.openmrs.module.smpr.study.job.JobFile;
import org.openmrs.module.smpr.study.job.JobKind;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.openmrs.module.smpr.trajectory.words.Language;

/**
 * Makes an export of the study: pseudonymised, with days instead of dates, and with whatever it takes to repeat the main results. What it
 * tells of single participants is under their study codes; what it counts is without small numbers.
 */
public class StudyExport implements JobKind {

    public static final String CODE = "EXPORT";

    public static final String TEXTS = "texts";

    public static final String LOCALE = "locale";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StudyReader reader;

    private final StudyFindings findings;

    private final AssessmentProjection projection;

    private final StudyDao dao;

    private final Clock clock;

    public StudyExport(
            StudyReader reader, StudyFindings findings, AssessmentProjection projection, StudyDao dao, Clock clock) {
        this.reader = reader;
        this.findings = findings;
        this.projection = projection;
        this.dao = dao;
        this.clock = clock;
    }

    @Override
    public String getCode() {
        return CODE;
    }

    @Override
    public String getPrivilege() {
        return SmprPrivileges.EXPORT_STUDY;
    }

    @Override
    public Set<String> getPrivilegesOf(Map<String, Object> parameters) {
        return Boolean.TRUE.equals(parameters.get(TEXTS))
                ? Collections.singleton(SmprPrivileges.EXPORT_STUDY_TEXTS)
                : Collections.emptySet();
    }

    @Override
    public boolean isOfParticipants() {
        return true;
    }

    @Override
    public boolean isResumable() {
        return true;
    }

    @Override
    public Map<String, Object> run(JobContext context) throws IOException {
        boolean texts = Boolean.TRUE.equals(context.getParameters().get(TEXTS));
        if (texts && !Context.hasPrivilege(SmprPrivileges.EXPORT_STUDY_TEXTS)) {
            throw new JobFailedException("TEXTS_NOT_ALLOWED", null);
        }
        context.doing("READING", 0);
        StudyData data = reader.read(context::step);
        context.doing("COMPUTING", 0);
        StudyReport report;
        try {
            report = findings.toLeave(data);
        } catch (SuppressionNotSetException e) {
            throw new JobFailedException("SUPPRESSION_NOT_SET", null);
        }
        JobFile file =
                context.writeFile("smpr-study.zip", "application/zip", out -> write(out, data, report, texts, context));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("participants", data.getSubjects().size());
        result.put("sha256", file.getSha256());
        return result;
    }

    private void write(OutputStream out, StudyData data, StudyReport report, boolean texts, JobContext context)
            throws IOException {
        Locale locale =
                Locale.forLanguageTag(String.valueOf(context.getParameters().get(LOCALE)));
        Language language = new Language(
                (key, arguments) -> Context.getMessageSourceService().getMessage(key, arguments, locale),
                locale,
                clock.getZone());
        List<ExportTable> assessments =
                new AssessmentTables(data, this::read, texts, clock.getZone(), context::step).all();
        List<ExportTable> tables = new ArrayList<>(new ParticipantTables(data).all());
        context.doing("WRITING", (long) data.getSubjects().size() * assessments.size());
        ExportArchive archive = new ExportArchive(out, language);
        archive.shipped("README.txt");
        archive.shipped("analysis.R");
        for (ExportTable table : tables) {
            archive.table(table);
            context.step(0);
        }
        for (ExportTable table : assessments) {
            archive.table(table);
        }
        tables.addAll(assessments);
        archive.dictionary(tables);
        archive.text(
                "settings.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ExportedSettings.of(data)));
        if (data.getPlan() != null) {
            archive.text("plan.json", data.getPlan().getDocument());
        }
        archive.results(report);
        archive.finish();
    }

    private List<Assessment> read(Collection<String> patients, String instrument, boolean texts) {
        List<Assessment> assessments = projection.asProjected(patients).stream()
                .filter(assessment -> assessment.getInstrument().getCode().equals(instrument))
                .collect(Collectors.toList());
        return texts ? dao.withTexts(assessments) : assessments;
    }
}
