/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.aop.Advice;
import org.openmrs.api.APIException;
import org.openmrs.api.ServiceNotFoundException;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** The services, those of modules too, and the Spring context they live in. */
public class ServiceContext implements ApplicationContextAware {
    private static final ServiceContext INSTANCE = new ServiceContext();

    private final Map<ApplicationContext, Map<Class<?>, Object>> services = new ConcurrentHashMap<>();
    private ApplicationContext applicationContext;

    private ServiceContext() {}

    public static ServiceContext getInstance() {
        return INSTANCE;
    }

    public ApplicationContext getApplicationContext() {
        return applicationContext;
    }

    /** Makes it the one in force; its services are kept until it is closed. */
    @Override
    public void setApplicationContext(ApplicationContext context) {
        applicationContext = context;
        services.keySet()
                .removeIf(c ->
                        c instanceof ConfigurableApplicationContext known && known != context && !known.isActive());
    }

    private Map<Class<?>, Object> services() {
        return services.computeIfAbsent(applicationContext, c -> new ConcurrentHashMap<>());
    }

    public void setModuleService(List<Object> nameAndService) {
        if (nameAndService.size() != 2) {
            throw new APIException("The moduleService property takes an interface name and a bean");
        }
        Object service = nameAndService.get(1);
        String name = nameAndService.get(0).toString();
        for (Class<?> type : ClassUtils.getAllInterfaces(service)) {
            if (type.getName().equals(name)) {
                services().put(type, service);
                return;
            }
        }
        throw new APIException("Unable to find service " + name + " on " + service.getClass());
    }

    public <T> T getService(Class<? extends T> type) {
        return type.cast(services().computeIfAbsent(type, this::bean));
    }

    private Object bean(Class<?> type) {
        try {
            return applicationContext.getBean(type);
        } catch (NoSuchBeanDefinitionException e) {
            throw new ServiceNotFoundException(type);
        }
    }

    public <T> T getRegisteredComponent(String name, Class<T> type) throws APIException {
        if (applicationContext == null) {
            throw new APIException("The platform has not been started");
        }
        try {
            return applicationContext.getBean(name, type);
        } catch (BeansException e) {
            throw new APIException("Error during getting component '" + name + "' of type " + type.getName(), e);
        }
    }

    public <T> List<T> getRegisteredComponents(Class<T> type) {
        return new ArrayList<>(applicationContext.getBeansOfType(type).values());
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    public void addAdvice(Class service, Advice advice) {
        ((Advised) getService(service)).addAdvice(advice);
    }
}
