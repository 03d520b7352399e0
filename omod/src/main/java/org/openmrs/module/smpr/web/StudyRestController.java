/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the resources of the study are found: {@code /ws/rest/v1/smpr/study/…}. A resource of its own is one whose name in
 * {@code @Resource} begins with {@code v1/smpr/study/}; the controller above this place would take {@code study} for a resource.
 */
@Controller
@RequestMapping("/rest/" + RestConstants.VERSION_1 + "/smpr/study")
public class StudyRestController extends NamespaceController {

    @Override
    public String getNamespace() {
        return RestConstants.VERSION_1 + "/smpr/study";
    }

    /** Stands here because what a resource makes is answered as something created, and nothing is by a check. */
    @PostMapping("/plan")
    public ResponseEntity<SimpleObject> offerPlan(@RequestBody SimpleObject body) {
        return new StudyPlanOffer(body).answer();
    }
}
