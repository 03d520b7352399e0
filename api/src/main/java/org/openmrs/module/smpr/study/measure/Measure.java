/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.measure;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Label;

/**
 * One number that an assessment gives to the study: a sum, a final opinion as the place of its level, or an index. What exists
 * once for each context is one measure a context. All are research values.
 */
@Value
@Builder
public class Measure {

    public enum Kind {
        /** The value of a scale, in its points. */
        SCALE,
        /** A final opinion: the place of its level among the levels, from 0. */
        JUDGEMENT,
        /** The difference of two sums, in points. */
        INDEX
    }

    /**
     * Names it: {@code HCR20V3.scale.C}, {@code HCR20V3.scale.R.OUT}, {@code SAPROF.scale.external.withoutCarried},
     * {@code SAPROF.FPJ}, {@code SAPROF.index.hcr20-saprof.OUT}.
     */
    String code;

    Kind kind;

    /** The code of the instrument whose assessments have it. */
    String instrument;

    /** Of an index, the code of the other instrument that it takes a sum from; null otherwise. */
    String ofInstrument;

    /** Of a sum of all items of a scale, its code, under which a site states its measurement error; null otherwise. */
    String scale;

    /** The code of the context that it holds for; null where it does not exist once for each. */
    String context;

    Label label;

    /** Whether the items are left out that care after prison acts on directly, and that a gain while it lasts is partly made of. */
    boolean withoutCarried;

    /** The code of the measure with all items; null where this is one. */
    String withCarried;

    /** Whether it contains static items, and so tells nothing of change. */
    boolean withFixedItems;

    /** What more of it says; null where its definition does not say. */
    Dimension.Direction higher;

    /** The least and the greatest that it can be. */
    double min;

    double max;

    /** Of an opinion, its levels in order; empty otherwise. */
    @Builder.Default
    List<Choice> levels = Collections.emptyList();
}
