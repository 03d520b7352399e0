/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.v1_0.controller;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Answers exceptions in the REST module's way. */
@Controller
public class BaseRestController {
    @ExceptionHandler(APIAuthenticationException.class)
    @ResponseBody
    public SimpleObject apiAuthenticationExceptionHandler(
            Exception ex, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (Context.isAuthenticated()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return RestUtil.wrapErrorResponse(ex, "User is logged in but doesn't have the relevant privilege");
        }
        new BaseUriSetup().setup(request);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        if (!"true".equals(request.getHeader("Disable-WWW-Authenticate"))) {
            response.addHeader("WWW-Authenticate", "Basic realm=\"OpenMRS at " + RestConstants.URI_PREFIX + "\"");
        }
        return RestUtil.wrapErrorResponse(ex, "User is not logged in");
    }

    @ExceptionHandler(ConversionException.class)
    @ResponseBody
    public SimpleObject conversionExceptionHandler(
            ConversionException ex, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return RestUtil.wrapErrorResponse(ex, null);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    @ResponseBody
    public SimpleObject httpMessageNotReadableExceptionHandler(
            HttpMessageNotReadableException ex, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return RestUtil.wrapErrorResponse(ex, null);
    }

    @ExceptionHandler(Exception.class)
    @ResponseBody
    public SimpleObject handleException(Exception ex, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (RestUtil.hasCause(ex, APIAuthenticationException.class)) {
            return apiAuthenticationExceptionHandler(ex, request, response);
        }
        if (ex instanceof ValidationException) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return faults((ValidationException) ex);
        }
        RestUtil.setResponseStatus(ex, response);
        ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(ex.getClass(), ResponseStatus.class);
        return RestUtil.wrapErrorResponse(ex, status == null ? "" : status.reason());
    }

    private static SimpleObject faults(ValidationException ex) {
        List<Object> global = new ArrayList<>();
        SimpleObject fields = new SimpleObject();
        Errors errors = ex.getErrors();
        if (errors != null) {
            for (ObjectError fault : errors.getGlobalErrors()) {
                global.add(fault(fault));
            }
            for (FieldError fault : errors.getFieldErrors()) {
                @SuppressWarnings("unchecked")
                List<Object> list = (List<Object>) fields.computeIfAbsent(fault.getField(), f -> new ArrayList<>());
                list.add(fault(fault));
            }
        }
        return new SimpleObject()
                .add(
                        "error",
                        new SimpleObject()
                                .add("message", "Invalid Submission")
                                .add("code", "webservices.rest.error.invalid.submission")
                                .add("globalErrors", global)
                                .add("fieldErrors", fields));
    }

    private static SimpleObject fault(ObjectError fault) {
        return new SimpleObject()
                .add("code", fault.getCode())
                .add("message", Context.getMessageSourceService().getMessage(fault, Context.getLocale()));
    }

    public String buildResourceName(String resource) {
        return getNamespace() + "/" + resource;
    }

    public String getNamespace() {
        return RestConstants.VERSION_1;
    }
}
