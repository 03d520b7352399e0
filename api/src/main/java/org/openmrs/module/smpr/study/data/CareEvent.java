/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.LocalDate;
import java.util.List;
import lombok.Builder;
import lombok.Value;

/** One contact, action or relay of a participant's care, as far as it is counted. */
@Value
@Builder
public class CareEvent {

    /** The code of the record: {@code CONTACT}, {@code ACTION}, {@code RELAY}. */
    String record;

    LocalDate day;

    /** The phase of care on that day; null where nothing says. */
    String phase;

    /** Of a contact how it was made, of an action what is done, of a relay to whom; null where nobody said. */
    String kind;

    /** Of a contact whether it was kept, of an action what came of it, of a relay what was answered; null where nobody said. */
    String result;

    /** Of an action, the codes of the items that it is about, each with that of its instrument before it; empty otherwise. */
    List<String> targets;
}
