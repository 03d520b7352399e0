/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import static org.openmrs.module.smpr.study.export.ExportField.Type.INTEGER;
import static org.openmrs.module.smpr.study.export.ExportField.Type.NOTES;
import static org.openmrs.module.smpr.study.export.ExportField.Type.NUMBER;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;

/** The files of an export that hold every rating, one an instrument: read part by part, and never held whole. */
final class AssessmentTables {

    private static final int AT_ONCE = 250;

    private final StudyData data;

    private final AssessmentSource source;

    /** Whether free texts are exported too. */
    private final boolean texts;

    private final ZoneId zone;

    private final IntConsumer progress;

    /** Of all instruments that are written. */
    private int written;

    /** @param progress told now and then how many participants have been written, of one instrument after the other */
    AssessmentTables(StudyData data, AssessmentSource source, boolean texts, ZoneId zone, IntConsumer progress) {
        this.data = data;
        this.source = source;
        this.texts = texts;
        this.zone = zone;
        this.progress = progress;
    }

    List<ExportTable> all() {
        return data.getSite().getInstruments().stream().map(this::table).collect(Collectors.toList());
    }

    private ExportTable table(Instrument instrument) {
        String prefix = instrument.getCode() + "_";
        List<Question> questions = instrument.getQuestions().stream()
                .filter(question -> texts || question.getKind() != Question.Kind.TEXT)
                .collect(Collectors.toList());
        List<ExportField> fields = new ArrayList<>();
        fields.add(ExportField.of(prefix + "day", INTEGER, ParticipantTables.label("day", "jour")));
        fields.add(ExportField.of(
                prefix + "amended",
                INTEGER,
                ParticipantTables.label("1 where amended after it was complete", "1 si modifiée une fois complète")));
        fields.add(ExportField.of(
                prefix + "faulty",
                INTEGER,
                ParticipantTables.label("1 where the record is faulty", "1 si l’enregistrement comporte une erreur")));
        questions.forEach(question -> fields.add(field(prefix, question)));
        return new ExportTable(
                ExportField.name(instrument.getCode()),
                instrument.getLabel(),
                true,
                fields,
                sink -> write(instrument, questions, sink));
    }

    private static ExportField field(String prefix, Question question) {
        String name = prefix + question.getCode();
        switch (question.getKind()) {
            case CODED:
                return ExportField.coded(name, question.isMultiple(), question.getLabel(), question.getChoices());
            case NUMBER:
                return ExportField.of(name, NUMBER, question.getLabel());
            case DATE:
                return ExportField.of(name + "_day", INTEGER, question.getLabel());
            default:
                return ExportField.of(name, NOTES, question.getLabel());
        }
    }

    private void write(Instrument instrument, List<Question> questions, ExportTable.Sink sink) {
        List<Subject> subjects = data.getSubjects();
        for (int i = 0; i < subjects.size(); i += AT_ONCE) {
            Map<String, Subject> part = subjects.subList(i, Math.min(subjects.size(), i + AT_ONCE)).stream()
                    .collect(Collectors.toMap(subject -> subject.getEpisode().getPatient(), Function.identity()));
            for (Assessment assessment : source.read(part.keySet(), instrument.getCode(), texts)) {
                Subject subject = part.get(assessment.getPatient());
                if (subject.getAssessments().contains(assessment.getUuid())) {
                    LocalDate day = Times.day(assessment.getDate(), zone);
                    sink.row(subject.getCode(), values(subject, day, assessment, questions));
                }
            }
            written += part.size();
            progress.accept(written);
        }
    }

    private static Object[] values(Subject subject, LocalDate day, Assessment assessment, List<Question> questions) {
        List<Object> values = new ArrayList<>();
        values.add(DayCount.of(subject, day));
        values.add(assessment.isAmended() ? 1 : 0);
        values.add(assessment.getFaults().isEmpty() ? 0 : 1);
        for (Question question : questions) {
            values.add(value(subject, assessment.values(question.getCode()), question));
        }
        return values.toArray();
    }

    private static Object value(Subject subject, List<Object> answers, Question question) {
        if (answers.isEmpty()) {
            return null;
        }
        if (question.isMultiple()) {
            return Collections.unmodifiableList(answers);
        }
        // A faulty record can hold several answers to one question: none of them is the answer.
        Object answer = answers.size() == 1 ? answers.get(0) : null;
        return answer instanceof LocalDate ? DayCount.ofAny(subject, (LocalDate) answer) : answer;
    }
}
