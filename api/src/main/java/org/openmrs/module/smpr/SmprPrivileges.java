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

    /** Episodes of care, what is charted of them and of the care delivered, and what is due. */
    public static final String GET_PATHWAY = "Get SMPR Pathway";

    public static final String MANAGE_PATHWAY = "Manage SMPR Pathway";

    /** Who is due when, and nothing of what was charted. */
    public static final String GET_WORKLIST = "Get SMPR Worklist";

    /** Who read what of whom. */
    public static final String GET_ACCESS_LOG = "Get SMPR Access Log";

    public static final String GET_SETTINGS = "Get SMPR Settings";

    public static final String MANAGE_SETTINGS = "Manage SMPR Settings";

    /** Units, who waits for a place, who lives there. */
    public static final String GET_PLACES = "Get SMPR Places";

    public static final String MANAGE_PLACES = "Manage SMPR Places";
    /** What became of people after release: apart from their care, and given with none of it. */
    public static final String GET_OUTCOMES = "Get SMPR Outcomes";

    public static final String MANAGE_OUTCOMES = "Manage SMPR Outcomes";

    /** Who takes part in the study, under which code. */
    public static final String GET_STUDY_PARTICIPANTS = "Get SMPR Study Participants";

    public static final String MANAGE_STUDY_PARTICIPANTS = "Manage SMPR Study Participants";

    /** The plan of analysis, and results of many people, which identify nobody. */
    public static final String GET_STUDY = "Get SMPR Study";

    /** To freeze a plan of analysis, and to accept a reliability. */
    public static final String MANAGE_STUDY = "Manage SMPR Study";

    /** Rows of single participants under their codes. */
    public static final String EXPORT_STUDY = "Export SMPR Study";

    /** What was written freely, too: nobody can promise that it names no one. */
    public static final String EXPORT_STUDY_TEXTS = "Export SMPR Study Texts";

    public static final String IMPORT_ASSESSMENTS = "Import SMPR Assessments";

    private SmprPrivileges() {}
}
