/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import static org.openmrs.module.smpr.study.export.ExportField.Type.INTEGER;
import static org.openmrs.module.smpr.study.export.ExportField.Type.NUMBER;
import static org.openmrs.module.smpr.study.export.ExportField.Type.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.place.Stay;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.study.data.CareEvent;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TimeAtRisk;
import org.openmrs.module.smpr.study.data.WaveState;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.trajectory.Circumstances;

/** The files of an export that come from what the analyses work on: who takes part, what was measured and done, and what became of each. */
final class ParticipantTables {

    private final StudyData data;

    ParticipantTables(StudyData data) {
        this.data = data;
    }

    List<ExportTable> all() {
        List<ExportTable> tables = new ArrayList<>();
        tables.add(participants());
        tables.add(waves());
        tables.add(scores());
        tables.add(care());
        tables.add(stays());
        if (data.isRegisterOn()) {
            tables.add(followUp());
            tables.add(statuses());
        }
        return tables;
    }

    /** Makes a field and its value of each participant. */
    private static final class Columns {

        final List<ExportField> fields = new ArrayList<>();

        final List<Function<Subject, Object>> values = new ArrayList<>();

        void add(ExportField field, Function<Subject, Object> value) {
            fields.add(field);
            values.add(value);
        }

        Object[] of(Subject subject) {
            return values.stream().map(value -> value.apply(subject)).toArray();
        }
    }

    private ExportTable participants() {
        Columns columns = new Columns();
        columns.add(
                field("day_zero", TEXT, "what day 0 is: RELEASE or ENTRY", "ce qu’est le jour 0 : RELEASE ou ENTRY"),
                subject -> DayCount.isFromRelease(subject) ? "RELEASE" : "ENTRY");
        columns.add(field("age", INTEGER, "age in years", "âge en années"), Subject::getAge);
        columns.add(
                field("entry_day", INTEGER, "day of entry into care", "jour d’entrée dans les soins"),
                subject -> DayCount.of(subject, subject.getEpisode().getBegun()));
        columns.add(
                field("origin_day", INTEGER, "first day of the follow-up", "premier jour du suivi"),
                subject -> DayCount.of(subject, subject.getIndexDay()));
        columns.add(
                field("apc_begun_day", INTEGER, "post-prison care begun", "début de l’accompagnement post-carcéral"),
                subject -> DayCount.of(
                        subject, subject.getEpisode().postPrisonCareBegun().orElse(null)));
        columns.add(
                field("care_ended_day", INTEGER, "care ended", "fin des soins"),
                subject -> DayCount.of(subject, subject.getEpisode().getEnded()));
        add(columns, Records.find(Records.ENTRY).get(), Episode::getEntry);
        add(columns, Records.find(Records.RELEASE).get(), Episode::getRelease);
        add(columns, Records.find(Records.END).get(), Episode::getEnd);
        return new ExportTable(
                "participants",
                label("Participants", "Participants"),
                false,
                columns.fields,
                sink -> data.getSubjects().forEach(subject -> sink.row(subject.getCode(), columns.of(subject))));
    }

    /** Whatever a record of the episode answers that is coded, a number or a day; no text. Of several answers where there is one, none is the answer. */
    private static void add(Columns columns, RecordType type, Function<Episode, PathwayRecord> record) {
        Function<Subject, Optional<PathwayRecord>> found =
                subject -> Optional.ofNullable(record.apply(subject.getEpisode()))
                        .filter(charted -> !charted.getDay().isAfter(subject.getLastDay()));
        for (Question question : type.getQuestions()) {
            String code = question.getCode();
            String name = type.getCode() + "_" + code;
            switch (question.getKind()) {
                case CODED:
                    columns.add(
                            ExportField.coded(name, question.isMultiple(), question.getLabel(), question.getChoices()),
                            subject -> question.isMultiple()
                                    ? found.apply(subject)
                                            .map(charted -> charted.values(code))
                                            .orElse(null)
                                    : found.apply(subject)
                                            .flatMap(charted -> charted.choice(code))
                                            .orElse(null));
                    break;
                case NUMBER:
                    columns.add(
                            ExportField.of(name, NUMBER, question.getLabel()),
                            subject -> found.apply(subject)
                                    .map(charted -> charted.values(code))
                                    .filter(values -> values.size() == 1)
                                    .map(values -> values.get(0))
                                    .orElse(null));
                    break;
                case DATE:
                    columns.add(
                            ExportField.of(name + "_day", INTEGER, question.getLabel()),
                            subject -> found.apply(subject)
                                    .flatMap(charted -> charted.day(code))
                                    .map(day -> DayCount.ofAny(subject, day))
                                    .orElse(null));
                    break;
                default:
            }
        }
    }

