/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.util.List;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.result.Finding;

/** One of the study's questions: plain computation on what was read, without a database, a clock or a privilege. */
public interface StudyAnalysis {

    /** Names it, as in the address of its results: {@code survival}. */
    String code();

    /** @return what it finds where nobody asks for anything particular: as the plan in force has it, else a choice of its own, which it documents */
    List<Finding> usual(StudyData data);

    /** @return whether it can be asked this */
    boolean answers(PlannedAnalysis asked);

    /**
     * @param asked what it {@linkplain #answers answers}
     * @return what it finds
     */
    List<Finding> of(StudyData data, PlannedAnalysis asked);
}
