/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;

/** Turns what a caller sends into what is to be charted, noting every fault at once. */
final class EncounterInputReader {

    private final List<Instrument> instruments;

    private final Clock clock;

    private final List<Fault> faults;

    private final EncounterFields fields;

    private final BiFunction<String, String, Set<LocalDate>> completeDays;

    /**
     * @param faults what is already known to be wrong; what else is found is added, and where it stays empty the result
     *     can be charted
     * @param completeDays gives, by uuid of a patient and code of an instrument, the days of his complete assessments
     */
    EncounterInputReader(
            List<Instrument> instruments,
            Clock clock,
            List<Fault> faults,
            BiFunction<String, String, Set<LocalDate>> completeDays) {
        this.instruments = instruments;
        this.completeDays = completeDays;
        this.clock = clock;
        this.faults = faults;
        this.fields = new EncounterFields(clock, faults);
    }

    /** @param amended the assessment that is amended; null for a new one */
    EncounterInput read(AssessmentInput input, Assessment amended) {
        Patient patient = fields.patient(input.getPatient(), amended == null ? null : amended.getPatient());
        Date date = fields.date(
                input.getDate(),
                amended == null ? null : amended.getDate(),
                isDraft(input) ? Date.from(clock.instant()) : null,
                patient);
        Location location = fields.location(input.getLocation(), amended == null ? null : amended.getLocation());
        List<Provider> raters =
                fields.providers(Fields.RATERS, input.getRaters(), amended == null ? Collections.emptyList() : null);
        String reason = reason(input, amended);
        EncounterInput.EncounterInputBuilder read = EncounterInput.builder()
                .newUuid(input.getNewUuid())
                .patient(patient)
                .date(date)
                .location(location)
                .raters(raters)
                .reason(reason);
        Optional<Instrument> instrument = instrument(input, amended);
        if (instrument.isPresent()) {
            Map<String, List<Object>> answers = answers(instrument.get(), input, amended, patient, date);
            boolean changed = amended == null
                    || !bags(answers).equals(bags(amended.getAnswers()))
                    || date != null && date.getTime() != amended.getDate().getTime()
                    || !Objects.equals(uuid(location), uuid(amended.getLocation()))
                    || raters != null && !uuids(raters).equals(uuids(amended));
            if (amended != null && changed) {
                explain(amended, reason, answers);
            }
            read.questionnaire(instrument.get())
                    .type(fields.type(Fields.INSTRUMENT, instrument.get().getCode()))
                    .answers(answers)
                    .changed(changed);
        }
        return read.build();
    }

    /** The answers without their order, which says nothing. */
    private static Map<String, Map<Object, Long>> bags(Map<String, List<Object>> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        answer -> answer.getValue().stream()
                                .collect(Collectors.groupingBy(value -> value, Collectors.counting()))));
    }

    private static String uuid(Location location) {
        return location == null ? null : location.getUuid();
    }

    private static String uuid(Reference reference) {
        return reference == null ? null : reference.getUuid();
    }

    private static Set<String> uuids(List<Provider> raters) {
        return raters.stream().map(Provider::getUuid).collect(Collectors.toSet());
    }

    private static Set<String> uuids(Assessment amended) {
        return amended.getRaters().stream().map(Reference::getUuid).collect(Collectors.toSet());
    }

    /** Only what is complete is amended: a draft is saved again, for no reason that anybody has to know. */
    private String reason(AssessmentInput input, Assessment amended) {
        String reason = input.getReason() == null ? "" : input.getReason().trim();
        faults.addAll(Reasons.faults(reason));
        return reason.isEmpty() || amended == null || !amended.isComplete() ? null : reason;
    }

    /** What is complete is locked: it stays complete, and every change has its reason. What is a second rating stays one. */
    private void explain(Assessment amended, String reason, Map<String, List<Object>> answers) {
        // One that says both, as other routes can leave it, is not unlocked by that.
        if (amended.values(CommonQuestions.STATUS).contains(CommonQuestions.COMPLETE)) {
            if (reason == null) {
                faults.add(Fault.of(Fields.REASON, "missing"));
            }
            if (answers.containsKey(CommonQuestions.STATUS) && !AssessmentRules.isComplete(answers)) {
                faults.add(Fault.of(CommonQuestions.STATUS, "locked"));
            }
        }
        if (saysIndependent(amended.getAnswers()) && !saysIndependent(answers)) {
            faults.add(Fault.of(CommonQuestions.RATER_ROLE, "independentStays"));
        }
        if (reason != null) {
            List<Object> reasons = new ArrayList<>(amended.values(CommonQuestions.AMENDMENT));
            reasons.add(reason);
            answers.put(CommonQuestions.AMENDMENT, reasons);
        }
    }

    /** What it hid until now would be open to its rater. */
    private static boolean saysIndependent(Map<String, List<Object>> answers) {
        return answers.getOrDefault(CommonQuestions.RATER_ROLE, Collections.emptyList())
                .contains(CommonQuestions.INDEPENDENT);
    }

    private Optional<Instrument> instrument(AssessmentInput input, Assessment amended) {
        String code = fields.unchanged(
                Fields.INSTRUMENT,
                input.getInstrument(),
                amended == null ? null : amended.getInstrument().getCode());
        Optional<Instrument> instrument =
                instruments.stream().filter(i -> i.getCode().equals(code)).findFirst();
        if (code != null && !instrument.isPresent()) {
            faults.add(Fault.of(Fields.INSTRUMENT, "unknownInstrument", code));
        }
        // What is there already can be put right whatever the site uses now.
        if (amended == null && instrument.filter(found -> !found.isInUse()).isPresent()) {
            faults.add(Fault.of(Fields.INSTRUMENT, "instrumentNotInUse", code));
        }
        return instrument;
    }

    private static boolean isDraft(AssessmentInput input) {
        return input.getAnswers() != null
                && CommonQuestions.DRAFT.equals(input.getAnswers().get(CommonQuestions.STATUS));
    }

    private Map<String, List<Object>> answers(
            Instrument instrument, AssessmentInput input, Assessment amended, Patient patient, Date date) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        if (amended != null) {
            answers.putAll(amended.getAnswers());
        }
        if (input.getAnswers() != null) {
            new InputReader(instrument, faults).read(input.getAnswers()).forEach((question, values) -> {
                answers.remove(question);
                if (!values.isEmpty()) {
                    answers.put(question, values);
                }
            });
        }
        AssessmentRules rules = new AssessmentRules(instrument, answers);
        List<Fault> found = rules.isComplete()
                ? rules.faults(
                        date == null ? null : Times.day(date, clock.getZone()),
                        other ->
                                patient == null ? Collections.emptySet() : completeDays.apply(patient.getUuid(), other))
                : rules.unstorable();
        found.stream()
                .filter(fault -> !fields.isRefused(fault.getField()))
                .collect(Collectors.toList())
                .forEach(faults::add);
        refuseUnknownLeftOver(instrument, answers);
        return answers;
    }

    /** An amendment cannot leave an answer standing that is none of the instrument's. */
    private void refuseUnknownLeftOver(Instrument instrument, Map<String, List<Object>> answers) {
        instrument.getQuestions().stream()
                .filter(question -> !question.getChoices().isEmpty())
                .forEach(question -> answers.getOrDefault(question.getCode(), Collections.emptyList()).stream()
                        .filter(value -> !question.choice((String) value).isPresent())
                        .forEach(value ->
                                faults.add(Fault.of(Fields.of(question), "unknownAnswer", String.valueOf(value)))));
    }
}
