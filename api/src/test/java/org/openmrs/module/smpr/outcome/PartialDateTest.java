/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.LocalDate;
import org.junit.Test;

public class PartialDateTest {

    @Test
    public void shouldKnowTheFirstAndTheLastDayOfADayAMonthAndAYear() {
        assertDays("2024-02-29", "2024-02-29", "2024-02-29");
        assertDays("2024-02", "2024-02-01", "2024-02-29");
        assertDays("2023-02", "2023-02-01", "2023-02-28");
        assertDays("2023", "2023-01-01", "2023-12-31");
    }

    @Test
    public void shouldRefuseWhatIsNoDate() {
        for (String text :
                new String[] {"", "24", "2024-13", "2024-2", "2023-02-29", "1850", "2024-02-29T00:00", "٢٠٢٤"}) {
            assertFalse(text, PartialDate.of(text).isPresent());
        }
    }

    private static void assertDays(String text, String earliest, String latest) {
        PartialDate date = PartialDate.of(text).get();
        assertEquals(LocalDate.parse(earliest), date.getEarliest());
        assertEquals(LocalDate.parse(latest), date.getLatest());
        assertEquals(text, date.toString());
    }
}
