/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Map;
import java.util.Optional;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.site.ReadRoute;
import org.openmrs.module.smpr.study.job.JobService;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A part of the file that a job has made: few enough bytes to be answered in one piece. */
@Controller
public class JobPartController implements ErrorResponses {

    /** @return 404 where there is no such job, or part of it, that the user may have */
    @GetMapping("/rest/" + RestConstants.VERSION_1 + "/smpr/study/job/{uuid}/part/{number}")
    public ResponseEntity<byte[]> part(
            @PathVariable("uuid") String uuid,
            @PathVariable("number") String number,
            @RequestParam Map<String, String> request) {
        Parameters.ofOneSignedIn(request).refuseFaults();
        if (!number.matches("[1-9][0-9]{0,6}")) {
            throw new ObjectNotFoundException();
        }
        Optional<byte[]> part = ReadRoute.through(
                "smpr/study/job/{uuid}/part/{number}",
                () -> Context.getService(JobService.class).getPart(uuid, Integer.parseInt(number)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(part.orElseThrow(ObjectNotFoundException::new));
    }

    @Override
    public boolean isToldFaults() {
        return JobResource.isForUser();
    }
}
