/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import java.util.Objects;
import lombok.Value;

/** What the record says of one answer: the obs, without loading it. */
@Value
public class ObsRow {

    Integer encounter;

    Integer id;

    /** The uuid of the concept that was asked. */
    String question;

    /** The uuid of the concept that was answered; null where the answer is not coded. */
    String coded;

    Double number;

    Date date;

    String text;

    Date dateCreated;

    boolean voided;

    /** Null where it is live. */
    Date dateVoided;

    String voidReason;

    /** @return whether the other obs answers the same question with the same answer */
    boolean saysTheSameAs(ObsRow other) {
        return question.equals(other.question)
                && Objects.equals(coded, other.coded)
                && Objects.equals(number, other.number)
                && Objects.equals(date, other.date)
                && Objects.equals(text, other.text);
    }
}
