/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;

/** Questions under one heading. */
@Value
class FormSection {

    /** No two sections of a form have the same. */
    Label title;

    /** The code of the context that its questions are asked for; null where they are asked once. */
    String context;

    List<Question> questions;
}
