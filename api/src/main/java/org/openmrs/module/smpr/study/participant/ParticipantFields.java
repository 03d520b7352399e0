/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

/** How the parts of a participant are named where they are exchanged and where faults are reported. */
public final class ParticipantFields {

    public static final String INDEX_EPISODE = "indexEpisode";

    public static final String CRITERIA = "criteria";

    public static final String DATE_INFORMED = "dateInformed";

    public static final String INFORMED_BY = "informedBy";

    public static final String DATE_NOT_OPPOSED = "dateNotOpposed";

    public static final String DATE_INCLUDED = "dateIncluded";

    public static final String OPPOSITION = "opposition";

    public static final String DATE_OPPOSED = "dateOpposed";

    private ParticipantFields() {}

    /** @return the field of the answer to a criterion */
    public static String ofCriterion(String code) {
        return CRITERIA + "." + code;
    }
}
