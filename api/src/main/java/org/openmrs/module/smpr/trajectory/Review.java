/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.time.LocalDate;
import java.util.Optional;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;

/** When an instrument is to be rated again, as the clinician has set it in the latest assessment. */
@Value
public class Review {

    Instrument instrument;

    /** The latest assessment, which sets it or does not. */
    Assessment setBy;

    /** Null where the latest assessment sets none. */
    LocalDate date;

    /** Whether the day has passed; false where none is set. */
    boolean overdue;

    /** @return empty where the instrument asks for no such day, or was never rated */
    static Optional<Review> of(InstrumentTrajectory trajectory, LocalDate today) {
        Optional<Question> asked = trajectory.getInstrument().getQuestions().stream()
                .filter(Question::isReview)
                .findFirst();
        return asked.isPresent()
                ? trajectory.latest().map(latest -> {
                    LocalDate date = latest.value(asked.get().getCode())
                            .map(LocalDate.class::cast)
                            .orElse(null);
                    return new Review(trajectory.getInstrument(), latest, date, date != null && date.isBefore(today));
                })
                : Optional.empty();
    }
}
