/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.v1_0.controller;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Creatable;
import org.openmrs.module.webservices.rest.web.resource.api.Deletable;
import org.openmrs.module.webservices.rest.web.resource.api.Listable;
import org.openmrs.module.webservices.rest.web.resource.api.Purgeable;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.Retrievable;
import org.openmrs.module.webservices.rest.web.resource.api.Searchable;
import org.openmrs.module.webservices.rest.web.resource.api.Updatable;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Leads a request to its resource. */
@Controller
@RequestMapping("/rest/" + RestConstants.VERSION_1)
public class MainResourceController extends BaseRestController {
    @RequestMapping(value = "/{resource}/{uuid}", method = RequestMethod.GET)
    @ResponseBody
    public Object retrieve(
            @PathVariable String resource,
            @PathVariable String uuid,
            HttpServletRequest request,
            HttpServletResponse response) {
        return find(resource, Retrievable.class, request).retrieve(uuid, context(request, response));
    }

    @RequestMapping(value = "/{resource}", method = RequestMethod.POST)
    @ResponseBody
    public Object create(
            @PathVariable String resource,
            @RequestBody SimpleObject post,
            HttpServletRequest request,
            HttpServletResponse response) {
        Creatable creatable = find(resource, Creatable.class, request);
        return RestUtil.created(response, creatable.create(post, context(request, response)));
    }

    @RequestMapping(value = "/{resource}/{uuid}", method = RequestMethod.POST)
    @ResponseBody
    public Object update(
            @PathVariable String resource,
            @PathVariable String uuid,
            @RequestBody SimpleObject post,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (post.size() == 1 && "false".equals(post.get((Object) "deleted"))) {
            return find(resource, Deletable.class, request).undelete(uuid, context(request, response));
        }
        return find(resource, Updatable.class, request).update(uuid, post, context(request, response));
    }

    @RequestMapping(value = "/{resource}/{uuid}", method = RequestMethod.DELETE, params = "!purge")
    @ResponseBody
    public Object delete(
            @PathVariable String resource,
            @PathVariable String uuid,
            @RequestParam(value = "reason", defaultValue = "web service call") String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        find(resource, Deletable.class, request).delete(uuid, reason, context(request, response));
        return RestUtil.noContent(response);
    }

    @RequestMapping(value = "/{resource}/{uuid}", method = RequestMethod.DELETE, params = "purge=true")
    @ResponseBody
    public Object purge(
            @PathVariable String resource,
            @PathVariable String uuid,
            HttpServletRequest request,
            HttpServletResponse response) {
        find(resource, Purgeable.class, request).purge(uuid, context(request, response));
        return RestUtil.noContent(response);
    }

    @RequestMapping(value = "/{resource}", method = RequestMethod.GET)
    @ResponseBody
    public SimpleObject get(@PathVariable String resource, HttpServletRequest request, HttpServletResponse response) {
        Resource found = find(resource, Resource.class, request);
        RequestContext context = RestUtil.getRequestContext(request, response, Representation.REF);
        if (!RestConstants.SPECIAL_REQUEST_PARAMETERS.containsAll(
                request.getParameterMap().keySet())) {
            if (!(found instanceof Searchable)) {
                throw new ResourceDoesNotSupportOperationException(
                        found.getClass().getSimpleName() + " is not searchable");
            }
            return ((Searchable) found).search(context);
        }
        return ((Listable) found).getAll(context);
    }

    private static RequestContext context(HttpServletRequest request, HttpServletResponse response) {
        return RestUtil.getRequestContext(request, response, Representation.DEFAULT);
    }

    private <R> R find(String resource, Class<R> ability, HttpServletRequest request) {
        new BaseUriSetup().setup(request);
        return ability.cast(Context.getService(RestService.class).getResourceByName(buildResourceName(resource)));
    }
}
