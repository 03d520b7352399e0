/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.Setting;

/** For which setting each of two assessments holds: custody or community, and there in the flat-share or not. */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
class Settings implements Comparable<Settings> {

    private static final String NOT_STATED = "NOT_STATED";

    String first;

    String second;

    static Settings of(Rated rated) {
        return new Settings(
                code(rated.getFirst().getCircumstances().getSetting()),
                code(rated.getSecond().getCircumstances().getSetting()));
    }

    private static String code(Setting setting) {
        if (!setting.isKnown()) {
            return NOT_STATED;
        }
        if (!CommonQuestions.COMMUNITY.equals(setting.getContext())) {
            return setting.getContext();
        }
        // In the community one that states no phase may be in the flat-share.
        return setting.isFlatShare()
                ? CommonQuestions.UCTI
                : setting.getContext() + (setting.getPhase() == null ? "_NO_PHASE" : "");
    }

    String getCode() {
        return first + "-" + second;
    }

    /** @return whether the one is in custody, the other in the community */
    boolean isAcross() {
        return isCustody(first) != isCustody(second) && !first.equals(NOT_STATED) && !second.equals(NOT_STATED);
    }

    private static boolean isCustody(String setting) {
        return setting.equals(CommonQuestions.INSTITUTION);
    }

    Term firstTerm() {
        return Term.of("setting", first);
    }

    Term secondTerm() {
        return Term.of("setting", second);
    }

    Term term() {
        return Term.of("term", "fromTo", firstTerm(), secondTerm()).withCode(getCode());
    }

    @Override
    public int compareTo(Settings other) {
        return getCode().compareTo(other.getCode());
    }
}
