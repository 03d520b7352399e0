/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.site.SiteSettings;

/**
 * Reads assessments from rows of the record as they are, whoever wrote them: what does not fit is kept as a fault and
 * breaks nothing else.
 */
final class AssessmentReader {

    private final SiteSettings settings;

    private final Dictionary dictionary;

    private final ZoneId zone;

    private final Map<String, PhaseHistory> phases;

    /** By instrument: many assessments of one instrument are read with one. */
    private final Map<Instrument, AnswerReader> answerReaders = new LinkedHashMap<>();

    /**
     * @param zone the site's time zone, in which days are counted
     * @param phases the phases of care of those whose assessments are read, by uuid of the patient
     */
    AssessmentReader(SiteSettings settings, Dictionary dictionary, ZoneId zone, Map<String, PhaseHistory> phases) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.zone = zone;
        this.phases = phases;
    }

    /**
     * @param rows the obs, voided ones too, and the providers of this encounter, in the order of their ids
     * @param completeDays gives, by the code of an instrument, the days of the person's complete assessments with it
     */
    Assessment read(
            Instrument instrument,
            EncounterRow encounter,
            List<ObsRow> rows,
            List<RaterRow> raters,
            Function<String, Set<LocalDate>> completeDays) {
        List<ObsRow> live = rows.stream().filter(encounter::has).collect(Collectors.toList());
        return assembled(
                        instrument,
                        encounter.getPatient(),
                        encounter.getDate(),
                        answers(instrument, encounter, rows),
                        completeDays)
                .uuid(encounter.getUuid())
                .patient(encounter.getPatient())
                .location(
                        encounter.getLocationUuid() == null
                                ? null
                                : new Reference(encounter.getLocationUuid(), encounter.getLocationName()))
                .raters(RaterRow.references(raters))
                .version(encounter.version(live, raters))
                .voided(encounter.isVoided())
                .creator(encounter.getCreator())
                .dateCreated(encounter.getDateCreated())
                .voidedBy(encounter.getVoidedBy())
                .dateVoided(encounter.getDateVoided())
                .voidReason(encounter.getVoidReason())
                .build();
    }

    /** What the obs of an assessment say, and what is wrong with them themselves. */
    @Value
    static class Answers {

        Map<String, List<Object>> byQuestion;

        List<Fault> faults;

        boolean amended;
    }

    /** @param rows the obs of the encounter, voided ones too, in the order of their ids */
    Answers answers(Instrument instrument, EncounterRow encounter, List<ObsRow> rows) {
        List<ObsRow> live = rows.stream().filter(encounter::has).collect(Collectors.toList());
        List<Fault> faults = new ArrayList<>();
        Map<String, List<Object>> answers = reader(instrument).answers(live, faults);
        return new Answers(answers, faults, isAmended(instrument, encounter, rows, answers));
    }

    /** @return an assessment with what follows from its answers; whose it is has to be added */
    Assessment.AssessmentBuilder assembled(
            Instrument instrument,
            String patient,
            Date date,
            Answers answers,
            Function<String, Set<LocalDate>> completeDays) {
        AssessmentRules rules = new AssessmentRules(instrument, answers.getByQuestion());
        List<Fault> faults = new ArrayList<>(answers.getFaults());
        faults.addAll(rules.faults(Times.day(date, zone), completeDays));
        String phase = Optional.ofNullable(phases.get(patient))
                .flatMap(history -> history.on(Times.day(date, zone)))
                .orElse(null);
        return Assessment.builder()
                .instrument(instrument)
                .settings(settings.forInstrument(instrument.getCode()))
                .date(date)
                .answers(answers.getByQuestion())
                .faults(Collections.unmodifiableList(faults))
                .phaseOfEpisode(phase)
                .warnings(warnings(rules, answers, phase))
                .amended(answers.isAmended());
    }

    /** @param phase that the pathway gives; what the form says beside it is shown, and nobody decides between them */
    private static List<Fault> warnings(AssessmentRules rules, Answers answers, String phase) {
        List<Fault> warnings = new ArrayList<>(rules.warnings());
        List<Object> charted = answers.getByQuestion().getOrDefault(CommonQuestions.PHASE, Collections.emptyList());
        if (phase != null && !charted.isEmpty() && !charted.equals(Collections.singletonList(phase))) {
            warnings.add(Fault.of(CommonQuestions.PHASE, "phaseDisagrees"));
        }
        return Collections.unmodifiableList(warnings);
    }

    private AnswerReader reader(Instrument instrument) {
        return answerReaders.computeIfAbsent(instrument, i -> new AnswerReader(i, dictionary, zone));
    }

    /**
     * Amended through the module, which leaves a reason; or through the platform, where an answer was given or voided
     * after the one that says that it is complete, and not in the same save. What is only written anew, as when patients
     * are merged, was not amended.
     */
    private boolean isAmended(
            Instrument instrument, EncounterRow encounter, List<ObsRow> rows, Map<String, List<Object>> answers) {
        if (answers.containsKey(CommonQuestions.AMENDMENT)) {
            return true;
        }
        AnswerReader reader = reader(instrument);
        Date completed = rows.stream()
                .filter(reader::saysComplete)
                .map(ObsRow::getDateCreated)
                .min(Date::compareTo)
                .orElse(null);
        List<ObsRow> live = rows.stream().filter(encounter::has).collect(Collectors.toList());
        List<ObsRow> gone = rows.stream()
                .filter(row -> !encounter.has(row) && !EncounterWriter.isOwnReason(row.getVoidReason()))
                .collect(Collectors.toList());
        return completed != null
                && (live.stream()
                                .filter(row -> reader.question(row).isPresent())
                                .filter(row -> isAfter(row.getDateCreated(), completed))
                                .anyMatch(row -> gone.stream().noneMatch(row::saysTheSameAs))
                        || gone.stream()
                                .filter(row -> reader.question(row).isPresent())
                                .filter(row -> isAfter(row.getDateVoided(), completed))
                                .anyMatch(row -> live.stream().noneMatch(row::saysTheSameAs)));
    }

    private static boolean isAfter(Date date, Date completed) {
        return date != null && date.getTime() - completed.getTime() > HistoryReader.ONE_SAVE_MILLIS;
    }
}
