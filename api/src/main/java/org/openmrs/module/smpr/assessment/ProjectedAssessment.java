/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import lombok.Getter;
import lombok.Setter;

/**
 * One assessment as the record had it when it was projected: a row of its own, so that a cohort is read without its obs.
 * It carries what shows whether the record has changed since. It holds no free text.
 */
@Getter
@Setter
public class ProjectedAssessment {

    private Integer encounterId;

    private Integer patientId;

    private Integer encounterType;

    /** When the assessment was made. */
    private Date date;

    /** How many obs there were, voided ones too, the newest of them, and a sum over what the live ones say. */
    private int obsCount;

    private int lastObs;

    private long checksum;

    /** What the definitions and the dictionary were like that it was read with. */
    private int readWith;

    private boolean complete;

    private boolean amended;

    /** Answers by question, as JSON; of free texts only that they were given. */
    private String answers;

    /** What was wrong with the obs themselves, as JSON. */
    private String faults;
}
