/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import lombok.Getter;
import lombok.Setter;

/** A part of what a job was given, or of the file that it has made. */
@Getter
@Setter
public class JobPartRow {

    private Integer id;

    private Integer jobId;

    /** Whether it is of what the job was given; else of its file. */
    private boolean given;

    /** From 1 on. */
    private int number;

    private byte[] content;
}
