/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.IndexScore.NoValue;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Index;

/**
 * Computes indices over the assessments of one person. Each assessment is paired with the nearest one of the other
 * instrument in the same context, an earlier before a later one as near, within the days that the site has set; of several on
 * one day with the one that {@linkplain StandingAssessments stands for it}.
 */
public final class IndexScoring {

    private final List<Assessment> assessments;

    private final ZoneId zone;

    /**
     * @param assessments those that count, of all instruments, in order of their dates
     * @param zone the site's time zone, in which days are counted
     */
    public IndexScoring(List<Assessment> assessments, ZoneId zone) {
        this.assessments = assessments;
        this.zone = zone;
    }

    /** @return the indices that the assessment's instrument defines, in the context that it was made for; none where that is not known */
    public List<IndexScore> scores(Assessment assessment) {
        List<IndexScore> scores = new ArrayList<>();
        String context = assessment.stated(CommonQuestions.CONTEXT).orElse(null);
        if (context != null) {
            for (Index index : assessment.getInstrument().getIndices()) {
                scores.add(score(index, assessment, context));
            }
        }
        return scores;
    }

    private IndexScore score(Index index, Assessment assessment, String context) {
        ScaleScore subtracted = scale(assessment, index.getMinus(), context).orElse(null);
        IndexScore.IndexScoreBuilder score = IndexScore.builder()
                .index(index)
                .context(context)
                .assessment(assessment)
                .subtracted(subtracted);
        Integer days = assessment.getSettings().getIndexWithinDays().get(index.getCode());
        if (days == null) {
            return score.noValue(NoValue.NO_TIME_SET).build();
        }
        List<Assessment> ofContext = assessments.stream()
                .filter(other -> other.getInstrument().getCode().equals(index.getOfInstrument())
                        && other.contexts().contains(context))
                .collect(Collectors.toList());
        Assessment counterpart = StandingAssessments.of(ofContext, zone).stream()
                .filter(other -> Math.abs(daysBetween(assessment, other)) <= days)
                .min(Comparator.comparing((Assessment other) -> Math.abs(daysBetween(assessment, other)))
                        .thenComparing(Assessment::getDate))
                .orElse(null);
        if (counterpart == null) {
            return score.noValue(NoValue.NO_COUNTERPART).build();
        }
        ScaleScore from = scale(counterpart, index.getOfScale(), context).orElse(null);
        score.counterpart(counterpart).from(from);
        if (from == null || from.getValue() == null || subtracted == null || subtracted.getValue() == null) {
            return score.noValue(NoValue.NO_SUM).build();
        }
        return score.value(from.getValue() - subtracted.getValue()).build();
    }

    private static Optional<ScaleScore> scale(Assessment assessment, String scale, String context) {
        return new Scoring(assessment.getSettings())
                .scores(assessment).stream()
                        .filter(s -> s.getScale().getCode().equals(scale))
                        .filter(s -> s.getContext() == null || s.getContext().equals(context))
                        .findFirst();
    }

    private long daysBetween(Assessment one, Assessment other) {
        return ChronoUnit.DAYS.between(Times.day(one.getDate(), zone), Times.day(other.getDate(), zone));
    }
}
