/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.plan.StudyHorizon;

/** Names of what more than one analysis counts or describes people in, so that a count which is not told in one cannot be computed from another. */
public final class Quantities {

    /** All participants who are analysed. */
    public static final String ANALYSED = "study.analysed";

    /** Those who have no index day yet, or none that is known. */
    public static final String NO_INDEX_DAY = "study.noIndexDay";

    /** That which people are described in by their ages. */
    public static final String AGE = "age";

    /** Those followed until a horizon. */
    public static final String FOLLOWED = "n";

    /** Of those followed the ones who are at risk at the horizon. */
    public static final String AT_RISK = "atRisk";

    /** Of those followed the ones who have had an event. */
    public static final String EVENTS = "events";

    /** Of those followed the ones who have died without a known event. */
    public static final String DEATHS = "deaths";

    private static final String N = ".n";

    private static final String MISSING = ".missing";

    private Quantities() {}

    /** @return those of whose baseline it is known, by the code of the variable */
    public static String known(String variable) {
        return "baseline." + variable + N;
    }

    public static String notKnown(String variable) {
        return "baseline." + variable + MISSING;
    }

    /** @return those of whom the measure has a value at the wave */
    public static String values(String wave, Measure measure) {
        return "wave." + wave + "." + measure.getCode() + N;
    }

    public static String noValues(String wave, Measure measure) {
        return "wave." + wave + "." + measure.getCode() + MISSING;
    }

    /** @return that which people are described in by their values of the measure at the wave */
    public static String value(String wave, Measure measure) {
        return "value." + wave + "." + measure.getCode();
    }

    /** @return that which people are described in by how far their values of the measure at the one wave lie from those at the other */
    public static String change(String from, String to, Measure measure) {
        return String.join(".", "change", from, to, measure.getCode());
    }

    /** @return those who stand so at the horizon, it having come or not, by the code of the status */
    public static String horizon(Counted counted, StudyHorizon horizon, String status) {
        return String.join(".", "flow.horizon", counted.name(), horizon.getCode(), status);
    }

    /** @return those of the ones followed for so many months from the index day */
    public static String followed(Counted counted, String what, int months) {
        return String.join(".", "survival", counted.name(), what, String.valueOf(months));
    }

    /** @return how many ratings were made twice with the instrument */
    public static String ratingPairs(String instrument) {
        return "reliability." + instrument + ".all";
    }

    /** @return those of whom it stands so with the instrument at the wave, by the code of the status */
    public static String wave(String wave, String instrument, String status) {
        return String.join(".", "flow.wave", wave, instrument, status);
    }
}
