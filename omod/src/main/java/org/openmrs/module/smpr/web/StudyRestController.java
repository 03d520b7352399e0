/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Where the resources of the study are found: {@code /ws/rest/v1/smpr/study/…}. A resource of its own is one whose name in
 * {@code @Resource} begins with {@code v1/smpr/study/}; the controller above this place would take {@code study} for a resource.
 */
@Controller
@RequestMapping("/rest/" + RestConstants.VERSION_1 + "/smpr/study")
public class StudyRestController extends NamespaceController {

    private static final Pattern RESOURCE = Pattern.compile("/smpr/study/([a-z]+)");

    @Override
    public String getNamespace() {
        return RestConstants.VERSION_1 + "/smpr/study";
    }

    @Override
    public boolean isToldFaults() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        Object path = request.getAttribute(
                HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        Matcher resource = RESOURCE.matcher(String.valueOf(path));
        switch (resource.find() ? resource.group(1) : "") {
            case "job":
                return JobResource.isForUser();
            case "participant":
                return Context.hasPrivilege(SmprPrivileges.GET_STUDY_PARTICIPANTS);
            default:
                return Context.hasPrivilege(SmprPrivileges.GET_STUDY);
        }
    }

    /** Stands here because what a resource makes is answered as something created, and nothing is by a check. */
    @PostMapping("/plan")
    public ResponseEntity<SimpleObject> offerPlan(@RequestBody SimpleObject body) {
        return new StudyPlanOffer(body).answer();
    }
}
