/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.function.Supplier;

/** For how many days what a job has made is kept. */
public class DaysKept implements Supplier<Integer> {

    private static final int DAYS = 7;

    @Override
    public Integer get() {
        return DAYS;
    }
}
