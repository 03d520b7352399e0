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

/** Where the module's resources are found: {@code /ws/rest/v1/smpr/…}. */
@Controller
@RequestMapping("/rest/" + RestConstants.VERSION_1 + "/smpr")
public class SmprRestController extends NamespaceController {

    @Override
    public String getNamespace() {
        return RestConstants.VERSION_1 + "/smpr";
    }

    /** Stands here because what a resource makes is answered as something created, and nothing is by a check. */
    @PostMapping("/site")
    public ResponseEntity<SimpleObject> offerDocument(@RequestBody SimpleObject body) {
        return new SiteOffer(body).answer();
    }
}
