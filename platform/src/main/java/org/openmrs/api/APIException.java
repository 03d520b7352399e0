/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import org.openmrs.util.OpenmrsUtil;

/** Something the platform could not or would not do. */
public class APIException extends RuntimeException {
    public APIException() {}

    public APIException(String message) {
        super(message);
    }

    public APIException(String message, Throwable cause) {
        super(message, cause);
    }

    public APIException(Throwable cause) {
        super(cause);
    }

    public APIException(String messageKey, Object[] parameters) {
        super(OpenmrsUtil.getMessage(messageKey, parameters));
    }
}
