/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import lombok.Getter;
import lombok.Setter;

/** That a job has written something into the record: by which it goes on where it was left, and takes back what it wrote. */
@Getter
@Setter
public class JobRecordRow {

    private Integer id;

    private Integer jobId;

    /** The uuid of what was written. */
    private String object;
}
