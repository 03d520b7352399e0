/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import lombok.Getter;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.util.PrivilegeConstants;

/** The roles that the module brings, each with what it needs and no more. */
@Getter
enum SmprRole {
    RATER(
            "SMPR: Rater",
            "A psychiatrist or psychologist: charts assessments with the risk instruments, and the pathway; reads both",
            charting(
                    SmprPrivileges.GET_ASSESSMENTS,
                    SmprPrivileges.MANAGE_ASSESSMENTS,
                    SmprPrivileges.GET_PATHWAY,
                    SmprPrivileges.MANAGE_PATHWAY,
                    SmprPrivileges.GET_WORKLIST,
                    SmprPrivileges.GET_PLACES)),

    FOLLOWER(
            "SMPR: Follower",
            "A nurse or social worker: charts the pathway, the care delivered and places; reads that and assessments",
            charting(
                    SmprPrivileges.GET_ASSESSMENTS,
                    SmprPrivileges.GET_PATHWAY,
                    SmprPrivileges.MANAGE_PATHWAY,
                    SmprPrivileges.GET_WORKLIST,
                    SmprPrivileges.GET_PLACES,
                    SmprPrivileges.MANAGE_PLACES)),

    SECRETARY(
            "SMPR: Secretary",
            "Sees who is due when and which places are taken; finds people, and sees nothing else of their care",
            findingPeople(
                    SmprPrivileges.GET_WORKLIST,
                    SmprPrivileges.GET_PLACES,
                    PrivilegeConstants.GET_LOCATIONS,
                    PrivilegeConstants.GET_PROVIDERS)),

    READER(
            "SMPR: Reader",
            "Reads assessments, trajectories, the pathway and places",
            reading(SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.GET_PATHWAY, SmprPrivileges.GET_PLACES)),

    RESEARCHER(
            "SMPR: Researcher",
            "Reads assessments and trajectories with their research values",
            reading(SmprPrivileges.GET_ASSESSMENTS, SmprPrivileges.GET_RESEARCH_VALUES)),

    REGISTRAR(
            "SMPR: Outcome registrar",
            "Keeps the outcome register; finds people, and sees nothing of their care",
            findingPeople(SmprPrivileges.GET_OUTCOMES, SmprPrivileges.MANAGE_OUTCOMES)),

    STUDY_COORDINATOR(
            "SMPR: Study coordinator",
            "Records who takes part in the study; finds people, and reads their pathway and the study's results",
            findingPeople(
                    SmprPrivileges.GET_STUDY_PARTICIPANTS,
                    SmprPrivileges.MANAGE_STUDY_PARTICIPANTS,
                    SmprPrivileges.GET_PATHWAY,
                    SmprPrivileges.GET_STUDY)),

    STUDY_ANALYST(
            "SMPR: Study analyst",
            "Reads the study's results and exports its data under study codes; finds nobody",
            Collections.unmodifiableSet(
                    new LinkedHashSet<>(Arrays.asList(SmprPrivileges.GET_STUDY, SmprPrivileges.EXPORT_STUDY)))),

    AUDITOR(
            "SMPR: Auditor",
            "Reads who read what of whom; finds people, and sees nothing of their care",
            findingPeople(SmprPrivileges.GET_ACCESS_LOG)),

    ADMINISTRATOR(
            "SMPR: Administrator",
            "Puts the site's settings in force, units of places among them, and purges what was charted by mistake",
            reading(
                    SmprPrivileges.GET_ASSESSMENTS,
                    // The platform purges an encounter only for those who may edit its type.
                    SmprPrivileges.MANAGE_ASSESSMENTS,
                    SmprPrivileges.PURGE_ASSESSMENTS,
                    SmprPrivileges.GET_SETTINGS,
                    SmprPrivileges.MANAGE_SETTINGS,
                    SmprPrivileges.GET_PLACES));

    private final String name;

    private final String description;

    private final Set<String> privileges;

    SmprRole(String name, String description, Set<String> privileges) {
        this.name = name;
        this.description = description;
        this.privileges = privileges;
    }

    /** What finding a person asks for, and the privileges given. */
    private static Set<String> findingPeople(String... more) {
        Set<String> privileges = new LinkedHashSet<>(Arrays.asList(
                PrivilegeConstants.GET_PATIENTS,
                PrivilegeConstants.GET_PERSONS,
                PrivilegeConstants.GET_PATIENT_IDENTIFIERS,
                PrivilegeConstants.GET_IDENTIFIER_TYPES));
        privileges.addAll(Arrays.asList(more));
        return Collections.unmodifiableSet(privileges);
    }

    /** What charting asks for besides reading, with the platform's encounters, obs and programs. */
    private static Set<String> charting(String... more) {
        Set<String> privileges = new LinkedHashSet<>(reading(
                // Saving an encounter reads global properties in the user's name from Platform 2.6.11 on.
                PrivilegeConstants.GET_GLOBAL_PROPERTIES,
                // An encounter that is saved looks for its visit.
                PrivilegeConstants.GET_VISITS,
                PrivilegeConstants.ADD_ENCOUNTERS,
                PrivilegeConstants.EDIT_ENCOUNTERS,
                PrivilegeConstants.DELETE_ENCOUNTERS,
                PrivilegeConstants.ADD_OBS,
                PrivilegeConstants.EDIT_OBS,
                PrivilegeConstants.DELETE_OBS,
                PrivilegeConstants.GET_PROGRAMS,
                PrivilegeConstants.GET_PATIENT_PROGRAMS,
                PrivilegeConstants.ADD_PATIENT_PROGRAMS,
                PrivilegeConstants.EDIT_PATIENT_PROGRAMS,
                PrivilegeConstants.DELETE_PATIENT_PROGRAMS));
        privileges.addAll(Arrays.asList(more));
        return Collections.unmodifiableSet(privileges);
    }

    /** What finding a person and reading an encounter asks for, and the privileges given. */
    private static Set<String> reading(String... more) {
        Set<String> privileges = new LinkedHashSet<>(findingPeople(
                PrivilegeConstants.GET_ENCOUNTERS,
                PrivilegeConstants.GET_ENCOUNTER_TYPES,
                PrivilegeConstants.GET_ENCOUNTER_ROLES,
                PrivilegeConstants.GET_OBS,
                PrivilegeConstants.GET_CONCEPTS,
                PrivilegeConstants.GET_FORMS,
                PrivilegeConstants.GET_LOCATIONS,
                PrivilegeConstants.GET_PROVIDERS));
        privileges.addAll(Arrays.asList(more));
        return Collections.unmodifiableSet(privileges);
    }
}
