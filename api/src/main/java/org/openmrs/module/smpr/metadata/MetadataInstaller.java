/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.util.PrivilegeConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs the concepts, encounter types, program and roles that the definitions ask for. What is there already is left as the
 * site has it; installing again writes nothing unless something is missing.
 */
public class MetadataInstaller {

    private static final Logger log = LoggerFactory.getLogger(MetadataInstaller.class);

    private final SiteService siteService;

    private final DictionaryDao dao;

    private final Installations installations;

    public MetadataInstaller(SiteService siteService, DictionaryDao dao, Installations installations) {
        this.siteService = siteService;
        this.dao = dao;
        this.installations = installations;
    }

    /**
     * Installs what is missing, while no other node does. It needs no privileges of whoever runs it.
     *
     * @return what was done, and what was left out and why; the log says the same
     * @throws IllegalStateException where other nodes kept it waiting too long
     */
    public MetadataReport install() {
        MetadataReport report = installations.runAlone(neededPrivileges(), this::install);
        report(report);
        return report;
    }

    /** The platform shows a module's warnings only, and what was written into a hospital's dictionary is to be seen. */
    private static void report(MetadataReport report) {
        if (report.changedNothing()) {
            log.info("SMPR: {}", report.summary());
        } else {
            log.warn("SMPR: {}", report.summary());
        }
    }

    private MetadataReport install(Installation installation) {
        List<Instrument> instruments = siteService.getInstruments();
        RoleInstaller roles = new RoleInstaller(Context.getUserService(), installation);
        EncounterTypeInstaller encounterTypes =
                new EncounterTypeInstaller(Context.getEncounterService(), roles, installation);
        ConceptInstaller concepts = new ConceptInstaller(Context.getConceptService(), dao, installation);
        roles.install();
        encounterTypes.install(instruments, Definitions.recordTypes());
        concepts.install(ConceptPlan.of(instruments, Definitions.commonQuestions(), Definitions.recordTypes()));
        ProgramInstaller programs =
                new ProgramInstaller(Context.getProgramWorkflowService(), Context.getConceptService(), installation);
        programs.install();
        return new MetadataReport(
                concepts.getCreated(),
                concepts.getCompleted(),
                encounterTypes.getCreated(),
                roles.getCreated(),
                programs.getCreated(),
                Collections.unmodifiableList(installation.getLeftOut()));
    }

    /** What the platform's services ask for, and the roles' own privileges: nobody can make a role with more than he has. */
    private static Set<String> neededPrivileges() {
        Set<String> privileges = new LinkedHashSet<>(Arrays.asList(
                PrivilegeConstants.GET_CONCEPTS,
                PrivilegeConstants.MANAGE_CONCEPTS,
                PrivilegeConstants.GET_CONCEPT_ATTRIBUTE_TYPES,
                PrivilegeConstants.GET_CONCEPT_CLASSES,
                PrivilegeConstants.GET_CONCEPT_DATATYPES,
                PrivilegeConstants.GET_CONCEPT_SOURCES,
                PrivilegeConstants.MANAGE_CONCEPT_SOURCES,
                PrivilegeConstants.GET_CONCEPT_MAP_TYPES,
                PrivilegeConstants.GET_CONCEPT_REFERENCE_TERMS,
                PrivilegeConstants.MANAGE_CONCEPT_REFERENCE_TERMS,
                PrivilegeConstants.GET_ENCOUNTER_TYPES,
                PrivilegeConstants.MANAGE_ENCOUNTER_TYPES,
                PrivilegeConstants.GET_PROGRAMS,
                PrivilegeConstants.MANAGE_PROGRAMS,
                PrivilegeConstants.GET_ROLES,
                PrivilegeConstants.MANAGE_ROLES,
                PrivilegeConstants.GET_PRIVILEGES,
                PrivilegeConstants.MANAGE_PRIVILEGES,
                PrivilegeConstants.GET_GLOBAL_PROPERTIES));
        for (SmprRole role : SmprRole.values()) {
            privileges.addAll(role.getPrivileges());
        }
        return privileges;
    }
}
