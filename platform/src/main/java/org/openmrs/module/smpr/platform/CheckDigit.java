/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

/** The Luhn check digit of a number. */
public final class CheckDigit {
    private CheckDigit() {}

    /** The digit that follows the number. */
    public static int of(long number) {
        int sum = 0;
        boolean weighed = true;
        for (long rest = number; rest > 0; rest /= 10, weighed = !weighed) {
            long digit = rest % 10 * (weighed ? 2 : 1);
            sum += (int) (digit > 9 ? digit - 9 : digit);
        }
        return (10 - sum % 10) % 10;
    }
}
