/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.reliability;

import org.openmrs.module.smpr.study.data.RatingPair;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.Circumstances;
import org.openmrs.module.smpr.trajectory.Reason;

/** What becomes of a pair of ratings: whether it tells of reliability, or the first reason why it does not. */
enum PairUse {
    USED,
    /** A rater had read the other's rating before his own was complete, or has made both. */
    NOT_BLIND,
    /** The access log does not say. */
    BLIND_NOT_KNOWN,
    /** What several have agreed on is more reliable than what one has rated. */
    CONSENSUS,
    OTHER_EDITION,
    OTHER_SOURCES,
    SETTING_CHANGED,
    /** An earlier pair of the same man is used: two of one man are not of two. */
    FURTHER;

    /** @param used whether a pair of the same man with the same instrument is used already */
    static PairUse of(RatingPair pair, boolean used) {
        if (pair.getBlind() == RatingPair.Blind.NO) {
            return NOT_BLIND;
        }
        if (pair.getBlind() == RatingPair.Blind.NOT_KNOWN) {
            return BLIND_NOT_KNOWN;
        }
        if (pair.getFirst().isConsensus()) {
            return CONSENSUS;
        }
        Circumstances first = Circumstances.of(pair.getFirst());
        Circumstances second = Circumstances.of(pair.getSecond());
        if (first.mayBeOfAnotherEditionThan(second)) {
            return OTHER_EDITION;
        }
        if (first.reasonsBeside(second).contains(Reason.OTHER_SOURCES)) {
            return OTHER_SOURCES;
        }
        if (first.reasonsBeside(second).contains(Reason.SETTING_CHANGED)) {
            return SETTING_CHANGED;
        }
        return used ? FURTHER : USED;
    }

    Term term() {
        return Term.of("pairUse", name());
    }
}
