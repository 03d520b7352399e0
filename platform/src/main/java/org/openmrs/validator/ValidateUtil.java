/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.validator;

import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.platform.Settings;
import org.openmrs.util.HandlerUtil;
import org.openmrs.util.OpenmrsConstants;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.Validator;

/** Runs the validators of an object's type. */
public class ValidateUtil {
    private ValidateUtil() {}

    public static void validate(Object object) {
        BindException errors = new BindException(object, "");
        validate(object, errors);
        if (errors.hasErrors()) {
            String reasons =
                    errors.getAllErrors().stream().map(ValidateUtil::reason).collect(Collectors.joining(", "));
            throw new ValidationException("'" + object + "' failed to validate with reason: " + reasons, errors);
        }
    }

    public static void validate(Object object, Errors errors) {
        if (!Settings.isTrue(OpenmrsConstants.GP_DISABLE_VALIDATION)) {
            Class<?> type = Hibernate.getClass(object);
            for (Validator validator : HandlerUtil.getHandlersForType(Validator.class, type)) {
                validator.validate(object, errors);
            }
        }
    }

    private static String reason(ObjectError error) {
        String message = Context.getMessageSourceService().getMessage(error, Context.getLocale());
        return error instanceof FieldError field ? field.getField() + ": " + message : message;
    }
}
