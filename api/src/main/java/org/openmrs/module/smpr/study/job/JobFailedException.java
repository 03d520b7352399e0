/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.Map;
import lombok.Getter;

/** A job cannot be done, for a reason that can be told to whoever asked for it. */
@Getter
public class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private final transient Map<String, Object> result;

    /**
     * @param reason a code; its message is {@code smpr.job.reason.<code>}
     * @param result what came of it all the same; null for nothing
     */
    public JobFailedException(String reason, Map<String, Object> result) {
        super(reason);
        this.reason = reason;
        this.result = result;
    }
}
