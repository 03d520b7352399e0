/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.openmrs.module.smpr.assessment.ScaleScore.NoValue;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Scale;
import org.openmrs.module.smpr.site.InstrumentSettings;

/** Sums the ratings of an assessment, scale by scale, by the rules of the instrument's definition and the limits of the site. */
public final class Scoring {

    private final InstrumentSettings settings;

    public Scoring(InstrumentSettings settings) {
        this.settings = settings;
    }

    /** @return a score for each scale, and of a scale that exists once for each context, for each that was rated, in the definition's order */
    public List<ScaleScore> scores(Assessment assessment) {
        List<ScaleScore> scores = new ArrayList<>();
        Instrument instrument = assessment.getInstrument();
        for (Scale scale : instrument.getScales()) {
            for (String context : scale.isPerContext() ? contexts(assessment) : Collections.<String>singleton(null)) {
                scores.add(score(assessment, scale, context));
            }
        }
        return scores;
    }

    /** All of them where none was rated: that there is no value is said for each. */
    private static Set<String> contexts(Assessment assessment) {
        Instrument instrument = assessment.getInstrument();
        Set<String> rated = assessment.contexts();
        if (rated.isEmpty()) {
            instrument.contexts().forEach(context -> rated.add(context.getCode()));
        }
        return rated;
    }

    /**
     * @param scale of the instrument, or with some of such a scale's items under a code of its own
     * @param context null where the scale does not exist once for each
     */
    public ScaleScore score(Assessment assessment, Scale scale, String context) {
        int sum = 0;
        int rated = 0;
        int omitted = 0;
        int notApplicable = 0;
        int missing = 0;
        boolean faulty = false;
        boolean unnumbered = false;
        for (Question question : assessment.getInstrument().summedBy(scale, context)) {
            Choice choice = assessment
                    .choice(question.getCode())
                    .flatMap(question::choice)
                    .orElse(null);
            if (!assessment.values(question.getCode()).isEmpty() && (choice == null || assessment.isFaulty(question))) {
                faulty = true;
            } else if (choice == null) {
                missing++;
            } else if (choice.getKind() == Choice.Kind.OMITTED) {
                omitted++;
            } else if (choice.getKind() == Choice.Kind.NOT_APPLICABLE) {
                notApplicable++;
            } else if (choice.getValue() == null) {
                unnumbered = true;
            } else {
                rated++;
                sum += choice.getValue();
            }
        }
        NoValue noValue = faulty
                ? NoValue.FAULTY
                : missing > 0
                        ? NoValue.MISSING
                        : notApplicable > 0
                                ? NoValue.NOT_APPLICABLE
                                : unnumbered ? NoValue.UNNUMBERED : rated == 0 ? NoValue.ALL_OMITTED : null;
        ScaleScore.ScaleScoreBuilder score = ScaleScore.builder()
                .scale(scale)
                .context(context)
                .rated(rated)
                .omitted(omitted)
                .notApplicable(notApplicable)
                .missing(missing);
        if (noValue != null) {
            return score.noValue(noValue).build();
        }
        score.raw(sum);
        if (scale.isWithMean()) {
            score.mean((double) sum / rated);
        }
        if (omitted == 0) {
            return score.value((double) sum).build();
        }
        double prorated = (double) sum / rated * scale.getItems().size();
        score.prorated(prorated);
        Integer limit = settings.getOmissionLimits().get(scale.getCode());
        if (limit == null) {
            return score.noValue(NoValue.NO_LIMIT_SET).build();
        }
        return omitted > limit
                ? score.noValue(NoValue.BEYOND_LIMIT).build()
                : score.value(prorated).build();
    }
}
