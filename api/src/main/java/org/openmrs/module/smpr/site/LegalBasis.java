/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.time.LocalDate;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;

/** What allows a site to keep an outcome register, as the site records it; the module judges nothing of it. */
@Value
public class LegalBasis {

    /** Which law, authorization or decision it is. */
    Label text;

    /** From which day it holds. */
    LocalDate date;

    /** Who recorded it for the site. */
    String who;
}
