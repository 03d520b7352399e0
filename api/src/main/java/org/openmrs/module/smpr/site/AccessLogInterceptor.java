/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.ContextAuthenticationException;
import org.openmrs.module.smpr.site.AccessLogEntry.Outcome;

/**
 * Writes down every call of a method marked {@link ReadOfPeople}, around whatever else happens to the call: one that is
 * refused or fails is written too, and what cannot be written down is not given. What a reading itself reads is part of
 * it.
 */
public class AccessLogInterceptor implements MethodInterceptor {

    private static final ThreadLocal<Boolean> READING = new ThreadLocal<>();

    private final AccessLog log;

    public AccessLogInterceptor(AccessLog log) {
        this.log = log;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        ReadOfPeople read = call.getMethod().getAnnotation(ReadOfPeople.class);
        if (read == null || READING.get() != null) {
            return call.proceed();
        }
        READING.set(true);
        Object result;
        try {
            result = call.proceed();
        } catch (Throwable failure) {
            READING.remove();
            try {
                write(read, call, Collections.emptyList(), outcomeOf(failure));
            } catch (RuntimeException notWritten) {
                failure.addSuppressed(notWritten);
            }
            throw failure;
        }
        READING.remove();
        Collection<?> things = thingsIn(result);
        write(read, call, things, things.isEmpty() && known(call) == null ? Outcome.NOTHING : Outcome.READ);
        return result;
    }

    private void write(ReadOfPeople read, MethodInvocation call, Collection<?> things, Outcome outcome) {
        Object asked = argument(call);
        Set<String> patients = new LinkedHashSet<>();
        if (!read.value().equals(ReadOfPeople.COHORT)) {
            things.stream()
                    .filter(AboutPerson.class::isInstance)
                    .map(thing -> ((AboutPerson) thing).getPatient())
                    .forEach(patients::add);
        }
        if (patients.isEmpty() && asked instanceof AboutPerson) {
            patients.add(((AboutPerson) asked).getPatient());
        }
        String route = ReadRoute.current(call.getMethod().getDeclaringClass().getSimpleName() + "."
                + call.getMethod().getName());
        log.write(
                read.value(),
                asked instanceof String ? (String) asked : object(call, things),
                patients,
                route,
                outcome);
    }

    /** @return the uuid of the thing read before, of which more is asked; null where none was */
    private static String known(MethodInvocation call) {
        Object asked = argument(call);
        return asked instanceof AboutPerson ? ((AboutPerson) asked).getUuid() : null;
    }

    /** @return the uuid of the one thing that it is about; also of what a call has made anew */
    private static String object(MethodInvocation call, Collection<?> things) {
        String known = known(call);
        boolean one = AboutPerson.class.isAssignableFrom(call.getMethod().getReturnType());
        return known != null || !one || things.isEmpty()
                ? known
                : ((AboutPerson) things.iterator().next()).getUuid();
    }

    private static Object argument(MethodInvocation call) {
        return call.getArguments().length == 0 ? null : call.getArguments()[0];
    }

    private static Outcome outcomeOf(Throwable failure) {
        return failure instanceof APIAuthenticationException || failure instanceof ContextAuthenticationException
                ? Outcome.REFUSED
                : Outcome.FAILED;
    }

    private static Collection<?> thingsIn(Object result) {
        if (result instanceof Optional) {
            return ((Optional<?>) result).map(Collections::singletonList).orElse(Collections.emptyList());
        }
        return result instanceof Collection ? (Collection<?>) result : Collections.singletonList(result);
    }
}
