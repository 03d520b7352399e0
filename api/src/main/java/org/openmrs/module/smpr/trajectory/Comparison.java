/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import java.util.Set;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;

/** Two assessments of one person with one instrument, held side by side. */
@Value
@Builder(toBuilder = true)
public class Comparison {

    /** Why these two. */
    public enum Kind {
        /** The first in custody, and the latest. */
        FIRST_IN_CUSTODY,
        /** The first after the last release, and the latest. */
        RELEASE,
        /** The last of an earlier day, and the latest. */
        PREVIOUS,
        /** The two that the reader has asked for. */
        CHOSEN
    }

    /** One or more: the first in custody may be the previous one too. */
    Set<Kind> kinds;

    Assessment from;

    Assessment to;

    /** What stands in the way of testing anything between the two; empty where nothing does. */
    List<Reason> reasons;

    List<RatingChange> ratings;

    /** One a scale and context. The numbers in it are research values, and left out for those who may not see them. */
    List<ScaleChange> scales;

    /** Research values: null for those who may not see them. */
    List<IndexChange> indices;

    /** @return whether neither the setting nor the edition changed, as far as is known */
    boolean isWithinSetting() {
        return !reasons.contains(Reason.SETTING_CHANGED) && !reasons.contains(Reason.OTHER_EDITION);
    }

    /** @return whether both assessments rate the context that the rating is for; what has none is always rated */
    public boolean ratesAtBoth(RatingChange change) {
        String context = change.getQuestion().getContext();
        return context == null
                || from.contexts().contains(context) && to.contexts().contains(context);
    }
}
