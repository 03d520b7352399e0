/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.util;

/** The names of the privileges that the stand-in knows. */
public class PrivilegeConstants {
    public static final String ADD_ENCOUNTERS = "Add Encounters";
    public static final String ADD_OBS = "Add Observations";
    public static final String ADD_PATIENTS = "Add Patients";
    public static final String ADD_PATIENT_IDENTIFIERS = "Add Patient Identifiers";
    public static final String ADD_PATIENT_PROGRAMS = "Add Patient Programs";
    public static final String ADD_PERSONS = "Add People";
    public static final String ADD_USERS = "Add Users";
    public static final String ASSIGN_SYSTEM_DEVELOPER_ROLE = "Assign System Developer Role";
    public static final String CREATE_REFERENCE_TERMS_WHILE_EDITING_CONCEPTS =
            "Create Reference Terms While Editing Concepts";
    public static final String DELETE_ENCOUNTERS = "Delete Encounters";
    public static final String DELETE_OBS = "Delete Observations";
    public static final String DELETE_PATIENTS = "Delete Patients";
    public static final String DELETE_PATIENT_IDENTIFIERS = "Delete Patient Identifiers";
    public static final String DELETE_PATIENT_PROGRAMS = "Delete Patient Programs";
    public static final String DELETE_PERSONS = "Delete People";
    public static final String DELETE_USERS = "Delete Users";
    public static final String EDIT_ENCOUNTERS = "Edit Encounters";
    public static final String EDIT_OBS = "Edit Observations";
    public static final String EDIT_PATIENTS = "Edit Patients";
    public static final String EDIT_PATIENT_IDENTIFIERS = "Edit Patient Identifiers";
    public static final String EDIT_PATIENT_PROGRAMS = "Edit Patient Programs";
    public static final String EDIT_PERSONS = "Edit People";
    public static final String EDIT_USERS = "Edit Users";
    public static final String EDIT_USER_PASSWORDS = "Edit User Passwords";
    public static final String FORM_ENTRY = "Form Entry";
    public static final String GET_CONCEPTS = "Get Concepts";
    public static final String GET_CONCEPT_ATTRIBUTE_TYPES = "Get Concept Attribute Types";
    public static final String GET_CONCEPT_CLASSES = "Get Concept Classes";
    public static final String GET_CONCEPT_DATATYPES = "Get Concept Datatypes";
    public static final String GET_CONCEPT_MAP_TYPES = "Get Concept Map Types";
    public static final String GET_CONCEPT_REFERENCE_TERMS = "Get Concept Reference Terms";
    public static final String GET_CONCEPT_SOURCES = "Get Concept Sources";
    public static final String GET_ENCOUNTERS = "Get Encounters";
    public static final String GET_ENCOUNTER_ROLES = "Get Encounter Roles";
    public static final String GET_ENCOUNTER_TYPES = "Get Encounter Types";
    public static final String GET_FORMS = "Get Forms";
    public static final String GET_GLOBAL_PROPERTIES = "Get Global Properties";
    public static final String GET_IDENTIFIER_TYPES = "Get Identifier Types";
    public static final String GET_LOCATIONS = "Get Locations";
    public static final String GET_OBS = "Get Observations";
    public static final String GET_PATIENTS = "Get Patients";
    public static final String GET_PATIENT_IDENTIFIERS = "Get Patient Identifiers";
    public static final String GET_PATIENT_PROGRAMS = "Get Patient Programs";
    public static final String GET_PERSONS = "Get People";
    public static final String GET_PRIVILEGES = "Get Privileges";
    public static final String GET_PROGRAMS = "Get Programs";
    public static final String GET_PROVIDERS = "Get Providers";
    public static final String GET_ROLES = "Get Roles";
    public static final String GET_USERS = "Get Users";
    public static final String MANAGE_CONCEPTS = "Manage Concepts";
    public static final String MANAGE_CONCEPT_CLASSES = "Manage Concept Classes";
    public static final String MANAGE_CONCEPT_DATATYPES = "Manage Concept Datatypes";
    public static final String MANAGE_CONCEPT_MAP_TYPES = "Manage Concept Map Types";
    public static final String MANAGE_CONCEPT_REFERENCE_TERMS = "Manage Concept Reference Terms";
    public static final String MANAGE_CONCEPT_SOURCES = "Manage Concept Sources";
    public static final String MANAGE_ENCOUNTER_ROLES = "Manage Encounter Roles";
    public static final String MANAGE_ENCOUNTER_TYPES = "Manage Encounter Types";
    public static final String MANAGE_FORMS = "Manage Forms";
    public static final String MANAGE_GLOBAL_PROPERTIES = "Manage Global Properties";
    public static final String MANAGE_IDENTIFIER_TYPES = "Manage Identifier Types";
    public static final String MANAGE_LOCATIONS = "Manage Locations";
    public static final String MANAGE_MODULES = "Manage Modules";
    public static final String MANAGE_PRIVILEGES = "Manage Privileges";
    public static final String MANAGE_PROGRAMS = "Manage Programs";
    public static final String MANAGE_PROVIDERS = "Manage Providers";
    public static final String MANAGE_ROLES = "Manage Roles";
    public static final String PURGE_CONCEPTS = "Purge Concepts";
    public static final String PURGE_CONCEPT_CLASSES = "Purge Concept Classes";
    public static final String PURGE_CONCEPT_DATATYPES = "Purge Concept Datatypes";
    public static final String PURGE_CONCEPT_MAP_TYPES = "Purge Concept Map Types";
    public static final String PURGE_CONCEPT_REFERENCE_TERMS = "Purge Concept Reference Terms";
    public static final String PURGE_CONCEPT_SOURCES = "Purge Concept Sources";
    public static final String PURGE_ENCOUNTERS = "Purge Encounters";
    public static final String PURGE_ENCOUNTER_ROLES = "Purge Encounter Roles";
    public static final String PURGE_ENCOUNTER_TYPES = "Purge Encounter Types";
    public static final String PURGE_FORMS = "Purge Forms";
    public static final String PURGE_GLOBAL_PROPERTIES = "Purge Global Properties";
    public static final String PURGE_IDENTIFIER_TYPES = "Purge Identifier Types";
    public static final String PURGE_LOCATIONS = "Purge Locations";
    public static final String PURGE_OBS = "Purge Observations";
    public static final String PURGE_PATIENTS = "Purge Patients";
    public static final String PURGE_PATIENT_IDENTIFIERS = "Purge Patient Identifiers";
    public static final String PURGE_PATIENT_PROGRAMS = "Purge Patient Programs";
    public static final String PURGE_PERSONS = "Purge People";
    public static final String PURGE_PRIVILEGES = "Purge Privileges";
    public static final String PURGE_PROVIDERS = "Purge Providers";
    public static final String PURGE_ROLES = "Purge Roles";
    public static final String PURGE_USERS = "Purge Users";
    public static final String SQL_LEVEL_ACCESS = "SQL Level Access";
    public static final String VIEW_ADMIN_FUNCTIONS = "View Administration Functions";
    public static final String VIEW_NAVIGATION_MENU = "View Navigation Menu";
    public static final String GET_VISITS = "Get Visits";
}
