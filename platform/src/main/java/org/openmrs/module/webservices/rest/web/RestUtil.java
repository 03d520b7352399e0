/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What controllers and resources share. */
public class RestUtil {
    public static Integer getDefaultLimit() {
        return limit(RestConstants.MAX_RESULTS_DEFAULT_GLOBAL_PROPERTY_NAME, RestConstants.MAX_RESULTS_DEFAULT);
    }

    public static Integer getAbsoluteLimit() {
        return limit(RestConstants.MAX_RESULTS_ABSOLUTE_GLOBAL_PROPERTY_NAME, RestConstants.MAX_RESULTS_ABSOLUTE);
    }

    static String globalProperty(String name) {
        Context.addProxyPrivilege(PrivilegeConstants.GET_GLOBAL_PROPERTIES);
        try {
            return Context.getAdministrationService().getGlobalProperty(name);
        } finally {
            Context.removeProxyPrivilege(PrivilegeConstants.GET_GLOBAL_PROPERTIES);
        }
    }

    private static Integer limit(String property, Integer fallback) {
        Integer value = integer(globalProperty(property));
        return value == null ? fallback : value;
    }

    private static Integer integer(String text) {
        return text != null && text.trim().matches("-?\\d{1,9}") ? Integer.valueOf(text.trim()) : null;
    }

    public static Class<?> getSupportedClass(Resource resource) {
        return AnnotationUtils.findAnnotation(
                        resource.getClass(), org.openmrs.module.webservices.rest.web.annotation.Resource.class)
                .supportedClass();
    }

    public static RequestContext getRequestContext(
            HttpServletRequest request, HttpServletResponse response, Representation defaultView) {
        RequestContext context = new RequestContext();
        context.setRequest(request);
        context.setResponse(response);
        String rep = request.getParameter(RestConstants.REQUEST_PROPERTY_FOR_REPRESENTATION);
        context.setRepresentation(
                rep == null
                        ? defaultView
                        : Context.getService(RestService.class).getRepresentation(rep));
        Integer limit = integer(request.getParameter(RestConstants.REQUEST_PROPERTY_FOR_LIMIT));
        if (limit != null) {
            context.setLimit(limit);
        }
        Integer start = integer(request.getParameter(RestConstants.REQUEST_PROPERTY_FOR_START_INDEX));
        if (start != null) {
            context.setStartIndex(start);
        }
        context.setIncludeAll(Boolean.valueOf(request.getParameter(RestConstants.REQUEST_PROPERTY_FOR_INCLUDE_ALL)));
        context.setType(request.getParameter(RestConstants.REQUEST_PROPERTY_FOR_TYPE));
        return context;
    }

    public static Object created(HttpServletResponse response, Object created) {
        response.setStatus(HttpServletResponse.SC_CREATED);
        return created;
    }

    public static Object noContent(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return "";
    }

    public static boolean hasCause(Throwable throwable, Class<? extends Throwable> causeClassToLookFor) {
        for (Throwable t = throwable; t != null; t = t.getCause()) {
            if (causeClassToLookFor.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    public static void setResponseStatus(Throwable ex, HttpServletResponse response) {
        ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(ex.getClass(), ResponseStatus.class);
        response.setStatus(
                status == null
                        ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        : status.code().value());
    }

    public static SimpleObject wrapErrorResponse(Exception ex, String reason) {
        StringBuilder message = new StringBuilder(reason == null || reason.isEmpty() ? "[" : reason + " [");
        message.append(ex.getMessage());
        for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
            message.append(" => ").append(cause.getMessage());
        }
        StackTraceElement at = ex.getStackTrace().length == 0 ? null : ex.getStackTrace()[0];
        StringWriter trace = new StringWriter();
        ex.printStackTrace(new PrintWriter(trace));
        SimpleObject error = new SimpleObject()
                .add("message", message.append("]").toString())
                .add("code", at == null ? "" : at.getClassName() + ":" + at.getLineNumber())
                .add("detail", trace.toString().trim())
                .add("rawMessage", ex.getMessage())
                .add(
                        "translatedMessage",
                        ex.getMessage() == null
                                ? ""
                                : Context.getMessageSourceService().getMessage(ex.getMessage()));
        return new SimpleObject().add("error", error);
    }
}
