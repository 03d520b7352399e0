/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Instrument;

/** What one instrument says of a person over time. */
@Value
@Builder
public class InstrumentTrajectory {

    Instrument instrument;

    /** Every assessment in order of its date: drafts, second ratings and faulty ones too. */
    List<Assessment> assessments;

    /** Of those that make the series the one that stands for each day, in order of the dates. */
    List<Assessment> standing;

    /** Whether assessments are left out by their dates or phase. */
    boolean part;

    /** Whether a blind rating hides any assessment from the reader. */
    boolean hiding;

    /** Whether it hides one that counts, so that what is told here is not the whole. */
    boolean withheld;

    /** What the final opinions were, one series a judgement, as charted. */
    List<JudgementSeries> judgements;

    /** The sums over time, one series a scale and context: research values, null for those who may not see them. */
    List<ScaleSeries> scales;

    /** The indices over time, one series an index and context: research values, null for those who may not see them. */
    List<IndexSeries> indices;

    /** Pairs of assessments held side by side: those asked for, else those of which one is the latest. */
    List<Comparison> comparisons;

    /**
     * @return what is told of change where there is room for little: the pair that the reader has chosen, else the first in
     *     custody and the latest, else the previous and the latest; and where between those two nothing can be tested because
     *     the setting or the edition changed, also since the release, or since the previous, within the same setting
     */
    public List<Comparison> told() {
        List<Comparison> told = new ArrayList<>();
        comparison(
                        Comparison.Kind.CHOSEN,
                        Comparison.Kind.FIRST_IN_CUSTODY,
                        Comparison.Kind.PREVIOUS,
                        Comparison.Kind.RELEASE)
                .ifPresent(told::add);
        if (!told.isEmpty() && !told.get(0).isWithinSetting()) {
            comparison(Comparison.Kind.RELEASE, Comparison.Kind.PREVIOUS)
                    .filter(nearer -> nearer != told.get(0) && nearer.isWithinSetting())
                    .ifPresent(told::add);
        }
        return told;
    }

    private Optional<Comparison> comparison(Comparison.Kind... kinds) {
        return Arrays.stream(kinds)
                .flatMap(kind -> comparisons.stream()
                        .filter(comparison -> comparison.getKinds().contains(kind)))
                .findFirst();
    }

    /** @return the latest of those that make the series, as it stands for its day; empty where there is none */
    public Optional<Assessment> latest() {
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.get(standing.size() - 1));
    }

    /** @return the assessments that make the series: complete ones, second ratings left out */
    public List<Assessment> counted() {
        return assessments.stream().filter(InstrumentTrajectory::counts).collect(Collectors.toList());
    }

    /** @return whether the assessment is part of the series: a draft is no assessment, a second rating is not the one of record */
    public static boolean counts(Assessment assessment) {
        return assessment.isComplete() && !assessment.isIndependent();
    }
}
