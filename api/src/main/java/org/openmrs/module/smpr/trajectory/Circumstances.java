/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;

/** How an assessment was made, as far as it decides whether its ratings can be held beside those of another with the same instrument. */
@Value
public class Circumstances {

    /** The warning of a rating that looks back over too short a window. */
    static final String SHORT_WINDOW = "shortWindow";

    private static final List<Object> FILE = Collections.singletonList("FILE");

    /** Each empty where the record does not say, or says it faultily; and where the instrument does not ask it. */
    List<Object> edition;

    List<Object> informant;

    List<Object> raterRole;

    /** Whether it lacks an answer that comparing needs and its instrument asks for. */
    boolean incomplete;

    boolean shortWindow;

    /** Whether the instrument has several editions, so that one which states none may be of any. */
    boolean severalEditions;

    Setting setting;

    public static Circumstances of(Assessment assessment) {
        Instrument instrument = assessment.getInstrument();
        return new Circumstances(
                stated(assessment, CommonQuestions.EDITION),
                stated(assessment, CommonQuestions.INFORMANT),
                stated(assessment, CommonQuestions.RATER_ROLE),
                lacks(assessment, CommonQuestions.EDITION)
                        || lacks(assessment, CommonQuestions.INFORMANT)
                        || lacks(assessment, CommonQuestions.RATER_ROLE)
                        || lacksWindow(assessment),
                assessment.getWarnings().stream()
                        .anyMatch(warning -> warning.getCode().equals(SHORT_WINDOW)),
                instrument
                        .question(CommonQuestions.EDITION)
                        .filter(edition -> edition.getChoices().size() > 1)
                        .isPresent(),
                Setting.of(assessment));
    }

    /** @return what stands in the way of testing anything between the two; of what one of them does not state, no more is said than that */
    public List<Reason> reasonsBeside(Circumstances later) {
        List<Reason> reasons = new ArrayList<>();
        if (differ(edition, later.edition)) {
            reasons.add(Reason.OTHER_EDITION);
        }
        if (!informant.isEmpty()
                && !later.informant.isEmpty()
                && informant.equals(FILE) != later.informant.equals(FILE)) {
            reasons.add(Reason.OTHER_SOURCES);
        }
        if (differ(raterRole, later.raterRole)) {
            reasons.add(Reason.OTHER_RATER_ROLE);
        }
        if (shortWindow || later.shortWindow) {
            reasons.add(Reason.SHORT_WINDOW);
        }
        if (incomplete || later.incomplete || !setting.isKnownBeside(later.setting)) {
            reasons.add(Reason.NOT_STATED);
        }
        if (setting.isKnownBeside(later.setting) && !setting.isLike(later.setting)) {
            reasons.add(Reason.SETTING_CHANGED);
        }
        return Collections.unmodifiableList(reasons);
    }

    /** @return whether no rating of one can be held beside one of the other; where there is but one edition, one that does not state it is of it */
    public boolean mayBeOfAnotherEditionThan(Circumstances other) {
        return differ(edition, other.edition) || severalEditions && (edition.isEmpty() || other.edition.isEmpty());
    }

    private static boolean differ(List<Object> one, List<Object> other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static List<Object> stated(Assessment assessment, String code) {
        return assessment
                .getInstrument()
                .question(code)
                .filter(question -> !assessment.isFaulty(question))
                .map(Question::getCode)
                .map(assessment::values)
                .orElse(Collections.emptyList());
    }

    private static boolean lacks(Assessment assessment, String code) {
        return assessment.getInstrument().question(code).isPresent()
                && stated(assessment, code).isEmpty();
    }

    private static boolean lacksWindow(Assessment assessment) {
        Instrument instrument = assessment.getInstrument();
        return instrument.getWindow() != null
                && instrument.getWindow().isWarnWhenShorter()
                && (lacks(assessment, CommonQuestions.WINDOW_START) || lacks(assessment, CommonQuestions.WINDOW_END));
    }
}
