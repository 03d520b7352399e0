/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.api.context.Context;

/**
 * Keeps what a blind rating hides out of what the platform's encounter service gives: one encounter is as if it were not
 * there, and a list is without it. A summary that names a hidden assessment is hidden too. What the platform reads for
 * its own work is left whole: whoever merges or voids a patient does so with every encounter, and is given none of them.
 */
public class BlindEncounterAdvice implements MethodInterceptor {

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        Object returned = call.proceed();
        return call.getMethod().getName().startsWith("get") ? new Sight().seen(returned) : returned;
    }

    /** What the user may see of what one call gives; what is hidden of a person is asked once. */
    private static final class Sight {

        private static final List<String> PLATFORM = Arrays.asList(
                "org.openmrs.api.impl.", "org.openmrs.api.handler.", "org.openmrs.aop.RequiredDataAdvice");

        private final Map<String, Collection<HiddenRating>> hidden = new HashMap<>();

        /** By uuid of the encounter type, whether it is one of the module's. */
        private final Map<String, Boolean> own = new HashMap<>();

        Object seen(Object returned) {
            if (returned instanceof Encounter) {
                return isHidden((Encounter) returned) ? null : returned;
            }
            if (returned instanceof Map
                    && ((Map<?, ?>) returned).values().stream().anyMatch(this::holdsHidden)) {
                Map<Object, Object> seen = new LinkedHashMap<>();
                ((Map<?, ?>) returned).forEach((key, value) -> seen.put(key, seen(value)));
                return seen;
            }
            if (returned instanceof Collection && holdsHidden(returned)) {
                List<Object> seen = ((Collection<?>) returned)
                        .stream().filter(one -> !holdsHidden(one)).collect(Collectors.toList());
                return returned instanceof Set ? new LinkedHashSet<>(seen) : new ArrayList<>(seen);
            }
            return returned;
        }

        private boolean holdsHidden(Object one) {
            return one instanceof Encounter && isHidden((Encounter) one)
                    || one instanceof Collection
                            && ((Collection<?>) one).stream().anyMatch(this::holdsHidden);
        }

        private boolean isHidden(Encounter encounter) {
            if (encounter.getEncounterType() == null
                    || encounter.getPatient() == null
                    || !own.computeIfAbsent(encounter.getEncounterType().getUuid(), Sight::isOwn)) {
                return false;
            }
            return hidden.computeIfAbsent(encounter.getPatient().getUuid(), Sight::hiddenOf).stream()
                            .anyMatch(rating -> rating.getEncounter().equals(encounter.getEncounterId())
                                    || names(encounter, rating.getUuid()))
                    && !isForThePlatform();
        }

        private static boolean isOwn(String type) {
            return Context.getRegisteredComponent("smpr.ownEncounterTypes", OwnEncounterTypes.class)
                    .contains(type);
        }

        private static Collection<HiddenRating> hiddenOf(String patient) {
            return Context.getRegisteredComponent("smpr.blindRatings", BlindRatings.class)
                    .hiddenAmidChanges(Context.getAuthenticatedUser(), Collections.singleton(patient))
                    .values();
        }

        /** Asked for by another of the platform's services, or by what it does with the data of a patient. */
        private static boolean isForThePlatform() {
            return Arrays.stream(Thread.currentThread().getStackTrace())
                    .map(StackTraceElement::getClassName)
                    .anyMatch(caller -> PLATFORM.stream().anyMatch(caller::startsWith));
        }

        private static boolean names(Encounter encounter, String uuid) {
            return encounter.getAllObs(true).stream()
                    .map(Obs::getValueText)
                    .filter(Objects::nonNull)
                    .anyMatch(text -> text.contains(uuid));
        }
    }
}
