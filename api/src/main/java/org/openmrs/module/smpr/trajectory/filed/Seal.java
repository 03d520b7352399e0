/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.trajectory.Digest;

/**
 * Shows whether the record still says what was validated, by whom and when: obs and encounters can be changed by ways
 * that ask nobody to validate anything. It is no signature, and keeps nobody from making one.
 */
final class Seal {

    private Seal() {}

    /**
     * @param validator the uuid of the provider
     * @param zone the site's time zone: databases keep moments as hours there
     * @param answers of the record, by code; its seal is not looked at
     */
    static String of(String validator, Date date, ZoneId zone, Map<String, String> answers) {
        return Digest.of(String.join(
                "\n",
                validator,
                Times.instant(date)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(zone)
                        .toLocalDateTime()
                        .toString(),
                answers.get(SummaryQuestions.LANGUAGE),
                answers.get(SummaryQuestions.WORDING),
                answers.get(SummaryQuestions.BASIS),
                answers.get(SummaryQuestions.TEXT)));
    }
}
