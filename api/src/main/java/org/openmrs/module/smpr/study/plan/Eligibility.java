/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.Value;

/** Who can take part. */
@Value
public class Eligibility {

    /** The first day of the index release; null where there is none. */
    LocalDate releasedFrom;

    /** The last day of the index release; null where there is none. */
    LocalDate releasedUntil;

    /** In years, on the day of inclusion; null where there is none. */
    Integer minimumAge;

    /** In the order in which they are asked. */
    List<Criterion> criteria;

    public Optional<Criterion> criterion(String code) {
        return criteria.stream()
                .filter(criterion -> criterion.getCode().equals(code))
                .findFirst();
    }
}
