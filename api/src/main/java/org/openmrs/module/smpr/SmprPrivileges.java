/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

/** The module's privileges; {@code config.xml} has a row for each, and the README says what each allows. */
public final class SmprPrivileges {

    public static final String GET_ASSESSMENTS = "Get SMPR Assessments";

    public static final String MANAGE_ASSESSMENTS = "Manage SMPR Assessments";

    public static final String PURGE_ASSESSMENTS = "Purge SMPR Assessments";

    /** Sums of ratings: research values, which no clinical page or report shows. */
    public static final String GET_RESEARCH_VALUES = "Get SMPR Research Values";

    /** Who read what of whom. */
    public static final String GET_ACCESS_LOG = "Get SMPR Access Log";

    public static final String GET_SETTINGS = "Get SMPR Settings";

    public static final String MANAGE_SETTINGS = "Manage SMPR Settings";

    /** What became of people after release: apart from their care, and given with none of it. */
    public static final String GET_OUTCOMES = "Get SMPR Outcomes";

    public static final String MANAGE_OUTCOMES = "Manage SMPR Outcomes";

    private SmprPrivileges() {}
}
