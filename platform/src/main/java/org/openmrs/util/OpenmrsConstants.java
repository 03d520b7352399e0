/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.util;

import java.util.Collection;
import java.util.List;

/** Names and values that modules use. */
public class OpenmrsConstants {
    public static final String OPENMRS_VERSION = version();
    public static final String OPENMRS_VERSION_SHORT = version();
    public static final String GLOBAL_PROPERTY_CONCEPTS_LOCKED = "concepts.locked";
    public static final String GLOBAL_PROPERTY_ENCOUNTER_TYPES_LOCKED = "EncounterType.encounterTypes.locked";
    public static final String GLOBAL_PROPERTY_FORMS_LOCKED = "forms.locked";
    public static final String GLOBAL_PROPERTY_PATIENT_IDENTIFIER_TYPES_LOCKED = "patientIdentifierTypes.locked";
    public static final String GLOBAL_PROPERTY_DEFAULT_LOCALE = "default_locale";
    public static final String GLOBAL_PROPERTY_DEFAULT_LOCALE_DEFAULT_VALUE = "en_GB";
    public static final String GLOBAL_PROPERTY_DEFAULT_LOCATION_NAME = "default_location";
    public static final String GLOBAL_PROPERTY_LOCALE_ALLOWED_LIST = "locale.allowed.list";
    public static final String GP_DEFAULT_CONCEPT_MAP_TYPE = "concept.defaultConceptMapType";
    public static final String GP_DISABLE_VALIDATION = "validation.disable";
    public static final String USER_PROPERTY_DEFAULT_LOCALE = "defaultLocale";
    public static final String USER_PROPERTY_DEFAULT_LOCATION = "defaultLocation";
    public static final String USER_PROPERTY_PROFICIENT_LOCALES = "proficientLocales";

    public static final Collection<String> AUTO_ROLES() {
        return List.of(RoleConstants.ANONYMOUS, RoleConstants.AUTHENTICATED);
    }

    private static String version() {
        return "2.8.9";
    }
}
