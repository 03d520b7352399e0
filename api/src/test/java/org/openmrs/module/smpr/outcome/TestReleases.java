/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Releases as a test has said they were, since it asked for none. */
public class TestReleases implements Releases {

    private final Map<String, List<Release>> released = new HashMap<>();

    public void none() {
        released.clear();
    }

    public void released(String patient, Release... releases) {
        released.put(patient, Arrays.asList(releases));
    }

    @Override
    public Collection<String> getPatients() {
        return released.keySet();
    }

    @Override
    public Map<String, List<Release>> getReleases(Collection<String> patients) {
        Map<String, List<Release>> found = new HashMap<>(released);
        found.keySet().retainAll(patients);
        return found;
    }
}
