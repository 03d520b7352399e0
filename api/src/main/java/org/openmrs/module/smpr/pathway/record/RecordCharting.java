/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.AssessmentDao;
import org.openmrs.module.smpr.assessment.EncounterFields;
import org.openmrs.module.smpr.assessment.EncounterInput;
import org.openmrs.module.smpr.assessment.EncounterPrivileges;
import org.openmrs.module.smpr.assessment.EncounterWriter;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.InputReader;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.metadata.DictionaryDao;

/** Charts records of the pathway in two steps, so that several, and what goes with them, are written together or not at all. */
public final class RecordCharting {

    private static final String CHANGED = "changed";

    private static final String TYPE = "type";

    private static final String PROVIDERS = "providers";

    private final AssessmentDao dao;

    private final DictionaryDao dictionaryDao;

    private final Clock clock;

    public RecordCharting(AssessmentDao dao, DictionaryDao dictionaryDao, Clock clock) {
        this.dao = dao;
        this.dictionaryDao = dictionaryDao;
        this.clock = clock;
    }

    /**
     * @param changed the record that is changed; null for a new one
     * @param faults what is wrong is added here; where it stays empty the result can be written
     */
    public EncounterInput read(RecordInput input, PathwayRecord changed, List<Fault> faults) {
        EncounterFields fields = new EncounterFields(clock, faults);
        Patient patient = fields.patient(input.getPatient(), changed == null ? null : changed.getPatient());
        Date now = Date.from(clock.instant());
        Date date = fields.date(input.getDate(), changed == null ? null : changed.getDate(), now, patient);
        String code = fields.unchanged(
                TYPE,
                input.getType(),
                changed == null ? null : changed.getType().getCode());
        EncounterInput.EncounterInputBuilder encounter = EncounterInput.builder()
                .patient(patient)
                .date(date)
                .location(fields.location(input.getLocation(), changed == null ? null : changed.getLocation()))
                .raters(fields.providers(PROVIDERS, input.getProviders(), changed == null ? own() : null))
                .reason(changed == null ? null : CHANGED);
        RecordType type = Records.find(code).orElse(null);
        if (code != null && type == null) {
            faults.add(Fault.of(TYPE, "unknownRecord"));
        }
        if (type != null) {
            encounter
                    .questionnaire(type)
                    .type(fields.type(TYPE, code))
                    .answers(answers(type, input, changed, date, faults, fields));
        }
        return encounter.build();
    }

    private Map<String, List<Object>> answers(
            RecordType type,
            RecordInput input,
            PathwayRecord changed,
            Date date,
            List<Fault> faults,
            EncounterFields fields) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        if (changed != null) {
            answers.putAll(changed.getAnswers());
        }
        new InputReader(type, faults).read(input.getAnswers()).forEach((question, values) -> {
            answers.remove(question);
            if (!values.isEmpty()) {
                answers.put(question, values);
            }
        });
        LocalDate day = date == null ? null : Times.day(date, clock.getZone());
        RecordRules.faults(type, answers, day, LocalDate.now(clock)).stream()
                .filter(fault -> !fields.isRefused(fault.getField()))
                .collect(Collectors.toList())
                .forEach(faults::add);
        return answers;
    }

    /** @return the accounts of the signed-in user as a provider, the first that is not retired */
    private static List<Provider> own() {
        return Context.getProviderService()
                .getProvidersByPerson(Context.getAuthenticatedUser().getPerson())
                .stream()
                .filter(provider -> !provider.getRetired())
                .sorted((a, b) -> a.getProviderId().compareTo(b.getProviderId()))
                .limit(1)
                .collect(Collectors.toList());
    }

    /** @return the uuid of the encounter */
    public String write(EncounterInput record, PathwayRecord changed) {
        EncounterPrivileges.requireEdit(record.getType());
        return new EncounterWriter(dao, dictionaryDao.getDictionary(), clock)
                .write(record, changed == null ? null : changed.getUuid())
                .getUuid();
    }
}
