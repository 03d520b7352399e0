/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.context;

import org.openmrs.api.APIException;

/** Nobody signed in, or with a wrong password. */
public class ContextAuthenticationException extends APIException {
    public ContextAuthenticationException() {}

    public ContextAuthenticationException(String message) {
        super(message);
    }

    public ContextAuthenticationException(String message, Throwable cause) {
        super(message, cause);
    }

    public ContextAuthenticationException(Throwable cause) {
        super(cause);
    }
}
