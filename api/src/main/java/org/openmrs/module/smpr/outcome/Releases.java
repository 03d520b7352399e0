/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Knows when people left prison. */
public interface Releases {

    /** @return uuids of the patients, none voided, who may have a release: nobody else has one */
    Collection<String> getPatients();

    /**
     * Reads in a number of statements that does not depend on the number of people.
     *
     * @param patients uuids of patients
     * @return by uuid of the patient his releases, in order of leaving the building, or of the first day of post-prison care
     *     where nobody charted that, without those that are voided;
     *     nothing, or none, for whoever was not released
     */
    Map<String, List<Release>> getReleases(Collection<String> patients);
}
