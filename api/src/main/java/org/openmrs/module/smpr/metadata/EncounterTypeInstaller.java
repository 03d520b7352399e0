/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.Getter;
import org.openmrs.EncounterType;
import org.openmrs.api.EncounterService;
import org.openmrs.api.EncounterTypeLockedException;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.RecordType;

/** Installs an encounter type for each instrument and for each other record, which nobody without the module's privileges can see from the moment it exists. */
final class EncounterTypeInstaller {

    private final EncounterService service;

    private final RoleInstaller roles;

    private final Installation installation;

    @Getter
    private int created;

    EncounterTypeInstaller(EncounterService service, RoleInstaller roles, Installation installation) {
        this.service = service;
        this.roles = roles;
        this.installation = installation;
    }

    void install(List<Instrument> instruments, List<RecordType> recordTypes) {
        for (Instrument instrument : instruments) {
            installUnlessLocked(
                    instrument.getCode(),
                    nameOf(instrument),
                    "An assessment with the " + instrument.getTitle().in(Locale.ENGLISH),
                    RecordType.Subject.ASSESSMENT);
        }
        for (RecordType type : recordTypes) {
            installUnlessLocked(
                    type.getCode(),
                    type.getLabel().in(Locale.ENGLISH),
                    type.getTitle().in(Locale.ENGLISH),
                    type.getSubject());
        }
    }

    /** @return what its encounter type is called */
    static String nameOf(Instrument instrument) {
        return "SMPR " + instrument.getLabel().in(Locale.ENGLISH) + " assessment";
    }

    private void installUnlessLocked(String code, String name, String description, RecordType.Subject subject) {
        try {
            if (installation.install(
                    "Encounter type \"" + name + "\"", () -> install(code, name, description, subject))) {
                created++;
            }
        } catch (EncounterTypeLockedException e) {
            installation.leaveOut(
                    "Encounter type \"" + name
                            + "\" is left out: encounter types are locked (global property EncounterType.encounterTypes.locked)");
        }
    }

    private boolean install(String code, String name, String description, RecordType.Subject subject) {
        String uuid = StableUuid.ofEncounterType(code);
        if (service.getEncounterTypeByUuid(uuid) != null) {
            return false;
        }
        Optional<EncounterType> other = service.getAllEncounterTypes(true).stream()
                .filter(type -> type.getName().equalsIgnoreCase(name))
                .findFirst();
        if (other.isPresent()) {
            installation.leaveOut("Encounter type \"" + name + "\" (" + uuid + ") is left out: encounter type "
                    + other.get().getUuid() + " has its name");
            return false;
        }
        EncounterType type = new EncounterType(name, description);
        type.setUuid(uuid);
        boolean ofPathway = subject == RecordType.Subject.PATHWAY;
        type.setViewPrivilege(roles.privilege(ofPathway ? SmprPrivileges.GET_PATHWAY : SmprPrivileges.GET_ASSESSMENTS));
        type.setEditPrivilege(
                roles.privilege(ofPathway ? SmprPrivileges.MANAGE_PATHWAY : SmprPrivileges.MANAGE_ASSESSMENTS));
        service.saveEncounterType(type);
        return true;
    }
}
