/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.metadata.StableUuid;

/** Reads what a caller sends of an encounter besides its answers, noting every fault at once. */
public final class EncounterFields {

    private final Clock clock;

    private final List<Fault> faults;

    /** @param faults what is already known to be wrong; what else is found is added */
    public EncounterFields(Clock clock, List<Fault> faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /**
     * Whose record it is, and of what type, is settled when it is first charted.
     *
     * @param given what the caller sends; null for nothing
     * @param settled what stands; null for nothing
     * @return what holds; null where it is missing
     */
    public String unchanged(String field, String given, String settled) {
        if (settled == null && given == null && !isRefused(field)) {
            faults.add(Fault.of(field, "missing"));
        }
        if (settled != null && given != null && !given.equals(settled)) {
            faults.add(Fault.of(field, "cannotChange"));
        }
        return settled != null ? settled : given;
    }

    /** @return the patient; null where he is not known */
    public Patient patient(String given, String settled) {
        String uuid = unchanged(Fields.PATIENT, given, settled);
        Patient patient = uuid == null ? null : Context.getPatientService().getPatientByUuid(uuid);
        if (uuid != null && (patient == null || patient.getVoided())) {
            faults.add(Fault.of(Fields.PATIENT, "unknownPatient"));
        }
        return patient;
    }

    /**
     * @param field where the type is said
     * @return the encounter type of that code; null where the server has none
     */
    public EncounterType type(String field, String code) {
        EncounterType type = Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType(code));
        if (type == null) {
            faults.add(Fault.of(field, "notInstalled"));
        }
        return type;
    }

    /**
     * @param given a {@link Date}, or a text; null to leave it as it stands
     * @param settled what stands; null for nothing
     * @param otherwise what holds where there is neither; null where that is a fault
     * @param patient null where he is not known
     * @return a moment that has been, after his birth; null where there is none
     */
    public Date date(Object given, Date settled, Date otherwise, Patient patient) {
        Date date = settled;
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
            date = otherwise;
            if (date == null) {
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

    /** @return the location; null for none */
    public Location location(String given, Reference settled) {
        String uuid = given == null && settled != null ? settled.getUuid() : given;
        Location location = uuid == null ? null : Context.getLocationService().getLocationByUuid(uuid);
        if (uuid != null && location == null) {
            faults.add(Fault.of(Fields.LOCATION, "unknownLocation"));
        }
        return location;
    }

    /**
     * @param field what they are called there
     * @param given uuids of providers; null for none given
     * @param otherwise what holds where none are given
     */
    public List<Provider> providers(String field, List<String> given, List<Provider> otherwise) {
        if (given == null) {
            return otherwise;
        }
        List<Provider> providers = new ArrayList<>();
        for (String uuid : given) {
            Provider provider =
                    uuid == null ? null : Context.getProviderService().getProviderByUuid(uuid);
            if (provider == null) {
                faults.add(Fault.of(field, "unknownRater"));
            } else if (!providers.contains(provider)) {
                providers.add(provider);
            }
        }
        return Collections.unmodifiableList(providers);
    }

    /** @return whether the field was refused already, by itself or with the group it stands in: it is not reported as missing too */
    public boolean isRefused(String field) {
        return faults.stream()
                .map(Fault::getField)
                .anyMatch(refused -> field.equals(refused) || field.startsWith(refused + "."));
    }
}
