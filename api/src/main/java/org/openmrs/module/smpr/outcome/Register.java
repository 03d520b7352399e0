/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.Reasons;
import org.openmrs.module.smpr.assessment.Times;

/**
 * Keeps the entries of one sort: reads them with the names of those who recorded them, and records, amends and voids
 * them.
 */
abstract class Register<R extends RegisterRow<T>, T extends RegisterEntry> {

    private final Class<R> rowType;

    private final Comparator<T> order;

    private final OutcomeDao dao;

    private final MergedPatients mergedPatients;

    private final Clock clock;

    /** @param order in which a person's entries are given */
    Register(Class<R> rowType, Comparator<T> order, OutcomeDao dao, MergedPatients mergedPatients, Clock clock) {
        this.rowType = rowType;
        this.order = order;
        this.dao = dao;
        this.mergedPatients = mergedPatients;
        this.clock = clock;
    }

    abstract R newRow();

    /**
     * @param before as it stands; null for a new one
     * @param patient null where there is none such, which is a fault already
     * @param faults what is found wrong is added here
     */
    abstract T read(T before, PatientRow patient, GivenAnswers given, Days days, List<Fault> faults);

    Optional<T> find(String uuid) {
        return Optional.ofNullable(uuid == null ? null : dao.byUuid(rowType, uuid))
                .map(this::entry);
    }

    /**
     * @return in order
     * @throws FaultsException where no patient is named, or there is none such: he is not one of whom nothing is known
     */
    List<T> of(OutcomeSearch search) {
        List<PatientRow> patients = search.getPatient() == null
                ? Collections.emptyList()
                : dao.patients(Collections.singletonList(search.getPatient()));
        if (patients.isEmpty()) {
            throw new FaultsException(Collections.singletonList(
                    search.getPatient() == null
                            ? Fault.of(Fields.PATIENT, "missing")
                            : Fault.of(Fields.PATIENT, "unknownPatient")));
        }
        return of(patients, merged(patients), search.isIncludeVoided()).get(search.getPatient());
    }

    /**
     * @param merged which patients are read with which of them, by id
     * @return by uuid of each patient what is told of him, in order
     */
    Map<String, List<T>> of(Collection<PatientRow> patients, Map<Integer, Integer> merged, boolean includeVoided) {
        Map<Integer, String> uuids =
                patients.stream().collect(Collectors.toMap(PatientRow::getId, PatientRow::getUuid));
        Map<String, List<T>> found = new HashMap<>();
        uuids.values().forEach(uuid -> found.put(uuid, new ArrayList<>()));
        List<R> rows = dao.rows(rowType, merged.keySet(), includeVoided);
        Map<Integer, String> users = dao.userNames(rows);
        rows.forEach(row -> {
            String patient = uuids.get(merged.get(row.getPatientId()));
            found.get(patient).add(row.entry(patient, users));
        });
        found.values().forEach(entries -> entries.sort(order));
        return found;
    }

    /** @return which patients are read with which of those */
    Map<Integer, Integer> merged(Collection<PatientRow> patients) {
        return mergedPatients.mergedInto(
                patients.stream().map(PatientRow::getId).collect(Collectors.toList()));
    }

    T save(RegisterInput input) {
        List<Fault> faults = new ArrayList<>(input.getFaults());
        R row = input.getUuid() == null ? newRow() : standing(input);
        PatientRow patient = input.getUuid() == null ? patient(input, faults) : patientOf(row, input, faults);
        LocalDate birth = patient == null || patient.getBirthdate() == null
                ? null
                : Times.day(patient.getBirthdate(), clock.getZone());
        T before = input.getUuid() == null ? null : entry(row);
        T read = read(
                before,
                patient,
                new GivenAnswers(input.getAnswers(), faults),
                new Days(birth, LocalDate.now(clock), faults),
                faults);
        if (!faults.isEmpty() || patient == null) {
            throw new FaultsException(faults);
        }
        if (!read.equals(before)) {
            row.fill(read);
            sign(row, patient);
            dao.save(row);
        }
        return entry(row);
    }

    private void sign(R row, PatientRow patient) {
        Integer user = Context.getAuthenticatedUser().getUserId();
        if (row.getId() == null) {
            row.setPatientId(patient.getId());
            row.setCreator(user);
            row.setDateCreated(now());
        } else {
            row.setVersion(row.getVersion() + 1);
            row.setChangedBy(user);
            row.setDateChanged(now());
        }
    }

    /** Voids the entry, if it is not yet. */
    void delete(String uuid, String reason) {
        Reasons.require(reason);
        R row = locked(uuid);
        if (!row.isVoided()) {
            row.setVoided(true);
            row.setVoidedBy(Context.getAuthenticatedUser().getUserId());
            row.setDateVoided(now());
            row.setVoidReason(reason);
            row.setVersion(row.getVersion() + 1);
            dao.save(row);
        }
    }

    private R standing(RegisterInput input) {
        R row = locked(input.getUuid());
        if (row.isVoided()) {
            throw new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownEntry")));
        }
        if (input.getVersion() != null && !input.getVersion().equals(String.valueOf(row.getVersion()))) {
            throw new ChangedMeanwhileException();
        }
        return row;
    }

    private R locked(String uuid) {
        R row = dao.byUuid(rowType, uuid);
        if (row == null) {
            throw new FaultsException(Collections.singletonList(Fault.of("uuid", "unknownEntry")));
        }
        dao.lock(row);
        return row;
    }

    private PatientRow patient(RegisterInput input, List<Fault> faults) {
        if (input.getPatient() == null) {
            if (faults.stream().noneMatch(fault -> fault.getField().equals(Fields.PATIENT))) {
                faults.add(Fault.of(Fields.PATIENT, "missing"));
            }
            return null;
        }
        PatientRow patient = dao.patients(Collections.singletonList(input.getPatient())).stream()
                .filter(found -> !found.isVoided())
                .findFirst()
                .orElse(null);
        if (patient == null) {
            faults.add(Fault.of(Fields.PATIENT, "unknownPatient"));
        }
        return patient;
    }

    private PatientRow patientOf(R row, RegisterInput input, List<Fault> faults) {
        PatientRow patient = told(row);
        if (input.getPatient() != null && !input.getPatient().equals(patient.getUuid())) {
            faults.add(Fault.of(Fields.PATIENT, "fixed"));
        }
        return patient;
    }

    private T entry(R row) {
        return row.entry(told(row).getUuid(), dao.userNames(Collections.singletonList(row)));
    }

    /** @return the patient whom the row is told of */
    private PatientRow told(R row) {
        return dao.patient(mergedPatients.keptOf(row.getPatientId()));
    }

    /** To the second, which is what every database keeps of it. */
    private Date now() {
        return Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
