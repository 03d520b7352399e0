/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.util;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openmrs.annotation.Handler;
import org.openmrs.api.APIException;
import org.openmrs.api.context.Context;
import org.springframework.aop.support.AopUtils;

/** Finds the components annotated as handlers of a type. */
public class HandlerUtil {
    private HandlerUtil() {}

    public static <H, T> List<H> getHandlersForType(Class<H> handlerType, Class<T> type) {
        return Context.getRegisteredComponents(handlerType).stream()
                .filter(h -> annotation(h) != null
                        && Stream.of(annotation(h).supports()).anyMatch(s -> s.isAssignableFrom(type)))
                .sorted(Comparator.comparingInt(h -> annotation(h).order()))
                .toList();
    }

    public static <H, T> H getPreferredHandler(Class<H> handlerType, Class<T> type) {
        return getHandlersForType(handlerType, type).stream()
                .findFirst()
                .orElseThrow(
                        () -> new APIException("No " + handlerType + " is found that is able to handle a " + type));
    }

    private static Handler annotation(Object handler) {
        return AopUtils.getTargetClass(handler).getAnnotation(Handler.class);
    }
}
