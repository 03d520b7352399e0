/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

/** The user may not do this. */
public class APIAuthenticationException extends APIException {
    public APIAuthenticationException() {}

    public APIAuthenticationException(String message) {
        super(message);
    }

    public APIAuthenticationException(String message, Throwable cause) {
        super(message, cause);
    }

    public APIAuthenticationException(Throwable cause) {
        super(cause);
    }
}
