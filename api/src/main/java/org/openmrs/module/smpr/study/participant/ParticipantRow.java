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

/** The row of a participant. Days are kept as they are written, so that no time zone moves them. */
@Getter
@Setter
public class ParticipantRow extends BaseOpenmrsObject {

    private Integer id;

    private Integer patientId;

    /** The id of the patient while it is not voided, else null; unique, so that nobody takes part twice. */
    private Integer standingPatientId;

    private String studyCode;

    private String indexEpisode;

    /** Answers by code of the criterion, as JSON. */
    private String criteria;

    private String informed;

    /** The id of a user, as are the next that tell who. */
    private Integer informedBy;

    private String notOpposed;

    private Integer notOpposedRecordedBy;

    private String included;

    private int version;

    private Integer creator;

    private Date dateCreated;

    private Integer changedBy;

    private Date dateChanged;

    private boolean voided;

    private Integer voidedBy;

    private Date dateVoided;

    private String voidReason;
}
