/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Arrays;
import java.util.List;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.ValidationException;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.v1_0.controller.BaseRestController;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Replaces what the exception handlers that each {@link NamespaceController} inherits from the REST module would answer:
 * messages, class names and lines of the server's code. The status that they set stays.
 */
@ControllerAdvice(assignableTypes = NamespaceController.class)
class PlatformErrors implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return returned.getDeclaringClass() == BaseRestController.class
                && returned.hasMethodAnnotation(ExceptionHandler.class);
    }

    @Override
    public SimpleObject beforeBodyWrite(
            Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        List<Class<? extends Throwable>> handled = Arrays.asList(
                returned.getMethodAnnotation(ExceptionHandler.class).value());
        if (handled.contains(APIAuthenticationException.class)) {
            return ErrorResponses.refusal();
        }
        if (handled.contains(ValidationException.class)) {
            return ErrorResponses.error("smpr.error.refused");
        }
        return ErrorResponses.error(handled.contains(Exception.class) ? "smpr.error.failure" : "smpr.error.unreadable");
    }
}
