/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import lombok.Getter;
import org.springframework.validation.Errors;

/** An object is not valid; the errors say why. */
@Getter
public class ValidationException extends APIException {
    private Errors errors;

    public ValidationException(String message) {
        super(message);
    }

    public ValidationException(String message, Errors errors) {
        super(message);
        this.errors = errors;
    }

    public ValidationException(Errors errors) {
        this(null, errors);
    }
}
