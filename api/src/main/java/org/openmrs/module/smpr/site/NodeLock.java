/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Date;
import lombok.Getter;
import lombok.Setter;

/** The row of a lock that nodes of one database share. It runs out by itself, so that a killed node holds up nobody for long. */
@Getter
@Setter
public class NodeLock {

    /** What installs the metadata holds it meanwhile. */
    public static final String INSTALLATION = "installation";

    /** Whoever brings the projection of assessments up to date holds it meanwhile. */
    public static final String PROJECTION = "projection";

    /** Whoever begins an episode of care, or changes one, holds it meanwhile. */
    public static final String EPISODES = "episodes";
    /** Whoever changes units and placements holds it meanwhile. */
    public static final String PLACES = "places";

    /** Whoever brings up to date what is due holds it meanwhile. */
    public static final String DUE = "due";

    /** Whoever takes up a background job holds it meanwhile. */
    public static final String STUDY_JOBS = "study-jobs";

    /** Whoever records a death in the outcome register holds it meanwhile. */
    public static final String DEATHS = "deaths";

    /** Whoever accepts a plan of analysis holds it meanwhile. */
    public static final String STUDY_PLANS = "study-plans";

    /** Whoever records something of a participant of the study holds it meanwhile. */
    public static final String STUDY_PARTICIPANTS = "study-participants";

    private String name;

    /** The node's own random id; null where nobody holds the lock. */
    private String owner;

    private Date heldUntil;
}
