/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.trajectory.Reason;

/** A participant and what was made of him with one instrument at two waves. */
@Getter
@RequiredArgsConstructor
final class Rated {

    private final Subject subject;

    /** Null where it was not made. */
    private final Measurement first;

    private final Measurement second;

    /** Why it was not made twice; null where it was. */
    private final NoPair lacking;

    boolean isTwice() {
        return lacking == null;
    }

    /** @return why, made twice, no difference between the two is tested, whatever the measure */
    List<Reason> reasons() {
        return first.getCircumstances().reasonsBeside(second.getCircumstances());
    }

    boolean isSettingChanged() {
        return reasons().contains(Reason.SETTING_CHANGED);
    }
}
