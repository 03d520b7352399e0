/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;

/** Curves over the same time, drawn together; its title is the message {@code smpr.study.figure.<code>}. */
@Value
@Builder(toBuilder = true)
public class Figure {

    String code;

    @Builder.Default
    List<Term> about = Collections.emptyList();

    List<Curve> curves;

    /** What it is and is not, in sentences: messages {@code smpr.study.note.<code>}. */
    @Builder.Default
    List<Term> notes = Collections.emptyList();
}
