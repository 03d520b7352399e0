/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ContextAuthenticationException;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.outcome.OutcomeRegisterOffException;
import org.openmrs.module.smpr.pathway.place.PlaceConflictException;
import org.openmrs.module.smpr.site.FailureTrace;
import org.openmrs.module.smpr.site.SiteChangedException;
import org.openmrs.module.smpr.study.SuppressionNotSetException;
import org.openmrs.module.smpr.study.plan.StudyPlanChangedException;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What our controllers answer where something is wrong: a sentence in the language of the session, and for bad input
 * every fault. Nothing that an exception says goes out. {@link PlatformErrors} sees to the exceptions whose handlers a
 * controller inherits from the REST module.
 */
interface ErrorResponses {

    @ExceptionHandler(FaultsException.class)
    default ResponseEntity<SimpleObject> refuse(FaultsException e) {
        return isToldFaults() ? answer(HttpStatus.BAD_REQUEST, faults(e.getFaults())) : refuseUser();
    }

    /** @return whether the user may do what was asked, wrongly, for: else he learns nothing of how it is done */
    default boolean isToldFaults() {
        return true;
    }

    @ExceptionHandler(ChangedMeanwhileException.class)
    default ResponseEntity<SimpleObject> changedMeanwhile(ChangedMeanwhileException e) {
        return answer(HttpStatus.CONFLICT, error("smpr.changedMeanwhile"));
    }

    @ExceptionHandler(SiteChangedException.class)
    default ResponseEntity<SimpleObject> siteChanged(SiteChangedException e) {
        return answer(HttpStatus.CONFLICT, error("smpr.settings.changed"));
    }

    @ExceptionHandler(StudyPlanChangedException.class)
    default ResponseEntity<SimpleObject> planChanged(StudyPlanChangedException e) {
        return answer(HttpStatus.CONFLICT, error("smpr.study.planChanged"));
    }

    /** Says in words, and as {@code freeFrom} where it is a matter of days, from when on it would be possible. */
    @ExceptionHandler(PlaceConflictException.class)
    default ResponseEntity<SimpleObject> placeConflict(PlaceConflictException e) {
        String key = "smpr.place." + e.getKind();
        Object[] arguments = e.getArguments().stream()
                .map(argument ->
                        argument instanceof LocalDate ? Messages.language().day((LocalDate) argument) : argument)
                .toArray();
        SimpleObject body = error(Messages.text(key, arguments), key);
        e.getFreeFrom().ifPresent(day -> body.<SimpleObject>get("error").add("freeFrom", day.toString()));
        return answer(HttpStatus.CONFLICT, body);
    }

    /** Nothing is wrong with the request: the site has no register that it could be about. */
    @ExceptionHandler(OutcomeRegisterOffException.class)
    default ResponseEntity<SimpleObject> outcomeRegisterOff(OutcomeRegisterOffException e) {
        return answer(HttpStatus.CONFLICT, error("smpr.outcomeRegisterOff"));
    }

    /** Nothing is wrong with the request: the site has not said what may leave. */
    @ExceptionHandler(SuppressionNotSetException.class)
    default ResponseEntity<SimpleObject> suppressionNotSet(SuppressionNotSetException e) {
        return answer(HttpStatus.CONFLICT, error("smpr.job.reason.SUPPRESSION_NOT_SET"));
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    default ResponseEntity<SimpleObject> unreadable() {
        return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, error("smpr.error.unreadable"));
    }

    @ExceptionHandler(RuntimeException.class)
    default ResponseEntity<SimpleObject> fail(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FaultsException) {
                return refuse((FaultsException) cause);
            }
            if (cause instanceof APIAuthenticationException || cause instanceof ContextAuthenticationException) {
                return refuseUser();
            }
        }
        if (isRefusedRepresentation(e)) {
            return refuse(new FaultsException(Collections.singletonList(Fault.of("v", "isDefault"))));
        }
        HttpStatus status = status(e);
        switch (status) {
            case BAD_REQUEST:
                return answer(
                        status,
                        error(e instanceof ValidationException ? "smpr.error.refused" : "smpr.error.unreadable"));
            case NOT_FOUND:
                return answer(status, error("smpr.error.notFound"));
            case METHOD_NOT_ALLOWED:
                return answer(status, error("smpr.error.notSupported"));
            case NOT_ACCEPTABLE:
                return answer(status, error("smpr.error.notAcceptable"));
            case UNSUPPORTED_MEDIA_TYPE:
                return answer(status, error("smpr.error.unreadable"));
            default:
                LoggerFactory.getLogger(getClass()).error("SMPR: a request failed: {}", FailureTrace.of(e));
                return answer(HttpStatus.INTERNAL_SERVER_ERROR, error("smpr.error.failure"));
        }
    }

    /** REST 2.39 takes a representation that is stated and the default anyway for an error; the newer ones do not. */
    static boolean isRefusedRepresentation(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e instanceof IllegalArgumentException
                && trace.length > 0
                && trace[0].getClassName().equals(RestUtil.class.getName());
    }

    /** @return what our own exceptions, Spring's and the REST module's say of themselves; a failure of ours for all others */
    static HttpStatus status(RuntimeException e) {
        if (e instanceof ValidationException || e instanceof HttpMessageNotReadableException) {
            return HttpStatus.BAD_REQUEST;
        }
        if (e instanceof ResourceDoesNotSupportOperationException) {
            return HttpStatus.METHOD_NOT_ALLOWED;
        }
        if (e instanceof ResponseStatusException) {
            return ((ResponseStatusException) e).getStatus();
        }
        ResponseStatus stated = AnnotatedElementUtils.findMergedAnnotation(e.getClass(), ResponseStatus.class);
        return stated == null ? HttpStatus.INTERNAL_SERVER_ERROR : stated.code();
    }

    /** The type is stated, so that one who asked for a picture gets the answer too. */
    static ResponseEntity<SimpleObject> answer(HttpStatus status, SimpleObject body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    static ResponseEntity<SimpleObject> refuseUser() {
        return answer(Context.isAuthenticated() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED, refusal());
    }

    /** @return the body for one who is not signed in, or may not do this: neither says more */
    static SimpleObject refusal() {
        return error(Messages.text(Context.isAuthenticated() ? "smpr.error.notAllowed" : "smpr.error.signedOut"), "");
    }

    static SimpleObject error(String key) {
        return error(Messages.text(key), key);
    }

    static SimpleObject error(String message, String code) {
        return new SimpleObject()
                .add("error", new SimpleObject().add("message", message).add("code", code));
    }

    static SimpleObject faults(List<Fault> faults) {
        Map<String, List<SimpleObject>> fields = new LinkedHashMap<>();
        for (Fault fault : faults) {
            fields.computeIfAbsent(fault.getField(), field -> new ArrayList<>()).add(fault(fault));
        }
        SimpleObject body = error("smpr.error.invalid");
        body.<SimpleObject>get("error").add("fieldErrors", fields).add("globalErrors", new ArrayList<>());
        return body;
    }

    static SimpleObject fault(Fault fault) {
        return new SimpleObject()
                .add("code", fault.messageKey())
                .add(
                        "message",
                        Messages.text(fault.messageKey(), fault.getArguments().toArray()));
    }
}