    private ExportTable waves() {
        List<ExportField> fields = Arrays.asList(
                field("wave", TEXT, "time of assessment", "temps d’évaluation"),
                field("instrument", TEXT, "instrument", "outil"),
                field("second_rating", INTEGER, "1 for the independent second rating", "1 pour la seconde cotation"),
                field("wave_status", TEXT, "made or not", "fait ou non"),
                field("wave_reason", TEXT, "why not", "pourquoi pas"),
                field("due_day", INTEGER, "due day", "jour prévu"),
                field("made_day", INTEGER, "day on which it was made", "jour où il a été fait"),
                field("in_window", INTEGER, "1 within the window", "1 dans la fenêtre"));
        return new ExportTable("waves", label("Times of assessment", "Temps d’évaluation"), true, fields, sink -> {
            for (Subject subject : data.getSubjects()) {
                for (WaveState state : subject.getWaves()) {
                    sink.row(
                            subject.getCode(),
                            state.getWave(),
                            state.getInstrument(),
                            flag(state.isSecond()),
                            state.getStatus(),
                            state.getReason(),
                            DayCount.ofAny(subject, state.getDue()),
                            DayCount.of(subject, state.getMade()),
                            state.getMade() == null ? null : flag(state.isInWindow()));
                }
            }
        });
    }

    private ExportTable scores() {
        List<ExportField> fields = Arrays.asList(
                field("score_instrument", TEXT, "instrument", "outil"),
                field("score_day", INTEGER, "day", "jour"),
                field("score_wave", TEXT, "time of assessment", "temps d’évaluation"),
                field("score_phase", TEXT, "phase of care", "phase de soins"),
                field("measure", TEXT, "measure", "mesure"),
                field("value", NUMBER, "value", "valeur"),
                field(
                        "score_edition",
                        TEXT,
                        "edition of the instrument; NOT_STATED where it has several",
                        "édition de l’outil ; NOT_STATED s’il en a plusieurs"),
                // Not the day: an import has one for all, from which the date of each day 0 could be computed.
                field(
                        "charted_by_day_zero",
                        INTEGER,
                        "1 where nothing of it was charted or changed after day 0",
                        "1 si rien n’en a été saisi ni modifié après le jour 0"),
                field(
                        "charted_by_day_made",
                        INTEGER,
                        "1 where nothing of it was charted or changed after its day",
                        "1 si rien n’en a été saisi ni modifié après son jour"));
        return new ExportTable("scores", label("Measures", "Mesures"), true, fields, sink -> {
            for (Subject subject : data.getSubjects()) {
                subject.getMeasurements().forEach(measurement -> {
                    for (Measure measure : data.getMeasures().of(measurement.getInstrument())) {
                        double value = Subject.value(measurement, measure, data.getMeasures());
                        if (!Double.isNaN(value)) {
                            sink.row(
                                    subject.getCode(),
                                    measurement.getInstrument(),
                                    DayCount.of(subject, measurement.getDay()),
                                    measurement.getWave(),
                                    measurement.getPhase(),
                                    measure.getCode(),
                                    value,
                                    edition(measurement.getCircumstances()),
                                    isBy(measurement.getLastCharted(), DayCount.zero(subject)),
                                    isBy(measurement.getLastCharted(), measurement.getDay()));
                        }
                    }
                });
            }
        });
    }

    /** Two of which either is not stated, or both are and differ, are held beside each other nowhere. */
    private static String edition(Circumstances circumstances) {
        if (circumstances.getEdition().isEmpty()) {
            return circumstances.isSeveralEditions() ? "NOT_STATED" : null;
        }
        return circumstances.getEdition().stream().map(Object::toString).collect(Collectors.joining("|"));
    }

    /** @return null where it is not known when it was charted */
    private static Object isBy(LocalDate charted, LocalDate day) {
        return charted == null ? null : flag(!charted.isAfter(day));
    }

    private ExportTable care() {
        List<ExportField> fields = Arrays.asList(
                field("care_record", TEXT, "CONTACT, ACTION or RELAY", "CONTACT, ACTION ou RELAY"),
                field("care_day", INTEGER, "day", "jour"),
                field("care_phase", TEXT, "phase of care", "phase de soins"),
                field("care_kind", TEXT, "kind", "type"),
                field("care_result", TEXT, "what came of it", "résultat"),
                field("care_targets", TEXT, "items, between vertical bars", "items, entre barres verticales"));
        return new ExportTable("care", label("Care delivered", "Soins"), true, fields, sink -> {
            for (Subject subject : data.getSubjects()) {
                for (CareEvent event : subject.getCare()) {
                    sink.row(
                            subject.getCode(),
                            event.getRecord(),
                            DayCount.of(subject, event.getDay()),
                            event.getPhase(),
                            event.getKind(),
                            event.getResult(),
                            event.getTargets().isEmpty() ? null : String.join("|", event.getTargets()));
                }
            }
        });
    }

