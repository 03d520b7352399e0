/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.v1_0.controller;

import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes links start as the request did. */
public class BaseUriSetup {
    public void setup(HttpServletRequest request) {
        RestConstants.URI_PREFIX =
                ServletUriComponentsBuilder.fromContextPath(request).toUriString() + "/ws/rest/";
    }
}
