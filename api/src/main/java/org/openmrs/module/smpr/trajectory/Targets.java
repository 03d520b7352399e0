/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.SameField;

/** What to work on now: the risk factors that are there, what protects and is to be kept, and what is to be built. */
@Value
public class Targets {

    /** In order: by relevance, then those that have risen, like with like, before those that have not, then by presence, then as the instrument has them. */
    List<Target> risk;

    /**
     * Items that the latest assessment does not rate, though it rates their context, and that were present or partly present
     * when last rated: they are no targets, and are not gone either. Each with that last rating and who gave it.
     */
    List<Target> notRatedNow;

    /** The latest assessments in which an item that can be a target is rated, whatever its rating; empty where nothing is known of any. */
    List<Assessment> riskRatedBy;

    /** What the raters marked as carrying the person now. */
    List<Protector> keep;

    /** What they marked as to be worked on. */
    List<Protector> build;

    /** The map that puts items side by side. */
    SameField sameField;
}
