/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Builder;
import lombok.Getter;
import org.openmrs.module.smpr.pathway.training.TrainingLevel;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.measure.NoValue;
import org.openmrs.module.smpr.trajectory.Circumstances;

/** One assessment of a participant, as far as it is measured: small, so that those of many people are held at once. */
@Getter
@Builder
public final class Measurement {

    /** The code of the instrument. */
    private final String instrument;

    private final LocalDate day;

    /** The code of the wave that it was made for; null where it belongs to none. */
    private final String wave;

    /** The phase of care that it was made in; null where nothing says. */
    private final String phase;

    private final Circumstances circumstances;

    /** The day on which anything of it was last charted or changed; what was changed later than an outcome does not predict it. */
    private final LocalDate lastCharted;

    /** The codes of the questions of items that were omitted on purpose. */
    private final Set<String> omitted;

    /** How far the best trained of its raters was trained in the instrument on its day; null where none was, as far as the record says. */
    private final TrainingLevel training;

    /** Whether the record is faulty in anything. */
    private final boolean faulty;

    /** In the order of the measures of its instrument; NaN for no value. */
    @Getter(AccessLevel.NONE)
    private final double[] values;

    /** Why there is no value, by the code of the measure; of few. */
    @Getter(AccessLevel.NONE)
    @Builder.Default
    private final Map<String, NoValue> noValues = Collections.emptyMap();

    /** @param index the place of the measure among those of the instrument */
    double value(int index) {
        return values[index];
    }

    /** @return why there is no value of it; null where there is one */
    public NoValue noValue(Measure measure) {
        return noValues.get(measure.getCode());
    }
}