    private ExportTable stays() {
        List<ExportField> fields = Arrays.asList(
                field("place_steps", TEXT, "how far the request came", "où en est la demande"),
                field("entered_day", INTEGER, "day of entering", "jour d’entrée"),
                field("left_day", INTEGER, "day of leaving", "jour de départ"));
        return new ExportTable(
                "places", label("Places in the flat-share", "Places à l’appartement"), true, fields, sink -> {
                    for (Subject subject : data.getSubjects()) {
                        String steps = subject.getPlaceSteps().isEmpty()
                                ? null
                                : subject.getPlaceSteps().stream()
                                        .map(Enum::name)
                                        .collect(Collectors.joining("|"));
                        if (subject.getStays().isEmpty() && steps != null) {
                            sink.row(subject.getCode(), steps, null, null);
                        }
                        for (Stay stay : subject.getStays()) {
                            sink.row(
                                    subject.getCode(),
                                    steps,
                                    DayCount.of(subject, stay.getEnteredOn()),
                                    DayCount.of(subject, stay.getLeftOn()));
                        }
                    }
                });
    }

    /** As {@link FollowUpData} gives it to the analyses: what an R user hands to Surv(start, stop, ending). */
    private ExportTable followUp() {
        List<ExportField> fields = Arrays.asList(
                field("counted", TEXT, "what counts as an event", "ce qui compte comme événement"),
                field("months", INTEGER, "horizon, by what is known there", "échéance, selon ce qui y est connu"),
                field("start", NUMBER, "days from the origin, at risk after", "jours depuis l’origine, à risque après"),
                field(
                        "stop",
                        NUMBER,
                        "days from the origin, at risk until",
                        "jours depuis l’origine, à risque jusqu’à"),
                field("ending", INTEGER, "0 no event, 1 event, 2 death", "0 pas d’événement, 1 événement, 2 décès"));
        return new ExportTable("followup", label("Time at risk", "Temps à risque"), true, fields, sink -> {
            for (Counted counted : Counted.values()) {
                if (data.isDefined(counted)) {
                    for (int months : data.getHorizons()) {
                        followUp(counted, months, sink);
                    }
                }
            }
        });
    }

    private void followUp(Counted counted, int months, ExportTable.Sink sink) {
        FollowUpData followUp = FollowUpData.of(data.getSubjects(), counted, months);
        for (int i = 0; i < followUp.getSubjects().size(); i++) {
            TimeAtRisk time = followUp.getTimes().get(i);
            for (TimeAtRisk.Stretch stretch : time.getStretches()) {
                sink.row(
                        followUp.getSubjects().get(i).getCode(),
                        counted,
                        months,
                        stretch.getFrom(),
                        stretch.getTo(),
                        FollowUpData.end(time, stretch));
            }
        }
    }

    private ExportTable statuses() {
        List<ExportField> fields = Arrays.asList(
                field("status_counted", TEXT, "what counts as an event", "ce qui compte comme événement"),
                field("horizon", TEXT, "months, or END_OF_CARE", "mois, ou END_OF_CARE"),
                field("status", TEXT, "what is known at the horizon", "ce qui est connu à l’échéance"),
                field("weak_free", INTEGER, "1: no event known to weak sources", "1 : rien selon des sources faibles"),
                field("provisional", INTEGER, "1: may still change", "1 : peut encore changer"));
        return new ExportTable(
                "status", label("Status at each horizon", "Statut à chaque échéance"), true, fields, sink -> {
                    List<StudyHorizon> horizons = new ArrayList<>();
                    horizons.add(StudyHorizon.END_OF_CARE);
                    data.getRegister().getHorizons().forEach(months -> horizons.add(StudyHorizon.ofMonths(months)));
                    for (Subject subject : data.getSubjects()) {
                        for (Counted counted : Counted.values()) {
                            for (StudyHorizon horizon : horizons) {
                                HorizonStatus status = data.isDefined(counted) && subject.dayOf(horizon) != null
                                        ? subject.at(subject.dayOf(horizon), counted)
                                                .orElse(null)
                                        : null;
                                if (status != null && !status.getHorizon().isAfter(data.getToday())) {
                                    sink.row(
                                            subject.getCode(),
                                            counted,
                                            horizon.getCode(),
                                            status.getStatus(),
                                            flag(status.isFreeByWeakSources()),
                                            flag(status.isProvisional()));
                                }
                            }
                        }
                    }
                });
    }

    private static Integer flag(boolean set) {
        return set ? 1 : 0;
    }

    private static ExportField field(String name, ExportField.Type type, String english, String french) {
        return ExportField.of(name, type, label(english, french));
    }

    static Label label(String english, String french) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("en", english);
        texts.put("fr", french.replace(" :", "\u00a0:"));
        return new Label(texts);
    }
}
