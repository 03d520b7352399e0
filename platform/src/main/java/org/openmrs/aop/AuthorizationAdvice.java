/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.aop;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.springframework.aop.MethodBeforeAdvice;

/** Lets a call through only with the privileges its method states. */
public class AuthorizationAdvice implements MethodBeforeAdvice {
    @Override
    public void before(Method method, Object[] args, Object target) throws Throwable {
        Authorized required = method.getAnnotation(Authorized.class);
        if (required == null) {
            return;
        }
        String[] privileges = required.value();
        boolean granted = privileges.length == 0
                ? Context.isAuthenticated()
                : required.requireAll()
                        ? Stream.of(privileges).allMatch(Context::hasPrivilege)
                        : Stream.of(privileges).anyMatch(Context::hasPrivilege);
        if (!granted) {
            throw new APIAuthenticationException(
                    privileges.length == 0
                            ? "Basic authentication required"
                            : "Privileges required: " + String.join(",", new HashSet<>(List.of(privileges))));
        }
    }
}
