/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Map;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.module.webservices.rest.web.v1_0.controller.MainResourceController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A place under which resources of the module are found. Each has the same answers to what is wrong, or is not there. Public: Spring would not see what others inherit of a class that is not. */
public abstract class NamespaceController extends MainResourceController implements ErrorResponses {

    /** Looks at what the REST module reads of every request before it does: it would take a fault there for one of its own. */
    @ModelAttribute
    public void refuseFaults(@RequestParam Map<String, String> request, @RequestHeader HttpHeaders headers) {
        JsonOnly.refuseOtherAnswers(headers);
        Parameters parameters = Parameters.ofOneSignedIn(request);
        JsonOnly.refuseUnreadableBodies(headers);
        parameters.representation();
        parameters.page();
        parameters.refuseFaults();
    }

    /** Answers for paths and verbs that no resource has, which would otherwise be taken for those of a resource of another place. */
    @RequestMapping({"", "/", "/{a}", "/{a}/{b}", "/{a}/{b}/{c}", "/{a}/{b}/{c}/{d}"})
    public void refuse(HttpMethod verb) {
        throw verb == HttpMethod.GET ? new ObjectNotFoundException() : new ResourceDoesNotSupportOperationException();
    }
}
