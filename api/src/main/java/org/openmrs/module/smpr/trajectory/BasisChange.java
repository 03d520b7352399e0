/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import lombok.Value;
import org.openmrs.module.smpr.instrument.Instrument;

/** One assessment, or what the site has set for an instrument, that is not what it was when something was said that rests on it. */
@Value
public class BasisChange {

    /** What became of it. */
    public enum Kind {
        /** Amended, or written anew, as when patients are merged. */
        CHANGED,
        /** Voided or purged; or it makes the series no more. */
        GONE,
        /** It was not there, or did not count. */
        NEW,
        /** The site has set something else for the instrument, by which other words may follow from the same assessments. */
        SETTINGS
    }

    Kind kind;

    Instrument instrument;

    /** The assessment as it is now; of one that is gone, as it was; null for settings. */
    Basis.Entry entry;
}
