/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.util.Date;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseOpenmrsObject;

/** The row of an opposition, of which only the voiding is ever added. */
@Getter
@Setter
public class OppositionRow extends BaseOpenmrsObject {

    private Integer id;

    /** The id of the participant's row. */
    private Integer participantId;

    private String kind;

    private String day;

    private Integer recordedBy;

    private Date dateRecorded;

    private boolean voided;

    private Integer voidedBy;

    private Date dateVoided;

    private String voidReason;
}
