/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.api.impl;

import java.util.HashMap;
import java.util.Map;
import org.openmrs.api.APIException;
import org.openmrs.module.ModuleUtil;
import org.openmrs.module.smpr.platform.CoreResource;
import org.openmrs.module.smpr.platform.Resources;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.NamedRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;
import org.openmrs.module.webservices.rest.web.response.UnknownResourceException;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the resources under org.openmrs, the one of lowest order for each name. */
public class RestServiceImpl implements RestService {
    private static final Class<org.openmrs.module.webservices.rest.web.annotation.Resource> MARK =
            org.openmrs.module.webservices.rest.web.annotation.Resource.class;

    @Autowired
    private ApplicationContext context;

    private Map<String, Resource> byName;
    private final Map<Class<?>, Resource> byClass = new HashMap<>();

    @Override
    public Representation getRepresentation(String requested) {
        if (requested.isEmpty()) {
            throw new APIException("?v=(empty string) is not allowed");
        } else if (requested.equals(RestConstants.REPRESENTATION_REF)) {
            return Representation.REF;
        } else if (requested.equals(RestConstants.REPRESENTATION_DEFAULT)) {
            return Representation.DEFAULT;
        } else if (requested.equals(RestConstants.REPRESENTATION_FULL)) {
            return Representation.FULL;
        } else if (requested.startsWith(RestConstants.REPRESENTATION_CUSTOM_PREFIX)) {
            return new CustomRepresentation(requested.replace(RestConstants.REPRESENTATION_CUSTOM_PREFIX, ""));
        }
        return new NamedRepresentation(requested);
    }

    @Override
    public Resource getResourceByName(String name) {
        Resource resource = resources().get(name);
        if (resource == null) {
            throw new UnknownResourceException("Unknown resource: " + name);
        }
        return resource;
    }

    @Override
    public Resource getResourceBySupportedClass(Class<?> resourceClass) {
        resources();
        for (Class<?> type = resourceClass; type != null; type = type.getSuperclass()) {
            if (byClass.containsKey(type)) {
                return byClass.get(type);
            }
        }
        return null;
    }

    private synchronized Map<String, Resource> resources() {
        if (byName == null) {
            Map<String, Resource> found = new HashMap<>();
            ClassPathScanningCandidateComponentProvider scanner =
                    new ClassPathScanningCandidateComponentProvider(false);
            scanner.setResourceLoader(context);
            scanner.addIncludeFilter(new AnnotationTypeFilter(MARK, false));
            for (BeanDefinition bean : scanner.findCandidateComponents("org.openmrs")) {
                add(found, ClassUtils.resolveClassName(bean.getBeanClassName(), context.getClassLoader()));
            }
            for (CoreResource<?> resource : Resources.all()) {
                found.put(resource.getResourceName(), resource);
                byClass.put(resource.getSupportedClass(), resource);
            }
            byName = found;
        }
        return byName;
    }

    private void add(Map<String, Resource> found, Class<?> type) {
        org.openmrs.module.webservices.rest.web.annotation.Resource mark = type.getAnnotation(MARK);
        if (!ModuleUtil.isOpenmrsVersionInVersions(mark.supportedOpenmrsVersions())) {
            return;
        }
        Resource present = found.get(mark.name());
        int order = present == null
                ? Integer.MAX_VALUE
                : present.getClass().getAnnotation(MARK).order();
        if (present != null && order == mark.order()) {
            throw new IllegalStateException(
                    "Two resources with the same name (" + mark.name() + ") must not have the same order");
        }
        if (present == null || mark.order() < order) {
            Resource resource = (Resource) BeanUtils.instantiateClass(type);
            found.put(mark.name(), resource);
            byClass.put(mark.supportedClass(), resource);
        }
    }
}
