/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;

/** A part of a form. */
@Value
class FormPage {

    /** No two pages of a form have the same. */
    Label title;

    List<FormSection> sections;
}
