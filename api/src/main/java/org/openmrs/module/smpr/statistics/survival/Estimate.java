/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import lombok.Value;
import org.openmrs.module.smpr.statistics.Interval;

/** A probability at a time, read off a curve. */
@Value
public class Estimate {

    /** In days. */
    double time;

    /** From 0 to 1; NaN after the last time at which anybody was observed, unless nobody was left event-free by then. */
    double value;

    /** 0 before the first event; NaN where the value is. */
    double standardError;

    /** Undefined where the value is NaN, 0 or 1. */
    Interval interval;

    /** How many were at risk just before the time; at time 0, how many are at risk from the origin on. */
    int atRisk;

    /** How many had the event until the time and at it. */
    int events;
}
