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
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.metadata.StableUuid;

/** Turns what a caller sends into what is to be charted, noting every fault at once. */
final class EncounterInputReader {

    private final List<Instrument> instruments;

    private final Clock clock;

    private final List<Fault> faults;

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
    }

    /** @param amended the assessment that is amended; null for a new one */
    EncounterInput read(AssessmentInput input, Assessment amended) {
        Patient patient = patient(input, amended);
        Date date = date(input, amended, patient);
        Location location = location(input, amended);
        List<Provider> raters = raters(input, amended);
        String reason = reason(input, amended);
        EncounterInput.EncounterInputBuilder read = EncounterInput.builder()
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
            read.instrument(instrument.get())
                    .type(type(instrument.get()))
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

    /** What is complete is locked: it stays complete, and every change has its reason. */
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
        if (reason != null) {
            List<Object> reasons = new ArrayList<>(amended.values(CommonQuestions.AMENDMENT));
            reasons.add(reason);
            answers.put(CommonQuestions.AMENDMENT, reasons);
        }
    }

    private Patient patient(AssessmentInput input, Assessment amended) {
        String uuid = unchanged(Fields.PATIENT, input.getPatient(), amended == null ? null : amended.getPatient());
        Patient patient = uuid == null ? null : Context.getPatientService().getPatientByUuid(uuid);
        if (uuid != null && (patient == null || patient.getVoided())) {
            faults.add(Fault.of(Fields.PATIENT, "unknownPatient"));
        }
        return patient;
    }

    private Optional<Instrument> instrument(AssessmentInput input, Assessment amended) {
        String code = unchanged(
                Fields.INSTRUMENT,
                input.getInstrument(),
                amended == null ? null : amended.getInstrument().getCode());
        Optional<Instrument> instrument =
                instruments.stream().filter(i -> i.getCode().equals(code)).findFirst();
        if (code != null && !instrument.isPresent()) {
            faults.add(Fault.of(Fields.INSTRUMENT, "unknownInstrument", code));
        }
        return instrument;
    }

    private EncounterType type(Instrument instrument) {
        EncounterType type =
                Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType(instrument.getCode()));
        if (type == null) {
            faults.add(Fault.of(Fields.INSTRUMENT, "notInstalled"));
        }
        return type;
    }

    /** Whose assessment it is, and of which instrument, is settled when it is first charted. */
    private String unchanged(String field, String given, String settled) {
        if (settled == null && given == null && !isRefused(field)) {
            faults.add(Fault.of(field, "missing"));
        }
        if (settled != null && given != null && !given.equals(settled)) {
            faults.add(Fault.of(field, "cannotChange"));
        }
        return settled != null ? settled : given;
    }

    private Date date(AssessmentInput input, Assessment amended, Patient patient) {
        Object given = input.getDate();
        Date date = amended == null ? null : amended.getDate();
        if (given instanceof Date) {
            date = (Date) given;
        } else if (given != null) {
            date = given instanceof String
                    ? Times.moment((String) given, clock.getZone()).orElse(null)
                    : null;
            if (date == null) {
                faults.add(Fault.of(Fields.DATE, "notADate"));
            }
        } else if (date == null) {
            if (isDraft(input)) {
                date = Date.from(clock.instant());
            } else {
                faults.add(Fault.of(Fields.DATE, "missing"));
            }
        }
        if (date != null && date.after(Date.from(clock.instant()))) {
            faults.add(Fault.of(Fields.DATE, "inTheFuture"));
        }
        if (date != null && patient != null && patient.getBirthdate() != null && date.before(patient.getBirthdate())) {
            faults.add(Fault.of(Fields.DATE, "beforeBirth"));
        }
        return date;
    }

    private static boolean isDraft(AssessmentInput input) {
        return input.getAnswers() != null
                && CommonQuestions.DRAFT.equals(input.getAnswers().get(CommonQuestions.STATUS));
    }

    private Location location(AssessmentInput input, Assessment amended) {
        String uuid = input.getLocation();
        if (uuid == null && amended != null && amended.getLocation() != null) {
            uuid = amended.getLocation().getUuid();
        }
        Location location = uuid == null ? null : Context.getLocationService().getLocationByUuid(uuid);
        if (uuid != null && location == null) {
            faults.add(Fault.of(Fields.LOCATION, "unknownLocation"));
        }
        return location;
    }

    private List<Provider> raters(AssessmentInput input, Assessment amended) {
        List<String> uuids = input.getRaters();
        if (uuids == null) {
            return amended == null ? Collections.emptyList() : null;
        }
        List<Provider> raters = new ArrayList<>();
        for (String uuid : uuids) {
            Provider rater = uuid == null ? null : Context.getProviderService().getProviderByUuid(uuid);
            if (rater == null) {
                faults.add(Fault.of(Fields.RATERS, "unknownRater"));
            } else if (!raters.contains(rater)) {
                raters.add(rater);
            }
        }
        return raters;
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
                .filter(fault -> !isRefused(fault.getField()))
                .collect(Collectors.toList())
                .forEach(faults::add);
        refuseUnknownLeftOver(instrument, answers);
        return answers;
    }

    /** What was refused, by itself or with the group it stands in, is not reported as missing too. */
    private boolean isRefused(String field) {
        return faults.stream()
                .map(Fault::getField)
                .anyMatch(refused -> field.equals(refused) || field.startsWith(refused + "."));
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
