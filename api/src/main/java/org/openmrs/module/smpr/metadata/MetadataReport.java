/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.ArrayList;
import java.util.List;
import lombok.Value;

/** What an installation of the metadata did. */
@Value
public class MetadataReport {

    int newConcepts;

    /** Concepts that were there and lacked a part that the definitions now have. */
    int completedConcepts;

    int newEncounterTypes;

    int newRoles;

    /** Programs made, or completed with states that the definitions now have. */
    int newPrograms;

    /** One sentence for each thing that is not installed and why; the next start tries again. */
    List<String> leftOut;

    /** @return whether the metadata were complete before, so that nothing was written */
    public boolean changedNothing() {
        return newConcepts + completedConcepts + newEncounterTypes + newRoles + newPrograms == 0;
    }

    /** @return the report in a line, for the log */
    String summary() {
        if (changedNothing()) {
            return leftOut.isEmpty() ? "metadata complete" : "nothing installed; see what is left out";
        }
        List<String> parts = new ArrayList<>();
        addCount(parts, "installed", newConcepts, "concept");
        addCount(parts, "installed", newEncounterTypes, "encounter type");
        addCount(parts, "installed", newRoles, "role");
        addCount(parts, "installed", newPrograms, "program");
        addCount(parts, "completed", completedConcepts, "concept");
        return String.join(", ", parts);
    }

    private static void addCount(List<String> parts, String verb, int count, String noun) {
        if (count > 0) {
            parts.add(verb + " " + count + " " + noun + (count == 1 ? "" : "s"));
        }
    }
}
