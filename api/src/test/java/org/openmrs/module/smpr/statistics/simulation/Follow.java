/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.simulation;

import org.openmrs.module.smpr.statistics.survival.Exposure;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;

/**
 * People followed for at most 500 days, a fifth of whom are lost within the first 365, with constant hazards of the event and
 * of death, so that what is true of them is known.
 */
final class Follow {

    static final double HORIZON = 365;

    private static final double END = 500;

    private static final double LOSS = -Math.log(0.8) / HORIZON;

    /** A day. */
    private final double event;

    private final double death;

    /** Whether two of five are not at risk for some weeks. */
    private final boolean gaps;

    private Follow(double event, double death, boolean gaps) {
        this.event = event;
        this.death = death;
        this.gaps = gaps;
    }

    /** @param incidence of the event by the horizon; that of death is a fifth of it */
    static Follow incidence(double incidence) {
        double any = -Math.log(1 - 1.2 * incidence) / HORIZON;
        return new Follow(any / 1.2, any - any / 1.2, false);
    }

    /** Nobody dies. */
    static Follow survival(double survival) {
        return new Follow(-Math.log(survival) / HORIZON, 0, false);
    }

    Follow withGaps() {
        return new Follow(event, death, true);
    }

    /** Adds a person, whose hazard of the event is so many times that of others. */
    void add(Draws draws, SurvivalData.Builder people, int person, double times) {
        double atRisk = draws.exponential(event * times + death);
        int end = draws.chance(event * times / (event * times + death)) ? Exposure.EVENT : 2;
        double seen = Math.min(END, draws.exponential(LOSS));
        double leaves = gaps && draws.chance(0.4) ? 300 * draws.uniform() : Double.POSITIVE_INFINITY;
        double away = draws.exponential(1 / 60.0);
        if (atRisk <= leaves || seen <= leaves) {
            people.add(person, 0, Math.min(atRisk, seen), atRisk <= seen ? end : Exposure.NO_EVENT);
        } else {
            people.add(person, 0, leaves, Exposure.NO_EVENT);
            if (seen > leaves + away) {
                double to = Math.min(atRisk + away, seen);
                people.add(person, leaves + away, to, atRisk + away <= seen ? end : Exposure.NO_EVENT);
            }
        }
    }

    SurvivalData of(Draws draws, int people) {
        SurvivalData.Builder builder = SurvivalData.builder();
        for (int person = 0; person < people; person++) {
            add(draws, builder, person, 1);
        }
        return builder.build();
    }
}
