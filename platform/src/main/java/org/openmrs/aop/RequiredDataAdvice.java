/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.aop;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hibernate.Hibernate;
import org.openmrs.OpenmrsMetadata;
import org.openmrs.OpenmrsObject;
import org.openmrs.Retireable;
import org.openmrs.User;
import org.openmrs.Voidable;
import org.openmrs.api.context.Context;
import org.openmrs.api.handler.RequiredDataHandler;
import org.openmrs.api.handler.RetireHandler;
import org.openmrs.api.handler.SaveHandler;
import org.openmrs.api.handler.UnretireHandler;
import org.openmrs.api.handler.UnvoidHandler;
import org.openmrs.api.handler.VoidHandler;
import org.openmrs.util.HandlerUtil;
import org.openmrs.validator.ValidateUtil;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.util.ReflectionUtils;

/** Runs the handlers, then the validators, on what a service is about to save, void or retire. */
public class RequiredDataAdvice implements MethodBeforeAdvice {
    @Override
    public void before(Method method, Object[] args, Object target) throws Throwable {
        if (args == null || args.length == 0 || args[0] == null) {
            return;
        }
        String reason = args.length > 1 && args[1] instanceof String text ? text : null;
        String name = method.getName();
        if (args[0] instanceof OpenmrsObject object && named(name, object)) {
            if (name.startsWith("save") || name.startsWith("create")) {
                recursivelyHandle(SaveHandler.class, object, new Date(), reason);
                ValidateUtil.validate(object);
            } else if (name.startsWith("void") && object instanceof Voidable) {
                recursivelyHandle(VoidHandler.class, object, new Date(), reason);
            } else if (name.startsWith("unvoid")
                    && object instanceof Voidable voidable
                    && voidable.getDateVoided() != null) {
                recursivelyHandle(UnvoidHandler.class, object, voidable.getDateVoided(), null);
            } else if (name.startsWith("retire") && object instanceof Retireable) {
                recursivelyHandle(RetireHandler.class, object, new Date(), reason);
            } else if (name.startsWith("unretire")
                    && object instanceof Retireable retireable
                    && retireable.getDateRetired() != null) {
                recursivelyHandle(UnretireHandler.class, object, retireable.getDateRetired(), null);
            }
        } else if (args[0] instanceof Collection<?> many && name.startsWith("save")) {
            for (Object one : many) {
                if (one instanceof OpenmrsObject object) {
                    recursivelyHandle(SaveHandler.class, object, new Date(), reason);
                    ValidateUtil.validate(object);
                }
            }
        }
    }

    private static boolean named(String method, OpenmrsObject object) {
        for (Class<?> type = Hibernate.getClass(object); type != null; type = type.getSuperclass()) {
            if (method.endsWith(type.getSimpleName())) {
                return true;
            }
        }
        return false;
    }

    private static void recursivelyHandle(
            @SuppressWarnings("rawtypes") Class<? extends RequiredDataHandler> kind,
            OpenmrsObject object,
            Date date,
            String other) {
        handle(
                kind,
                object,
                Context.getAuthenticatedUser(),
                date,
                other,
                Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void handle(
            Class<? extends RequiredDataHandler> kind,
            OpenmrsObject proxy,
            User user,
            Date date,
            String other,
            Set<Object> done) {
        OpenmrsObject object = (OpenmrsObject) Hibernate.unproxy(proxy);
        if (!done.add(object)) {
            return;
        }
        for (RequiredDataHandler handler : HandlerUtil.getHandlersForType(kind, object.getClass())) {
            handler.handle(object, user, date, other);
        }
        for (OpenmrsObject child : children(object)) {
            handle(kind, child, user, date, other, done);
        }
    }

    /** What lives in the collections of an object; metadata have a life of their own. */
    private static List<OpenmrsObject> children(OpenmrsObject object) {
        List<OpenmrsObject> children = new ArrayList<>();
        ReflectionUtils.doWithFields(object.getClass(), field -> {
            for (Object child : collection(object, field)) {
                if (child instanceof OpenmrsObject known && !(child instanceof OpenmrsMetadata)) {
                    children.add(known);
                }
            }
        });
        return children;
    }

    private static Collection<?> collection(OpenmrsObject object, Field field) {
        if (Modifier.isStatic(field.getModifiers()) || !Collection.class.isAssignableFrom(field.getType())) {
            return List.of();
        }
        field.setAccessible(true);
        Object value = ReflectionUtils.getField(field, object);
        return value == null ? List.of() : (Collection<?>) value;
    }
}
