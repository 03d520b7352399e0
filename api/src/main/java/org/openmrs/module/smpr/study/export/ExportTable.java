/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;

/** A file of an export: a row a participant, or several, one for each thing that there is of him. */
@Value
class ExportTable {

    /** Takes the rows as they come: what is exported is never held whole. */
    interface Sink {

        /** @param values one a field, in their order; null for nothing known */
        void row(String studyCode, Object... values);
    }

    /** Gives the rows. */
    interface Rows {

        void writeTo(Sink sink);
    }

    /** Names the file, and the instrument of the data dictionary. */
    String name;

    Label label;

    /** Whether there may be several rows a participant. */
    boolean repeating;

    List<ExportField> fields;

    Rows rows;
}
