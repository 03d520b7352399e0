/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import java.util.Collection;
import java.util.List;
import org.openmrs.module.smpr.assessment.Assessment;

/** Gives the assessments of some people, second ratings too, in order of their dates. */
interface AssessmentSource {

    /** @param texts whether the words of free texts are wanted; else an empty text stands in their place */
    List<Assessment> read(Collection<String> patients, String instrument, boolean texts);
}
