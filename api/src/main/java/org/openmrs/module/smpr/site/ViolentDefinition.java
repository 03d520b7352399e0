/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;

/** What a site calls a violent offence. */
@Value
public class ViolentDefinition {

    /** Which definition it is: an answer given by one definition says nothing under another name. */
    String name;

    Label text;
}
