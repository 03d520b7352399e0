/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.reliability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lombok.Getter;
import org.openmrs.module.smpr.study.data.RatingPair;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;

/** The double ratings with one instrument: those that are used, one a man, and how many are not, and why. */
@Getter
final class InstrumentPairs {

    /** The code. */
    private final String instrument;

    /** In the order of the participants. */
    private final List<RatingPair> used;

    /** Those of whom one is used, by their study codes. */
    private final Set<String> people = new TreeSet<>();

    private final Map<PairUse, Long> counts = new EnumMap<>(PairUse.class);

    InstrumentPairs(StudyData data, String instrument) {
        this.instrument = instrument;
        List<RatingPair> pairs = new ArrayList<>();
        for (Subject subject : data.getSubjects()) {
            for (RatingPair pair : subject.getRatingPairs()) {
                if (pair.getFirst().getInstrument().getCode().equals(instrument)) {
                    PairUse use = PairUse.of(pair, people.contains(subject.getCode()));
                    counts.merge(use, 1L, Long::sum);
                    if (use == PairUse.USED) {
                        pairs.add(pair);
                        people.add(subject.getCode());
                    }
                }
            }
        }
        this.used = Collections.unmodifiableList(pairs);
    }

    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @return whether the same two have rated every man, each of them once: at least two men */
    boolean isCrossed() {
        return used.size() > 1
                && used.stream()
                        .allMatch(pair -> pair.getFirstRaters().size() == 1
                                && pair.getSecondRaters().size() == 1
                                && raters(pair).size() == 2
                                && raters(pair).equals(raters(used.get(0))));
    }

    private static Set<String> raters(RatingPair pair) {
        Set<String> raters = new TreeSet<>(pair.getFirstRaters());
        raters.addAll(pair.getSecondRaters());
        return raters;
    }

    /** @return whether, where the same two rate all, it is the other of them who made the first of this pair */
    boolean isTurned(RatingPair pair) {
        return !pair.getFirstRaters().equals(used.get(0).getFirstRaters());
    }
}
